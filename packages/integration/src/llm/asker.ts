import DataLoader from 'dataloader';
import pLimit from 'p-limit';
import type { Answer } from '../answers.js';
import type { Budget } from '../budget.js';
import type { Endpoint } from '../environment.js';
import type { CompleteFacts } from '../facts/complete.js';
import type { Isolate } from '../host.js';
import type { Redact } from '../redact.js';
import type { Stats } from '../types.js';
import { readAnswer } from './answer.js';
import { type Abilities, complete, type OpenAiClient, openClient } from './openai.js';
import { answerFormat, systemMessage, userMessage } from './prompt.js';
import { type Question, toQuestion } from './question.js';

/** Room for a result of each question, and for the JSON around. */
const TOKENS_PER_ANSWER = 150;

export interface AskerOptions {
  endpoint: Endpoint;
  abilities: Abilities;
  budget: Budget;
  descriptions: ReadonlyMap<string, string>;
  language: string;
  batch: { size: number; windowMs: number; concurrency: number };
  redact: Redact;
  isolate: Isolate;
  stats: Stats;
  log: (message: string) => void;
}

/** Thrown by the permit, so that a spent budget can be told from a failing endpoint. */
class BudgetSpent extends Error {}

export type Outcome = Answer | 'budget' | 'failed';

interface Asked {
  fingerprint: string;
  question: Question;
}

/** Puts questions to the endpoint: many in one request, each kind of error once at a time. */
export class Asker {
  readonly #options: AskerOptions;
  readonly #loader: DataLoader<Asked, Outcome, string>;
  /** One a request: the openai package never takes its listeners off a signal. */
  readonly #inFlight = new Set<AbortController>();
  readonly #system: string;
  #client: Promise<OpenAiClient> | undefined;

  constructor(options: AskerOptions) {
    this.#options = options;
    this.#system = systemMessage(options.descriptions, options.language);
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
    const asked = { fingerprint, question: toQuestion(facts, hint, this.#options.redact) };
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
    for (const controller of this.#inFlight) controller.abort();
  }

  async #askBatch(batch: readonly Asked[]): Promise<Outcome[]> {
    const { endpoint, abilities, descriptions, isolate, stats, log } = this.#options;
    const controller = new AbortController();
    this.#inFlight.add(controller);
    try {
      stats.asked += batch.length;
      this.#client ??= isolate(() => openClient(endpoint));
      const client = await this.#client;
      const completion = await complete(
        { client, endpoint, abilities, isolate },
        {
          system: this.#system,
          user: userMessage(batch.map(({ question }) => question)),
          format: answerFormat(descriptions),
          maxTokens: TOKENS_PER_ANSWER * (batch.length + 1),
        },
        controller.signal,
        () => this.#permit(),
      );
      stats.tokensIn += completion.tokensIn;
      stats.tokensOut += completion.tokensOut;
      this.#options.budget.spendTokens(completion.tokensIn + completion.tokensOut);
      const answers = readAnswer(completion.content, batch.length, (name) =>
        descriptions.has(name),
      );
      stats.answered += answers.size;
      log(`asked ${endpoint.model} about ${batch.length}, ${answers.size} usable answers`);
      return batch.map((_, id) => {
        const answer = answers.get(id);
        return answer ? { ...answer, model: endpoint.model } : 'failed';
      });
    } catch (error) {
      log(`the request to ${endpoint.baseURL} failed: ${error}`);
      return batch.map(() => (error instanceof BudgetSpent ? 'budget' : 'failed'));
    } finally {
      this.#inFlight.delete(controller);
    }
  }

  async #permit(): Promise<void> {
    const { budget, isolate, stats } = this.#options;
    if (!(await isolate(() => budget.takeRequest()))) throw new BudgetSpent();
    stats.requests++;
  }
}
