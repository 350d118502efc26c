import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Ingest, startIngest } from './ingest.js';

export interface Example {
  ingest: Ingest;
  /** All it has printed so far, a line each. */
  output: readonly string[];
  /** Resolves to the first line that holds such words. */
  printed(words: RegExp): Promise<string>;
  /** Resolves to the exit code. */
  ended: Promise<number>;
}

const examples = fileURLToPath(new URL('../../packages/examples', import.meta.url));

/** Starts an example as its users do, on a free port, reporting to an ingest endpoint. Ends with the test. */
export async function startExample(
  name: string,
  environment: Record<string, string> = {},
): Promise<Example> {
  const ingest = await startIngest();
  const starter = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts', name], {
    cwd: examples,
    env: { ...process.env, PORT: '0', SENTRY_DSN: ingest.dsn, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(starter, 'close').then(([code]) => code as number);
  onTestFinished(async () => {
    starter.kill();
    await ended;
    await ingest.close();
  });
  return { ingest, ended, ...linesOf(starter, ended) };
}

function linesOf(program: ChildProcess, ended: Promise<number>) {
  const output: string[] = [];
  const waiting = new Set<() => void>();
  for (const input of [program.stdout, program.stderr]) {
    if (!input) continue;
    createInterface({ input }).on('line', (line) => {
      output.push(line);
      for (const check of waiting) check();
    });
  }
  const printed = (words: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const check = () => {
        const line = output.find((line) => words.test(line));
        if (line !== undefined) resolve(line);
      };
      waiting.add(check);
      check();
      ended.then((code) => reject(new Error(`Ended with ${code}:\n${output.join('\n')}`)));
    });
  return { output, printed };
}
