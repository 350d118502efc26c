import { nodeModule } from '../nodeModule.js';

/**
 * Where failed requests of `fetch` in Node went, by the error. It does not tell, and since Node 24 that of a
 * time-out, an abort or a lost connection has no stack either: nothing else says that an LLM was called.
 */
const addresses = new WeakMap<object, string>();

/** Never leaves the process. */
export const addressOfFailed = (error: object): string | undefined => addresses.get(error);

let isWatching = false;

/** To be called before the first request. Nothing happens until one fails. */
export function watchFailedRequests(): void {
  if (isWatching) return;
  isWatching = true;
  const channels = nodeModule<Channels>('node:diagnostics_channel');
  // https://undici.nodejs.org/#/docs/api/DiagnosticsChannel
  channels?.subscribe?.('undici:request:error', ({ error, request }: Message) =>
    note(error, `${request?.origin}${request?.path}`),
  );
  channels?.subscribe?.('undici:client:connectError', ({ error, connectParams }: Message) =>
    note(error, `${connectParams?.protocol}//${connectParams?.host}`),
  );
}

function note(error: unknown, address: string): void {
  if (typeof error === 'object' && error !== null) addresses.set(error, address);
}

interface Channels {
  subscribe?(channel: string, listener: (message: Message) => void): void;
}

interface Message {
  error?: unknown;
  request?: { origin?: unknown; path?: unknown };
  connectParams?: { protocol?: unknown; host?: unknown };
}
