import { text } from 'node:stream/consumers';
import { BadInput } from '../badInput.js';
import type { ClassifyOptions } from '../commands/classify.js';

/** The message that was typed, else what is piped in. */
export async function readInput(message: string | undefined): Promise<string> {
  if (message === undefined && process.stdin.isTTY) {
    throw new BadInput('give a message, or pipe one in');
  }
  const input = message ?? (await text(process.stdin));
  if (input.trim() === '') throw new BadInput('the message is empty');
  return input.trim();
}

/** `RateLimitError: 429 …`, as runtimes and loggers print errors. */
const NAMED = /^(?:Uncaught )?([A-Z][\w$]{0,79}(?:Error|Exception))(?: \[\w{1,80}\])?: /;

const FRAME = /^\s{0,40}at /;

/** The error that was printed so: its class, its words, and the stack that tells whose code threw. */
export function errorFrom(input: string, { status, code, type }: ClassifyOptions): Error {
  const lines = input.split('\n');
  const words = lines.filter((line) => !FRAME.test(line)).join('\n');
  const named = NAMED.exec(words);
  const error = new Error(named ? words.slice(named[0].length) : words);
  const name = type ?? named?.[1];
  if (name) error.name = name;
  error.stack = [String(error), ...lines.filter((line) => FRAME.test(line))].join('\n');
  return Object.assign(error, {
    ...(status !== undefined && { status: readStatus(status) }),
    ...(code !== undefined && { code }),
  });
}

function readStatus(text: string): number {
  if (!/^[1-5]\d\d$/.test(text)) {
    throw new BadInput(
      `--status: expected an HTTP status such as 429, got ${JSON.stringify(text)}`,
    );
  }
  return Number(text);
}
