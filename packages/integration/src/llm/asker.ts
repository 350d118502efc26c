import DataLoader from 'dataloader';
import pLimit from 'p-limit';
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
import { type Completion, complete, type OpenAiClient, openClient } from './openai.js';
import { answerFormat, systemMessage, userMessage } from './prompt.js';
import { toQuestion } from './question.js';

/** Room for a result of each question, and for the JSON around. */
const TOKENS_PER_ANSWER = 150;

export interface AskerOptions {
  endpoint: Endpoint;
  shared: Shared;
  descriptions: ReadonlyMap<string, string>;
  language: string;
  batch: { size: number; windowMs: number; concurrency: number };
  redact: Redact;
  isolate: Isolate;
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

/** A question is put into words when its request starts: many are answered by then. */
interface Asked {
  fingerprint: string;
  facts: CompleteFacts;
  hint: string | undefined;
}

/** Puts questions to the endpoint: many in one request, each kind of error once at a time. */
export class Asker {
  readonly #options: AskerOptions;
  readonly #loader: DataLoader<Asked, Outcome, string>;
  /** One a request: the openai package never takes its listeners off a signal. */
  readonly #inFlight = new Set<AbortController>();
  readonly #system: string;
  readonly #breaker: Breaker;
  #client: Promise<OpenAiClient> | undefined;
  #closed = false;

  constructor(options: AskerOptions) {
    this.#options = options;
    this.#system = systemMessage(options.descriptions, options.language);
    this.#breaker = options.shared.breaker ??= createBreaker(
      (error) => !(error instanceof BudgetSpent || error instanceof Closed),
    );
    const { size, windowMs, concurrency } = options.batch;
    const limit = pLimit(concurrency);
    let request: Promise<Outcome[]> | undefined;
    this.#loader = new DataLoader(
      (batch) => {
        request = this.#askBatch(batch);
        return request;
      },
      {
        maxBatchSize: size,
        // A batch is closed when a request may start, not before: behind a slow endpoint it fills up.
        batchScheduleFn: (dispatch) => {
          setTimeout(() => {
            void limit(() => {
              dispatch();
              return request;
            });
          }, windowMs);
        },
        cacheKeyFn: ({ fingerprint }) => fingerprint,
      },
    );
  }

  /** Never rejects. Errors of one kind that are asked about together share one question. */
  async ask(fingerprint: string, facts: CompleteFacts, hint: string | undefined): Promise<Outcome> {
    const asked = { fingerprint, facts, hint };
    try {
      return await this.#loader.load(asked);
    } catch (error) {
      this.#options.log(`asking failed: ${error}`);
      return 'failed';
    } finally {
      this.#loader.clear(asked);
    }
  }

  /** Ends what is in flight. */
  close(): void {
    this.#closed = true;
    for (const controller of this.#inFlight) controller.abort();
  }

  async #askBatch(batch: readonly Asked[]): Promise<Outcome[]> {
    const { endpoint, stats, log, warn } = this.#options;
    stats.asked += batch.length;
    try {
      const answers = await this.#breaker.execute(() => this.#request(batch));
      stats.answered += answers.size;
      log(`asked ${endpoint.model} about ${batch.length}, ${answers.size} usable answers`);
      return batch.map((_, id) => {
        const answer = answers.get(id);
        return answer ? { ...answer, model: endpoint.model } : 'failed';
      });
    } catch (error) {
      log(`asking ${endpoint.model} failed: ${error}`);
      if (isRefusedKey(error) && this.#breaker.state !== CircuitState.Isolated) {
        // Held open until the process ends: only a new key will help.
        this.#breaker.isolate();
        warn(
          `the LLM endpoint refuses the key or model (${(error as Error).message}). It is not asked again before a restart; ambiguous errors get their fallback.`,
        );
      }
      const outcome = isOpenCircuit(error)
        ? 'circuit_open'
        : error instanceof BudgetSpent
          ? 'budget'
          : 'failed';
      return batch.map(() => outcome);
    }
  }

  /** @throws what stands in the way of at least one answer */
  async #request(batch: readonly Asked[]): Promise<Answers> {
    const { endpoint, descriptions, isolate, redact, shared } = this.#options;
    const controller = new AbortController();
    this.#inFlight.add(controller);
    try {
      this.#client ??= isolate(() => openClient(endpoint));
      const completion = await complete(
        { client: await this.#client, endpoint, abilities: shared.abilities, isolate },
        {
          system: this.#system,
          user: userMessage(batch.map(({ facts, hint }) => toQuestion(facts, hint, redact))),
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
    if (!(await isolate(() => shared.budget.takeRequest()))) throw new BudgetSpent();
    stats.requests++;
  }

  #account({ tokensIn, tokensOut }: Completion): void {
    const { shared, stats } = this.#options;
    stats.tokensIn += tokensIn;
    stats.tokensOut += tokensOut;
    shared.budget.spendTokens(tokensIn + tokensOut);
  }
}
