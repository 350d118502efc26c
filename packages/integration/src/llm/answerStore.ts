import * as z from 'zod/mini';
import { type Answer, lifetimeOf } from '../answers.js';
import type { Isolate } from '../host.js';
import type { ClassificationStore } from '../types.js';
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

/** Somebody of the fleet wants to ask, or is asking. */
const claimSchema = z.object({ by: z.string(), until });

export type Found =
  | { kind: 'answer'; answer: Answer; lifetime: number }
  | { kind: 'claim'; by: string }
  | { kind: 'nothing' };

/**
 * What a fleet knows and does about each kind of error, in the application's store. Two records a kind: the
 * answer, or who is asking for it; and the claim of who wants to ask.
 */
export class AnswerStore {
  readonly #store: ClassificationStore;
  readonly #question: string;
  readonly #isKnown: (category: string) => boolean;
  readonly #isolate: Isolate;

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
  }

  /** Hashed, so that no words of an error stand in a shared store's keys. */
  async keyFor(fingerprint: string): Promise<string> {
    const bytes = new TextEncoder().encode(`${this.#question}|${fingerprint}`);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
    return `sentry-llm-classifier:${hex.join('')}`;
  }

  /** @throws where the store fails, is slow or left alone */
  async find(key: string): Promise<Found> {
    const [known, claimed] = await Promise.all([this.#get(key), this.#get(claimKey(key))]);
    const answer = answerSchema.safeParse(known);
    if (answer.success && isAlive(answer.data) && this.#isKnown(answer.data.category)) {
      const { until, ...data } = answer.data;
      return { kind: 'answer', answer: data, lifetime: until ? until - Date.now() : 0 };
    }
    for (const record of [known, claimed]) {
      const claim = claimSchema.safeParse(record);
      if (claim.success && isAlive(claim.data)) return { kind: 'claim', by: claim.data.by };
    }
    return { kind: 'nothing' };
  }

  /** @throws where the store fails, is slow or left alone */
  claim(key: string, by: string, ms: number): Promise<void> {
    return this.#set(claimKey(key), { by, until: Date.now() + ms }, ms);
  }

  /** The claim stands: who comes later waits for the answer. A store that fails is as good as none. */
  async startAsking(key: string, by: string, ms: number): Promise<void> {
    await this.#set(key, { by, until: Date.now() + ms }, ms).catch(() => {});
  }

  async stopAsking(key: string, by: string): Promise<void> {
    const over = { by, until: 1 };
    await Promise.all([this.#set(key, over, 1), this.#set(claimKey(key), over, 1)]).catch(() => {});
  }

  async keep(key: string, answer: Answer, ttlMs: number): Promise<void> {
    const lifetime = lifetimeOf(answer, ttlMs);
    const record = lifetime > 0 ? { ...answer, until: Date.now() + lifetime } : answer;
    await this.#set(key, record, lifetime > 0 ? lifetime : undefined).catch(() => {});
  }

  /** A store that forgets what it is given, as one whose errors the application swallows, does not work. */
  distrust(): void {
    breakerOf(this.#store).failed();
  }

  #get(key: string): Promise<unknown> {
    return this.#isolate(() => useInTime(this.#store, () => this.#store.get(key)));
  }

  async #set(key: string, record: object, ttlMs: number | undefined): Promise<void> {
    const ttl = ttlMs && Math.max(1, Math.round(ttlMs));
    await this.#isolate(() => useInTime(this.#store, () => this.#store.set(key, record, ttl)));
  }
}

const claimKey = (key: string) => `${key}:claim`;

const isAlive = ({ until }: { until?: number | undefined }) =>
  until === undefined || Date.now() < until;
