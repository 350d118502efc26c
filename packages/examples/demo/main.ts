import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startProvider } from './provider.js';
import { type Spotlight, startSpotlight } from './spotlight.js';
import { startStandIn } from './standInLlm.js';
import { compare, formatTable, type Row } from './table.js';

const USAGE = `Usage: demo [--keep] [--screenshot FILE]

  --keep             stay up after the table, until Ctrl-C
  --screenshot FILE  save a picture of one event's page (needs Chromium in /usr/bin/chromium)`;

process.exitCode = await main();

/** @returns the process's exit code */
async function main(): Promise<number> {
  const options = readArguments();
  if (!options) return 2;

  const spotlight = await startSpotlight();
  const provider = await startProvider();
  const llm = await findLlm();
  try {
    await runApplication({
      ...provider.environment,
      ...llm.environment,
      SENTRY_DSN: spotlight.dsn,
    });
    const rows = compare(spotlight.received);
    report(rows, llm.description, spotlight);
    if (options.screenshot) await picture(spotlight, options.screenshot);
    if (options.keep) await untilStopped();
    return rows.every(({ problem }) => problem === '') ? 0 : 1;
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
  const { SENTRY_LLM_API_KEY, HOLYSHEEP_API_KEY, SENTRY_LLM_BASE_URL } = process.env;
  if (SENTRY_LLM_API_KEY || HOLYSHEEP_API_KEY) {
    return {
      description: `the LLM at ${SENTRY_LLM_BASE_URL ?? 'https://api.holysheep.ai/v1'}`,
      environment: {},
      close: async () => {},
    };
  }
  const standIn = await startStandIn();
  return {
    description:
      'a STAND-IN for the LLM, which only spots words (set SENTRY_LLM_API_KEY or HOLYSHEEP_API_KEY to ask a real one)',
    environment: {
      SENTRY_LLM_API_KEY: 'stand-in',
      SENTRY_LLM_BASE_URL: `${standIn.url}/v1`,
      SENTRY_LLM_MODEL: 'stand-in',
    },
    close: standIn.close,
  };
}

/** In a process of its own, as in production: its Sentry sees nothing of the demo's servers. */
async function runApplication(environment: Record<string, string>): Promise<void> {
  // Would make Sentry send everything a second time.
  const { SENTRY_SPOTLIGHT: _, ...inherited } = process.env;
  const application = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('app/main.ts', import.meta.url))],
    { env: { ...inherited, ...environment }, stdio: 'inherit' },
  );
  const [code] = await once(application, 'close');
  if (code !== 0) console.error(`The application ended with exit code ${code}.`);
}

function report(rows: readonly Row[], llm: string, spotlight: Spotlight): void {
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const wrong = count(({ problem }) => problem !== '');
  console.log(`
${formatTable(rows, process.stdout.columns ?? 140)}

${count(({ source }) => source === 'rules')} decided by rules, ${count(({ source }) => source === 'llm')} by ${llm},
${count(({ source }) => source === 'fallback')} fell back, ${count(({ category, source }) => source === '' && category !== '')} ordinary errors left alone.
${wrong === 0 ? `All ${rows.length} errors arrived as expected.` : `${wrong} of ${rows.length} errors did NOT arrive as expected.`}
Look at them: ${spotlight.url}
`);
}

/** Of the event whose context has most to show. */
async function picture(spotlight: Spotlight, file: string): Promise<void> {
  const { takeScreenshot } = await import('./screenshot.js');
  const event = spotlight.received.find(({ tags }) => tags?.job === 'summarise-backlog');
  await takeScreenshot(spotlight.eventPage(event?.event_id ?? ''), file);
  console.log(`Saved ${file}`);
}

async function untilStopped(): Promise<void> {
  console.log('Stays up. Press Ctrl-C to end.');
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
