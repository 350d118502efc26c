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

/** As much of a breaker as is used. */
export interface Breaker {
  readonly state: CircuitState;
  execute<T>(request: () => Promise<T>): Promise<T>;
  /** Holds it open until the process ends. */
  isolate(): void;
}

/** Failed requests in a row after which an endpoint is left alone. */
const FAILURES = 5;
/** How long it is left alone at first, and at most, before it is probed with one request; milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** A probe that has not come back by then never will; milliseconds. */
const LONGEST_PROBE = 60_000;

/**
 * Stops asking an endpoint that keeps failing. `isFailure` tells the endpoint's failures from our own.
 *
 * cockatiel lets others wait for the one that probes. Here they are refused at once: a breaker outlives
 * requests, and on Cloudflare Workers a probe whose request has ended never comes back.
 */
export function createBreaker(isFailure: (error: unknown) => boolean): Breaker {
  let policy = createPolicy(isFailure);
  let probedAt = 0;
  return {
    get state() {
      return policy.state;
    },
    async execute(request) {
      if (policy.state === CircuitState.HalfOpen) {
        if (Date.now() - probedAt < LONGEST_PROBE) throw new BrokenCircuitError();
        policy = createPolicy(isFailure);
      }
      const wasOpen = policy.state === CircuitState.Open;
      const result = policy.execute(request);
      if (wasOpen) probedAt = Date.now();
      return result;
    },
    isolate: () => {
      policy.isolate();
    },
  };
}

function createPolicy(isFailure: (error: unknown) => boolean): CircuitBreakerPolicy {
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
