import type { Answer } from '../answers.js';
import type { Endpoint } from '../environment.js';
import type { CompleteFacts } from '../facts/complete.js';
import type { Isolate } from '../host.js';
import type { Redact } from '../redact.js';
import type { Shared } from '../shared.js';
import type { Stats } from '../types.js';
import { readAnswer } from './answer.js';
import {
  type Breaker,
  CircuitState,
  createBreaker,
  isOpenCircuit,
  isRefusedKey,
} from './breaker.js';
import {
  type Abilities,
  allAbilities,
  type Completion,
  complete,
  type OpenAiClient,
  openClient,
} from './openai.js';
import { answerFormat, systemMessage, userMessage } from './prompt.js';
import { toQuestions } from './question.js';

/** Room for a result of each question, and for the JSON around. */
const TOKENS_PER_ANSWER = 150;

export interface ModelsOptions {
  endpoint: Endpoint;
  shared: Shared;
  descriptions: ReadonlyMap<string, string>;
  language: string;
  redact: Redact;
  isolate: Isolate;
  fetch: typeof fetch | undefined;
  stats: Stats;
  log: (message: string) => void;
  warn: (message: string) => void;
}

/** Thrown in place of a request. */
class BudgetSpent extends Error {}
class Closed extends Error {}
/** The endpoint answered, and not one result was of use. */
class UnusableAnswer extends Error {}

export type Outcome = Answer | 'budget' | 'circuit_open' | 'failed';

type Answers = ReturnType<typeof readAnswer>;

/** What is known of one model of an endpoint; outlives the clients. */
export interface ModelHealth {
  abilities: Abilities;
  breaker: Breaker;
}

/** A question is put into words when its request starts: many are answered by then. */
export interface Asked {
  fingerprint: string;
  facts: CompleteFacts;
  hint: string | undefined;
}

/** The endpoint's models: one batch of questions at a time is answered by the first that can. */
export class Models {
  readonly #options: ModelsOptions;
  readonly #system: string;
  /** One a request: the openai package never takes its listeners off a signal. */
  readonly #inFlight = new Set<AbortController>();
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
    const { endpoint, stats } = this.#options;
    stats.asked += batch.length;
    const outcomes = await this.#askModels(endpoint.models, batch);
    const settled = endpoint.escalate
      ? await this.#askAgain(endpoint.escalate, batch, outcomes)
      : outcomes;
    stats.answered += settled.filter((outcome) => typeof outcome === 'object').length;
    return settled;
  }

  /** One after the other, until one answers. */
  async #askModels(models: readonly string[], batch: readonly Asked[]): Promise<Outcome[]> {
    let reason: Exclude<Outcome, Answer> = 'failed';
    for (const model of models) {
      const { breaker } = this.#healthOf(model);
      try {
        const answers = await breaker.execute(() => this.#request(model, batch));
        this.#options.log(`${model} answered ${answers.size} of ${batch.length}`);
        return batch.map((_, id) => {
          const answer = answers.get(id);
          return answer ? { ...answer, model } : 'failed';
        });
      } catch (error) {
        this.#options.log(`asking ${model} failed: ${describe(error)}`);
        reason = reasonOf(error);
        if (isRefusedKey(error)) this.#giveUp(model, breaker, error);
        if (error instanceof BudgetSpent || error instanceof Closed) break;
      }
    }
    return batch.map(() => reason);
  }

  /** A stronger model judges what the first was not sure of; where it cannot, the first answer stays. */
  async #askAgain(
    { below, model }: NonNullable<Endpoint['escalate']>,
    batch: readonly Asked[],
    outcomes: readonly Outcome[],
  ): Promise<Outcome[]> {
    const isUnsure = (outcome: Outcome | undefined) =>
      typeof outcome === 'object' && outcome.confidence < below;
    const unsure = batch.filter((_, id) => isUnsure(outcomes[id]));
    if (unsure.length === 0) return [...outcomes];
    const second = await this.#askModels([model], unsure);
    return outcomes.map((first, id) => {
      const asked = batch[id];
      const judged = asked && second[unsure.indexOf(asked)];
      return isUnsure(first) && typeof judged === 'object' ? judged : first;
    });
  }

  /** Held open until the process ends: only another key will help. */
  #giveUp(model: string, breaker: Breaker, error: unknown): void {
    if (breaker.state === CircuitState.Isolated) return;
    breaker.isolate();
    this.#options.warn(
      `the LLM endpoint refuses the key for ${model} (${describe(error)}). It is not asked again before a restart; ambiguous errors get their fallback.`,
    );
  }

  #healthOf(model: string): ModelHealth {
    const { models } = this.#options.shared;
    let health = models.get(model);
    if (!health) {
      const isFailure = (error: unknown) =>
        !(error instanceof BudgetSpent || error instanceof Closed);
      health = { abilities: allAbilities(), breaker: createBreaker(isFailure) };
      models.set(model, health);
    }
    return health;
  }

  /** @throws what stands in the way of at least one answer */
  async #request(model: string, batch: readonly Asked[]): Promise<Answers> {
    const { endpoint, descriptions, isolate, fetch, redact } = this.#options;
    const controller = new AbortController();
    this.#inFlight.add(controller);
    try {
      this.#client ??= isolate(() => openClient(endpoint, fetch));
      const client = await this.#client;
      const { abilities } = this.#healthOf(model);
      const completion = await complete(
        { client, endpoint, model, abilities, isolate },
        {
          system: this.#system,
          user: userMessage(await toQuestions(batch, redact)),
          format: answerFormat(descriptions),
          maxTokens: TOKENS_PER_ANSWER * (batch.length + 1),
        },
        controller.signal,
        () => this.#permit(),
      );
      this.#account(completion);
      const answers = readAnswer(completion.content, batch.length, (name) =>
        descriptions.has(name),
      );
      if (answers.size === 0) throw new UnusableAnswer(completion.content.slice(0, 200));
      return answers;
    } catch (error) {
      throw this.#closed ? new Closed() : error;
    } finally {
      this.#inFlight.delete(controller);
    }
  }

  async #permit(): Promise<void> {
    const { shared, isolate, stats } = this.#options;
    if (this.#closed) throw new Closed();
    if (!(await isolate(() => shared.budget.takeRequest()))) throw new BudgetSpent();
    if (this.#closed) throw new Closed();
    stats.requests++;
  }

  #account({ tokensIn, tokensOut }: Completion): void {
    const { shared, stats } = this.#options;
    stats.tokensIn += tokensIn;
    stats.tokensOut += tokensOut;
    shared.budget.spendTokens(tokensIn + tokensOut);
  }
}

function reasonOf(error: unknown): Exclude<Outcome, Answer> {
  if (isOpenCircuit(error)) return 'circuit_open';
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
