import * as Sentry from '@sentry/node';
import { llmClassifierIntegration } from 'sentry-llm-classifier';

Sentry.init({
  dsn: process.env.SENTRY_DSN,
  // A real LLM may take some seconds, and here nobody minds the wait. The default is 1.2 s.
  integrations: [llmClassifierIntegration({ maxWaitMs: 5_000 })],
});
