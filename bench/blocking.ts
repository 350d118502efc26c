import * as Sentry from '@sentry/node';
import { llmClassifierIntegration } from 'sentry-llm-classifier';
import { milli, printTable, quantile } from './numbers.js';

const RUNS = 200;

/** Events and errors that take an integration long, as Sentry hands them to the hook. */
const KINDS: readonly (readonly [name: string, make: (i: number) => Error])[] = [
  ['an ordinary error', (i) => new Error(`connect ECONNREFUSED 10.0.0.${i % 250}:5432`)],
  ['an error about an LLM', (i) => new Error(`OpenAI helper: 429 rate limit reached ${i}`)],
  ['1 MB of words', (i) => new Error(`OpenAI ${i} ${'tokens exceed the limit '.repeat(42_000)}`)],
  ['5 MB of one letter', (i) => new Error(`OpenAI ${i} ${'a'.repeat(5_000_000)}`)],
  ['5 MB of braces', (i) => new Error(`OpenAI ${i} ${'{'.repeat(5_000_000)}`)],
  ['20 kB of JSON', (i) => new Error(`400 ${JSON.stringify({ error: nested(i, 150) })}`)],
  [
    '10,000 errors in one',
    (i) => new AggregateError(Array(10_000).fill(new Error(`part ${i}`)), `OpenAI ${i}`),
  ],
  ['a cause of a cause, 100 deep', (i) => deep(i, 100)],
];

const nested = (i: number, fields: number): object =>
  Object.fromEntries(
    Array.from({ length: fields }, (_, n) => [`field${n}`, `${i} ${'x '.repeat(50)}`]),
  );

const deep = (i: number, depth: number): Error =>
  new Error(`OpenAI ${i} ${depth}`, depth > 0 ? { cause: deep(i, depth - 1) } : undefined);

/** For how long the hook holds up the process with one event. */
export async function measureBlocking(): Promise<void> {
  let took = 0;
  const stopwatch = {
    name: 'Stopwatch',
    afterAllSetup(client: { getOptions(): Pick<Sentry.NodeOptions, 'beforeSend'> }) {
      const options = client.getOptions();
      const hook = options.beforeSend;
      options.beforeSend = (event, hint) => {
        const start = performance.now();
        const sent = hook?.(event, hint) ?? event;
        took = performance.now() - start;
        return sent;
      };
    },
  };
  Sentry.init({
    dsn: 'http://public@127.0.0.1:1/1',
    integrations: [llmClassifierIntegration({ llm: false }), stopwatch],
    transport: (options) => Sentry.createTransport(options, async () => ({ statusCode: 200 })),
  });
  const rows: string[][] = [];
  for (const [name, make] of KINDS) {
    const times = new Float64Array(RUNS);
    for (let run = 0; run < RUNS; run++) {
      took = Number.NaN;
      Sentry.captureException(make(run));
      await Sentry.flush(2000);
      if (Number.isNaN(took)) throw new Error(`Sentry dropped ${name} before the hook`);
      times[run] = took;
    }
    const [first = 0] = times;
    const sorted = times.slice(1);
    rows.push([
      name,
      ...[first, quantile(sorted, 0.5), quantile(sorted, 0.99), Math.max(...sorted)].map(milli),
    ]);
  }
  await Sentry.close();
  printTable(
    `How long the hook holds up the process with one event, ${RUNS} events a line, one after the other`,
    ['', 'the first', 'median', 'p99', 'longest of the others'],
    rows,
  );
}
