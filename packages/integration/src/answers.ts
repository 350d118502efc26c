import { LRUCache } from 'lru-cache';
import * as z from 'zod/mini';
import type { ClassificationStore } from './types.js';

/** What the LLM said about one kind of error, validated. */
export interface Answer {
  category: string;
  confidence: number;
  suggestion: string;
  /** The model that said it. */
  model: string;
}

const answerSchema = z.object({
  category: z.string(),
  confidence: z.number().check(z.gte(0), z.lte(1)),
  suggestion: z.string(),
  model: z.string(),
});

/** Remembers answers by fingerprint: in memory, and in a store that a fleet may share. */
export class AnswerCache {
  readonly #memory: LRUCache<string, Answer>;
  readonly #ttlMs: number;
  readonly #store: ClassificationStore | undefined;
  /** Sets apart what was asked otherwise: other categories, another language, another prompt. */
  readonly #prefix: string;
  readonly #isKnown: (category: string) => boolean;

  constructor(options: {
    max: number;
    ttlMs: number;
    store?: ClassificationStore | undefined;
    prefix: string;
    isKnown: (category: string) => boolean;
  }) {
    this.#memory = new LRUCache({
      max: options.max,
      ...(options.ttlMs > 0 && { ttl: options.ttlMs }),
    });
    this.#ttlMs = options.ttlMs;
    this.#store = options.store;
    this.#prefix = options.prefix;
    this.#isKnown = options.isKnown;
  }

  get hasStore(): boolean {
    return this.#store !== undefined;
  }

  get(fingerprint: string): Answer | undefined {
    return this.#memory.get(fingerprint);
  }

  /** Asks the store and keeps what it has. A store that fails or hangs is as good as none. */
  async fetch(fingerprint: string): Promise<Answer | undefined> {
    if (!this.#store) return undefined;
    try {
      const key = await this.#storeKey(fingerprint);
      const stored = answerSchema.safeParse(await inTime(this.#store.get(key)));
      if (!stored.success || !this.#isKnown(stored.data.category)) return undefined;
      this.#memory.set(fingerprint, stored.data);
      return stored.data;
    } catch {
      return undefined;
    }
  }

  async set(fingerprint: string, answer: Answer): Promise<void> {
    this.#memory.set(fingerprint, answer);
    try {
      await this.#store?.set(await this.#storeKey(fingerprint), answer, this.#ttlMs);
    } catch {
      // The memory has it; another process will ask once more.
    }
  }

  /** Hashed, so that no words of an error stand in a shared store's keys. */
  async #storeKey(fingerprint: string): Promise<string> {
    const bytes = new TextEncoder().encode(`${this.#prefix}|${fingerprint}`);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hex = Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
    return `sentry-llm-classifier:${hex.join('')}`;
  }
}

/** A store that is slower than this is slower than asking anew; milliseconds. */
const STORE_PATIENCE = 300;

/** The value, or nothing where it takes too long. */
async function inTime(value: unknown): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, STORE_PATIENCE);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    clearTimeout(timer);
  }
}
