import * as Sentry from '@sentry/node';
import { llmClassifierIntegration } from 'sentry-llm-classifier';

Sentry.init({
  dsn: process.env.SENTRY_DSN,
  integrations: [llmClassifierIntegration()],
});
