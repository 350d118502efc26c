import { type Client, type ErrorEvent, getCurrentScope, getIsolationScope } from '@sentry/core';

/**
 * Sentry counts an error in its session when `beforeSend` has returned (`@sentry/core`, client.ts), and a
 * session may end while the event waits. To count the same error twice is to count it once; one that
 * `onClassified` drops afterwards has been counted.
 */
export function countInSession(client: Client, event: ErrorEvent): void {
  const session = getCurrentScope().getSession() ?? getIsolationScope().getSession();
  if (session) (client as unknown as Counting)._updateSessionFromEvent?.(session, event);
}

/** A protected method of every `Client` from 9 to 11. */
interface Counting {
  _updateSessionFromEvent?(session: object, event: ErrorEvent): void;
}
