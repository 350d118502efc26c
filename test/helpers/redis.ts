import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { listen } from './server.js';

export interface Redis {
  url: string;
  /** It holds its connections open and answers nobody any more. */
  hang(): void;
  /** Ends at once, as in a crash. */
  stop(): Promise<void>;
}

/** Debian's `redis-server`; where it is missing, what needs it says so and skips. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis)
  console.warn('SKIPPED: no redis-server on this machine (apt-get install redis-server)');

/** A real Redis on a free loopback port that keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
  for (let tries = 5; ; tries--) {
    try {
      return await startOn(await freePort());
    } catch (error) {
      // Between finding a port and using it, somebody else may have taken it.
      if (tries === 1) throw error;
    }
  }
}

async function startOn(port: string): Promise<Redis> {
  const server = spawn(
    'redis-server',
    ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await readiness(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    hang: () => void server.kill('SIGSTOP'),
    stop: async () => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
}

async function readiness(server: ChildProcess): Promise<void> {
  if (!server.stdout) throw new Error('redis-server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.includes('Ready to accept connections')) {
      // What it says from now on must not fill the pipe.
      server.stdout.resume();
      return;
    }
  }
  throw new Error('redis-server ended before it was ready');
}

async function freePort(): Promise<string> {
  const server = await listen(() => {});
  await server.close();
  return new URL(server.url).port;
}

/** A way to the same Redis on which every answer takes so many milliseconds longer. */
export async function slowDown(redisUrl: string, delayMs: number) {
  const { hostname, port } = new URL(redisUrl);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => [client, upstream].map((other) => other.destroy()));
    }
    client.pipe(upstream);
    upstream.pipe(delay(delayMs)).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

const delay = (ms: number) =>
  new Transform({
    transform: (chunk, _, done) => {
      setTimeout(() => done(null, chunk), ms);
    },
  });
