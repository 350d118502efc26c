import type { ErrorFacts } from '../types.js';
import { type CompleteFacts, completeFacts, type Words } from './complete.js';
import { ownerOf } from './packages.js';
import { isLlmProvider } from './providers.js';
import { readStructure, type Structure } from './structure.js';

const MAX_CAUSES = 5;

/** Facts of anything that was thrown, or of facts that the caller has collected. */
export function factsFrom(errorOrFacts: unknown): CompleteFacts {
  return isFacts(errorOrFacts)
    ? completeFacts(
        { ...errorOrFacts, marked: errorOrFacts.marked ?? isLlmProvider(errorOrFacts.provider) },
        structureOf(errorOrFacts),
      )
    : completeFacts(wordsOf(errorOrFacts), readStructure(errorOrFacts));
}

/** A plain object with type and message. */
function isFacts(value: unknown): value is ErrorFacts {
  return (
    read(() => {
      if (value instanceof Error) return false;
      const { type, message } = (value ?? {}) as Partial<ErrorFacts>;
      return typeof type === 'string' && typeof message === 'string';
    }) ?? false
  );
}

function structureOf(facts: ErrorFacts): Structure {
  const {
    status,
    code,
    codes = [],
    classes = [],
    provider,
    model,
    retryAfterMs,
    retryable,
  } = facts;
  return {
    codes: code ? [code, ...codes] : [...codes],
    classes: [...classes],
    status,
    provider,
    model,
    retryAfterMs,
    retryable,
  };
}

function wordsOf(thrown: unknown): Words {
  const causes: unknown[] = [];
  let cause = causeOf(thrown);
  for (const seen = new Set<unknown>([thrown]); cause && !seen.has(cause); cause = causeOf(cause)) {
    if (causes.length === MAX_CAUSES) break;
    seen.add(cause);
    causes.push(cause);
  }
  return {
    type: typeOf(thrown),
    message: messageOf(thrown),
    causes: causes.map((each) => `${typeOf(each)}: ${messageOf(each)}`),
    packages: packagesOf(thrown),
    causePackages: causes.flatMap(packagesOf),
  };
}

function causeOf(thrown: unknown): unknown {
  return read(() => (thrown as { cause?: unknown }).cause);
}

function typeOf(thrown: unknown): string {
  const name = read(() => (thrown as { name?: unknown }).name);
  return typeof name === 'string' && name ? name : typeof thrown === 'string' ? 'String' : 'Error';
}

function messageOf(thrown: unknown): string {
  const message = read(() => (thrown as { message?: unknown }).message);
  if (typeof message === 'string') return message;
  return typeof thrown === 'string' ? thrown : (read(() => JSON.stringify(thrown)) ?? '');
}

/** Whose code the stack's frames are, innermost first: `at name (file:1:2)` or `at file:1:2`. */
function packagesOf(thrown: unknown): string[] {
  const stack = read(() => (thrown as { stack?: unknown }).stack);
  if (typeof stack !== 'string') return [];
  const files = stack
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => /^\s{0,8}at /.test(line))
    .map((line) => line.replace(/^.*\(|^\s*at (?:async )?|\)$/g, ''));
  return [...new Set(files.map(ownerOf))];
}

/** Getters and proxies of what was thrown may throw themselves. */
function read<T>(getter: () => T): T | undefined {
  try {
    return getter();
  } catch {
    return undefined;
  }
}
