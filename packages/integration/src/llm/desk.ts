import type { Host } from '../host.js';
import type { Endpoint } from '../options/environment.js';
import type { Settings } from '../options/settings.js';
import type { Tally } from '../stats.js';
import { AnswerStore } from './answerStore.js';
import { Asker } from './asker.js';
import { type Borrowed, Fleet } from './fleet.js';
import { FleetBudget } from './fleetBudget.js';
import type { Asked, Outcome } from './models.js';
import type { Redact } from './redact.js';
import type { Shared } from './shared.js';

/** Where a question is handed in. */
export interface Desk {
  /** Never rejects. */
  ask(asked: Asked): Promise<Outcome | Borrowed>;
  /** Ends requests in flight. */
  close(): void;
}

/** The LLM alone, or what a fleet knows before it. */
export function openDesk({
  settings,
  endpoint,
  shared,
  descriptions,
  redact,
  host: { isolate, fetch, log, warn },
  tally,
}: {
  settings: Settings;
  endpoint: Endpoint;
  shared: Shared;
  descriptions: ReadonlyMap<string, string>;
  redact: Redact;
  host: Host;
  tally: Tally;
}): Desk {
  const { batch, budget, cache, language, maxWaitMs } = settings;
  // A page without a secure context cannot hash the keys.
  const store = globalThis.crypto?.subtle && cache.store;
  const asker = new Asker({
    endpoint,
    shared,
    fleetBudget: new FleetBudget(budget, shared.budget, isolate),
    descriptions,
    language,
    maxWaitMs,
    // What comes through the store has been gathered there.
    batch: store ? { ...batch, windowMs: 0 } : batch,
    redact,
    isolate,
    fetch,
    log,
    warn,
    tally,
  });
  if (!store) return asker;
  return new Fleet({
    asker,
    store: new AnswerStore({
      store,
      question: shared.question,
      isKnown: (category) => descriptions.has(category),
      isolate,
    }),
    windowMs: batch.windowMs,
    ttlMs: cache.ttlMs,
    patienceMs: endpoint.timeoutMs,
  });
}
