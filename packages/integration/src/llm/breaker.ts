/** How long what keeps failing is left alone at first, and at most; milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Leaves alone what keeps failing, and probes it with one request after each pause, twice as long as the
 * one before.
 *
 * It holds times and no promises: it outlives the client, and on Cloudflare a promise of one request must
 * not be waited for in another, nor a probe that ended with its request be waited for at all.
 */
export class Breaker {
  /** Failures in a row that open it. */
  readonly #limit: number;
  #failures = 0;
  #pause = FIRST_PAUSE;
  #closedUntil = 0;
  #isProbing = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Failures since the last success. */
  get failures(): number {
    return this.#failures;
  }

  /** Whether it keeps failing and is not to be probed yet. */
  get isOpen(): boolean {
    return performance.now() < this.#closedUntil;
  }

  /** Whether to go ahead; then tell `succeeded` or `failed`. */
  enter(): boolean {
    if (this.isOpen) return false;
    if (this.#failures >= this.#limit) {
      this.#isProbing = true;
      this.#closedUntil = performance.now() + this.#pause;
    }
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#pause = FIRST_PAUSE;
    this.#closedUntil = 0;
    this.#isProbing = false;
  }

  failed(): void {
    this.#failures++;
    // Failures of what began before it opened change nothing.
    if (this.#isProbing || this.#failures === this.#limit) this.trip();
  }

  /** Opens it at once. */
  trip(): void {
    if (this.#isProbing) this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    this.#isProbing = false;
    this.#failures = Math.max(this.#failures, this.#limit);
    this.#closedUntil = performance.now() + this.#pause;
  }
}
