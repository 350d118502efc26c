import {
  type Client,
  consoleSandbox,
  getCurrentScope,
  getOriginalFunction,
  suppressTracing,
  type WrappedFunction,
  withIsolationScope,
} from '@sentry/core';
import type { Host } from '../host.js';
import { nodeModule } from '../nodeModule.js';
import type { Settings } from '../options/settings.js';

const PREFIX = '[sentry-llm-classifier]';

/** What Sentry's client holds in processing before it drops (`@sentry/core`, transports/base). */
const DEFAULT_BUFFER_SIZE = 64;

/** Of what Sentry holds, so that events which need not wait find a place. */
const DEFAULT_MAX_PENDING = 16;

/** What a Sentry client lends to the pipeline. */
export function hostFor(
  client: Client,
  { debug, maxPending = DEFAULT_MAX_PENDING }: Settings,
): Host {
  const { transportOptions, debug: sentryDebug } = client.getOptions();
  const bufferSize = transportOptions?.bufferSize ?? DEFAULT_BUFFER_SIZE;
  const isTalkative = debug ?? sentryDebug ?? false;
  return {
    isolate: outsideOfSentry,
    fetch: unwatchedFetch,
    warn: (message) => consoleSandbox(() => console.warn(PREFIX, message)),
    log: (message) => isTalkative && consoleSandbox(() => console.log(PREFIX, message)),
    // Nobody tells that a worker thread ends: an error of it that nobody caught ends it at once.
    maxPending: isWorkerThread() ? 0 : Math.min(maxPending, Math.floor(bufferSize / 2)),
    // `@sentry/cloudflare` makes a client for each request, unless it is told to keep one.
    isSharedByRequests: (client.getOptions() as { cacheClient?: boolean }).cacheClient === true,
    isCrowded: () => eventsInProcessing(client) > 0.75 * bufferSize,
  };
}

/**
 * Runs where no client is: no span, breadcrumb, trace header or captured error of the classifier's own
 * requests. `suppressTracing` alone still lets `sentry-trace` and `baggage` through with `fetch`.
 *
 * Sentry must not see a promise come out: in browsers, where nothing follows an asynchronous call, it
 * would leave the whole page without a client until that settles, and errors of the page would be lost.
 */
export function outsideOfSentry<T>(run: () => T): T {
  let result!: T;
  withIsolationScope((isolationScope) => {
    isolationScope.setClient(undefined);
    getCurrentScope().setClient(undefined);
    suppressTracing(() => {
      result = run();
    });
  });
  return result;
}

/** Where Sentry watches `fetch` by wrapping it, which is in browsers and on edge workers, the one beneath. */
const unwatchedFetch: typeof fetch = (...request) =>
  outsideOfSentry(() => {
    const original = getOriginalFunction(globalThis.fetch as WrappedFunction) as typeof fetch;
    return (original ?? globalThis.fetch).apply(globalThis, request);
  });

function isWorkerThread(): boolean {
  const threads = nodeModule<{ isMainThread: boolean }>('node:worker_threads');
  return threads?.isMainThread === false;
}

/** A protected field of every `Client` from 9 to 11; where it is missing, `maxPending` alone bounds. */
function eventsInProcessing(client: Client): number {
  const { _numProcessing } = client as unknown as { _numProcessing?: number };
  return _numProcessing ?? 0;
}
