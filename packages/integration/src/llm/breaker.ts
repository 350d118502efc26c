import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  IsolatedCircuitError,
  noJitterGenerator,
} from 'cockatiel';

export type Breaker = CircuitBreakerPolicy;

/** Failed requests in a row after which an endpoint is left alone. */
const FAILURES = 5;
/** How long it is left alone at first, and at most, before it is probed with one request; milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Stops asking an endpoint that keeps failing. `isFailure` tells the endpoint's failures from our own. */
export function createBreaker(isFailure: (error: unknown) => boolean): Breaker {
  return circuitBreaker(handleWhen(isFailure), {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: new ExponentialBackoff({
      initialDelay: FIRST_PAUSE,
      maxDelay: LONGEST_PAUSE,
      generator: noJitterGenerator,
    }),
  });
}

export { CircuitState };

export const isOpenCircuit = (error: unknown): boolean =>
  error instanceof BrokenCircuitError || error instanceof IsolatedCircuitError;

/** The key is wrong or not allowed: asking again with the same key is of no use. */
export const isRefusedKey = (error: unknown): boolean =>
  [401, 403].includes((error as { status?: number } | undefined)?.status ?? 0);
