import { type CompleteFacts, completeFacts, type Words } from './complete.js';
import { isFacts, readGiven } from './given.js';
import { ownerOf } from './packages.js';
import { get, itemsOf, printObject } from './reading.js';
import { readStructure } from './structure.js';

const MAX_CAUSES = 5;

/** Facts of anything that was thrown, or of facts that the caller has collected. */
export function factsFrom(errorOrFacts: unknown): CompleteFacts {
  return isFacts(errorOrFacts)
    ? completeFacts(...readGiven(errorOrFacts))
    : completeFacts(wordsOf(errorOrFacts), readStructure(errorOrFacts));
}

function wordsOf(thrown: unknown): Words {
  const causes = causesOf(thrown);
  return {
    type: typeOf(thrown),
    message: messageOf(thrown),
    causes: causes.map((each) => `${typeOf(each)}: ${messageOf(each)}`),
    packages: packagesOf(thrown),
    causePackages: causes.flatMap(packagesOf),
  };
}

/** Nearest first: its cause, the last of its attempts, the errors it gathers, and theirs. */
function causesOf(thrown: unknown): unknown[] {
  const causes = new Set<unknown>();
  const queue = [thrown];
  while (queue.length > 0 && causes.size < MAX_CAUSES) {
    const error = queue.shift();
    for (const key of ['cause', 'lastError', 'errors'] as const) {
      for (const cause of itemsOf(get(error, key), MAX_CAUSES)) {
        const isError = typeof cause === 'object' ? cause !== null : typeof cause === 'string';
        if (!isError || cause === thrown || causes.has(cause)) continue;
        causes.add(cause);
        queue.push(cause);
      }
    }
  }
  return [...causes].slice(0, MAX_CAUSES);
}

function typeOf(thrown: unknown): string {
  const name = get(thrown, 'name');
  return typeof name === 'string' && name ? name : typeof thrown === 'string' ? 'String' : 'Error';
}

function messageOf(thrown: unknown): string {
  const message = get(thrown, 'message');
  if (typeof message === 'string') return message;
  return typeof thrown === 'string' ? thrown : printObject(thrown);
}

const MAX_STACK = 20_000;

/** Whose code the stack's frames are, innermost first: `at name (file:1:2)` or `at file:1:2`. */
function packagesOf(thrown: unknown): string[] {
  const stack = get(thrown, 'stack');
  if (typeof stack !== 'string') return [];
  // Name and message come first, and may be megabytes.
  const start = stack.indexOf('\n    at ', messageOf(thrown).length);
  const files = stack
    .slice(Math.max(0, start), start + MAX_STACK)
    .split('\n')
    .filter((line) => /^\s{0,8}at /.test(line))
    .map((line) => line.replace(/^.*\(|^\s*at (?:async )?|\)$/g, ''));
  return [...new Set(files.map(ownerOf))];
}
