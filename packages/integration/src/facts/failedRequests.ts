import { nodeModule } from '../nodeModule.js';

/**
 * Where failed requests of `fetch` in Node went, by the error. It does not tell, and since Node 24 that of a
 * time-out, an abort or a lost connection has no stack either: nothing else says that an LLM was called.
 */
const addresses = new WeakMap<object, string>();

/** Empty where one error ended several. Never leaves the process. */
export const addressOfFailed = (error: object): string | undefined =>
  addresses.get(error) || undefined;

let isWatching = false;

/** To be called before the first request. Nothing happens until one fails. */
export function watchFailedRequests(): void {
  if (isWatching) return;
  isWatching = true;
  try {
    // https://undici.nodejs.org/#/docs/api/DiagnosticsChannel
    nodeModule<Channels>('node:diagnostics_channel')?.subscribe?.('undici:request:error', note);
  } catch {
    // A runtime that has Node's module by name only: there the error's own stack has to do.
  }
}

/** Whatever a listener throws would end the process. */
function note(message: Message): void {
  try {
    const { error, request } = message;
    if (!isOfPlatform(error)) return;
    const address = `${request?.origin}${request?.path}`;
    // A signal that ends several requests gives all of them one error, which is then nobody's.
    const known = addresses.get(error);
    addresses.set(error, known === undefined || known === address ? address : '');
  } catch {}
}

/** Not an application's own, with which it may abort a request. */
function isOfPlatform(error: unknown): error is object {
  if (typeof error !== 'object' || error === null) return false;
  const { code } = error as { code?: unknown };
  return error instanceof DOMException || (typeof code === 'string' && PLATFORM_CODE.test(code));
}

/** undici's, its parser's, the system's, OpenSSL's */
const PLATFORM_CODE =
  /^(?:UND_ERR_|HPE_|ERR_|E[A-Z]{3,}|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

interface Channels {
  subscribe?(channel: string, listener: (message: Message) => void): void;
}

interface Message {
  error?: unknown;
  request?: { origin?: unknown; path?: unknown };
}
