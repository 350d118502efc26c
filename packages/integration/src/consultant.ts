import type { Answer } from './answers.js';
import type { Endpoint } from './environment.js';
import type { CompleteFacts } from './facts/complete.js';
import type { Host } from './host.js';
import type { Asker } from './llm/asker.js';
import { createRedact } from './redact.js';
import type { Settings } from './settings.js';
import { type Shared, shareFor } from './shared.js';
import type { Categories } from './taxonomy.js';
import type { SkipReason, Stats } from './types.js';

/** What came of a question. */
export type Reply = { answer: Answer; source: 'cache' | 'llm' } | SkipReason;

/** Questions gathered, queued or in flight; more is a flood, and what is left out may ask when it has passed. */
const MAX_UNDER_WAY = 500;

/** How often a crowd is looked at again, in milliseconds. */
const CROWD_CHECK = 100;

/** Answers from memory, from the fleet's store, and from the LLM, in this order. */
export class Consultant {
  readonly #settings: Settings;
  readonly #endpoint: Endpoint;
  readonly #categories: Categories;
  readonly #host: Host;
  readonly #stats: Stats;
  readonly #isCrowded: () => boolean;
  readonly #shared: Shared;
  #asker: Promise<Asker> | undefined;
  #underWay = 0;
  #closed = false;
  #calm: Promise<void> | undefined;

  constructor(
    settings: Settings,
    endpoint: Endpoint,
    categories: Categories,
    host: Host,
    stats: Stats,
    isCrowded: () => boolean,
  ) {
    this.#settings = settings;
    this.#endpoint = endpoint;
    this.#categories = categories;
    this.#host = host;
    this.#stats = stats;
    this.#isCrowded = isCrowded;
    this.#shared = shareFor(settings, endpoint, categories, host.warn);
  }

  recall(fingerprint: string): Answer | undefined {
    return this.#shared.cache.get(fingerprint);
  }

  /** Never rejects. `hint` is the category that the rules lean to. */
  async ask(fingerprint: string, facts: CompleteFacts, hint: string | undefined): Promise<Reply> {
    if (this.#underWay >= MAX_UNDER_WAY) return 'pressure';
    this.#underWay++;
    try {
      // Nobody waits in a crowd, and every moment of the process is needed to send what has come.
      if (this.#isCrowded()) await this.#untilCalm();
      return this.#closed ? 'pressure' : await this.#consult(fingerprint, facts, hint);
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

  #untilCalm(): Promise<void> {
    this.#calm ??= new Promise((resolve) => {
      const look = () => {
        if (this.#isCrowded()) return lookLater();
        this.#calm = undefined;
        resolve();
      };
      const lookLater = () => {
        const timer: unknown = setTimeout(look, CROWD_CHECK);
        // No event hangs on this timer, so the process need not live for it.
        (timer as { unref?: () => void }).unref?.();
      };
      lookLater();
    });
    return this.#calm;
  }

  async #consult(
    fingerprint: string,
    facts: CompleteFacts,
    hint: string | undefined,
  ): Promise<Reply> {
    const { cache } = this.#shared;
    const { isolate } = this.#host;
    const stored = cache.hasStore && (await isolate(() => cache.fetch(fingerprint)));
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
    return new Asker({
      endpoint: this.#endpoint,
      shared: this.#shared,
      descriptions: this.#categories.descriptions,
      language: this.#settings.language,
      batch: this.#settings.batch,
      redact: createRedact(this.#settings.redact),
      isolate: this.#host.isolate,
      fetch: this.#host.fetch,
      log: this.#host.log,
      warn: this.#host.warn,
      stats: this.#stats,
    });
  }
}
