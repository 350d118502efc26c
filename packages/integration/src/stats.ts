import type { Classification, ModelStats, Stats } from './types.js';

/** What one request used up. */
export interface Usage {
  tokensIn: number;
  tokensOut: number;
  /** Part of `tokensIn` that the provider had in its prompt cache. */
  tokensCached: number;
}

/** Answer times that are remembered, the latest. */
const MAX_LATENCIES = 1_000;

/** Counts what the classifier does; one for all clients of an integration. */
export class Tally {
  readonly #sources = { rules: 0, cache: 0, llm: 0, fallback: 0 };
  readonly #skipped: Stats['skipped'] = {};
  readonly #models = new Map<string, ModelStats>();
  readonly #latencies: number[] = [];
  #asked = 0;
  #answered = 0;

  classified({ source, skipped }: Pick<Classification, 'source' | 'skipped'>): void {
    this.#sources[source]++;
    if (skipped) this.#skipped[skipped] = (this.#skipped[skipped] ?? 0) + 1;
  }

  asked(questions: number): void {
    this.#asked += questions;
  }

  answered(latencyMs: number): void {
    this.#latencies[this.#answered++ % MAX_LATENCIES] = latencyMs;
  }

  requested(model: string): void {
    this.#of(model).requests++;
  }

  used(model: string, { tokensIn, tokensOut }: Usage): void {
    const counted = this.#of(model);
    counted.tokensIn += tokensIn;
    counted.tokensOut += tokensOut;
  }

  cost(model: string, usd: number): void {
    const counted = this.#of(model);
    counted.costUsd = (counted.costUsd ?? 0) + usd;
  }

  read(): Stats {
    const models = [...this.#models.values()];
    const sum = (count: (model: ModelStats) => number) =>
      models.reduce((total, model) => total + count(model), 0);
    const isPriced = models.some(({ costUsd }) => costUsd !== undefined);
    return {
      ...this.#sources,
      skipped: { ...this.#skipped },
      asked: this.#asked,
      answered: this.#answered,
      requests: sum(({ requests }) => requests),
      tokensIn: sum(({ tokensIn }) => tokensIn),
      tokensOut: sum(({ tokensOut }) => tokensOut),
      ...(isPriced && { costUsd: sum(({ costUsd = 0 }) => costUsd) }),
      models: Object.fromEntries([...this.#models].map(([name, model]) => [name, { ...model }])),
      latencyMs: percentiles(this.#latencies),
    };
  }

  #of(model: string): ModelStats {
    let counted = this.#models.get(model);
    if (!counted) {
      counted = { requests: 0, tokensIn: 0, tokensOut: 0 };
      this.#models.set(model, counted);
    }
    return counted;
  }
}

function percentiles(values: readonly number[]): Stats['latencyMs'] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}
