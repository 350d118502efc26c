import type { Answer } from './answers.js';
import type { Endpoint } from './environment.js';
import type { CompleteFacts } from './facts/complete.js';
import type { Host } from './host.js';
import type { Asker } from './llm/asker.js';
import type { Settings } from './options.js';
import { createRedact } from './redact.js';
import { type Shared, shareFor } from './shared.js';
import type { Categories } from './taxonomy.js';
import type { SkipReason, Stats } from './types.js';

/** What came of a question. */
export type Reply = { answer: Answer; source: 'cache' | 'llm' } | SkipReason;

/** Answers from memory, from the fleet's store, and from the LLM, in this order. */
export class Consultant {
  readonly #settings: Settings;
  readonly #endpoint: Endpoint;
  readonly #categories: Categories;
  readonly #host: Host;
  readonly #stats: Stats;
  readonly #shared: Shared;
  #asker: Promise<Asker> | undefined;
  #underWay = 0;
  #closed = false;

  constructor(
    settings: Settings,
    endpoint: Endpoint,
    categories: Categories,
    host: Host,
    stats: Stats,
  ) {
    this.#settings = settings;
    this.#endpoint = endpoint;
    this.#categories = categories;
    this.#host = host;
    this.#stats = stats;
    this.#shared = shareFor(settings, endpoint, categories, host.warn);
  }

  recall(fingerprint: string): Answer | undefined {
    return this.#shared.cache.get(fingerprint);
  }

  /** Never rejects. `hint` is the category that the rules lean to. */
  async ask(fingerprint: string, facts: CompleteFacts, hint: string | undefined): Promise<Reply> {
    const { batch } = this.#settings;
    // More than a few full rounds of requests is a flood; what is left out may ask when it has passed.
    if (this.#closed || this.#underWay >= 4 * batch.size * batch.concurrency) return 'pressure';
    this.#underWay++;
    try {
      return await this.#consult(fingerprint, facts, hint);
    } catch (error) {
      this.#host.log(`asking failed: ${error}`);
      return 'failed';
    } finally {
      this.#underWay--;
    }
  }

  /** Ends requests in flight. */
  close(): void {
    this.#closed = true;
    this.#asker?.then(
      (asker) => asker.close(),
      () => {},
    );
  }

  async #consult(
    fingerprint: string,
    facts: CompleteFacts,
    hint: string | undefined,
  ): Promise<Reply> {
    const { cache } = this.#shared;
    const { isolate } = this.#host;
    const stored = await isolate(() => cache.fetch(fingerprint));
    if (stored) return { answer: stored, source: 'cache' };

    this.#asker ??= isolate(() => this.#openAsker());
    const asker = await this.#asker;
    const outcome = await asker.ask(fingerprint, facts, hint);
    if (typeof outcome === 'string') return outcome;
    void isolate(() => cache.set(fingerprint, outcome));
    return { answer: outcome, source: 'llm' };
  }

  /** Everything that only asking needs is loaded with the first question. */
  async #openAsker(): Promise<Asker> {
    const { Asker } = await import('./llm/asker.js');
    const { abilities, budget } = this.#shared;
    return new Asker({
      endpoint: this.#endpoint,
      abilities,
      budget,
      descriptions: this.#categories.descriptions,
      language: this.#settings.language,
      batch: this.#settings.batch,
      redact: createRedact(this.#settings.redact),
      isolate: this.#host.isolate,
      log: this.#host.log,
      stats: this.#stats,
    });
  }
}
