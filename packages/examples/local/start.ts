import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withoutSecrets } from './address.js';
import { environmentOf, startProvider } from './provider.js';

/** How each example is started, by hand too: one command after the other, in the example's folder. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'express-chat': ['node --import tsx --import ./instrument.ts server.ts'],
  'langchain-worker': ['node --import tsx --import ./instrument.ts worker.ts'],
  'hono-worker': ['node --import tsx dev.ts'],
  'nextjs-chat': ['node_modules/.bin/next build', 'node_modules/.bin/next start'],
};

const USAGE = `Usage: start ${Object.keys(EXAMPLES).join('|')} [--spotlight]

  --spotlight  show the errors in a local Sentry; stays up until Ctrl-C

  OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL  a real provider in place of the local stand-in
  SENTRY_DSN                                     where errors go without --spotlight
  PORT                                           of the web servers, default 3000`;

process.exitCode = await main();

/** @returns the process's exit code */
async function main(): Promise<number> {
  const options = readArguments();
  if (!options) return 2;

  const taken = options.example === 'langchain-worker' ? undefined : await findPortTrouble();
  if (taken) {
    console.error(taken);
    return 2;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const provider = process.env.OPENAI_API_KEY ? undefined : await startProvider();
  const spotlight = options.spotlight ? await openSpotlight() : undefined;
  try {
    const environment = {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      // Sentry would report through the user's proxy, which cannot reach this machine's loopback.
      no_proxy: `${process.env.no_proxy ?? ''},127.0.0.1`,
      ...(provider && environmentOf(provider)),
      ...(spotlight && { SENTRY_DSN: spotlight.dsn }),
    };
    console.log(
      provider
        ? 'LLM: a STAND-IN on this machine (set OPENAI_API_KEY to ask a real one)'
        : `LLM: ${withoutSecrets(process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1')}`,
    );
    console.log(`Errors: ${spotlight?.url ?? describe(process.env.SENTRY_DSN)}`);

    const code = await run(options.example, environment, stop.signal);
    if (spotlight && !stop.signal.aborted) {
      console.log(`Look at the errors: ${spotlight.url}. Press Ctrl-C to end.`);
      await once(stop.signal, 'abort');
    }
    return code;
  } finally {
    await Promise.all([provider?.close(), spotlight?.close()]);
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { spotlight: { type: 'boolean', default: false } },
    });
    const [example = '', ...rest] = positionals;
    if (!Object.hasOwn(EXAMPLES, example) || rest.length > 0) throw new Error('Which example?');
    return { example, spotlight: values.spotlight };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return undefined;
  }
}

/** What the servers would end with a stack trace for. */
async function findPortTrouble(): Promise<string | undefined> {
  const port = process.env.PORT ?? '3000';
  if (!/^\d{1,5}$/.test(port)) return `PORT is not a number: ${JSON.stringify(port)}`;
  const server = createServer();
  try {
    server.listen(Number(port));
    await once(server, 'listening');
  } catch (error) {
    return `Port ${port} cannot be used (${(error as NodeJS.ErrnoException).code}). Set PORT to another one.`;
  }
  server.close();
  await once(server, 'close');
  return undefined;
}

function describe(dsn: string | undefined): string {
  return dsn ? 'go to SENTRY_DSN' : 'go nowhere (set SENTRY_DSN, or look at them with --spotlight)';
}

/** Loaded only where it is wanted: it is large. */
async function openSpotlight() {
  const { startSpotlight } = await import('./spotlight.js');
  return startSpotlight();
}

/** In processes of their own, as in production: their Sentry sees nothing of the servers here. */
async function run(example: string, env: NodeJS.ProcessEnv, stop: AbortSignal): Promise<number> {
  const cwd = fileURLToPath(new URL(`../${example}`, import.meta.url));
  for (const command of EXAMPLES[example] ?? []) {
    const [program = '', ...args] = command.split(' ');
    const child = spawn(program, args, { cwd, env, stdio: 'inherit' });
    const code = await ended(child, stop);
    if (code !== 0) return code;
  }
  return 0;
}

async function ended(child: ChildProcess, stop: AbortSignal): Promise<number> {
  const kill = () => child.kill();
  stop.addEventListener('abort', kill);
  const [code] = await once(child, 'close');
  stop.removeEventListener('abort', kill);
  return code ?? 130;
}
