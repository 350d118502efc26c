/**
 * Sentry with the classifier, without a line of code:
 * `node --import sentry-llm-classifier/init app.mjs`, or for CommonJS
 * `node --require sentry-llm-classifier/init app.cjs`.
 *
 * Initialises the installed `@sentry/node` from its own environment variables: `SENTRY_DSN` (needed),
 * `SENTRY_ENVIRONMENT`, `SENTRY_RELEASE`, `SENTRY_TRACES_SAMPLE_RATE`; and the classifier from
 * `SENTRY_LLM_API_KEY`, `SENTRY_LLM_BASE_URL`, `SENTRY_LLM_MODEL`.
 *
 * Not for an application that calls `Sentry.init` itself: its own client then takes the place of this
 * one, without the classifier. It adds `llmClassifierIntegration()` to its own `integrations` instead.
 */
import { initialise, withoutSentry } from './initialise.js';

// Not a static import: where `@sentry/node` is missing the application must run on.
await import('@sentry/node').then(initialise, withoutSentry);
