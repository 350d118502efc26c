import type { Host } from './host.js';
import { findEndpoint } from './options/environment.js';
import type { Settings } from './options/settings.js';
import type { Pipeline } from './pipeline.js';
import type { Tally } from './stats.js';
import { isThenable } from './thenable.js';
import { WaitingRoom } from './waitingRoom.js';

export type Stations = typeof import('./stations.js');

/** Gives the stations, or a promise of them where they are loaded with the first error. */
export type Load = () => Stations | Promise<Stations>;

/** What an error is classified with. */
export interface Opened {
  stations: Stations;
  pipeline: Pipeline;
}

export interface Opener {
  /**
   * At once where the stations are there, else a promise that settles within `maxWaitMs` and never
   * rejects. `undefined`: they did not come in time.
   */
  open(since: number): Opened | undefined | Promise<Opened | undefined>;
  /** A flush of so many milliseconds has begun; call what is returned when it has ended. */
  drain(timeoutMs: number | undefined): () => void;
  /** The process is about to end: nobody waits any longer. */
  evacuate(): void;
  /** Ends requests in flight and asks no more. */
  close(): void;
}

/** Opens one pipeline with the first error. */
export function createOpener(load: Load, settings: Settings, host: Host, tally: Tally): Opener {
  const endpoint = findEndpoint(settings.llm, host.warn);
  const room = new WaitingRoom({
    maxWaitMs: settings.maxWaitMs,
    maxPending: host.maxPending,
    isCrowded: host.isCrowded,
  });
  let opened: Opened | undefined;
  let opening: Promise<Opened | undefined> | undefined;
  let isClosed = false;

  const openWith = (stations: Stations): Opened => {
    opened = { stations, pipeline: stations.createPipeline(settings, endpoint, host, tally, room) };
    if (isClosed) opened.pipeline.close();
    return opened;
  };
  /** Of the network, which may fail: the next error tries again. */
  const openLater = async (coming: Promise<Stations>): Promise<Opened | undefined> => {
    try {
      return openWith(await coming);
    } catch (error) {
      host.log(`loading failed: ${error}`);
      opening = undefined;
      return undefined;
    }
  };

  return {
    open(since) {
      if (opened) return opened;
      if (!opening) {
        const loaded = load();
        if (!isThenable<Stations>(loaded)) return openWith(loaded);
        opening = openLater(loaded);
      }
      const waited = room.wait(opening, since);
      return isThenable<Opened | string | undefined>(waited) ? waited.then(asOpened) : undefined;
    },
    drain: (timeoutMs) => room.drain(timeoutMs),
    evacuate: () => room.evacuate(),
    close() {
      isClosed = true;
      opened?.pipeline.close();
    },
  };
}

const asOpened = (waited: Opened | string | undefined): Opened | undefined =>
  typeof waited === 'object' ? waited : undefined;
