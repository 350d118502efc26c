/**
 * The structured fields of whatever was thrown: statuses, codes, headers, class names. No words: those
 * come from the event, as the application's own `beforeSend` left it.
 */
export interface Structure {
  status?: number | undefined;
  codes: string[];
  classes: string[];
  /** Host that was called. */
  host?: string | undefined;
  /** Only where the caller names it. */
  provider?: string | undefined;
  model?: string | undefined;
  retryAfterMs?: number | undefined;
  /** The SDK's own verdict. */
  retryable?: boolean | undefined;
}

/** Enough for every SDK's nesting; bounds cycles and arrays of thousands of errors. */
const MAX_NODES = 12;
const MAX_CODES = 24;
const MAX_CLASSES = 24;

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
  'response',
  'reason',
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
      queue.push(...itemsOf(get(node, key)));
    }
  }
  return found;
}

function readNode(node: object, found: Structure): void {
  addClasses(node, found.classes);
  for (const key of CODE_FIELDS) addCode(found.codes, get(node, key));
  const metadata = get(node, '$metadata');
  found.status ??=
    asStatus(get(node, 'status')) ??
    asStatus(get(node, 'statusCode')) ??
    asStatus(get(node, 'status_code')) ??
    asStatus(get(metadata, 'httpStatusCode')) ??
    asStatus(get(node, 'code'));
  found.host ??= hostOf(get(node, 'url')) ?? hostOf(get(get(node, 'config'), 'baseURL'));
  found.model ??= asModel(get(get(node, 'requestBodyValues'), 'model'));
  const retryable = get(node, 'isRetryable');
  if (typeof retryable === 'boolean') found.retryable ??= retryable;

  found.retryAfterMs ??= retryAfterOf(get(node, 'headers') ?? get(node, 'responseHeaders'));
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

/** Reads one property of hostile input: getters and proxies may throw. */
function get(target: unknown, key: string): unknown {
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null)
    return undefined;
  try {
    return (target as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

/** A value, or the first items of a list; a list may be a proxy whose traps throw. */
function itemsOf(value: unknown): unknown[] {
  try {
    return Array.isArray(value) ? value.slice(0, MAX_NODES) : [value];
  } catch {
    return [];
  }
}

function prototypeOf(node: object): object | null {
  try {
    return Object.getPrototypeOf(node);
  } catch {
    return null;
  }
}

function asStatus(value: unknown): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599
    ? status
    : undefined;
}

export function asModel(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:/@-]{1,100}$/.test(value) ? value : undefined;
}

function hostOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 2048 && URL.canParse(value)
    ? new URL(value).hostname
    : undefined;
}

/** `retry-after` in seconds or as a date (RFC 9110 §10.2.3); `retry-after-ms` as OpenAI and Azure send it. */
function retryAfterOf(headers: unknown): number | undefined {
  const read = (name: string): string | undefined => {
    let value: unknown;
    try {
      const getter = get(headers, 'get');
      value = typeof getter === 'function' ? getter.call(headers, name) : get(headers, name);
    } catch {
      return undefined;
    }
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  const milliseconds = Number(read('retry-after-ms') ?? Number.NaN);
  if (milliseconds >= 0) return Math.round(milliseconds);
  const after = read('retry-after');
  if (after === undefined || after.length > 64) return undefined;
  const seconds = Number(after);
  if (seconds >= 0) return Math.round(seconds * 1000);
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
