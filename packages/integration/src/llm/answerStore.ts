import * as z from 'zod/mini';
import { type Answer, lifetimeOf } from '../cache/answers.js';
import type { Isolate } from '../host.js';
import type { ClassificationStore } from '../types.js';
import { plainText } from './answer.js';
import { breakerOf, useInTime } from './patience.js';

/** Not every store forgets in time, so each record says how long it is good for; epoch milliseconds. */
const until = z.optional(z.number());

const answerSchema = z.object({
  category: z.string(),
  confidence: z.number().check(z.gte(0), z.lte(1)),
  suggestion: z.string(),
  model: z.string(),
  until,
});

/** Somebody is asking, or has the turn to say that he will. */
const claimSchema = z.object({ by: z.string(), until });

/** What the fleet knows of one kind of error. */
export type Found =
  | { kind: 'answer'; answer: Answer; lifetime: number }
  | { kind: 'asked'; by: string }
  | { kind: 'nothing' };

const MAX_MODEL = 100;

/** Whoever has the turn and does not use it is gone; milliseconds. */
const TURN_MS = 2_000;

/**
 * What a fleet knows and does, in the application's store: for each kind of error the answer or who is
 * asking for it, and one record of whose turn it is to choose what to ask.
 */
export class AnswerStore {
  readonly #store: ClassificationStore;
  readonly #question: string;
  readonly #isKnown: (category: string) => boolean;
  readonly #isolate: Isolate;
  readonly #turnKey: Promise<string>;

  constructor(options: {
    store: ClassificationStore;
    /** Sets apart what is asked otherwise. */
    question: string;
    isKnown: (category: string) => boolean;
    isolate: Isolate;
  }) {
    this.#store = options.store;
    this.#question = options.question;
    this.#isKnown = options.isKnown;
    this.#isolate = options.isolate;
    this.#turnKey = this.keyFor('turn');
  }

  /** Hashed, so that no words of an error stand in a shared store's keys. */
  async keyFor(fingerprint: string): Promise<string> {
    const bytes = new TextEncoder().encode(`${this.#question}|${fingerprint}`);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
    return `sentry-llm-classifier:${hex.join('')}`;
  }

  /** @throws where the store fails, is slow or left alone */
  async find(keys: readonly string[]): Promise<{ found: Found[]; turn: string | undefined }> {
    const [turn, ...records] = await this.#use(async (store) =>
      Promise.all([await this.#turnKey, ...keys].map(async (key) => store.get(key))),
    );
    return { found: records.map((record) => this.#read(record)), turn: claimant(turn) };
  }

  /** @throws where the store fails, is slow or left alone */
  async takeTurn(by: string): Promise<void> {
    const record = { by, until: Date.now() + TURN_MS };
    await this.#use(async (store) => store.set(await this.#turnKey, record, TURN_MS));
  }

  /** @throws where the store fails, is slow or left alone */
  async startAsking(keys: readonly string[], by: string, ms: number): Promise<void> {
    const record = { by, until: Date.now() + ms };
    await this.#use((store) => Promise.all(keys.map(async (key) => store.set(key, record, ms))));
  }

  /**
   * Never rejects; neither do the two below: nobody waits for them, so that they are tried on a slow store
   * too.
   */
  async endTurn(): Promise<void> {
    await this.#put(await this.#turnKey, OVER, 1);
  }

  async stopAsking(key: string): Promise<void> {
    await this.#put(key, OVER, 1);
  }

  async keep(key: string, answer: Answer, ttlMs: number): Promise<void> {
    const lifetime = Math.round(lifetimeOf(answer, ttlMs));
    if (lifetime > 0) await this.#put(key, { ...answer, until: Date.now() + lifetime }, lifetime);
    else await this.#put(key, answer, undefined);
  }

  /** Whether it has failed so often that it is not asked for a while. */
  get isLeftAlone(): boolean {
    return breakerOf(this.#store).isOpen;
  }

  /** Leaves it alone for a while: it forgets what it is given, as one does whose errors are swallowed. */
  distrust(): void {
    breakerOf(this.#store).trip();
  }

  #read(record: unknown): Found {
    const answer = answerSchema.safeParse(record);
    if (answer.success && isAlive(answer.data) && this.#isKnown(answer.data.category)) {
      const { until, ...data } = answer.data;
      // Others write there, too.
      const suggestion = plainText(data.suggestion);
      const model = plainText(data.model).slice(0, MAX_MODEL);
      return {
        kind: 'answer',
        answer: { ...data, suggestion, model },
        lifetime: until ? until - Date.now() : 0,
      };
    }
    const by = claimant(record);
    return by === undefined ? { kind: 'nothing' } : { kind: 'asked', by };
  }

  #use<T>(use: (store: ClassificationStore) => Promise<T>): Promise<T> {
    return this.#isolate(() => useInTime(this.#store, () => use(this.#store)));
  }

  async #put(key: string, record: object, ttlMs: number | undefined): Promise<void> {
    try {
      await this.#isolate(() => this.#store.set(key, record, ttlMs));
    } catch {
      // Somebody else will ask once more.
    }
  }
}

/** Any time that has passed. */
const OVER = { by: 'nobody', until: 1 };

function claimant(record: unknown): string | undefined {
  const claim = claimSchema.safeParse(record);
  return claim.success && isAlive(claim.data) ? claim.data.by : undefined;
}

const isAlive = ({ until }: { until?: number | undefined }) =>
  until === undefined || Date.now() < until;
