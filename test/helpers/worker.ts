import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { Project } from './project.js';

export interface Worker {
  /** Sends a GET request and resolves with the status. */
  get(path: string): Promise<number>;
  stderr(): string;
}

/** Runs `fixtures/worker.mjs`, bundled, in a real workerd until the test ends. */
export async function startWorker(
  workerd: string,
  { folder }: Project,
  bindings: Record<string, string>,
): Promise<Worker> {
  await build({
    absWorkingDir: folder,
    entryPoints: ['worker.mjs'],
    outfile: 'worker.bundle.js',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'silent',
  });
  const config = join(folder, 'workerd.capnp');
  await writeFile(config, configuration(bindings));
  const process = spawn(workerd, ['serve', config, '--control-fd=3'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'pipe', 'pipe'],
  });
  let stderr = '';
  process.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  onTestFinished(async () => {
    // Asked politely, it waits for the requests that hang.
    process.kill('SIGKILL');
    await once(process, 'close');
  });
  const [line] = await Promise.race([
    once(process.stdio[3] as Readable, 'data'),
    once(process, 'exit').then(() => Promise.reject(new Error(`workerd has ended: ${stderr}`))),
  ]);
  const { port } = JSON.parse(String(line));
  return {
    async get(path) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      await response.text();
      return response.status;
    },
    stderr: () => stderr,
  };
}

function configuration(bindings: Record<string, string>): string {
  const listed = Object.entries(bindings).map(
    ([name, text]) => `(name = "${name}", text = ${JSON.stringify(text)})`,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.bundle.js")],
  compatibilityDate = "2026-11-01",
  bindings = [${listed.join(', ')}],
);
`;
}
