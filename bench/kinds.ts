import type { ErrorFacts } from 'sentry-llm-classifier';

/** Makes an error of one kind; its numbers and ids are others each time. */
export type Kind = (seed: number) => ErrorFacts;

const STEPS = [
  'summarise',
  'translate',
  'plan',
  'extract',
  'rank',
  'route',
  'rewrite',
  'label',
  'embed',
  'moderate',
  'quote',
  'reply',
];
const TROUBLES = [
  'gave up on ticket',
  'returned nothing usable for order',
  'left the loop early at turn',
  'lost the thread of job',
  'did not agree with itself on case',
  'was stopped by the guard at stage',
  'answered another question than',
  'ran out of ideas for draft',
  'wants a human for case',
  'skipped a required part of form',
  'could not settle on a tool for task',
  'contradicts its source in paragraph',
  'repeats itself since line',
  'stalled while it was thinking about item',
  'never came back with document',
];

/** Kinds that only an application's author could name, and those of the corpus; the order is mixed. */
export function makeKinds(corpus: readonly ErrorFacts[]): Kind[] {
  const own = STEPS.flatMap((step) =>
    TROUBLES.map(
      (trouble): Kind =>
        (seed) => ({
          type: 'Error',
          message: `LLM step ${step} ${trouble} ${idOf(seed)} after ${seed % 977} ms`,
          packages: ['.'],
        }),
    ),
  );
  const others = corpus.map(
    (error): Kind =>
      (seed) => ({ ...error, message: `${error.message} (request ${idOf(seed)})` }),
  );
  const random = randomFrom(7);
  return [...own, ...others]
    .map((kind) => ({ kind, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}

const idOf = (seed: number): string =>
  `req_${(seed * 2_654_435_761).toString(16).padStart(16, '0')}`;

/** Picks 0 … count − 1, the n-th n times as rarely as the first. */
export function zipf(count: number): () => number {
  const sums: number[] = [];
  let sum = 0;
  for (let i = 1; i <= count; i++) {
    sum += 1 / i;
    sums.push(sum);
  }
  const random = randomFrom(42);
  return () => {
    const at = random() * sum;
    return sums.findIndex((upTo) => at < upTo);
  };
}

/** The same numbers in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
