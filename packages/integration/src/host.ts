/** Runs I/O of the classifier's own where its telemetry is nobody's. */
export type Isolate = <T>(run: () => T) => T;

/** What the surroundings lend to the pipeline, which knows nothing of them. */
export interface Host {
  isolate: Isolate;
  /** For the classifier's own requests, where the usual one is watched. */
  fetch?: typeof fetch;
  warn(message: string): void;
  log(message: string): void;
  /** Events that may wait at once. */
  maxPending: number;
  /** Whether the sender's buffer is filling up, so that nobody should wait. */
  isCrowded?: () => boolean;
  /**
   * Whether several requests of a platform that ends a request's promises with it come through here: then
   * none may wait for what belongs to another.
   */
  isSharedByRequests?: boolean;
}
