import type { ErrorEvent, EventHint } from '@sentry/core';
import * as z from 'zod/mini';
import { toDotPath } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';
import type { OpenAiClient } from './llm/openai.js';
import { defaultTaxonomy } from './taxonomy.js';
import type { Classification, ClassificationStore, Limiter, Rule, Taxonomy } from './types.js';

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
  /** @default defaultTaxonomy */
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
   * Sentry's client holds (`transportOptions.bufferSize`, 64 by default).
   * @default 16
   */
  maxPending?: number | undefined;
  /** @default { size: 10, windowMs: 25, concurrency: 5 } */
  batch?: BatchOptions | undefined;
  /** @default { max: 1000, ttlMs: 86_400_000 } */
  cache?: CacheOptions | undefined;
  /** @default { requestsPerMinute: 60, tokensPerDay: 1_000_000 } */
  budget?: BudgetOptions | undefined;
  /**
   * What else to take out of the text before it goes to the LLM: patterns whose matches become
   * `[redacted]`, or a function that runs after the built-in redaction. `false` sends keys, addresses and
   * names as they stand in your errors: only for an endpoint on your own machine.
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

export type OnClassified = (
  event: ErrorEvent,
  classification: Classification,
  hint: EventHint,
  // biome-ignore lint/suspicious/noConfusingVoidType: a callback that returns nothing is the usual case
) => ErrorEvent | null | void;

/** Any OpenAI-compatible endpoint. */
export interface LlmOptions {
  /** @default `SENTRY_LLM_API_KEY`, else `HOLYSHEEP_API_KEY`, else the application's own `OPENAI_API_KEY` */
  apiKey?: string | undefined;
  /** @default `SENTRY_LLM_BASE_URL`, else the endpoint that the key belongs to */
  baseURL?: string | undefined;
  /** @default `SENTRY_LLM_MODEL`, else `deepseek/deepseek-chat-v3-0324`, with `OPENAI_API_KEY` `gpt-4.1-mini` */
  model?: string | undefined;
  /** Further body fields of the request: `{ seed: 7 }`. */
  params?: Record<string, unknown> | undefined;
  headers?: Record<string, string> | undefined;
  /**
   * Longest a request may take, in milliseconds. Events wait `maxWaitMs` at most; a later answer fills the cache.
   * @default 10_000
   */
  timeoutMs?: number | undefined;
  /** A client of the `openai` package to use in place of an own one. */
  client?: OpenAiClient | undefined;
}

export interface BatchOptions {
  /** Errors per request, at most. @default 10 */
  size?: number | undefined;
  /** How long a batch gathers, in milliseconds. @default 25 */
  windowMs?: number | undefined;
  /** Requests in flight at once. @default 5 */
  concurrency?: number | undefined;
}

export interface CacheOptions {
  /** Kinds of errors remembered. @default 1000 */
  max?: number | undefined;
  /** How long an answer is good for, in milliseconds. @default 86_400_000 */
  ttlMs?: number | undefined;
  /** Asked after the memory, shared by a fleet. */
  store?: ClassificationStore | undefined;
}

export interface BudgetOptions {
  /** Requests to the LLM per minute. @default 60 */
  requestsPerMinute?: number | undefined;
  /** Tokens in and out per day (UTC). @default 1_000_000 */
  tokensPerDay?: number | undefined;
  /** Asked before each request, shared by a fleet. */
  limiter?: Limiter | undefined;
}

const share = z.number().check(z.gte(0), z.lte(1));
const atLeast = (minimum: number) => z.int().check(z.gte(minimum));
const milliseconds = z.number().check(z.gte(0), z.lte(2 ** 31 - 1));
const text = z.string().check(z.minLength(1));
const webAddress = z.url({ protocol: /^https?$/ });
const withMethods = (...names: string[]) =>
  z.custom<object>(
    (value) =>
      (typeof value === 'object' || typeof value === 'function') &&
      value !== null &&
      names.every((name) => typeof (value as Record<string, unknown>)[name] === 'function'),
    { error: `expected an object with ${names.map((name) => `${name}()`).join(' and ')}` },
  );
const callback = z.custom<(...args: never[]) => unknown>((value) => typeof value === 'function', {
  error: 'expected a function',
});
const pattern = z.instanceof(RegExp);
const phrases = z.array(z.union([text, pattern], { error: 'expected a phrase or a RegExp' }));

const ruleSchema = z.strictObject({
  name: text,
  category: text,
  confidence: share,
  when: z
    .strictObject({
      status: z.optional(
        z.array(
          z.union([z.int(), z.literal('none')], { error: "expected an HTTP status or 'none'" }),
        ),
      ),
      code: z.optional(z.array(text)),
      type: z.optional(z.array(text)),
      provider: z.optional(z.array(text)),
      package: z.optional(z.array(text)),
      says: z.optional(phrases),
      saysNot: z.optional(phrases),
    })
    .check(
      z.refine((when) => Object.keys(when).length > 0, {
        error: 'expected at least one condition',
      }),
    ),
  suggestion: z.optional(text),
  retryable: z.optional(z.boolean()),
});

const llmSchema = z.strictObject({
  apiKey: z.optional(text),
  baseURL: z.optional(webAddress),
  model: z.optional(text),
  params: z.optional(z.record(z.string(), z.unknown())),
  headers: z.optional(z.record(z.string(), z.string())),
  timeoutMs: z._default(milliseconds, 10_000),
  client: z.optional(
    z.custom<OpenAiClient>(
      (value) =>
        typeof (value as OpenAiClient | undefined)?.chat?.completions?.create === 'function',
      { error: 'expected a client of the openai package' },
    ),
  ),
});

const optionsSchema = z.strictObject({
  llm: z.optional(z.union([z.literal(false), llmSchema])),
  sampleRate: z._default(share, 1),
  scope: z._default(z.enum(['ai', 'all']), 'ai'),
  taxonomy: z._default(
    z
      .record(
        text,
        z.union(
          [
            text,
            z.strictObject({
              description: z.optional(text),
              foldsInto: z.optional(text),
              retryable: z.optional(z.boolean()),
            }),
          ],
          { error: 'expected a description or { description, foldsInto?, retryable? }' },
        ),
      )
      .check(
        z.refine((names) => Object.keys(names).length > 0, {
          error: 'expected at least one category',
        }),
      ),
    defaultTaxonomy,
  ),
  rules: z._default(z.array(ruleSchema), []),
  ruleThreshold: z._default(share, 0.9),
  maxWaitMs: z._default(milliseconds, 1200),
  maxPending: z._default(atLeast(0), 16),
  batch: z.prefault(
    z.strictObject({
      size: z._default(atLeast(1), 10),
      windowMs: z._default(milliseconds, 25),
      concurrency: z._default(atLeast(1), 5),
    }),
    {},
  ),
  cache: z.prefault(
    z.strictObject({
      max: z._default(atLeast(1), 1000),
      ttlMs: z._default(milliseconds, 86_400_000),
      store: z.optional(withMethods('get', 'set')),
    }),
    {},
  ),
  budget: z.prefault(
    z.strictObject({
      requestsPerMinute: z._default(atLeast(0), 60),
      tokensPerDay: z._default(atLeast(0), 1_000_000),
      limiter: z.optional(withMethods('consume')),
    }),
    {},
  ),
  redact: z.optional(
    z.union([z.literal(false), z.array(pattern), callback], {
      error: 'expected false, a list of RegExps or a function',
    }),
  ),
  language: z._default(text, 'en'),
  grouping: z._default(z.enum(['none', 'category']), 'none'),
  onClassified: z.optional(callback),
  debug: z.optional(z.boolean()),
});

type Validated = z.infer<typeof optionsSchema>;

/** The options with every default filled in. */
export interface Settings
  extends Omit<
    Validated,
    'llm' | 'taxonomy' | 'rules' | 'cache' | 'budget' | 'redact' | 'onClassified'
  > {
  llm: false | undefined | (LlmOptions & { timeoutMs: number });
  taxonomy: Taxonomy;
  rules: readonly Rule[];
  cache: Validated['cache'] & { store?: ClassificationStore | undefined };
  budget: Validated['budget'] & { limiter?: Limiter | undefined };
  redact: LlmClassifierOptions['redact'];
  onClassified: OnClassified | undefined;
}

const english = en().localeError;

/**
 * Checks the options and fills in the defaults.
 * @throws TypeError that names every wrong path and what was expected there
 */
export function readOptions(options: LlmClassifierOptions): Settings {
  const parsed = optionsSchema.safeParse(options, { error: english });
  if (!parsed.success) {
    const lines = parsed.error.issues.flatMap((issue) => explain(issue));
    throw new TypeError(
      `sentry-llm-classifier: wrong options\n${lines.map((line) => `  ${line}`).join('\n')}`,
    );
  }
  return parsed.data as Settings;
}

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, prefix: readonly PropertyKey[] = []): string[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${name([...path, key])}: there is no such option`);
  }
  // `llm: { modle: … }` is meant as the object, not as the literal beside it: tell what is wrong inside.
  const inside =
    issue.code === 'invalid_union' &&
    issue.errors.find(
      (issues) =>
        issues.length > 0 &&
        issues.every((i) => i.path.length > 0 || i.code === 'unrecognized_keys'),
    );
  if (inside) return inside.flatMap((inner) => explain(inner as Issue, path));
  return [`${name(path)}: ${issue.message}`];
}

function name(path: readonly PropertyKey[]): string {
  return path.length > 0 ? toDotPath(path as PropertyKey[]) : 'options';
}
