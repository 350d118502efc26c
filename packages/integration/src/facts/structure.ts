import { isLlmForm, readBody } from './body.js';
import { addressOfFailed } from './failedRequests.js';
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

/** All that is read from a node. */
const FIELDS = [
  'name',
  'message',
  'ok',
  'object',
  'param',
  'base_resp',
  // Codes and statuses
  'code',
  'type',
  'status',
  'errno',
  'lc_error_code',
  'reason',
  'error_type',
  '__type',
  'finishReason',
  'statusCode',
  'status_code',
  'httpStatusCode',
  '$metadata',
  // The call
  'url',
  'request',
  'config',
  'requestBodyValues',
  'modelId',
  'isRetryable',
  'retryDelay',
  'requestId',
  'request_id',
  'requestID',
  '_request_id',
  'headers',
  'responseHeaders',
  // Where SDKs keep the error inside the error
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
  'errorDetails',
  'details',
  'metadata',
] as const;
type Fields = Partial<Record<(typeof FIELDS)[number], unknown>>;

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
    const nested = readNode(node, found);
    found.address ??= addressOfFailed(node);
    for (const name of classesOf(node)) addClass(found.classes, name);
    for (const value of nested) {
      if (typeof value === 'string') readPrinted(value, found);
      else if (typeof value === 'object') queue.push(...itemsOf(value, MAX_NODES));
    }
  }
  return found;
}

/** @returns what may hold more */
function readNode(node: object, found: Structure): unknown[] {
  try {
    return readFields(node, found);
  } catch {
    // A getter or a trap threw: what can be read is read field by field, which takes ten times as long.
    return readFields(Object.fromEntries(FIELDS.map((key) => [key, get(node, key)])), found);
  }
}

function readFields(node: Fields, found: Structure): unknown[] {
  const { classes, codes } = found;
  addClass(classes, node.name);
  addCode(codes, node.code);
  // A fetch Response has a `type` that is none of the error's.
  if (typeof node.ok !== 'boolean') addCode(codes, node.type);
  addCode(codes, node.status);
  addCode(codes, node.errno);
  addCode(codes, node.lc_error_code);
  addCode(codes, node.reason);
  addCode(codes, node.error_type);
  addCode(codes, node.__type);
  // Of an answer that is no use the Vercel AI SDK tells why it ended.
  if (node.finishReason !== 'stop') addCode(codes, node.finishReason);
  found.status ??=
    asStatus(node.status) ??
    asStatus(node.statusCode) ??
    asStatus(node.status_code) ??
    asStatus(node.httpStatusCode) ??
    asStatus(node.code) ??
    asStatus(get(node.$metadata, 'httpStatusCode'));
  found.address ??= addressOf(node);
  found.model ??= asModel(get(node.requestBodyValues, 'model')) ?? asModel(node.modelId);
  if (typeof node.isRetryable === 'boolean') found.retryable ??= node.isRetryable;
  found.retryAfterMs ??= waitInField(node.retryDelay);
  found.requestId ??=
    asId(node.requestId) ?? asId(node.request_id) ?? asId(node.requestID) ?? asId(node._request_id);
  if (isLlmForm(node)) found.isLlmAnswer = true;
  readHeaders(node.headers, found);
  readHeaders(node.responseHeaders, found);
  found.requestId ??= asId(get(node.$metadata, 'requestId'));
  return [
    node.cause,
    node.error,
    node.lastError,
    node.errors,
    node.data,
    node.body,
    node.responseBody,
    node.response,
    node.rawResponse,
    node.httpResponse,
    node.$response,
    node.reason,
    node.errorDetails,
    node.details,
    node.metadata,
  ];
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

/** By prototype: the classes of a program are few, its errors many. */
const knownClasses = new WeakMap<object, readonly string[]>();

/** Names of its class and of those it extends, up to what the language gives. */
function classesOf(node: object): readonly string[] {
  const first = prototypeOf(node);
  if (!first) return [];
  const known = knownClasses.get(first);
  if (known) return known;
  const names: string[] = [];
  let prototype: object | null = first;
  for (let depth = 0; prototype && prototype !== Object.prototype && depth < 6; depth++) {
    const name = get(get(prototype, 'constructor'), 'name');
    if (name === 'Error') break;
    if (typeof name === 'string') names.push(name);
    prototype = prototypeOf(prototype);
  }
  knownClasses.set(first, names);
  return names;
}

function addClass(classes: string[], name: unknown): void {
  if (typeof name !== 'string' || !CODE.test(name)) return;
  if (classes.length < MAX_CLASSES && !classes.includes(name)) classes.push(name);
}

function addCode(codes: string[], value: unknown): void {
  const code = typeof value === 'number' ? String(value) : value;
  if (typeof code !== 'string' || !CODE.test(code)) return;
  if (codes.length < MAX_CODES && !codes.includes(code)) codes.push(code);
}

/** Of the AI SDK and `Response` (`url`), Azure's (`request`), axios and gaxios (`config`). */
function addressOf({ url, request, config }: Fields): string | undefined {
  const addresses = [
    url,
    get(request, 'url'),
    config && `${textOf(get(config, 'baseURL'))}${textOf(get(config, 'url'))}`,
  ];
  return addresses.find(
    (address): address is string =>
      typeof address === 'string' && address.length < MAX_ADDRESS && URL.canParse(address),
  );
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
