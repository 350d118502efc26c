/**
 * Owns time and pressure: how many events wait for an answer, how long, and when all of them must go.
 *
 * Sentry's client holds 64 events in processing (`transportOptions.bufferSize`) and drops what comes on
 * top, so an event that waits takes a place from one that follows.
 */
export interface WaitingRoomOptions {
  /** Longest wait of one event, in milliseconds. */
  maxWaitMs: number;
  /** Events that wait at once. */
  maxPending: number;
  /** Whether the sender's own buffer is filling up; then nobody waits. */
  isCrowded?: (() => boolean) | undefined;
}

/** Why somebody went without the answer. */
export type Released = 'deadline' | 'pressure' | 'fatal';

interface Waiter {
  release(reason: Released): void;
  /** Lets it wait until this time at most. */
  hurry(until: number): void;
}

/** Once crowded, nobody waits for so long: bursts come in waves, and each needs every free place. */
const CALM_AFTER_MS = 1000;

/** What Sentry leaves of a process that crashes (`shutdownTimeout`); one that lives on may wait again. */
const CRASH_MS = 2000;

/** Share of a flush's time that waiting events may use. The rest belongs to the transport. */
const SHARE_OF_FLUSH = 0.5;

export class WaitingRoom {
  readonly #options: WaitingRoomOptions;
  readonly #waiters = new Set<Waiter>();
  /** When the waiting events must be gone, for each flush that is under way. */
  readonly #drains = new Set<{ until: number }>();
  #crowdedUntil = 0;
  #emptyUntil = 0;

  constructor(options: WaitingRoomOptions) {
    this.#options = options;
  }

  /**
   * Waits for the answer while there is time and room.
   * @param since when the event came
   * @returns the reason at once where nobody may wait, else a promise that never rejects
   */
  wait<T>(answer: Promise<T>, since: number): Released | Promise<T | Released> {
    const now = performance.now();
    const until = Math.min(
      since + this.#options.maxWaitMs,
      ...[...this.#drains].map((d) => d.until),
    );
    if (until <= now) return 'deadline';
    if (now < this.#emptyUntil) return 'fatal';
    if (this.isCrowded(now)) {
      this.#releaseAll('pressure');
      return 'pressure';
    }
    if (this.#waiters.size >= this.#options.maxPending) return 'pressure';
    return new Promise((resolve) => {
      let deadline = until;
      const settle = (value: T | Released) => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        resolve(value);
      };
      const waiter: Waiter = {
        release: settle,
        hurry: (sooner) => {
          if (sooner >= deadline) return;
          deadline = sooner;
          clearTimeout(timer);
          timer = setTimeout(settle, Math.max(0, sooner - performance.now()), 'deadline');
        },
      };
      // Not unref'd: a process that ends with the timer pending would end with the event unsent.
      let timer = setTimeout(settle, until - now, 'deadline');
      this.#waiters.add(waiter);
      answer.then(settle, () => settle('deadline'));
    });
  }

  /** Whether the sender's buffer is filling up, or was a moment ago. */
  isCrowded(now = performance.now()): boolean {
    if (this.#options.isCrowded?.()) this.#crowdedUntil = now + CALM_AFTER_MS;
    return now < this.#crowdedUntil;
  }

  /**
   * A flush of `timeoutMs` has begun: who waits, and who comes while it is under way, waits only as long
   * as it leaves. Without a time the flush itself waits for everybody.
   * @returns ends the draining
   */
  drain(timeoutMs: number | undefined): () => void {
    if (!timeoutMs || timeoutMs <= 0) return () => {};
    const drain = { until: performance.now() + timeoutMs * SHARE_OF_FLUSH };
    this.#drains.add(drain);
    for (const waiter of this.#waiters) waiter.hurry(drain.until);
    return () => this.#drains.delete(drain);
  }

  /** The process is about to end: everybody goes, and who comes does not wait. */
  evacuate(): void {
    this.#emptyUntil = performance.now() + CRASH_MS;
    this.#releaseAll('fatal');
  }

  #releaseAll(reason: Released): void {
    for (const waiter of [...this.#waiters]) waiter.release(reason);
  }
}
