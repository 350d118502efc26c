import { Breaker } from './breaker.js';
import { type Abilities, allAbilities } from './openai.js';

/** Failed requests in a row after which a model is left alone. */
const FAILURES = 5;

/** Wait before a failed request is made once more, doubled by each failure in a row; milliseconds. */
const FIRST_BACKOFF = 100;

/** More than any honest `retry-after`; milliseconds. */
const LONGEST_REST = 3_600_000;

/** What is known of one model of an endpoint; outlives the clients. */
export class ModelHealth {
  readonly abilities: Abilities = allAbilities();
  readonly breaker = new Breaker(FAILURES);
  /** The key is wrong or not allowed: asking again with the same key is of no use. */
  isRefused = false;
  #restsUntil = 0;

  /** How long the endpoint has asked to be left alone, in milliseconds; 0: not at all. */
  get rest(): number {
    return Math.max(0, this.#restsUntil - performance.now());
  }

  /**
   * Takes note of a failure.
   * @returns milliseconds after which the same request may succeed; `undefined`: it will not
   */
  failed(error: unknown): number | undefined {
    this.breaker.failed();
    if (!isTransient(error)) return undefined;
    const asked = retryAfter(error);
    if (asked === undefined) {
      const backoff = FIRST_BACKOFF * 2 ** (this.breaker.failures - 1);
      // Processes that failed together should not come back together.
      return backoff * (0.75 + Math.random() / 2);
    }
    const rest = Math.min(asked, LONGEST_REST);
    this.#restsUntil = Math.max(this.#restsUntil, performance.now() + rest);
    return rest;
  }
}

export const isRefusedKey = (error: unknown): boolean =>
  [401, 403].includes((error as { status?: number } | null | undefined)?.status ?? 0);

/** Worth the same request again. A time-out is not: it has used up the time. */
function isTransient(error: unknown): boolean {
  const { status, code, cause } = (error ?? {}) as {
    status?: unknown;
    code?: unknown;
    cause?: unknown;
  };
  if (typeof status === 'number') {
    return (status === 429 && code !== 'insufficient_quota') || status === 408 || status >= 500;
  }
  // What broke a connection is the cause of the error; a time-out, an abort and bad JSON have none.
  return cause !== undefined;
}

/** The endpoint's `retry-after-ms` or `retry-after` (seconds or a date), in milliseconds. */
function retryAfter(error: unknown): number | undefined {
  const { headers } = error as { headers?: { get?: (name: string) => string | null } };
  if (typeof headers?.get !== 'function') return undefined;
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
