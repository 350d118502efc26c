import { type CompleteFacts, completeFacts, type Words } from './complete.js';
import { describeFrames, type Frame, ownersOf } from './frames.js';
import { isFacts, readGiven } from './given.js';
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
  const frames = framesOf(thrown);
  return {
    type: typeOf(thrown),
    message: messageOf(thrown),
    causes: causes.map((each) => `${typeOf(each)}: ${messageOf(each)}`),
    frames: describeFrames(frames),
    packages: ownersOf(frames),
    causePackages: ownersOf(causes.flatMap(framesOf)),
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

/** Innermost first. */
function framesOf(thrown: unknown): Frame[] {
  const stack = get(thrown, 'stack');
  if (typeof stack !== 'string') return [];
  // Name and message come first, and may be megabytes.
  const start = stack.indexOf('\n    at ', messageOf(thrown).length);
  const lines = stack.slice(Math.max(0, start), start + MAX_STACK).split('\n');
  return lines.filter((line) => /^\s{0,8}at /.test(line)).map(frameIn);
}

/** `at name (file:1:2)` or `at file:1:2` */
function frameIn(line: string): Frame {
  const text = line.replace(/^\s{0,8}at (?:async )?/, '');
  const open = text.lastIndexOf(' (');
  const place = text.slice(open < 0 ? 0 : open + 2).replace(/(?::\d{1,9}){0,2}\)?$/, '');
  return { filename: place, function: open < 0 ? undefined : text.slice(0, open) };
}
