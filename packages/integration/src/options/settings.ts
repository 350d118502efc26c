import * as z from 'zod/mini';
import { toDotPath } from 'zod/v4/core';
import en from 'zod/v4/locales/en.js';
import type { OpenAiClient } from '../llm/openai.js';
import { defaultTaxonomy } from '../taxonomy.js';
import type { ClassificationStore, Limiter, Rule, Taxonomy } from '../types.js';
import type { LlmClassifierOptions, LlmOptions, OnClassified } from './options.js';

const share = z.number().check(z.gte(0), z.lte(1));
const atLeast = (minimum: number) => z.int().check(z.gte(minimum));
const milliseconds = z.number().check(z.gte(0), z.lte(2 ** 31 - 1));
const price = z.number().check(z.gte(0));
const text = z.string().check(z.minLength(1));
const webAddress = z.url({ protocol: /^https?$/, error: 'expected an http(s) address' });
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
  models: z.optional(z.array(text).check(z.minLength(1))),
  escalate: z.optional(z.strictObject({ below: share, model: text })),
  params: z.optional(z.record(z.string(), z.unknown())),
  headers: z.optional(z.record(z.string(), z.string())),
  timeoutMs: z._default(milliseconds, 10_000),
  prices: z.optional(z.record(text, z.strictObject({ input: price, output: price }))),
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
  maxPending: z.optional(atLeast(0)),
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
      tokenLimiter: z.optional(withMethods('consume')),
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
  budget: Validated['budget'] & {
    limiter?: Limiter | undefined;
    tokenLimiter?: Limiter | undefined;
  };
  redact: LlmClassifierOptions['redact'];
  onClassified: OnClassified | undefined;
}

const english = en().localeError;

/**
 * Checks the options and fills in the defaults.
 * @throws TypeError that names every wrong path and what was expected there
 */
export function readOptions(options: LlmClassifierOptions): Settings {
  const isEmpty = typeof options === 'object' && options && Object.keys(options).length === 0;
  if (!isEmpty) return validate(options);
  defaults ??= validate(options);
  return defaults;
}

/** Some platforms make a client, and so an integration, for each request. */
let defaults: Settings | undefined;

function validate(options: LlmClassifierOptions): Settings {
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
