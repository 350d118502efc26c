import type { Settings } from '../options/settings.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Counts requests in the last minute and tokens of the day; says no, and warns once per period, when they
 * are spent.
 */
export class Budget {
  readonly #settings: Settings['budget'];
  readonly #warn: (message: string) => void;
  /** When the requests of the last minute were made, by a clock that nobody sets. */
  #requests: number[] = [];
  #day = { number: -1, tokens: 0 };
  #closedUntil = 0;
  readonly #warnedAbout = new Map<string, number>();

  constructor(settings: Settings['budget'], warn: (message: string) => void) {
    this.#settings = settings;
    this.#warn = warn;
  }

  /** Takes one request out of this process's budget. */
  takeRequest(): boolean {
    this.#turn();
    const { requestsPerMinute, tokensPerDay } = this.#settings;
    if (Date.now() < this.#closedUntil) return false;
    const now = performance.now();
    while ((this.#requests[0] ?? now) <= now - MINUTE) this.#requests.shift();
    if (this.#requests.length >= requestsPerMinute) {
      this.#warnOnce('minute', MINUTE, `${requestsPerMinute} requests in a minute are spent`);
      return false;
    }
    if (this.#day.tokens >= tokensPerDay) {
      this.#warnOnce('day', DAY, `${tokensPerDay} tokens of this day are spent`);
      return false;
    }
    this.#requests.push(now);
    return true;
  }

  spendTokens(tokens: number): void {
    this.#turn();
    this.#day.tokens += tokens;
  }

  /** The fleet has spent its budget and gets a new one in so many milliseconds. */
  close(what: 'requests' | 'tokens', ms: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, Date.now() + Math.min(ms, DAY));
    this.#warnOnce(`fleet ${what}`, MINUTE, `the fleet’s ${what} are spent`);
  }

  #turn(): void {
    const day = Math.floor(Date.now() / DAY);
    if (day !== this.#day.number) this.#day = { number: day, tokens: 0 };
  }

  #warnOnce(what: string, period: number, message: string): void {
    const number = Math.floor(Date.now() / period);
    if (this.#warnedAbout.get(what) === number) return;
    this.#warnedAbout.set(what, number);
    this.#warn(`${message}; until it renews, ambiguous errors get their fallback.`);
  }
}
