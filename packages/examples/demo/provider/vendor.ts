import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** A call that an SDK has made. */
export interface Call {
  headers: IncomingHttpHeaders;
  /** Parsed JSON, in the form that the vendor's SDK sends. */
  body: unknown;
}

/** Answers a call the way one provider documents it. */
export type Vendor = (call: Call, response: ServerResponse) => void;

export const requestId = (): string => `req_${randomUUID().replaceAll('-', '')}`;

/** Good enough to tell long from short. */
export const countTokens = (value: unknown): number => Math.ceil(JSON.stringify(value).length / 4);
