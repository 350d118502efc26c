import { createOpener, type Load } from './opener.js';
import type { LlmClassifierOptions } from './options/options.js';
import { readOptions } from './options/settings.js';
import { Tally } from './stats.js';
import { UNKNOWN } from './taxonomy.js';
import type { Classification, SkipReason, Stats } from './types.js';

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

/** The pipeline without Sentry, for whoever has its stations. */
export function classifierWith(load: Load): (options?: ClassifierOptions) => Classifier {
  return (options = {}) => {
    const settings = readOptions(options);
    const host = {
      isolate: <T>(run: () => T) => run(),
      warn: (message: string) => console.warn('[sentry-llm-classifier]', message),
      log: (message: string) => settings.debug && console.log('[sentry-llm-classifier]', message),
      isSharedByRequests: globalThis.navigator?.userAgent === 'Cloudflare-Workers',
    };
    const tally = new Tally();
    const opener = createOpener(load, settings, host, tally);
    return {
      async classify(errorOrFacts) {
        const since = performance.now();
        const opened = await opener.open(since);
        if (!opened)
          return unclassified('failed', 'The classifier could not be loaded; try again.');
        const { stations, pipeline } = opened;
        const classification = await pipeline.classify(stations.factsFrom(errorOrFacts), { since });
        return (
          classification ?? unclassified('not_ai', stations.adviserIn(settings.language)(UNKNOWN))
        );
      },
      stats: () => tally.read(),
      close: opener.close,
    };
  };
}

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
