import * as Sentry from '@sentry/nextjs';
import { llmClassifierIntegration } from 'sentry-llm-classifier';

Sentry.init({
  dsn: process.env.SENTRY_DSN,
  integrations: [llmClassifierIntegration()],
});
