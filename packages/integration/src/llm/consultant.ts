import type { Answer } from '../cache/answers.js';
import type { CompleteFacts } from '../facts/complete.js';
import type { Host } from '../host.js';
import type { Endpoint } from '../options/environment.js';
import type { Settings } from '../options/settings.js';
import { sleep } from '../sleep.js';
import type { Tally } from '../stats.js';
import type { Categories } from '../taxonomy.js';
import type { SkipReason } from '../types.js';
import type { Desk } from './desk.js';
import { createRedact } from './redact.js';
import { type Shared, shareFor } from './shared.js';

/** What came of a question. */
export type Reply = { answer: Answer; source: 'cache' | 'llm' } | SkipReason;

/** Kinds of errors gathered, queued or in flight; more is a flood, and what is left out may ask when it has passed. */
const MAX_UNDER_WAY = 500;

/** How often a crowd is looked at again, in milliseconds. */
const CROWD_CHECK = 100;

/** Answers from memory, from the fleet's store, and from the LLM, in this order. */
export class Consultant {
  readonly #settings: Settings;
  readonly #endpoint: Endpoint;
  readonly #categories: Categories;
  readonly #host: Host;
  readonly #tally: Tally;
  readonly #isCrowded: () => boolean;
  readonly #shared: Shared;
  #desk: Promise<Desk> | undefined;
  /** By fingerprint: errors of one kind that are asked about together share one question. */
  readonly #underWay = new Map<string, Promise<Reply>>();
  #closed = false;
  #calm: Promise<void> | undefined;

  constructor(
    settings: Settings,
    endpoint: Endpoint,
    categories: Categories,
    host: Host,
    tally: Tally,
    isCrowded: () => boolean,
  ) {
    this.#settings = settings;
    this.#endpoint = endpoint;
    this.#categories = categories;
    this.#host = host;
    this.#tally = tally;
    this.#isCrowded = isCrowded;
    this.#shared = shareFor(settings, endpoint, categories, host.warn);
  }

  recall(fingerprint: string): Answer | undefined {
    return this.#shared.cache.get(fingerprint);
  }

  /** Never rejects. `hint` is the category that the rules lean to. */
  ask(fingerprint: string, facts: CompleteFacts, hint: string | undefined): Promise<Reply> {
    let reply = this.#underWay.get(fingerprint);
    if (reply) return reply;
    if (this.#underWay.size >= MAX_UNDER_WAY) return Promise.resolve('pressure');
    reply = this.#answer(fingerprint, facts, hint).finally(() =>
      this.#underWay.delete(fingerprint),
    );
    this.#underWay.set(fingerprint, reply);
    return reply;
  }

  /** Ends requests in flight. */
  close(): void {
    this.#closed = true;
    this.#desk?.then(
      (desk) => desk.close(),
      () => {},
    );
  }

  async #answer(
    fingerprint: string,
    facts: CompleteFacts,
    hint: string | undefined,
  ): Promise<Reply> {
    try {
      // Nobody waits in a crowd, and every moment of the process is needed to send what has come.
      if (this.#isCrowded()) await this.#untilCalm();
      return this.#closed ? 'pressure' : await this.#consult(fingerprint, facts, hint);
    } catch (error) {
      this.#host.log(`asking failed: ${error}`);
      return 'failed';
    }
  }

  #untilCalm(): Promise<void> {
    this.#calm ??= this.#watchCrowd().finally(() => {
      this.#calm = undefined;
    });
    return this.#calm;
  }

  async #watchCrowd(): Promise<void> {
    do await sleep(CROWD_CHECK);
    while (this.#isCrowded());
  }

  async #consult(
    fingerprint: string,
    facts: CompleteFacts,
    hint: string | undefined,
  ): Promise<Reply> {
    const since = performance.now();
    this.#desk ??= this.#host.isolate(() => this.#openDesk());
    const desk = await this.#desk;
    const outcome = await desk.ask({ fingerprint, facts, hint, since });
    if (typeof outcome === 'string') return outcome;
    const { cache } = this.#shared;
    if ('borrowed' in outcome) {
      cache.set(fingerprint, outcome.borrowed, outcome.lifetime);
      return { answer: outcome.borrowed, source: 'cache' };
    }
    cache.set(fingerprint, outcome);
    return { answer: outcome, source: 'llm' };
  }

  /** Everything that only asking needs is loaded with the first question; where that fails, with the next. */
  async #openDesk(): Promise<Desk> {
    const { openDesk } = await import('./desk.js').catch((error) => {
      this.#desk = undefined;
      throw error;
    });
    return openDesk({
      settings: this.#settings,
      endpoint: this.#endpoint,
      shared: this.#shared,
      descriptions: this.#categories.descriptions,
      redact: createRedact(this.#settings.redact),
      host: this.#host,
      tally: this.#tally,
    });
  }
}
