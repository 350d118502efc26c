/** Reading what may be hostile: getters and proxies throw, lists have a million items. */

/** One property; `undefined` where reading it throws. */
export function get(target: unknown, key: string): unknown {
  if ((typeof target !== 'object' && typeof target !== 'function') || target === null)
    return undefined;
  try {
    return (target as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

/** A value, or the first items of a list. */
export function itemsOf(value: unknown, max: number): unknown[] {
  try {
    return Array.isArray(value) ? value.slice(0, max) : [value];
  } catch {
    return [];
  }
}

export function prototypeOf(node: object): object | null {
  try {
    return Object.getPrototypeOf(node);
  } catch {
    return null;
  }
}

/** The first properties of a plain object. */
export function entriesOf(value: unknown, max: number): [key: string, value: unknown][] {
  const entries: [string, unknown][] = [];
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return entries;
    for (const key in value) {
      if (entries.length === max) break;
      entries.push([key, get(value, key)]);
    }
  } catch {
    // A trap threw: what came before it is what there is.
  }
  return entries;
}

/** Holds only plain values. */
export function flatRecord(value: unknown): Record<string, string | number | boolean> {
  const flat: Record<string, string | number | boolean> = {};
  for (const [key, each] of entriesOf(value, 100)) {
    if (typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean') {
      flat[key] = each;
    }
  }
  return flat;
}

/** JSON, where it is short enough to be an error object rather than a document. */
export function parseJson(json: string): unknown {
  if (json.length > MAX_JSON) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Longer bodies are echoes of requests or pages of HTML, not error objects. */
const MAX_JSON = 20_000;

/** A thrown object that is no error, as far as it is likely to hold the error. */
export function printObject(value: unknown): string {
  try {
    return JSON.stringify(prune(value, 0)) ?? '';
  } catch {
    return '';
  }
}

function prune(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, 2_000);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 4) return undefined;
  if (Array.isArray(value)) return itemsOf(value, 5).map((item) => prune(item, depth + 1));
  return Object.fromEntries(
    entriesOf(value, 20).map(([key, each]) => [key, prune(each, depth + 1)]),
  );
}
