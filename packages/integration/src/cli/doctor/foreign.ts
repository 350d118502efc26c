import { createRedact } from '../../llm/redact.js';

const LONGEST = 200;
const redact = createRedact(undefined);

/** What a server or a runtime said, in one line and without what looks like a secret. */
export function quote(foreign: unknown): string {
  const said = foreign instanceof Error ? foreign.message : String(foreign);
  return oneLine(redact(said.slice(0, 4_000)));
}

/** A name from elsewhere, in one line. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** An address without credentials and query. */
export function quoteAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

/** Why nobody was reached: the innermost code (ECONNREFUSED, ENOTFOUND, CERT_HAS_EXPIRED …), else the innermost words. */
export function reasonOf(error: unknown): string {
  return codeOf(error) ?? quote(innermost(error));
}

function codeOf(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  const inner = cause === undefined ? undefined : codeOf(cause);
  return inner ?? (typeof code === 'string' ? code : undefined);
}

function innermost(error: unknown): unknown {
  const { cause } = (error ?? {}) as { cause?: unknown };
  return cause === undefined ? error : innermost(cause);
}
