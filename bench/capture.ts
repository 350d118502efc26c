import * as Sentry from '@sentry/node';
import OpenAI from 'openai';
import { llmClassifierIntegration } from 'sentry-llm-classifier';
import { printTable, quantile } from './numbers.js';

const WARM_UP = 60;
const ROUNDS = 300;
/** Few, so that what disturbs a machine meets all clients of a round alike. */
const EVENTS = 20;

/**
 * What the integration adds to `captureException` of an obvious error, in one process. In each round
 * every client takes its turn, and who goes first changes; the control is a second client without the
 * integration, and shows how far from 1 a ratio is by chance.
 */
export async function measureCapture(): Promise<void> {
  const clients = [
    createClient([]),
    createClient([]),
    createClient([llmClassifierIntegration({ llm: false })]),
  ] as const;
  const times = clients.map(() => new Float64Array(ROUNDS));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const index of ORDERS[(round + WARM_UP) % ORDERS.length] ?? []) {
      const time = await cpuOf(clients[index]);
      if (round >= 0) (times[index] as Float64Array)[round] = time;
    }
  }
  await Sentry.close();

  const [plain, control, classifying] = times as [Float64Array, Float64Array, Float64Array];
  const row = (name: string, of: Float64Array): string[] => {
    const ratios = of.map((time, round) => time / (plain[round] ?? time));
    const ratio = quantile(ratios, 0.5).toFixed(3);
    return [name, `${(quantile(of.slice(), 0.5) / EVENTS).toFixed(1)} µs`, ratio];
  };
  printTable(
    `CPU of captureException and sending, @sentry/node ${Sentry.SDK_VERSION}, ${ROUNDS} rounds of ${EVENTS} events each, transport that drops what it gets`,
    ['', 'CPU per event, median', 'ratio, median of the rounds'],
    [
      row('without the integration', plain),
      row('without it again: the control', control),
      row('with it (rules decide)', classifying),
    ],
  );
}

/** Each client is first, second and last as often, and follows each other as often. */
const ORDERS = [
  [0, 1, 2],
  [2, 1, 0],
  [1, 2, 0],
  [0, 2, 1],
  [2, 0, 1],
  [1, 0, 2],
] as const;

function createClient(integrations: Sentry.NodeOptions['integrations'] & object[]) {
  const client = Sentry.init({
    dsn: 'http://public@127.0.0.1:1/1',
    integrations,
    transport: (options) => Sentry.createTransport(options, async () => ({ statusCode: 200 })),
  });
  if (!client) throw new Error('Sentry.init gave no client');
  return client;
}

/** Microseconds of user and system time. */
async function cpuOf(client: Sentry.NodeClient): Promise<number> {
  const errors = Array.from({ length: EVENTS }, rateLimitError);
  const start = process.cpuUsage();
  Sentry.withScope((scope) => {
    scope.setClient(client);
    for (const error of errors) Sentry.captureException(error);
  });
  await client.flush(2000);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

let count = 0;

/** As the SDK throws it; each is another, or Sentry would drop it as a duplicate. */
function rateLimitError(): Error {
  const message = `Rate limit reached for gpt-4.1 in organization org-${count++}: Limit 30000, Requested 812.`;
  return OpenAI.APIError.generate(
    429,
    { error: { message, type: 'tokens', param: null, code: 'rate_limit_exceeded' } },
    undefined,
    new Headers({ 'retry-after': '2' }),
  );
}
