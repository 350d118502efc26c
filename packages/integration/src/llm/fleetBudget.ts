import type { Isolate } from '../host.js';
import type { Settings } from '../options/settings.js';
import type { Limiter } from '../types.js';
import type { Budget } from './budget.js';
import { useInTime } from './patience.js';

/** Where the limiter does not say when it has points again; milliseconds. */
const UNKNOWN_WAIT = 1_000;

/** The budget that a fleet shares; a limiter that is slow or down stops nobody. */
export class FleetBudget {
  readonly #limiters: Pick<Settings['budget'], 'limiter' | 'tokenLimiter'>;
  readonly #own: Budget;
  readonly #isolate: Isolate;

  constructor(limiters: Settings['budget'], own: Budget, isolate: Isolate) {
    this.#limiters = limiters;
    this.#own = own;
    this.#isolate = isolate;
  }

  /** Takes one request; never rejects. */
  async takeRequest(): Promise<boolean> {
    return this.#consume('requests', this.#limiters.limiter, 'sentry-llm-classifier', 1);
  }

  /** Counts what has been used; when it was too much, no request is made until there is more. */
  spendTokens(tokens: number): void {
    void this.#consume(
      'tokens',
      this.#limiters.tokenLimiter,
      'sentry-llm-classifier:tokens',
      tokens,
    );
  }

  async #consume(
    what: 'requests' | 'tokens',
    limiter: Limiter | undefined,
    key: string,
    points: number,
  ): Promise<boolean> {
    if (!limiter || points === 0) return true;
    try {
      await this.#isolate(() => useInTime(limiter, () => limiter.consume(key, points), isSpent));
      return true;
    } catch (reason) {
      if (!isSpent(reason)) return true;
      const { msBeforeNext } = (reason ?? {}) as { msBeforeNext?: unknown };
      const wait = typeof msBeforeNext === 'number' && msBeforeNext > 0;
      this.#own.close(what, wait ? msBeforeNext : UNKNOWN_WAIT);
      return false;
    }
  }
}

/** rate-limiter-flexible rejects with its result when spent, and with an Error when its store fails. */
const isSpent = (reason: unknown): boolean => !(reason instanceof Error);
