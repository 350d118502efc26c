/** What the provider, or the network on the way to it, does to a request. */
export type Behaviour =
  /** Answers: objects as JSON, strings as they are. */
  | { status: number; body: unknown; headers?: Record<string, string> }
  /** Begins to answer; then the answer is over, or the connection is lost. */
  | { begins: string | Uint8Array; contentType: string; end: 'closed' | 'lost' }
  | 'hangs'
  | 'resets'
  | 'refuses';

/** What has to be in the event. A field that is left out must not be there either. */
export interface Expected {
  category: string;
  retryable: boolean;
  /** Default: that of the answer, where it is one of failure. */
  status?: number;
  /** How long the provider asked to wait. */
  retry_after_ms?: number;
  /** Default `rules`. `fallback`: only a hint of the rules, for which the LLM would be asked. */
  source?: 'rules' | 'fallback';
}

export interface Failure {
  name: string;
  behaviour: Behaviour;
  /** None: the event is left alone, since nothing in it is about an LLM. */
  means: Expected | undefined;
}

export interface Endpoint {
  url: string;
  /** Short only where the provider hangs, so that a slow machine makes no time-outs of its own. */
  timeoutMs: number;
}

/** A call of a real SDK; it has to fail. */
export type Call = (endpoint: Endpoint) => Promise<unknown>;

export interface Cell {
  name: string;
  call: Call;
  behaviour: Behaviour;
  expected: (Expected & { provider: string | undefined }) | undefined;
}

/** One row of the matrix: a call of an SDK, and all the ways in which it fails. */
export function rowOf(
  sdk: string,
  provider: string | undefined,
  call: Call,
  failures: readonly Failure[],
): Cell[] {
  return failures.map(({ name, behaviour, means }) => ({
    name: `${sdk}: ${name}`,
    call,
    behaviour,
    expected: means && { ...statusOf(behaviour), ...means, provider },
  }));
}

function statusOf(behaviour: Behaviour): Pick<Expected, 'status'> {
  return typeof behaviour === 'object' && 'status' in behaviour && behaviour.status >= 400
    ? { status: behaviour.status }
    : {};
}

/** The same failure where an SDK makes something else of it. */
export function but(failure: Failure, means: Partial<Expected>): Failure {
  return { ...failure, means: failure.means && { ...failure.means, ...means } };
}

/** Something that goes wrong without the provider's doing: the request is never sent. */
export function unsent(name: string, means: Expected): Failure {
  return { name, behaviour: 'refuses', means };
}

/** An answer of server-sent events, complete or not. */
export const events = (...lines: (string | object)[]): string =>
  lines
    .map((line) => (typeof line === 'string' ? `${line}\n` : `data: ${JSON.stringify(line)}\n\n`))
    .join('');

export async function readAll(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}

/** Aborts as an application does whose user has left. */
export function abortSoon(): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  return controller.signal;
}
