import * as Sentry from '@sentry/node';
import OpenAI from 'openai';
import { llmClassifierIntegration } from 'sentry-llm-classifier';
import { printTable, quantile } from './numbers.js';

const WARM_UP = 10;
const ROUNDS = 60;
/** Below what the SDK holds in processing at once. */
const EVENTS = 50;
const BATCHES = 2;

/** What the integration adds to `captureException` of an obvious error, in one process, round by round. */
export async function measureCapture(): Promise<void> {
  const plain = createClient([]);
  const classifying = createClient([llmClassifierIntegration({ llm: false })]);
  const ratios = new Float64Array(ROUNDS);
  const sums = { plain: 0, classifying: 0 };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // Who goes first takes turns, too.
    const order = round % 2 ? [plain, classifying] : [classifying, plain];
    const times = new Map<Sentry.NodeClient, number>();
    for (const client of order) times.set(client, await cpuOf(client));
    if (round < 0) continue;
    ratios[round] = (times.get(classifying) ?? 0) / (times.get(plain) ?? 1);
    sums.plain += times.get(plain) ?? 0;
    sums.classifying += times.get(classifying) ?? 0;
  }
  await Sentry.close();

  const perEvent = (sum: number) => `${(sum / ROUNDS / BATCHES / EVENTS).toFixed(1)} µs`;
  printTable(
    `CPU of captureException and sending, @sentry/node ${Sentry.SDK_VERSION}, ${ROUNDS} rounds of ${BATCHES * EVENTS} events each way, transport that drops what it gets`,
    ['', 'CPU per event', 'ratio'],
    [
      ['without the integration', perEvent(sums.plain), '1.000'],
      [
        'with it (rules decide)',
        perEvent(sums.classifying),
        (sums.classifying / sums.plain).toFixed(3),
      ],
      ['median of the rounds', '', quantile(ratios, 0.5).toFixed(3)],
    ],
  );
}

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
  let total = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const errors = Array.from({ length: EVENTS }, rateLimitError);
    const start = process.cpuUsage();
    Sentry.withScope((scope) => {
      scope.setClient(client);
      for (const error of errors) Sentry.captureException(error);
    });
    await client.flush(2000);
    const { user, system } = process.cpuUsage(start);
    total += user + system;
  }
  return total;
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
