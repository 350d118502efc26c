/** Makes `corpus.jsonl` anew: every error in it was thrown here. */
import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CALLS } from './calls.js';
import { ORDINARY } from './ordinary.js';
import { REPLIES, type Reply } from './replies.js';

interface Expected {
  label: string;
  alt?: string[];
}

const records: string[] = [];

async function record(call: () => unknown, { label, alt = [] }: Expected): Promise<void> {
  try {
    await call();
  } catch (thrown) {
    records.push(JSON.stringify({ ...describe(thrown as Error), label, alt }));
    return;
  }
  throw new Error(`Nothing was thrown where ${label} was expected.`);
}

function describe(error: Error) {
  const { status, code } = error as { status?: number; code?: string | number };
  const cause = error.cause as (Error & { code?: string }) | undefined;
  return {
    type: error.constructor.name,
    value: error.message,
    ...(typeof status === 'number' && { status }),
    ...(code != null && { code }),
    ...(cause && {
      cause: {
        type: cause.constructor.name,
        value: cause.message,
        ...(cause.code && { code: cause.code }),
      },
    }),
    modules: packagesOf(error.stack ?? ''),
  };
}

function packagesOf(stack: string): string[] {
  const found = stack.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\/(?!.*node_modules\/)/g);
  return [...new Set([...found].map(([, name]) => name ?? ''))];
}

/** Runs with a server that answers so; its address changes nothing in the messages. */
async function serve(listener: RequestListener, run: (url: string) => Promise<void>) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.closeAllConnections();
  server.close();
}

for (const reply of REPLIES) {
  await serve(
    (_, response) => {
      response.writeHead(reply.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(reply.body));
    },
    (url) => record(() => CALLS[reply.sdk](url), reply),
  );
}

/**
 * No answer at all. One that is cut off is missing: the runtime throws it with nobody else in the stack,
 * and only the request before it, which no record holds, tells whose it was.
 */
const FAULTS: readonly RequestListener[] = [() => {}, (request) => request.socket.destroy()];
const SDKS = Object.keys(CALLS) as Reply['sdk'][];
for (const sdk of SDKS) {
  for (const fault of FAULTS) {
    await serve(fault, (url) => record(() => CALLS[sdk](url), { label: 'api_connection_error' }));
  }
  await record(() => CALLS[sdk]('http://127.0.0.1:1'), { label: 'api_connection_error' });
}
for (const cause of ORDINARY) {
  await record(async () => cause('http://127.0.0.1:1'), { label: 'not_ai' });
}

writeFileSync(new URL('../corpus.jsonl', import.meta.url), `${records.join('\n')}\n`);
console.log(`${records.length} errors`);
