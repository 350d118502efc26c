import { LRUCache } from 'lru-cache';

/** What the LLM said about one kind of error, validated. */
export interface Answer {
  category: string;
  confidence: number;
  suggestion: string;
  /** The model that said it. */
  model: string;
}

/** An answer less sure than this is soon asked for again. */
const UNSURE = 0.5;
const UNSURE_SHARE = 0.1;

/** How long an answer is good for, in milliseconds; 0: without end. */
export function lifetimeOf({ confidence }: Answer, ttlMs: number): number {
  return confidence < UNSURE ? ttlMs * UNSURE_SHARE : ttlMs;
}

/** Remembers answers by fingerprint. */
export class AnswerCache {
  readonly #memory: LRUCache<string, Answer>;
  readonly #ttlMs: number;

  constructor({ max, ttlMs }: { max: number; ttlMs: number }) {
    this.#memory = new LRUCache({ max });
    this.#ttlMs = ttlMs;
  }

  get(fingerprint: string): Answer | undefined {
    return this.#memory.get(fingerprint);
  }

  /** @param lifetime how long it is good for, where it is not new; milliseconds, 0: without end */
  set(fingerprint: string, answer: Answer, lifetime = lifetimeOf(answer, this.#ttlMs)): void {
    // The library counts in whole milliseconds, and takes 0 for no end.
    const ttl = lifetime > 0 ? Math.max(1, Math.round(lifetime)) : 0;
    this.#memory.set(fingerprint, answer, { ttl });
  }
}
