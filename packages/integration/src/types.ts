/** How a classification was reached. */
export type Source = 'rules' | 'cache' | 'llm' | 'fallback';

/**
 * Why the LLM did not decide, where a rule did not decide either.
 *
 * - `off`: no LLM is configured
 * - `sampled`: left out by `sampleRate` (its own or Sentry's)
 * - `fatal`: the process is about to end, the event must not wait
 * - `pressure`: too many events were waiting, Sentry's own buffer was filling up, or it was in a worker
 *   thread, where none waits
 * - `deadline`: no answer within `maxWaitMs`, or within what a flush left
 * - `budget`: the requests of a minute or the tokens of this day are spent
 * - `circuit_open`: the endpoint kept failing and is left alone for a while, or it refused the key
 * - `failed`: the endpoint failed, or its answer was unusable
 * - `not_ai`: not about an LLM at all (only from `createClassifier`; such events are not annotated)
 */
export type SkipReason =
  | 'off'
  | 'sampled'
  | 'fatal'
  | 'pressure'
  | 'deadline'
  | 'budget'
  | 'circuit_open'
  | 'failed'
  | 'not_ai';

/** What is written into the event's context `ai_classification`. */
export interface Classification {
  /** One of the taxonomy's names. */
  category: string;
  /** 0 to 1. */
  confidence: number;
  /** What to do about it, in the configured language. */
  suggestion: string;
  /** The classifying model, or `rules`. */
  model_used: string;
  /** Who said so. */
  source: Source;
  /** Name of the rule that decided or gave the hint. */
  rule?: string;
  /** Who answered with the error: `openai`, `anthropic`, `google` ... */
  provider?: string;
  /** The model the application called. */
  model?: string;
  /** HTTP status of the failed call. */
  status?: number;
  /** Whether the same request can succeed later. */
  retryable: boolean;
  /** How long the provider asked to wait, in milliseconds. */
  retry_after_ms?: number;
  /** The provider's name for the failed call, which its support asks for. */
  request_id?: string;
  /** Why the LLM did not decide. */
  skipped?: SkipReason;
  /** What the classification added to the event's way, in milliseconds. */
  latency_ms: number;
}

/** All the classifier knows of an error. Words come from the event, the rest from the error object too. */
export interface ErrorFacts {
  /** Class of the error: `RateLimitError`. */
  type: string;
  /** What the error says; read up to 4,000 characters. */
  message: string;
  /** HTTP status. */
  status?: number;
  /** The most telling code: the provider's, else the system's (`insufficient_quota`, `ECONNRESET`). */
  code?: string;
  /** Every code, type and reason found on the error, its body and its causes. */
  codes?: string[];
  /** Class names of the error, its ancestors and its causes. */
  classes?: string[];
  /** Who answered with the error: `openai`, `anthropic`, `google` ... */
  provider?: string;
  /** The model that was called. */
  model?: string;
  /** How long the provider asked to wait, in milliseconds. */
  retryAfterMs?: number;
  /** The SDK's own verdict, where it gives one. */
  retryable?: boolean;
  /** The provider's name for the failed call, which its support asks for. */
  requestId?: string;
  /** `Type: message` of each cause, nearest first. */
  causes?: string[];
  /** `module function` of the innermost frames, innermost first. */
  frames?: string[];
  /** npm packages in the stack, innermost first, each once. */
  packages?: string[];
  /** What `captureAiError` was given. */
  context?: Record<string, string | number | boolean>;
  /** Somebody has said that this is about an LLM: `captureAiError`, an AI span, an AI instrumentation. */
  marked?: boolean;
}

/** A category of a taxonomy. */
export interface Category {
  /** Told to the LLM. Without it the entry is no category of its own and only names the one it folds into. */
  description?: string;
  /** Where errors of this category go in a taxonomy that lacks it. */
  foldsInto?: string;
  /** Whether the same request can succeed later. Default `false`. */
  retryable?: boolean;
}

/** Category name → description, or description and more. */
export type Taxonomy = Readonly<Record<string, string | Category>>;

/**
 * One line of knowledge: when all conditions of `when` hold, the error is of this category.
 * Of several rules that match, the one with the highest confidence counts, so order never decides.
 */
export interface Rule {
  /** Unique; written into the event. */
  name: string;
  /** Where your taxonomy lacks it, the one it folds into counts; without such a one the rule is left out. */
  category: string;
  /** 0 to 1; at or above `ruleThreshold` the rule decides, below it is a hint. */
  confidence: number;
  /** What must hold. */
  when: Conditions;
  /** Text for the developer; without it the category's own is taken. */
  suggestion?: string;
  /** Overrides the category's. */
  retryable?: boolean;
}

/** Every condition that is given must hold; of the values of one condition, one must. */
export interface Conditions {
  /** HTTP status; `'none'`: the error carries no status at all. */
  status?: readonly (number | 'none')[];
  /** Code, error type or reason of the provider or the system. Case does not matter. */
  code?: readonly string[];
  /** Class of the error, of its ancestors or of a cause. */
  type?: readonly string[];
  /** Name as in the tag `ai_error_provider`. */
  provider?: readonly string[];
  /** npm package in the stack. */
  package?: readonly string[];
  /**
   * What the message or a cause says. Case, punctuation and `_`/`-` do not matter, a phrase starts at a
   * word's start; ` … ` stands for up to 80 characters. A RegExp is tried on the text as it is.
   */
  says?: readonly (string | RegExp)[];
  /** What it must not say. */
  saysNot?: readonly (string | RegExp)[];
}

/** A store shared by a fleet: anything with Keyv's `get` and `set`. */
export interface ClassificationStore {
  /** @returns the value or nothing, or a promise of it */
  get(key: string): unknown;
  /**
   * Keeps a value.
   * @param ttlMs how long the value is good for, in milliseconds
   */
  set(key: string, value: unknown, ttlMs?: number): unknown;
}

/**
 * A budget shared by a fleet: anything with rate-limiter-flexible's `consume`. Rejects with its result
 * (`msBeforeNext`) when it is spent; with an `Error` when its own store fails, which stops nobody.
 */
export interface Limiter {
  /**
   * Takes points; rejects where there are not enough.
   * @param points 1 by default
   */
  consume(key: string, points?: number): Promise<unknown>;
}

/** What one model was asked and has used. */
export interface ModelStats {
  /** HTTP requests, failed ones too. */
  requests: number;
  /** By the endpoint's own count; estimated where it gives none. */
  tokensIn: number;
  /** Counted as `tokensIn`. */
  tokensOut: number;
  /** At `llm.prices`, else at the list price; absent where neither knows the model. */
  costUsd?: number;
}

/** What the classifier has done since it was made. */
export interface Stats {
  /** Errors that a rule decided. */
  rules: number;
  /** Errors answered from memory or the fleet's store. */
  cache: number;
  /** Errors that the LLM answered. */
  llm: number;
  /** Errors that got the best hint of the rules, or `unknown_error`. */
  fallback: number;
  /** Fallbacks by reason. */
  skipped: Partial<Record<SkipReason, number>>;
  /** Questions put to the LLM: kinds of errors, not errors. */
  asked: number;
  /** Questions it answered usably. */
  answered: number;
  /** HTTP requests to the endpoint, failed ones too. */
  requests: number;
  /** Tokens by the endpoint's own count; estimated where it gives none. */
  tokensIn: number;
  /** Counted as `tokensIn`. */
  tokensOut: number;
  /** Sum over the models whose price is known. The list is loaded in the background with the first question. */
  costUsd?: number;
  /** The same by model. */
  models: Record<string, ModelStats>;
  /** From question to answer, in milliseconds, of the last 1,000 questions answered; 0 before the first. */
  latencyMs: {
    /** Half of the answers came in this time or less. */
    p50: number;
    /** 99 of 100 did. */
    p99: number;
  };
}
