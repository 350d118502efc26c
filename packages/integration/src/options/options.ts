import type { ErrorEvent, EventHint } from '@sentry/core';
import type { OpenAiClient } from '../llm/openai.js';
import type { Classification, ClassificationStore, Limiter, Rule, Taxonomy } from '../types.js';

/** Options of {@link llmClassifierIntegration} and `createClassifier`. Everything has a default. */
export interface LlmClassifierOptions {
  /**
   * The LLM that is asked about ambiguous errors; `false`: rules only.
   * @default from `SENTRY_LLM_API_KEY`, `SENTRY_LLM_BASE_URL`, `SENTRY_LLM_MODEL` or `HOLYSHEEP_API_KEY`, else `false`
   */
  llm?: false | LlmOptions | undefined;
  /**
   * Share of the ambiguous errors that may be put to the LLM, 0 to 1. Sentry's own `sampleRate` scales it.
   * @default 1
   */
  sampleRate?: number | undefined;
  /**
   * `'ai'`: only events that are about an LLM. `'all'`: every error event.
   * @default 'ai'
   */
  scope?: 'ai' | 'all' | undefined;
  /**
   * The categories: name → description, or description and more.
   * @default defaultTaxonomy
   */
  taxonomy?: Taxonomy | undefined;
  /**
   * Your own rules. One that matches counts before any built-in rule.
   * @default []
   */
  rules?: readonly Rule[] | undefined;
  /**
   * A rule of this confidence or more decides; one below is a hint for the LLM and the fallback. 0 to 1.
   * @default 0.9
   */
  ruleThreshold?: number | undefined;
  /**
   * Longest an event waits for the LLM, in milliseconds. `0`: never; answers still fill the cache.
   * @default 1200
   */
  maxWaitMs?: number | undefined;
  /**
   * Events that wait at once; one more is sent at once with its fallback. Never more than half of what
   * Sentry's client holds (`transportOptions.bufferSize`, 64 by default), and none in a worker thread, which
   * ends without notice when it crashes. `createClassifier`, whose callers wait on purpose, has no bound
   * unless one is given.
   * @default 16
   */
  maxPending?: number | undefined;
  /**
   * How questions to the LLM are gathered into requests.
   * @default { size: 10, windowMs: 25, concurrency: 5 }
   */
  batch?: BatchOptions | undefined;
  /**
   * How many answers are remembered, for how long, and with whom they are shared.
   * @default { max: 1000, ttlMs: 86_400_000 }
   */
  cache?: CacheOptions | undefined;
  /**
   * What asking the LLM may cost; when it is spent, errors get their fallback.
   * @default { requestsPerMinute: 60, tokensPerDay: 1_000_000 }
   */
  budget?: BudgetOptions | undefined;
  /**
   * What else to take out of the text before it goes to the LLM: patterns whose matches become
   * `[redacted]`, or a function that runs after the built-in redaction. `false` sends keys, addresses and
   * names as they stand in your errors: only for an endpoint on your own machine.
   * @default only the built-in redaction
   */
  redact?: false | readonly RegExp[] | ((text: string) => string) | undefined;
  /**
   * Language of the suggestions: `'en'` and `'ko'` for rules, any language name or code for the LLM.
   * @default 'en'
   */
  language?: string | undefined;
  /**
   * `'category'` splits Sentry's own groups by category.
   * @default 'none'
   */
  grouping?: 'none' | 'category' | undefined;
  /**
   * Called with every annotated event before it is sent. Return another event to send that one, `null`
   * to drop it. If it throws, the event goes out as it was.
   */
  onClassified?: OnClassified | undefined;
  /** Log what is decided to the console. @default Sentry's `debug` */
  debug?: boolean | undefined;
}

/** Sees every annotated event; returns another to send that one, `null` to drop it, nothing to keep it. */
export type OnClassified = (
  event: ErrorEvent,
  classification: Classification,
  hint: EventHint,
  // biome-ignore lint/suspicious/noConfusingVoidType: a callback that returns nothing is the usual case
) => ErrorEvent | null | void;

/** Any OpenAI-compatible endpoint. */
export interface LlmOptions {
  /**
   * Key of the endpoint. Local servers need none.
   * @default `SENTRY_LLM_API_KEY`, else `HOLYSHEEP_API_KEY`, else the application's own `OPENAI_API_KEY`
   */
  apiKey?: string | undefined;
  /**
   * What `/chat/completions` is put behind: `http://localhost:11434/v1`.
   * @default `SENTRY_LLM_BASE_URL`, else OpenAI with `OPENAI_API_KEY`, else `https://api.holysheep.ai/v1`
   */
  baseURL?: string | undefined;
  /**
   * Name as the endpoint knows it.
   * @default `SENTRY_LLM_MODEL`, else at OpenAI `gpt-4.1-mini`, else `deepseek/deepseek-chat-v3-0324`
   */
  model?: string | undefined;
  /**
   * Asked in this order when one is rate limited, down or left alone; in place of `model`.
   * @default only `model`
   */
  models?: readonly string[] | undefined;
  /**
   * Asks a stronger model again about answers less sure than `below` (0 to 1).
   * @default nobody is asked again
   */
  escalate?:
    | {
        /** Confidence, 0 to 1. */
        below: number;
        /** Name as the endpoint knows it. */
        model: string;
      }
    | undefined;
  /** Further body fields of the request: `{ seed: 7 }`. @default {} */
  params?: Record<string, unknown> | undefined;
  /** Further headers of each request. @default {} */
  headers?: Record<string, string> | undefined;
  /**
   * Longest a request may take, in milliseconds. Events wait `maxWaitMs` at most; a later answer fills the
   * cache. A script that has come to its end stays for a request in flight so long, unless it ends with
   * `await Sentry.close(2000)`.
   * @default 10_000
   */
  timeoutMs?: number | undefined;
  /**
   * What your endpoint charges, by model, in USD per million tokens; only for `stats().costUsd`.
   * @default the list prices of `@pydantic/genai-prices`
   * @example { 'qwen3:8b': { input: 0, output: 0 } }
   */
  prices?:
    | Record<
        string,
        {
          /** USD per million tokens that are sent. */
          input: number;
          /** USD per million tokens that come back. */
          output: number;
        }
      >
    | undefined;
  /**
   * A client of the `openai` package to use in place of an own one. Any other object with its
   * `chat.completions.create` does too: make that once for the whole process, at module level, since each
   * such object has a memory and a budget of its own.
   */
  client?: OpenAiClient | undefined;
}

/** How questions are gathered. */
export interface BatchOptions {
  /** Errors per request, at most. @default 10 */
  size?: number | undefined;
  /** How long a batch gathers, in milliseconds. @default 25 */
  windowMs?: number | undefined;
  /** Requests in flight at once. @default 5 */
  concurrency?: number | undefined;
}

/** How long answers are remembered, and with whom they are shared. */
export interface CacheOptions {
  /** Kinds of errors remembered. @default 1000 */
  max?: number | undefined;
  /**
   * How long an answer is good for, in milliseconds; one less sure than 0.5, a tenth of it. `0`: until
   * it makes room for another.
   * @default 86_400_000
   */
  ttlMs?: number | undefined;
  /**
   * Asked after the memory, shared by a fleet: of all processes with an equal configuration one asks about
   * a kind of error, the others take its answer. A store that fails or takes more than 300 ms is as good as
   * none, and is left alone for a while.
   */
  store?: ClassificationStore | undefined;
}

/** What asking may cost; when it is spent, errors get their fallback. */
export interface BudgetOptions {
  /** Requests to the LLM per minute. @default 60 */
  requestsPerMinute?: number | undefined;
  /** Tokens in and out per day (UTC). Requests in flight may go beyond it. @default 1_000_000 */
  tokensPerDay?: number | undefined;
  /** Asked before each request for one point, shared by a fleet. */
  limiter?: Limiter | undefined;
  /** Told after each answer how many tokens it used, a point each, shared by a fleet. */
  tokenLimiter?: Limiter | undefined;
}
