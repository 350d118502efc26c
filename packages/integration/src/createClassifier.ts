import { factsFrom } from './facts/fromError.js';
import { findEndpoint } from './options/environment.js';
import type { LlmClassifierOptions } from './options/options.js';
import { readOptions } from './options/settings.js';
import { createPipeline } from './pipeline.js';
import { advise } from './rules/suggestions/advice.js';
import { Tally } from './stats.js';
import { UNKNOWN } from './taxonomy.js';
import type { Classification, Stats } from './types.js';

export interface Classifier {
  /**
   * Classifies anything that was thrown, or `ErrorFacts`. Never rejects; settles within `maxWaitMs`.
   * What is not about an LLM is `unknown_error` with confidence 0 and `skipped: 'not_ai'`.
   */
  classify(errorOrFacts: unknown): Promise<Classification>;
  stats(): Stats;
  /** Ends requests in flight; afterwards only rules and memory answer. */
  close(): void;
}

/** What `createClassifier` takes: all but what concerns Sentry events. */
export type ClassifierOptions = Omit<LlmClassifierOptions, 'grouping' | 'onClassified'>;

/**
 * The same pipeline without Sentry.
 * @throws TypeError that names every wrong option
 */
export function createClassifier(options: ClassifierOptions = {}): Classifier {
  const settings = readOptions(options);
  const host = {
    isolate: <T>(run: () => T) => run(),
    warn: (message: string) => console.warn('[sentry-llm-classifier]', message),
    log: (message: string) => settings.debug && console.log('[sentry-llm-classifier]', message),
    // Who calls and awaits has chosen to wait, and nothing is dropped meanwhile.
    maxPending: settings.maxPending ?? Number.POSITIVE_INFINITY,
    isSharedByRequests: globalThis.navigator?.userAgent === 'Cloudflare-Workers',
  };
  const tally = new Tally();
  const pipeline = createPipeline(settings, findEndpoint(settings.llm, host.warn), host, tally);
  return {
    async classify(errorOrFacts) {
      return (await pipeline.classify(factsFrom(errorOrFacts))) ?? notAboutAnLlm(settings.language);
    },
    stats: () => tally.read(),
    close: pipeline.close,
  };
}

function notAboutAnLlm(language: string): Classification {
  return {
    category: UNKNOWN,
    confidence: 0,
    suggestion: advise(UNKNOWN, language),
    model_used: 'rules',
    source: 'fallback',
    retryable: false,
    skipped: 'not_ai',
    latency_ms: 0,
  };
}
