import type { ErrorFacts } from 'sentry-llm-classifier';
import { factsFrom } from '../packages/integration/src/facts/fromError.js';
import { isAboutLlm } from '../packages/integration/src/gate/gate.js';
import { readOptions } from '../packages/integration/src/options/settings.js';
import { createPipeline } from '../packages/integration/src/pipeline.js';
import { BUILT_IN_RULES } from '../packages/integration/src/rules/builtin.js';
import { createMatcher } from '../packages/integration/src/rules/matcher.js';
import { Tally } from '../packages/integration/src/stats.js';
import { WaitingRoom } from '../packages/integration/src/waitingRoom.js';
import { createChain } from './chain.js';
import { readCorpus } from './corpus.js';
import { micro, printTable, quantile } from './numbers.js';

const WARM_UP = 100;
const ROUNDS = 50;

/** What deciding without an LLM takes, step by step, and what a plain chain of expressions takes. */
export function measureRules(): void {
  const { file, errors } = readCorpus();
  const quiet = {
    isolate: <T>(run: () => T) => run(),
    warn: () => {},
    log: () => {},
    maxPending: 0,
  };
  const settings = readOptions({ llm: false });
  const room = new WaitingRoom({ maxWaitMs: 0, maxPending: 0 });
  const pipeline = createPipeline(settings, false, quiet, new Tally(), room);
  const match = createMatcher(BUILT_IN_RULES);
  const chain = createChain(BUILT_IN_RULES);
  const facts = errors.map(factsFrom);

  const steps: [name: string, step: (i: number) => unknown][] = [
    ['all: facts, gate, rules', (i) => pipeline.classify(factsFrom(errors[i]))],
    ['  facts', (i) => factsFrom(errors[i])],
    ['  gate', (i) => isAboutLlm(facts[i] as (typeof facts)[0])],
    ['  rules', (i) => match(facts[i] as (typeof facts)[0])],
    ['a chain of `if (/…/.test())` for the rules', (i) => chain(facts[i] as (typeof facts)[0])],
  ];
  const samples = measure(
    steps.map(([, step]) => step),
    errors.length,
  );
  printTable(
    `Per error, ${errors.length} errors of ${file}, ${BUILT_IN_RULES.length} rules, ${ROUNDS} rounds`,
    ['step', 'median', 'p99'],
    steps.map(([name], i) => {
      const all = samples[i] as Float64Array;
      return [name, micro(quantile(all, 0.5)), micro(quantile(all, 0.99))];
    }),
  );
  const [, , , rules, plain] = samples.map((all) => quantile(all, 0.5));
  console.log(
    `\nThe chain takes ${((plain ?? 0) / (rules ?? 1)).toFixed(1)} times as long as the rules.`,
  );

  const huge = HUGE.map(([name, error]): [string, (i: number) => unknown] => [
    name,
    () => pipeline.classify(factsFrom(error)),
  ]);
  const times = measure(
    huge.map(([, step]) => step),
    1,
  );
  printTable(
    'A message of 1 MB',
    ['message', 'median', 'p99'],
    huge.map(([name], i) => {
      const all = times[i] as Float64Array;
      return [name, micro(quantile(all, 0.5)), micro(quantile(all, 0.99))];
    }),
  );
}

const megabyte = (part: string) => part.repeat(Math.ceil(2 ** 20 / part.length)).slice(0, 2 ** 20);
const hugeError = (message: string): ErrorFacts => ({
  type: 'Error',
  message,
  packages: ['openai'],
});

const HUGE: readonly [name: string, error: ErrorFacts][] = [
  ['words', hugeError(megabyte('the model could not answer the question '))],
  ['spaces', hugeError(megabyte(' '))],
  ['JSON', hugeError(`400 {"error":{"message":"${megabyte('x ')}"}}`)],
  ['beginnings of phrases', hugeError(megabyte('rate limit maximum context '))],
  ['Korean', hugeError(megabyte('요청 한도를 '))],
];

/** Milliseconds of each call, the steps in turn within each round, so that a busy machine is busy for all. */
function measure(steps: readonly ((i: number) => unknown)[], errors: number): Float64Array[] {
  const samples = steps.map(() => new Float64Array(ROUNDS * errors));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [index, step] of steps.entries()) {
      for (let i = 0; i < errors; i++) {
        const start = performance.now();
        step(i);
        const time = performance.now() - start;
        if (round >= 0) (samples[index] as Float64Array)[round * errors + i] = time;
      }
    }
  }
  return samples;
}
