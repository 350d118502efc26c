/** By its form: a page's own `Promise`, as Angular's zone.js sets one, is not that of async functions. */
export function isThenable<T>(value: unknown): value is PromiseLike<T> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
