import { isLlmForm, readBody } from './body.js';
import { get, itemsOf, parseJson, prototypeOf } from './reading.js';
import { asId, asModel, asStatus } from './values.js';
import { header, waitInField, waitInHeaders } from './wait.js';

/**
 * The structured fields of whatever was thrown: statuses, codes, headers, class names. No words: those
 * come from the event, as the application's own `beforeSend` left it.
 */
export interface Structure {
  status?: number | undefined;
  codes: string[];
  classes: string[];
  /** Address that was called. Never leaves the process. */
  address?: string | undefined;
  /** Only where the caller names it. */
  provider?: string | undefined;
  model?: string | undefined;
  retryAfterMs?: number | undefined;
  /** The SDK's own verdict. */
  retryable?: boolean | undefined;
  /** The provider's name for the failed call. */
  requestId?: string | undefined;
  /** Headers or a body that only LLM providers send. */
  isLlmAnswer?: true | undefined;
}

/** Enough for every SDK's nesting; bounds cycles and arrays of thousands of errors. */
const MAX_NODES = 16;
const MAX_CODES = 24;
const MAX_CLASSES = 24;
const MAX_ADDRESS = 2_048;

/** A code is a short identifier; anything longer is text, and text is not ours to take from here. */
const CODE = /^[\w.:/-]{1,80}$/;

/** Where SDKs keep the error inside the error. */
const NESTED = [
  'cause',
  'error',
  'lastError',
  'errors',
  'data',
  'body',
  'responseBody',
  'response',
  'rawResponse',
  'httpResponse',
  '$response',
  'reason',
  'errorDetails',
  'details',
  'metadata',
] as const;
const CODE_FIELDS = [
  'code',
  'type',
  'status',
  'errno',
  'lc_error_code',
  'reason',
  'error_type',
  '__type',
] as const;
const STATUS_FIELDS = ['status', 'statusCode', 'status_code', 'httpStatusCode', 'code'] as const;
const HEADER_FIELDS = ['headers', 'responseHeaders'] as const;
const ID_FIELDS = ['requestId', 'request_id', 'requestID', '_request_id'] as const;
const ID_HEADERS = [
  'x-request-id',
  'request-id',
  'x-amzn-requestid',
  'apim-request-id',
  'x-generation-id',
] as const;
/** No other service counts tokens in its headers or gives itself these names. */
const LLM_HEADERS = [
  'openai-processing-ms',
  'openai-version',
  'anthropic-organization-id',
  'anthropic-ratelimit-requests-limit',
  'anthropic-ratelimit-tokens-limit',
  'x-ratelimit-limit-tokens',
  'x-groq-region',
] as const;

export function readStructure(thrown: unknown): Structure {
  const found: Structure = { codes: [], classes: [] };
  const queue: unknown[] = [thrown];
  const seen = new Set<unknown>();
  while (queue.length > 0 && seen.size < MAX_NODES) {
    const node = queue.shift();
    if (typeof node !== 'object' || node === null || seen.has(node)) continue;
    seen.add(node);
    readNode(node, found);
    for (const key of NESTED) {
      const value = get(node, key);
      if (typeof value === 'string') readPrinted(value, found);
      else queue.push(...itemsOf(value, MAX_NODES));
    }
  }
  return found;
}

function readNode(node: object, found: Structure): void {
  addClasses(node, found.classes);
  for (const key of CODE_FIELDS) {
    // A fetch Response has a `type` that is none of the error's.
    if (key === 'type' && typeof get(node, 'ok') === 'boolean') continue;
    addCode(found.codes, get(node, key));
  }
  const metadata = get(node, '$metadata');
  for (const key of STATUS_FIELDS) found.status ??= asStatus(get(node, key));
  found.status ??= asStatus(get(metadata, 'httpStatusCode'));
  found.address ??= addressOf(node);
  found.model ??=
    asModel(get(get(node, 'requestBodyValues'), 'model')) ?? asModel(get(node, 'modelId'));
  // Of an answer that is no use the Vercel AI SDK tells why it ended.
  const finish = get(node, 'finishReason');
  if (finish !== 'stop') addCode(found.codes, finish);
  const retryable = get(node, 'isRetryable');
  if (typeof retryable === 'boolean') found.retryable ??= retryable;
  found.retryAfterMs ??= waitInField(get(node, 'retryDelay'));
  for (const key of ID_FIELDS) found.requestId ??= asId(get(node, key));
  if (isLlmForm(node)) found.isLlmAnswer = true;
  for (const key of HEADER_FIELDS) readHeaders(get(node, key), found);
  found.requestId ??= asId(get(metadata, 'requestId'));
}

function readHeaders(headers: unknown, found: Structure): void {
  if (typeof headers !== 'object' || headers === null) return;
  found.retryAfterMs ??= waitInHeaders(headers);
  for (const name of ID_HEADERS) found.requestId ??= asId(header(headers, name));
  if (found.isLlmAnswer) return;
  if (LLM_HEADERS.some((name) => header(headers, name) !== undefined)) found.isLlmAnswer = true;
}

/** A body that the SDK did not parse. Its codes only: words are not ours to take from here. */
function readPrinted(text: string, found: Structure): void {
  if (!text.startsWith('{') && !text.startsWith('[')) return;
  const { codes, status, retryAfterMs, requestId, isLlmForm } = readBody(parseJson(text));
  for (const code of codes) addCode(found.codes, code);
  found.status ??= status;
  found.retryAfterMs ??= retryAfterMs;
  found.requestId ??= asId(requestId);
  if (isLlmForm) found.isLlmAnswer = true;
}

function addClasses(node: object, classes: string[]): void {
  const add = (name: unknown) => {
    if (typeof name !== 'string' || !CODE.test(name)) return;
    if (classes.length < MAX_CLASSES && !classes.includes(name)) classes.push(name);
  };
  add(get(node, 'name'));
  let prototype: object | null = prototypeOf(node);
  for (let depth = 0; prototype && prototype !== Object.prototype && depth < 6; depth++) {
    const name = get(get(prototype, 'constructor'), 'name');
    if (name === 'Error') return;
    add(name);
    prototype = prototypeOf(prototype);
  }
}

function addCode(codes: string[], value: unknown): void {
  const code = typeof value === 'number' ? String(value) : value;
  if (typeof code !== 'string' || !CODE.test(code)) return;
  if (codes.length < MAX_CODES && !codes.includes(code)) codes.push(code);
}

/** Of the AI SDK and `Response` (`url`), Azure's (`request`), axios and gaxios (`config`). */
function addressOf(node: object): string | undefined {
  const config = get(node, 'config');
  const addresses = [
    get(node, 'url'),
    get(get(node, 'request'), 'url'),
    config && `${textOf(get(config, 'baseURL'))}${textOf(get(config, 'url'))}`,
  ];
  return addresses.find(
    (address): address is string =>
      typeof address === 'string' && address.length < MAX_ADDRESS && URL.canParse(address),
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
