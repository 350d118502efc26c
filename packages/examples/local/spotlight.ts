import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ErrorEvent, parseEnvelope } from '@sentry/core';
import { setupSpotlight } from '@spotlightjs/spotlight';

/** A running Spotlight: a local stand-in for Sentry that stores events and shows them. */
export interface Spotlight {
  /** The web page that lists what was received. */
  url: string;
  /** What an application passes to `Sentry.init` to report here. */
  dsn: string;
  /** The error events received so far, in order of arrival. */
  received: readonly ErrorEvent[];
  /** The page that shows the tags and contexts of one event. */
  eventPage(eventId: string): string;
  close(): Promise<void>;
}

/**
 * Starts Spotlight inside this process, reachable from this machine only.
 *
 * The module API is used instead of Spotlight's command line because the command line reports its
 * own usage to Spotlight's makers. Run the reporting application in another process: sharing this
 * one, its Sentry SDK would also instrument the Spotlight server.
 */
export async function startSpotlight(): Promise<Spotlight> {
  const received: ErrorEvent[] = [];

  const server = await setupSpotlight({
    port: 0,
    isStandalone: true,
    filesToServe: await readWebPage(),
    logger: { debug() {}, info() {}, warn: console.error, error: console.error },
    incomingPayload(body) {
      received.push(...readErrorEvents(body));
    },
  });
  if (!server) throw new Error('Spotlight did not start');

  server.prependListener('request', (request, response) => {
    // Spotlight drops envelopes that name no content type, and @sentry/node names none, since
    // Sentry itself needs none. Spotlight's router reads the raw headers.
    if (request.method === 'POST' && !request.headers['content-type']) {
      request.rawHeaders.push('Content-Type', 'application/x-sentry-envelope');
    }
    // The web page reports its own usage to sentry.io. This has the browser refuse that.
    response.setHeader('Content-Security-Policy', "connect-src 'self'");
  });
  const port = await listenOnLoopback(server);
  const url = `http://localhost:${port}`;

  return {
    url,
    dsn: `http://public@127.0.0.1:${port}/1`,
    received,
    eventPage: (eventId) => `${url}/telemetry/errors/${eventId}/contexts`,
    close: () => closeServer(server),
  };
}

/** Reads Spotlight's web page from its package, keyed by the path each file is served at. */
async function readWebPage(): Promise<Record<string, Buffer>> {
  const directory = new URL('../ui/', import.meta.resolve('@spotlightjs/spotlight'));
  const assets = await readdir(new URL('assets/', directory));
  const paths = ['index.html', ...assets.map((name) => `assets/${name}`)];
  const files = paths.map(
    async (path) => [path, await readFile(new URL(path, directory))] as const,
  );
  return Object.fromEntries(await Promise.all(files));
}

/** Spotlight hands over each request body as a string that holds one byte per character. */
function readErrorEvents(body: string): ErrorEvent[] {
  const [, items] = parseEnvelope(Buffer.from(body, 'latin1'));
  return items.flatMap(([header, payload]) =>
    header.type === 'event' ? [payload as ErrorEvent] : [],
  );
}

/** Spotlight offers no way to choose the address, and listens on every interface. */
async function listenOnLoopback(server: Server): Promise<number> {
  await closeServer(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
