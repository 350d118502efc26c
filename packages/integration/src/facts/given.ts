import type { ErrorFacts } from '../types.js';
import type { Words } from './complete.js';
import { isLlmProvider } from './providers.js';
import { flatRecord, get, itemsOf } from './reading.js';
import type { Structure } from './structure.js';
import { asId, asModel, asStatus } from './values.js';

/** More of anything has never been needed. */
const MAX_ITEMS = 50;

/** An API's own error type where a class name would stand: `overloaded_error`. */
const API_TYPE = /^[a-z]{1,30}(?:_[a-z]{1,30}){1,6}$/;

/** A plain object with type and message: facts that the caller has collected. */
export function isFacts(value: unknown): value is ErrorFacts {
  try {
    if (value instanceof Error) return false;
  } catch {
    return false;
  }
  return typeof get(value, 'type') === 'string' && typeof get(value, 'message') === 'string';
}

/** Whatever has the wrong form is read as what it most likely means, or left out. */
export function readGiven(facts: ErrorFacts): [Words, Structure] {
  const type = textOf(get(facts, 'type')) ?? 'Error';
  const provider = textOf(get(facts, 'provider'));
  const marked = get(facts, 'marked');
  const context = flatRecord(get(facts, 'context'));
  const words: Words = {
    type,
    message: textOf(get(facts, 'message')) ?? '',
    causes: textsOf(get(facts, 'causes')),
    frames: textsOf(get(facts, 'frames')),
    packages: textsOf(get(facts, 'packages')),
    ...(Object.keys(context).length > 0 && { context }),
    marked: typeof marked === 'boolean' ? marked : isLlmProvider(provider),
  };
  const retryable = get(facts, 'retryable');
  const wait = get(facts, 'retryAfterMs');
  const structure: Structure = {
    codes: [
      ...textsOf(get(facts, 'code')),
      ...textsOf(get(facts, 'codes')),
      ...(API_TYPE.test(type) ? [type] : []),
    ],
    classes: textsOf(get(facts, 'classes')),
    status: asStatus(get(facts, 'status')),
    provider,
    model: asModel(get(facts, 'model')),
    requestId: asId(get(facts, 'requestId')),
    retryAfterMs: typeof wait === 'number' && wait >= 0 ? wait : undefined,
    retryable: typeof retryable === 'boolean' ? retryable : undefined,
  };
  return [words, structure];
}

/** Causes may come as error objects, codes as numbers. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined;
  if (typeof value === 'number') return String(value);
  const message = get(value, 'message') ?? get(value, 'value');
  if (typeof message !== 'string') return undefined;
  const type = get(value, 'name') ?? get(value, 'type');
  return `${typeof type === 'string' ? type : 'Error'}: ${message}`;
}

function textsOf(value: unknown): string[] {
  return itemsOf(value, MAX_ITEMS).flatMap((item) => textOf(item) ?? []);
}
