import * as Sentry from '@sentry/node';
import { type LlmClassifierOptions, llmClassifierIntegration } from 'sentry-llm-classifier';
import { onTestFinished } from 'vitest';
import { startIngest } from './ingest.js';
import { type Llm, type LlmBehaviour, startLlm } from './llm.js';

export { Sentry };

/**
 * An application with the real `@sentry/node` and the integration, an ingest endpoint and an LLM, all of
 * which end with the test.
 */
export async function startApplication({
  llm: behaviour,
  classifier,
  sentry,
}: {
  /** How the LLM behaves; `false`: none is configured. */
  llm?: LlmBehaviour | false;
  classifier?: LlmClassifierOptions;
  sentry?: Sentry.NodeOptions;
} = {}) {
  const ingest = await startIngest();
  const llm = behaviour === false ? undefined : await startLlm(behaviour);
  const client = Sentry.init({
    dsn: ingest.dsn,
    integrations: [
      llmClassifierIntegration({ llm: llm ? endpoint(llm) : false, ...patient, ...classifier }),
    ],
    ...sentry,
  });
  if (!client) throw new Error('Sentry.init gave no client');
  onTestFinished(async () => {
    await Sentry.close(2000);
    await llm?.close();
    await ingest.close();
  });
  return { client, ingest, llm: llm as Llm };
}

/** What is not about time must not depend on how busy the machine is: what comes together is one batch. */
export const patient = { maxWaitMs: 20_000, batch: { windowMs: 200 } };

export const endpoint = (llm: Llm) => ({
  apiKey: 'test-key',
  baseURL: llm.baseURL,
  model: 'test-model',
});

/** An error about an LLM that no rule decides. Its words never come back, so that no test hits another's memory. */
export function ambiguousError(words = 'the assistant gave up'): Error {
  return new Error(`OpenAI helper: ${words}`);
}

export const classificationOf = (event: Sentry.ErrorEvent | undefined) =>
  event?.contexts?.ai_classification as Record<string, unknown> | undefined;

/** Captures so many ambiguous errors at once. */
export function captureAll(count: number, words: (i: number) => string): void {
  for (let i = 0; i < count; i++) Sentry.captureException(ambiguousError(words(i)));
}

/** Letters, not numbers: each makes another kind of error. */
export const letters = (i: number) => String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26));
