import { estimateTokenCount } from 'tokenx';
import type { Answer } from '../cache/answers.js';
import type { CompleteFacts } from '../facts/complete.js';
import type { Isolate } from '../host.js';
import type { Endpoint } from '../options/environment.js';
import { sleep } from '../sleep.js';
import type { Tally } from '../stats.js';
import { readAnswer } from './answer.js';
import type { FleetBudget } from './fleetBudget.js';
import { isRefusedKey, ModelHealth } from './health.js';
import {
  type Completion,
  complete,
  type OpenAiClient,
  openClient,
  type Prompt,
  TimedOut,
} from './openai.js';
import { type CostOf, priceOf } from './prices.js';
import { answerFormat, systemMessage, userMessage } from './prompt.js';
import { toQuestions } from './question.js';
import type { Redact } from './redact.js';
import type { Shared } from './shared.js';

/** Room for a result of each question, and for the JSON around. */
export const TOKENS_PER_ANSWER = 150;

/** Times that a failed request is made again before the next model is asked. */
const RETRIES = 1;

export interface ModelsOptions {
  endpoint: Endpoint;
  shared: Shared;
  fleetBudget: FleetBudget;
  /** How long somebody waits for the answer, in milliseconds. */
  maxWaitMs: number;
  descriptions: ReadonlyMap<string, string>;
  language: string;
  redact: Redact;
  isolate: Isolate;
  fetch: typeof fetch | undefined;
  tally: Tally;
  log: (message: string) => void;
  warn: (message: string) => void;
}

/** Thrown in place of a request. */
class BudgetSpent extends Error {}
class Closed extends Error {}
class LeftAlone extends Error {}
/** The endpoint answered, and not one result was of use. */
class UnusableAnswer extends Error {}

export type Outcome = Answer | 'budget' | 'circuit_open' | 'failed';

type Answers = ReturnType<typeof readAnswer>;

/** A question is put into words when its request starts: many are answered by then. */
export interface Asked {
  fingerprint: string;
  facts: CompleteFacts;
  hint: string | undefined;
  /** When the first error of this kind came, on the clock of `performance`. */
  since: number;
}

/** The endpoint's models: one batch of questions at a time is answered by the first that can. */
export class Models {
  readonly #options: ModelsOptions;
  readonly #system: string;
  /** One a request: the openai package never takes its listeners off a signal. */
  readonly #inFlight = new Set<AbortController>();
  readonly #prices = new Map<string, Promise<CostOf>>();
  #client: Promise<OpenAiClient> | undefined;
  #closed = false;

  constructor(options: ModelsOptions) {
    this.#options = options;
    this.#system = systemMessage(options.descriptions, options.language);
  }

  /** Ends what is in flight. */
  close(): void {
    this.#closed = true;
    for (const controller of this.#inFlight) controller.abort();
  }

  /** Never rejects. */
  async answer(batch: readonly Asked[]): Promise<Outcome[]> {
    const { endpoint, maxWaitMs, tally } = this.#options;
    tally.asked(batch.length);
    // Where nobody waits, there is as much time as a request may take.
    const patience = Math.min(maxWaitMs || endpoint.timeoutMs, endpoint.timeoutMs);
    const until = Math.max(...batch.map(({ since }) => since)) + patience;
    const outcomes = await this.#askModels(endpoint.models, batch, until);
    const settled = endpoint.escalate
      ? await this.#askAgain(endpoint.escalate, batch, outcomes, until)
      : outcomes;
    const now = performance.now();
    for (const [id, { since }] of batch.entries()) {
      if (typeof settled[id] === 'object') tally.answered(now - since);
    }
    return settled;
  }

  /** One after the other, until one answers. Of the time that is left, each may wait out its share. */
  async #askModels(
    models: readonly string[],
    batch: readonly Asked[],
    until: number,
  ): Promise<Outcome[]> {
    let reason: Exclude<Outcome, Answer> = 'failed';
    for (const [index, model] of models.entries()) {
      const now = performance.now();
      const share = now + (until - now) / (models.length - index);
      try {
        const answers = await this.#askModel(model, batch, share);
        this.#options.log(`${model} answered ${answers.size} of ${batch.length}`);
        return batch.map((_, id) => {
          const answer = answers.get(id);
          return answer ? { ...answer, model } : 'failed';
        });
      } catch (error) {
        this.#options.log(`asking ${model} failed: ${this.#describe(error)}`);
        reason = reasonOf(error);
        if (error instanceof BudgetSpent || error instanceof Closed) break;
      }
    }
    return batch.map(() => reason);
  }

  /**
   * Asks, and asks again after `retry-after` or a pause where somebody still waits by then.
   * @throws what stands in the way of at least one answer
   */
  async #askModel(model: string, batch: readonly Asked[], until: number): Promise<Answers> {
    const health = this.#healthOf(model);
    const isInTime = (pause: number) => performance.now() + pause <= until;
    for (let retries = 0; ; retries++) {
      while (health.rest > 0 && isInTime(health.rest)) await sleep(health.rest);
      if (health.isRefused || health.rest > 0 || !health.breaker.enter()) throw new LeftAlone();
      try {
        const answers = await this.#request(model, batch);
        health.breaker.succeeded();
        return answers;
      } catch (error) {
        if (error instanceof BudgetSpent || error instanceof Closed) throw error;
        const pause = health.failed(error);
        if (isRefusedKey(error)) this.#giveUp(model, health, error);
        const isOfUse = pause !== undefined && isInTime(pause) && !health.breaker.isOpen;
        if (!isOfUse || retries === RETRIES) throw error;
        await sleep(pause);
      }
    }
  }

  /** A stronger model judges what the first was not sure of; where it cannot, the first answer stays. */
  async #askAgain(
    { below, model }: NonNullable<Endpoint['escalate']>,
    batch: readonly Asked[],
    outcomes: readonly Outcome[],
    until: number,
  ): Promise<Outcome[]> {
    const isUnsure = (outcome: Outcome | undefined) =>
      typeof outcome === 'object' && outcome.confidence < below;
    const unsure = batch.filter((_, id) => isUnsure(outcomes[id]));
    if (unsure.length === 0) return [...outcomes];
    const second = await this.#askModels([model], unsure, until);
    return outcomes.map((first, id) => {
      const asked = batch[id];
      const judged = asked && second[unsure.indexOf(asked)];
      return isUnsure(first) && typeof judged === 'object' ? judged : first;
    });
  }

  /** Until the process ends: only another key will help. */
  #giveUp(model: string, health: ModelHealth, error: unknown): void {
    if (health.isRefused) return;
    health.isRefused = true;
    this.#options.warn(
      `the LLM endpoint refuses the key for ${model} (${this.#describe(error)}). It is not asked again before a restart; ambiguous errors get their fallback.`,
    );
  }

  /** Some endpoints quote the key that they refuse. Shorter ones are placeholders for local servers. */
  #describe(error: unknown): string {
    const { apiKey } = this.#options.endpoint;
    const text = describe(error);
    return apiKey.length < 8 ? text : text.replaceAll(apiKey, '[key]');
  }

  #healthOf(model: string): ModelHealth {
    const { models } = this.#options.shared;
    let health = models.get(model);
    if (!health) {
      health = new ModelHealth();
      models.set(model, health);
    }
    return health;
  }

  /** @throws what stands in the way of at least one answer */
  async #request(model: string, batch: readonly Asked[]): Promise<Answers> {
    const { endpoint, descriptions, isolate, fetch, redact } = this.#options;
    const controller = new AbortController();
    this.#inFlight.add(controller);
    let prompt: Prompt | undefined;
    try {
      this.#client ??= isolate(() => openClient(endpoint, fetch)).catch((error) => {
        // Of the network, which may fail: the next request tries again.
        this.#client = undefined;
        throw error;
      });
      const client = await this.#client;
      const { abilities } = this.#healthOf(model);
      prompt = {
        system: this.#system,
        user: userMessage(await toQuestions(batch, redact)),
        format: answerFormat(descriptions),
        maxTokens: TOKENS_PER_ANSWER * (batch.length + 1),
      };
      const [completion, costOf] = await Promise.all([
        complete({ client, endpoint, model, abilities, isolate }, prompt, controller.signal, () =>
          this.#permit(model),
        ),
        // Meanwhile, so that it costs the answer no time.
        this.#priceOf(model),
      ]);
      this.#account(model, prompt, completion, costOf);
      const answers = readAnswer(completion.content, batch.length, (name) =>
        descriptions.has(name),
      );
      if (answers.size === 0) throw new UnusableAnswer(completion.content.slice(0, 200));
      return answers;
    } catch (error) {
      // The endpoint may have worked on it, and then it costs.
      if (prompt && error instanceof TimedOut) this.#spend(estimateTokens(prompt));
      throw this.#closed ? new Closed() : error;
    } finally {
      this.#inFlight.delete(controller);
    }
  }

  async #permit(model: string): Promise<void> {
    const { shared, fleetBudget, tally } = this.#options;
    if (this.#closed) throw new Closed();
    if (!shared.budget.takeRequest()) throw new BudgetSpent();
    if (!(await fleetBudget.takeRequest())) throw new BudgetSpent();
    if (this.#closed) throw new Closed();
    tally.requested(model);
  }

  #account(model: string, prompt: Prompt, { content, usage }: Completion, costOf: CostOf): void {
    const { tally } = this.#options;
    const used = usage ?? {
      tokensIn: estimateTokens(prompt),
      tokensOut: estimateTokenCount(content),
      tokensCached: 0,
    };
    tally.used(model, used);
    this.#spend(used.tokensIn + used.tokensOut);
    const usd = costOf(used);
    if (usd !== undefined) tally.cost(model, usd);
  }

  #spend(tokens: number): void {
    const { shared, fleetBudget } = this.#options;
    shared.budget.spendTokens(tokens);
    fleetBudget.spendTokens(tokens);
  }

  /** Never rejects. */
  #priceOf(model: string): Promise<CostOf> {
    const { endpoint, log } = this.#options;
    let price = this.#prices.get(model);
    if (!price) {
      price = priceOf(model, endpoint).catch((error) => {
        log(`the list of prices is missing: ${this.#describe(error)}`);
        return () => undefined;
      });
      this.#prices.set(model, price);
    }
    return price;
  }
}

const estimateTokens = ({ system, user }: Prompt): number => estimateTokenCount(system + user);

function reasonOf(error: unknown): Exclude<Outcome, Answer> {
  if (error instanceof LeftAlone) return 'circuit_open';
  return error instanceof BudgetSpent ? 'budget' : 'failed';
}

/** Anything can be thrown, also what cannot be made a string. */
function describe(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'an unprintable error';
  }
}
