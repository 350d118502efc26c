import { setImmediate, setTimeout } from 'node:timers/promises';
import { calcPrice } from '@pydantic/genai-prices';
import {
  type Classifier,
  createClassifier,
  type ErrorFacts,
  type Stats,
} from 'sentry-llm-classifier';
import { readCorpus } from './corpus.js';
import { type Kind, makeKinds, zipf } from './kinds.js';
import { startEndpoint } from './loopback.js';
import { milli, printTable, quantile, whole } from './numbers.js';

const ERRORS = 100_000;
/** Errors that come one right after the other, and the milliseconds from one such wave to the next. */
const WAVE = 20;
const EVERY = 10;
/** As in the integration, which must not fill Sentry's buffer. */
const MAX_PENDING = 16;
/** Of the endpoint, in milliseconds. */
const LATENCY = 200;
/** Asked one by one, to learn what one call for one error takes. */
const SINGLE_CALLS = 100;

const MODELS: readonly [name: string, id: string, providerId: string][] = [
  ['DeepSeek V3', 'deepseek-chat', 'deepseek'],
  ['Gemini 2.5 Flash', 'gemini-2.5-flash', 'google'],
  ['GPT-4.1', 'gpt-4.1', 'openai'],
  ['Claude Sonnet', 'claude-sonnet-4-5', 'anthropic'],
];

/** What a long run of errors costs, next to one call of an LLM for each. */
export async function measureEconomy(): Promise<void> {
  const kinds = makeKinds(readCorpus().llmErrors);
  const pick = zipf(kinds.length);
  const endpoint = await startEndpoint(LATENCY);
  const classifier = open(endpoint.baseURL, 'loopback', 10);
  const waits = new Float64Array(ERRORS);
  const underWay: Promise<void>[] = [];
  const start = performance.now();
  for (let i = 0; i < ERRORS; i++) {
    underWay.push(timed(classifier, (kinds[pick()] as Kind)(i), waits, i));
    const untilNext = start + (EVERY * (i + 1)) / WAVE - performance.now();
    await ((i + 1) % WAVE === 0 && untilNext > 0 ? setTimeout(untilNext) : setImmediate());
  }
  await Promise.all(underWay);
  const seconds = (performance.now() - start) / 1000;
  const stats = classifier.stats();
  classifier.close();
  const single = await measureSingleCalls(kinds, endpoint.baseURL);
  await endpoint.close();

  print(stats, single, kinds.length);
  console.log(
    `\nAdded wait per event: p50 ${milli(quantile(waits, 0.5))}, p99 ${milli(quantile(waits, 0.99))}, longest ${milli(quantile(waits, 1))}. ${seconds.toFixed(0)} s in all.`,
  );
}

/** The budget is raised beyond reach: what is measured is how rarely there is a question. */
function open(baseURL: string, model: string, size: number): Classifier {
  return createClassifier({
    llm: { apiKey: 'none', baseURL, model },
    batch: { size },
    maxPending: MAX_PENDING,
    budget: { requestsPerMinute: 1_000_000, tokensPerDay: 1_000_000_000 },
  });
}

async function timed(
  classifier: Classifier,
  error: ErrorFacts,
  waits: Float64Array,
  at: number,
): Promise<void> {
  const start = performance.now();
  await classifier.classify(error);
  waits[at] = performance.now() - start;
}

/** The same prompt with one error in it, as often as there are kinds that no rule decides. */
async function measureSingleCalls(kinds: readonly Kind[], baseURL: string): Promise<Stats> {
  // Another model: equal settings would answer from the memory of the run before.
  const classifier = open(baseURL, 'one by one', 1);
  // A rule answers some of them; so many more are tried until enough were asked.
  for (let i = 0; i < kinds.length && classifier.stats().requests < SINGLE_CALLS; i += 5) {
    await Promise.all(kinds.slice(i, i + 5).map((kind) => classifier.classify(kind(ERRORS))));
  }
  const stats = classifier.stats();
  classifier.close();
  return stats;
}

function print(stats: Stats, single: Stats, kinds: number): void {
  const obvious = {
    tokensIn: single.tokensIn / single.requests,
    tokensOut: single.tokensOut / single.requests,
  };
  const each = { tokensIn: obvious.tokensIn * ERRORS, tokensOut: obvious.tokensOut * ERRORS };
  const skipped = Object.entries(stats.skipped).map(([reason, count]) => `${reason} ${count}`);
  printTable(
    `${whole(ERRORS)} LLM errors of ${kinds} kinds (Zipf), ${WAVE} every ${EVERY} ms, an endpoint that answers in ${LATENCY} ms, default options but no budget`,
    ['', 'this package', 'one call per error'],
    [
      ['requests', whole(stats.requests), whole(ERRORS)],
      ['tokens in', whole(stats.tokensIn), whole(each.tokensIn)],
      ['tokens out', whole(stats.tokensOut), whole(each.tokensOut)],
      ...MODELS.map(([name, id, providerId]) => [
        `cost, ${name}`,
        costOf(stats, id, providerId),
        costOf(each, id, providerId),
      ]),
    ],
  );
  console.log(
    `\nDecided by rules ${whole(stats.rules)}, from memory ${whole(stats.cache)}, by the LLM ${whole(stats.llm)}, by the best guess ${whole(stats.fallback)}${skipped.length > 0 ? ` (${skipped.join(', ')})` : ''}.`,
  );
  console.log(
    `Tokens by estimate. One call per error: as many tokens as ${single.requests} requests with one error took on average.`,
  );
}

function costOf(
  { tokensIn, tokensOut }: Pick<Stats, 'tokensIn' | 'tokensOut'>,
  id: string,
  providerId: string,
): string {
  const price = calcPrice({ input_tokens: tokensIn, output_tokens: tokensOut }, id, { providerId });
  return price ? `$${price.total_price.toFixed(2)}` : 'no price known';
}
