import type { Answer } from '../answers.js';
import { sleep } from '../sleep.js';
import type { AnswerStore, Found } from './answerStore.js';
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

interface Query {
  asked: Asked;
  key: string;
  /** When to ask rather than wait for another, on the clock of `performance`. */
  until: number;
  settle: (outcome: Outcome | Borrowed) => void;
}

type Looked = { query: Query; found: Found | undefined }[];

/**
 * From writing a claim to reading whose claim stands, in milliseconds. Two round trips at least: whoever
 * looked before my claim was there has written his own by then.
 */
const SHORTEST_SETTLING = 30;
const LONGEST_SETTLING = 100;

/** A reading that took longer may be of the past, and is repeated; milliseconds. */
const FRESH = SHORTEST_SETTLING / 2;
const READINGS = 3;

/** Pauses between looks for the answer of another, in milliseconds. */
const FIRST_LOOK = 20;
const LAST_LOOK = 250;

/**
 * Asks what nobody else of the fleet has asked or is asking.
 *
 * A store has only `get` and `set`, so the right to ask is claimed: whoever finds neither answer nor claim
 * writes his claim over the others' and after a moment reads whose stands. That one asks, and marks it, for
 * claims that come late. The others look for the answer until it is there, the asker gives up, or their
 * patience ends. Where the store fails, everybody asks for himself.
 */
export class Fleet {
  readonly #options: FleetOptions;
  readonly #me = crypto.randomUUID();
  readonly #open = new Map<string, Promise<Outcome | Borrowed>>();
  #gathering: Omit<Query, 'key'>[] = [];
  #closed = false;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  ask(asked: Asked): Promise<Outcome | Borrowed> {
    let outcome = this.#open.get(asked.fingerprint);
    if (!outcome) {
      outcome = new Promise<Outcome | Borrowed>((settle) => {
        this.#gather({ asked, until: performance.now() + this.#options.patienceMs, settle });
      }).finally(() => this.#open.delete(asked.fingerprint));
      this.#open.set(asked.fingerprint, outcome);
    }
    return outcome;
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
      await this.#pursue(await Promise.all(gathered.map(withKey)), FIRST_LOOK);
    }, this.#options.windowMs);
  }

  /** @param pause before the next look for what others are asking */
  async #pursue(queries: readonly Query[], pause: number): Promise<void> {
    const free = this.#act(await this.#look(queries), pause);
    if (free.length === 0) return;
    const forgotten = this.#act(await this.#contend(free), pause);
    if (forgotten.length === 0) return;
    this.#options.store.distrust();
    for (const query of forgotten) void this.#ask(query);
  }

  /** What the store says of each; `undefined` where it fails. */
  #look(queries: readonly Query[]): Promise<Looked> {
    return Promise.all(
      queries.map(async (query) => ({
        query,
        found: await this.#options.store.find(query.key).catch(() => undefined),
      })),
    );
  }

  /** Claims all, and looks when the claims have settled. */
  async #contend(queries: readonly Query[]): Promise<Looked> {
    const { store, patienceMs } = this.#options;
    const start = performance.now();
    await Promise.allSettled(queries.map(({ key }) => store.claim(key, this.#me, patienceMs)));
    const roundTrip = performance.now() - start;
    await sleep(Math.min(Math.max(2 * roundTrip, SHORTEST_SETTLING), LONGEST_SETTLING));
    for (let reading = 1; ; reading++) {
      const start = performance.now();
      const looked = await this.#look(queries);
      if (performance.now() - start < FRESH || reading === READINGS) return looked;
    }
  }

  /**
   * Hands out the answers that are there, asks what is mine or cannot be known, waits for what others ask.
   * @returns what is neither answered nor claimed
   */
  #act(looked: Looked, pause: number): Query[] {
    const free: Query[] = [];
    const theirs: Query[] = [];
    for (const { query, found } of looked) {
      if (found === undefined) void this.#ask(query);
      else if (found.kind === 'answer') {
        query.settle({ borrowed: found.answer, lifetime: found.lifetime });
      } else if (found.kind === 'nothing') free.push(query);
      else if (found.by === this.#me) void this.#askForAll(query);
      else theirs.push(query);
    }
    if (theirs.length > 0) void this.#waitForOthers(theirs, pause);
    return free;
  }

  async #waitForOthers(queries: readonly Query[], pause: number): Promise<void> {
    await sleep(pause);
    const now = performance.now();
    const isOver = ({ until }: Query) => this.#closed || until <= now;
    for (const query of queries.filter(isOver)) void this.#ask(query);
    const waiting = queries.filter((query) => !isOver(query));
    if (waiting.length > 0) await this.#pursue(waiting, Math.min(1.5 * pause, LAST_LOOK));
  }

  /** Asks, and lets the fleet know that and how it ends. */
  async #askForAll(query: Query): Promise<void> {
    const { store, patienceMs } = this.#options;
    void store.startAsking(query.key, this.#me, patienceMs);
    if (typeof (await this.#ask(query)) === 'string') await store.stopAsking(query.key, this.#me);
  }

  async #ask(query: Query): Promise<Outcome> {
    const { asker, store, ttlMs } = this.#options;
    const outcome = await asker.ask(query.asked);
    query.settle(outcome);
    if (typeof outcome === 'object') void store.keep(query.key, outcome, ttlMs);
    return outcome;
  }
}
