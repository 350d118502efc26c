import * as Sentry from '@sentry/node';
import { llmClassifierIntegration } from 'sentry-llm-classifier';

// The one line. Nothing else in this application knows of the classifier.
Sentry.init({
  dsn: process.env.SENTRY_DSN,
  integrations: [llmClassifierIntegration()],
});
