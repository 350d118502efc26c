const WIDTH = 30;

/** How often the bar is drawn, in milliseconds. */
const INTERVAL = 100;

/** A bar on standard error while it is a terminal; nothing elsewhere. */
export class Progress {
  readonly #total: number;
  #done = 0;
  #drawn = Number.NEGATIVE_INFINITY;

  /** @param total 0: unknown */
  constructor(total: number) {
    this.#total = total;
  }

  advance(by: number): void {
    this.#done += by;
    const now = performance.now();
    if (!process.stderr.isTTY || this.#total === 0 || now - this.#drawn < INTERVAL) return;
    this.#drawn = now;
    const share = Math.min(1, this.#done / this.#total);
    const full = Math.round(WIDTH * share);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    process.stderr.write(`\r${bar} ${Math.floor(100 * share)} %`);
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#drawn >= 0) process.stderr.write(`\r${' '.repeat(WIDTH + 6)}\r`);
  }
}
