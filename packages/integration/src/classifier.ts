import { watchFailedRequests } from './facts/failedRequests.js';
import { createOpener, type Load } from './opener.js';
import type { LlmClassifierOptions } from './options/options.js';
import { readOptions } from './options/settings.js';
import { Tally } from './stats.js';
import { UNKNOWN } from './taxonomy.js';
import type { Classification, SkipReason, Stats } from './types.js';

/** The pipeline without Sentry. */
export interface Classifier {
  /**
   * Classifies anything that was thrown, or `ErrorFacts`. Never rejects; settles within `maxWaitMs`.
   * What is not about an LLM is `unknown_error` with confidence 0 and `skipped: 'not_ai'`.
   */
  classify(errorOrFacts: unknown): Promise<Classification>;
  /** What has been done since it was made. */
  stats(): Stats;
  /** Ends requests in flight; afterwards only rules and memory answer. */
  close(): void;
}

/** What `createClassifier` takes: all but what concerns Sentry events. */
export type ClassifierOptions = Omit<LlmClassifierOptions, 'grouping' | 'onClassified'>;

/** The pipeline without Sentry, for whoever has its stations. */
export function classifierWith(load: Load): (options?: ClassifierOptions) => Classifier {
  return (options = {}) => {
    const settings = readOptions(options);
    const host = {
      isolate: <T>(run: () => T) => run(),
      warn: (message: string) => console.warn('[sentry-llm-classifier]', message),
      log: (message: string) => settings.debug && console.log('[sentry-llm-classifier]', message),
      // Who calls and awaits has chosen to wait, and nothing is dropped meanwhile.
      maxPending: settings.maxPending ?? Number.POSITIVE_INFINITY,
      isSharedByRequests: globalThis.navigator?.userAgent === 'Cloudflare-Workers',
    };
    watchFailedRequests();
    const tally = new Tally();
    const opener = createOpener(load, settings, host, tally);
    return {
      async classify(errorOrFacts) {
        const since = performance.now();
        try {
          const opened = await opener.open(since);
          if (!opened) return unclassified('failed', NOT_LOADED);
          const { stations, pipeline } = opened;
          const facts = stations.factsFrom(errorOrFacts);
          return (
            (await pipeline.classify(facts, { since })) ??
            unclassified('not_ai', stations.adviserIn(settings.language)(UNKNOWN))
          );
        } catch (error) {
          host.log(`classifying failed: ${error instanceof Error ? error.message : typeof error}`);
          return unclassified('failed', FAILED);
        }
      },
      stats: () => tally.read(),
      close: opener.close,
    };
  };
}

const NOT_LOADED = 'The classifier could not be loaded; try again.';
const FAILED = 'The classifier failed on this error. Please report it with the error.';

function unclassified(skipped: SkipReason, suggestion: string): Classification {
  return {
    category: UNKNOWN,
    confidence: 0,
    suggestion,
    model_used: 'rules',
    source: 'fallback',
    retryable: false,
    skipped,
    latency_ms: 0,
  };
}
