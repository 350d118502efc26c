import { Breaker } from './breaker.js';

/** A store that is slower than this is slower than asking anew; milliseconds. */
const PATIENCE = 300;

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
    timer = setTimeout(() => reject(new Late()), PATIENCE);
  });
  try {
    return await Promise.race([use(), late]);
  } finally {
    clearTimeout(timer);
  }
}
