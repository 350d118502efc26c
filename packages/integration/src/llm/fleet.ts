import type { Answer } from '../cache/answers.js';
import { sleep } from '../sleep.js';
import type { AnswerStore } from './answerStore.js';
import type { Asker } from './asker.js';
import type { Asked, Outcome } from './models.js';

export interface FleetOptions {
  asker: Asker;
  store: AnswerStore;
  /** How long questions are gathered, in milliseconds. */
  windowMs: number;
  /** How long an answer is good for, in milliseconds. */
  ttlMs: number;
  /** How long the others wait for the one that asks, in milliseconds. */
  patienceMs: number;
}

/** An answer that another process has asked for. */
export interface Borrowed {
  borrowed: Answer;
  /** How long it is still good for, in milliseconds; 0: without end. */
  lifetime: number;
}

type Sight = Awaited<ReturnType<AnswerStore['find']>>;

interface Query {
  asked: Asked;
  key: string;
  /** When to ask rather than wait for another, on the clock of `performance`. */
  until: number;
  settle: (outcome: Outcome | Borrowed) => void;
}

/**
 * From taking the turn to reading who has it, in milliseconds, and the same for all: whoever has read his
 * name and marked his questions within this time knows that all who come later see the marks.
 */
const SETTLING = 100;

/**
 * Attempts after one that took too long to be sure of, or whose turn was gone when it should stand:
 * somebody has ended his, or the store forgets.
 */
const ATTEMPTS = 3;

/** Pauses between looks for what others do, in milliseconds. */
const FIRST_LOOK = 20;
const LAST_LOOK = 250;

/**
 * Asks what nobody else of the fleet has asked or is asking.
 *
 * A store has only `get` and `set`, so there is a turn: whoever finds kinds of errors that nobody asks about
 * writes his name over the others', and after a moment reads whose stands. That one marks all he asks about
 * and ends the turn. Where this took him no longer than the moment, he alone asks; where he cannot be in time
 * in some attempts, another may ask too. The others look for the answers until they are there, the asker
 * gives up, or their patience ends. Where the store fails, everybody asks alone.
 */
export class Fleet {
  readonly #options: FleetOptions;
  readonly #me = crypto.randomUUID();
  #gathering: Omit<Query, 'key'>[] = [];
  #closed = false;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  ask(asked: Asked): Promise<Outcome | Borrowed> {
    return new Promise((settle) => {
      this.#gather({ asked, until: performance.now() + this.#options.patienceMs, settle });
    });
  }

  close(): void {
    this.#closed = true;
    this.#options.asker.close();
  }

  /** Questions that come together go through the store together, and what is left of them is one batch. */
  #gather(query: Omit<Query, 'key'>): void {
    this.#gathering.push(query);
    if (this.#gathering.length > 1) return;
    setTimeout(async () => {
      const gathered = this.#gathering;
      this.#gathering = [];
      const { store } = this.#options;
      const withKey = async (query: Omit<Query, 'key'>) => ({
        ...query,
        key: await store.keyFor(query.asked.fingerprint),
      });
      await this.#pursue(await Promise.all(gathered.map(withKey)));
    }, this.#options.windowMs);
  }

  /** Until each is answered, asked, or waited for. */
  async #pursue(queries: readonly Query[], attempt = 0): Promise<void> {
    const sight = await this.#look(queries);
    if (!sight) return this.#ask(queries);
    const free = this.#act(queries, sight, FIRST_LOOK);
    if (free.length === 0) return;
    if (sight.turn === undefined || sight.turn === this.#me) await this.#contend(free, attempt);
    else await this.#wait(free, FIRST_LOOK);
  }

  async #contend(queries: readonly Query[], attempt: number): Promise<void> {
    const { store, patienceMs } = this.#options;
    let free = [...queries];
    try {
      await store.takeTurn(this.#me);
      await sleep(SETTLING);
      const start = performance.now();
      const sight = await store.find(queries.map(({ key }) => key));
      free = this.#act(queries, sight, FIRST_LOOK);
      const isMine = sight.turn === this.#me;
      if (free.length > 0 && !isMine) return this.#yieldTo(sight.turn, free, attempt);
      if (free.length > 0) {
        await store.startAsking(
          free.map(({ key }) => key),
          this.#me,
          patienceMs,
        );
        const isSure = performance.now() - start < SETTLING;
        if (!isSure && attempt < ATTEMPTS) return this.#contend(free, attempt + 1);
        this.#ask(free, (key) => store.stopAsking(key));
      }
      if (isMine) void store.endTurn();
    } catch {
      this.#ask(free);
    }
  }

  async #yieldTo(
    other: string | undefined,
    queries: readonly Query[],
    attempt: number,
  ): Promise<void> {
    if (other !== undefined) return this.#wait(queries, FIRST_LOOK);
    if (attempt < ATTEMPTS) return this.#pursue(queries, attempt + 1);
    this.#options.store.distrust();
    this.#ask(queries);
  }

  /** What the store says; nothing where it fails. */
  async #look(queries: readonly Query[]): Promise<Sight | undefined> {
    try {
      return await this.#options.store.find(queries.map(({ key }) => key));
    } catch {
      return undefined;
    }
  }

  /**
   * Hands out the answers that are there, and waits for what others are asking.
   * @param pause before the next look, in milliseconds
   * @returns the rest
   */
  #act(queries: readonly Query[], { found }: Sight, pause: number): Query[] {
    const free: Query[] = [];
    const theirs: Query[] = [];
    for (const [i, query] of queries.entries()) {
      const what = found[i];
      if (what?.kind === 'answer') query.settle({ borrowed: what.answer, lifetime: what.lifetime });
      else (what?.kind === 'asked' && what.by !== this.#me ? theirs : free).push(query);
    }
    if (theirs.length > 0) void this.#wait(theirs, pause);
    return free;
  }

  async #wait(queries: readonly Query[], pause: number): Promise<void> {
    const { store } = this.#options;
    await sleep(pause);
    const now = performance.now();
    const isOver = ({ until }: Query) => this.#closed || until <= now;
    this.#ask(queries.filter(isOver));
    const waiting = queries.filter((query) => !isOver(query));
    if (waiting.length === 0) return;
    const next = Math.min(1.5 * pause, LAST_LOOK);
    const sight = await this.#look(waiting);
    if (sight) {
      const free = this.#act(waiting, sight, next);
      if (free.length > 0) await this.#pursue(free);
    } else if (store.isLeftAlone) this.#ask(waiting);
    // A store that fails once may have the answer a moment later.
    else await this.#wait(waiting, next);
  }

  /** @param giveUp lets the fleet know that nothing comes of it */
  #ask(queries: readonly Query[], giveUp?: (key: string) => Promise<void>): void {
    const { asker, store, ttlMs } = this.#options;
    for (const { asked, key, settle } of queries) {
      void asker.ask(asked).then((outcome) => {
        settle(outcome);
        return typeof outcome === 'object' ? store.keep(key, outcome, ttlMs) : giveUp?.(key);
      });
    }
  }
}
