/** The error objects of providers, as SDKs and applications print them into messages. */
import { get, itemsOf, parseJson } from './reading.js';
import { asStatus } from './values.js';
import { waitInField } from './wait.js';

/** What a body says. */
export interface BodyFields {
  /** Its messages, outermost first. */
  said: string[];
  status?: number | undefined;
  codes: string[];
  retryAfterMs?: number | undefined;
  requestId?: string | undefined;
  /** It has the form that only LLM providers give their errors. */
  isLlmForm?: true | undefined;
}

const MAX_DEPTH = 5;
const MAX_ITEMS = 5;
const MAX_CODE = 160;

const CODE_KEYS = [
  'code',
  'type',
  'status',
  'reason',
  'error_type',
  'error_code',
  'err_code',
  'errorCode',
  'status_code',
  'statusCode',
  'httpCode',
  'http_code',
  'http_status',
  '__type',
  // AWS, in the headers of a stream's messages
  ':exception-type',
  'quotaId',
  '@type',
  // Google's answers, which applications print where they hold nothing
  'blockReason',
  'finishReason',
] as const;
const MESSAGE_KEYS = [
  'message',
  'Message',
  'msg',
  'error_msg',
  'error_message',
  'err_msg',
  'errorMessage',
  'status_msg',
  'detail',
  'error',
  'description',
  'reason',
  // OpenRouter's: what the provider behind it answered
  'raw',
] as const;
const WAIT_KEYS = ['retryDelay', 'retry_after', 'retryAfter', 'estimated_time'] as const;
const ID_KEYS = ['request_id', 'requestId', 'RequestId'] as const;
const NESTED_KEYS = [
  'error',
  'detail',
  'details',
  'violations',
  'metadata',
  'errors',
  'warnings',
  'base_resp',
  'status',
  'promptFeedback',
  'candidates',
  'extensions',
  // Dify's plugins
  'args',
] as const;

/** Walks a body: `error`, `details`, and JSON inside a message (Google). */
export function readBody(body: unknown): BodyFields {
  const fields: BodyFields = { said: [], codes: [] };
  walk(body, fields, 0);
  return fields;
}

function walk(node: unknown, fields: BodyFields, depth: number): void {
  if (depth > MAX_DEPTH || typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const item of itemsOf(node, MAX_ITEMS)) {
      if (typeof item === 'string') fields.said.push(item);
      else walk(item, fields, depth + 1);
    }
    return;
  }
  if (isLlmForm(node)) fields.isLlmForm = true;
  for (const key of CODE_KEYS) addCode(get(node, key), fields);
  for (const key of WAIT_KEYS) {
    const wait = waitInField(get(node, key));
    if (wait !== undefined) fields.retryAfterMs ??= wait;
  }
  for (const key of ID_KEYS) {
    const id = get(node, key);
    if (typeof id === 'string') fields.requestId ??= id;
  }
  for (const key of MESSAGE_KEYS) {
    const value = get(node, key);
    if (typeof value !== 'string') continue;
    // A name, or what happened
    if (key === 'reason' && !value.includes(' ')) continue;
    const inner = /^\s{0,9}[{[]/.test(value) ? parseJson(value) : undefined;
    if (inner !== undefined) walk(inner, fields, depth + 1);
    else fields.said.push(value);
  }
  for (const key of NESTED_KEYS) walk(get(node, key), fields, depth + 1);
}

/** CLOVA Studio's codes are the HTTP status and two digits more. */
function clovaStatus(code: unknown): string | undefined {
  const isPlain = typeof code === 'string' || typeof code === 'number';
  return isPlain ? /^([45][0-2]\d)\d\d$/.exec(String(code))?.[1] : undefined;
}

function addCode(value: unknown, fields: BodyFields): void {
  if (typeof value === 'string' && value.length <= MAX_CODE && /^\S+$/.test(value)) {
    fields.codes.push(value);
  }
  if (typeof value === 'number') fields.codes.push(String(value));
  const status = asStatus(clovaStatus(value) ?? value);
  if (status !== undefined) fields.status ??= status;
}

/**
 * OpenAI's `{ message, type, param, code }`, where what does not apply is null (Stripe, which has the
 * same names, leaves it out), vLLM's and Fireworks' `{ object: 'error', message, type }` (Notion's has a
 * status, Conekta's other types), Anthropic's `{ type: 'error', error: { type, message } }`, MiniMax's
 * `{ base_resp: { status_code } }` and CLOVA Studio's `{ status: { code: '42901' } }`.
 */
export function isLlmForm(node: {
  type?: unknown;
  object?: unknown;
  error?: unknown;
  base_resp?: unknown;
  status?: unknown;
  message?: unknown;
  param?: unknown;
  code?: unknown;
}): boolean {
  const { type, status, param, code } = node;
  if (type === 'error') return isErrorType(get(node.error, 'type'));
  if (node.object === 'error' && status === undefined && isServerType(node)) return true;
  if (get(node.base_resp, 'status_code') !== undefined) return true;
  if (typeof status === 'object' && clovaStatus(get(status, 'code')) !== undefined) return true;
  return (
    typeof node.message === 'string' &&
    type !== undefined &&
    param !== undefined &&
    code !== undefined &&
    (param === null || code === null)
  );
}

/** Fireworks' `invalid_request_error`; vLLM's `BadRequestError`, `Internal Server Error` with a code */
const isServerType = ({ type, code }: { type?: unknown; code?: unknown }): boolean =>
  type === 'invalid_request_error' ||
  (typeof type === 'string' && /^[A-Z]/.test(type) && code !== undefined);

/** Others have Anthropic's envelope, but not its names: `overloaded_error`, `rate_limit_error` … */
const isErrorType = (type: unknown): boolean =>
  typeof type === 'string' && /^[a-z_]{1,40}_error$/.test(type);

/** `"code": "…"`, `'code': 429`, `\"code\":\"…\"`, and `{ code: '…' }` as Node prints it */
const FIELD =
  /(?:["']|[{,]\s{0,8})(code|type|status|reason|error_type|error_code|status_code|statusCode|httpCode|http_code|http_status|:exception-type|quotaId|blockReason|finishReason|retryDelay|request_id)(?:\\{0,3}["'])?: {0,2}(?:(\d{1,6})|\\{0,3}["']([\w.:/@-]{1,80}))/g;
const MAX_FIELDS = 20;

/** Anthropic's; see `isErrorType`. */
const ENVELOPE =
  /["']type["']: {0,1}["']error["'], {0,1}["']error["']: {0,1}\{[^{}]{0,80}["']type["']: {0,1}["'][a-z_]{1,40}_error["']/;

/** OpenAI's, vLLM's and Fireworks'; see `isLlmForm`. */
const FORM =
  /["']param["']: {0,1}(?:(?:None|null)\b|["'][^"']{0,80}["'], {0,1}["']code["']: {0,1}(?:None|null)\b)|["']object["']: {0,1}["']error["'], {0,1}["']type["']: {0,1}["']invalid_request_error/;

/** Fields of what is no whole JSON: cut in the middle, or printed by Python. */
export function scanBody(text: string): BodyFields {
  const fields: BodyFields = { said: [], codes: [] };
  let count = 0;
  for (const [, key, digits, word] of text.matchAll(FIELD)) {
    if (count++ === MAX_FIELDS) break;
    const value = digits === undefined ? word : Number(digits);
    if (key === 'retryDelay') {
      const wait = waitInField(value);
      if (wait !== undefined) fields.retryAfterMs ??= wait;
    } else if (key === 'request_id') {
      if (word !== undefined) fields.requestId ??= word;
    } else {
      addCode(value, fields);
    }
  }
  if (FORM.test(text) || ENVELOPE.test(text)) fields.isLlmForm = true;
  return fields;
}
