import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withoutSecrets } from '../local/address.js';
import { type Spotlight, startSpotlight } from '../local/spotlight.js';
import { diagnoseLlm } from './diagnosis.js';
import { startProvider } from './provider.js';
import { startStandIn } from './standInLlm.js';
import { compare, formatTable, LEFT_ALONE, type Row } from './table.js';

const USAGE = `Usage: demo [--keep] [--screenshot FILE]

  --keep             stay up after the table, until Ctrl-C
  --screenshot FILE  save a picture of one event's page (needs Chromium in /usr/bin/chromium)`;

/** What of this machine's own would lead the application's SDKs elsewhere. */
const MISLEADING = /^(?:SENTRY_(?!LLM_)|OPENAI_|AZURE_OPENAI_|ANTHROPIC_|GEMINI_|GOOGLE_)/;

process.exitCode = await main();

/** @returns the process's exit code */
async function main(): Promise<number> {
  const options = readArguments();
  if (!options) return 2;

  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  const spotlight = await startSpotlight();
  const provider = await startProvider();
  const llm = await findLlm();
  try {
    const ended = await runApplication(
      { ...provider.environment, ...llm.environment, SENTRY_DSN: spotlight.dsn },
      stop.signal,
    );
    if (stop.signal.aborted) return 130;
    const rows = compare(spotlight.received);
    report(rows, llm.description);
    if (!llm.isStandIn && rows.some(({ source }) => source === 'fallback')) {
      for (const finding of await diagnoseLlm()) console.log(finding);
    }
    console.log(
      options.keep
        ? `Look at them: ${spotlight.url}`
        : 'Look at them in a local Sentry: npx -y pnpm@12 demo --keep',
    );
    if (options.screenshot) await picture(spotlight, options.screenshot);
    if (options.keep) await untilStopped(stop.signal);
    return ended && rows.every(({ problem }) => problem === '') ? 0 : 1;
  } finally {
    await Promise.all([llm.close(), provider.close(), spotlight.close()]);
  }
}

function readArguments() {
  try {
    return parseArgs({
      options: { keep: { type: 'boolean' }, screenshot: { type: 'string' } },
    }).values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return undefined;
  }
}

/** The user's own endpoint where the environment names one, else a stand-in. */
async function findLlm() {
  const read = (name: string) => process.env[name]?.trim();
  const address = read('SENTRY_LLM_BASE_URL');
  if (read('SENTRY_LLM_API_KEY') || read('HOLYSHEEP_API_KEY') || address) {
    return {
      description: `the LLM at ${withoutSecrets(address || 'https://api.holysheep.ai/v1')}`,
      isStandIn: false,
      environment: {},
      close: async () => {},
    };
  }
  const standIn = await startStandIn();
  return {
    description:
      'a STAND-IN for the LLM, which only spots words (set SENTRY_LLM_API_KEY or HOLYSHEEP_API_KEY to ask a real one)',
    isStandIn: true,
    environment: {
      SENTRY_LLM_API_KEY: 'stand-in',
      SENTRY_LLM_BASE_URL: `${standIn.url}/v1`,
      SENTRY_LLM_MODEL: 'stand-in',
    },
    close: standIn.close,
  };
}

/**
 * In a process of its own, as in production: its Sentry sees nothing of the demo's servers.
 * @returns whether it came to its end
 */
async function runApplication(
  environment: Record<string, string>,
  signal: AbortSignal,
): Promise<boolean> {
  const inherited = Object.entries(process.env).filter(([name]) => !MISLEADING.test(name));
  // Sentry would report through the user's proxy, which cannot reach this machine's loopback.
  const no_proxy = `${process.env.no_proxy ?? ''},127.0.0.1`;
  const application = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('app/main.ts', import.meta.url))],
    { env: { ...Object.fromEntries(inherited), no_proxy, ...environment }, stdio: 'inherit' },
  );
  const kill = () => application.kill();
  signal.addEventListener('abort', kill);
  const [code] = await once(application, 'close');
  signal.removeEventListener('abort', kill);
  if (code !== 0) console.error(`The application ended with exit code ${code}.`);
  return code === 0;
}

function report(rows: readonly Row[], llm: string): void {
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const wrong = count(({ problem }) => problem !== '');
  const fallen = rows.filter(({ source }) => source === 'fallback');
  const reasons = [...new Set(fallen.map(({ skipped }) => skipped))].join(', ');
  const lines = [
    formatTable(rows, process.stdout.columns ?? 140),
    '',
    `${count(({ source }) => source === 'rules')} decided by rules, ${count(({ source }) => source === 'llm')} by ${llm}.`,
    `${count(({ category }) => category === LEFT_ALONE)} ordinary errors left alone.`,
    ...(fallen.length > 0
      ? [`${fallen.length} fell back to their best hint: ${llm} gave no answer (${reasons}).`]
      : []),
    wrong === 0
      ? `All ${rows.length} errors arrived as expected.`
      : `${wrong} of ${rows.length} errors did NOT arrive as expected.`,
  ];
  console.log(`\n${lines.join('\n')}`);
}

/** Of the event whose context has most to show. */
async function picture(spotlight: Spotlight, file: string): Promise<void> {
  const { takeScreenshot } = await import('../local/screenshot.js');
  const event = spotlight.received.find(({ tags }) => tags?.job === 'summarise-backlog');
  // pnpm runs scripts in the package's folder; the name is meant from where the user stands.
  const path = resolve(process.env.INIT_CWD ?? '', file);
  await takeScreenshot(spotlight.eventPage(event?.event_id ?? ''), path);
  console.log(`Saved ${path}`);
}

async function untilStopped(signal: AbortSignal): Promise<void> {
  console.log('Stays up. Press Ctrl-C to end.');
  if (!signal.aborted) await once(signal, 'abort');
}
