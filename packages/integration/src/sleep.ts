/** Waits without keeping the process alive: no event may hang on it. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer: unknown = setTimeout(resolve, ms);
    // Browsers and workers give a number.
    (timer as { unref?: () => void }).unref?.();
  });
}
