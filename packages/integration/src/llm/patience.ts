import { Breaker } from './breaker.js';

/**
 * A store that is slower than 300 ms is slower than asking anew. Counted in turns of the event loop, not by
 * the clock: while this process itself is busy, an answer may lie there and cannot be read.
 */
const TURN_MS = 50;
const TURNS = 6;

/** Failures in a row after which it is left alone. */
const FAILURES = 3;

/** By what is used, not by who uses it: clients come and go, a dead store stays dead. */
const breakers = new WeakMap<object, Breaker>();

class Late extends Error {}
class LeftAlone extends Error {}

/**
 * Uses a store or limiter of the application's: in time, or not at all.
 * @throws what it throws, or when it is late or left alone
 */
export async function useInTime<T>(
  thing: object,
  use: () => T | PromiseLike<T>,
  /** What it throws by way of an answer. */
  isAnswer: (thrown: unknown) => boolean = () => false,
): Promise<T> {
  const breaker = breakerOf(thing);
  if (!breaker.enter()) throw new LeftAlone();
  try {
    const result = await inTime(use);
    breaker.succeeded();
    return result;
  } catch (error) {
    if (isAnswer(error)) breaker.succeeded();
    else breaker.failed();
    throw error;
  }
}

export function breakerOf(thing: object): Breaker {
  let breaker = breakers.get(thing);
  if (!breaker) {
    breaker = new Breaker(FAILURES);
    breakers.set(thing, breaker);
  }
  return breaker;
}

async function inTime<T>(use: () => T | PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const wait = (turns: number) => {
      timer = setTimeout(() => (turns > 1 ? wait(turns - 1) : reject(new Late())), TURN_MS);
    };
    wait(TURNS);
  });
  try {
    return await Promise.race([use(), late]);
  } finally {
    clearTimeout(timer);
  }
}
