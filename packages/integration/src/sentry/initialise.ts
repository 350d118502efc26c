import type { Integration } from '@sentry/core';
import { processEnvironment } from '../options/environment.js';
import { llmClassifierIntegration } from './llmClassifierIntegration.js';

/** What is used of `@sentry/node`. */
interface SentryNode {
  getClient(): { addIntegration(integration: Integration): void } | undefined;
  init(options: { integrations: Integration[] }): unknown;
}

/**
 * Initialises the installed `@sentry/node`, which reads its environment variables itself, with the
 * integration in it. Where an earlier preload has initialised it, the integration is added to that client.
 * Whatever is missing or goes wrong is one line on stderr, and the application runs on.
 */
export function initialise(sentry: SentryNode): void {
  try {
    const client = sentry.getClient();
    if (client) client.addIntegration(llmClassifierIntegration());
    else if (!processEnvironment().SENTRY_DSN) tell('SENTRY_DSN is not set');
    else sentry.init({ integrations: [llmClassifierIntegration()] });
  } catch (error) {
    tell(`Sentry does not start (${error})`);
  }
}

/** `@sentry/node` cannot be loaded. */
export function withoutSentry(error: unknown): void {
  const [firstLine = ''] = String(error).split('\n');
  const isMissing = /Cannot find (?:package|module) '@sentry\/node'/.test(firstLine);
  tell(
    isMissing ? '@sentry/node is not installed' : `@sentry/node cannot be loaded (${firstLine})`,
  );
}

function tell(reason: string): void {
  console.error(`[sentry-llm-classifier] ${reason}; the application runs without Sentry.`);
}
