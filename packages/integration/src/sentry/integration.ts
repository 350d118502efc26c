import type { Client, ErrorEvent, EventHint, Integration } from '@sentry/core';
import { watchFailedRequests } from '../facts/failedRequests.js';
import { createOpener, type Load, type Opened, type Opener } from '../opener.js';
import type { LlmClassifierOptions } from '../options/options.js';
import { readOptions, type Settings } from '../options/settings.js';
import { Tally } from '../stats.js';
import { isThenable } from '../thenable.js';
import type { Classification, Stats } from '../types.js';
import { annotate } from './annotate.js';
import { hostFor } from './host.js';
import { countInSession } from './session.js';

const INTEGRATION_NAME = 'LlmClassifier';

/** What `client.getIntegrationByName('LlmClassifier')` gives. */
export interface LlmClassifierIntegration extends Integration {
  /** What it has done so far, for all clients that it was set up with. */
  stats(): Stats;
}

/** The integration, for whoever has the stations. */
export function integrationWith(
  load: Load,
): (options?: LlmClassifierOptions) => LlmClassifierIntegration {
  return (options = {}) => {
    const settings = readOptions(options);
    const known = new WeakSet<Client>();
    const tally = new Tally();
    return {
      name: INTEGRATION_NAME,
      // Not `setup`: other integrations may still wrap or set `beforeSend` until all are set up.
      afterAllSetup(client) {
        if (known.has(client)) return;
        known.add(client);
        watchFailedRequests();
        const opener = createOpener(load, settings, hostFor(client, settings), tally);
        wrapBeforeSend(client, (event, hint) =>
          classifyEvent(event, hint, client, opener, settings),
        );
        wrapFlush(client, opener);
      },
      stats: () => tally.read(),
    };
  };
}

type Send = ErrorEvent | null;

/**
 * Events that a hook of ours has in hand, by the hint that Sentry makes for each. A client that is made from
 * another's options wraps that one's hook, which must leave the event to the outer one: only that drains
 * when its client is flushed.
 */
const underWay = new WeakSet<EventHint>();

/** The application's own hook runs first; what it returns, drops or throws means what it meant. */
function wrapBeforeSend(
  client: Client,
  classify: (event: ErrorEvent, hint: EventHint) => Send | PromiseLike<Send>,
): void {
  const options = client.getOptions();
  const own = options.beforeSend;
  const continueWith = (event: Send, hint: EventHint) =>
    isEvent(event) ? classify(event, hint) : event;
  options.beforeSend = (event, hint) => {
    const isInner = underWay.has(hint);
    // An application's hook that wraps ours may have forgotten it.
    if (hint) underWay.add(hint);
    const kept = own ? own(event, hint) : event;
    if (isInner) return kept;
    return isThenable<Send>(kept)
      ? kept.then((event) => continueWith(event, hint))
      : continueWith(kept, hint);
  };
}

/** Waiting events go in time before a flush or a close gives up on them. `close` flushes in every SDK. */
function wrapFlush(client: Client, opener: Opener): void {
  const flush = client.flush.bind(client);
  client.flush = async (timeout) => {
    const endDrain = opener.drain(timeout);
    try {
      return await flush(timeout);
    } finally {
      endDrain();
    }
  };
  const close = client.close.bind(client);
  client.close = async (timeout) => {
    try {
      return await close(timeout);
    } finally {
      opener.close();
    }
  };
}

/** Never throws and never rejects: on any failure of our own the event goes out as it came in. */
function classifyEvent(
  event: ErrorEvent,
  hint: EventHint,
  client: Client,
  opener: Opener,
  settings: Settings,
): Send | Promise<Send> {
  const finish = (classification: Classification | undefined): Send => {
    if (!classification) return event;
    try {
      const annotated = annotate(event, classification, settings.grouping);
      return letUserChange(annotated, classification, hint, settings);
    } catch {
      return event;
    }
  };
  try {
    if (!isClassifiable(event)) return event;
    if (isCrash(event)) opener.evacuate();
    const since = performance.now();
    const classify = (opened: Opened | undefined) =>
      opened?.pipeline.classify(opened.stations.factsFromEvent(event, hint), {
        since,
        isFatal: isFatal(event),
        // Sentry samples after `beforeSend`; an event that is thrown away then must not have cost a question.
        keptShare: client.getOptions().sampleRate ?? 1,
      });
    const opened = opener.open(since);
    const classified = isThenable<Opened | undefined>(opened)
      ? opened.then(classify)
      : classify(opened);
    if (!isThenable<Classification | undefined>(classified)) return finish(classified);
    countInSession(client, event);
    return classified.then(finish, () => event);
  } catch {
    return event;
  }
}

function letUserChange(
  event: ErrorEvent,
  classification: Classification,
  hint: EventHint,
  { onClassified }: Settings,
): Send {
  if (!onClassified) return event;
  try {
    const changed: unknown = onClassified(event, { ...classification }, hint);
    if (isThenable(changed)) changed.then(undefined, () => {});
    return changed === null || isEvent(changed) ? changed : event;
  } catch {
    return event;
  }
}

/** Exceptions, and messages that somebody called an error. */
function isClassifiable({ exception, level, message, logentry }: ErrorEvent): boolean {
  if (level === 'error' || level === 'fatal') return true;
  // Sentry 11 gives a message a synthetic exception for its stack.
  const isMessage = message !== undefined || logentry !== undefined;
  return !isMessage && Boolean(exception?.values?.length);
}

/** After these the process may be gone at any moment. */
function isFatal({ exception, level }: ErrorEvent): boolean {
  return (
    level === 'fatal' ||
    (exception?.values?.some(({ mechanism }) =>
      /onuncaughtexception|onunhandledrejection/.test(mechanism?.type ?? ''),
    ) ??
      false)
  );
}

/** After these it will be. A level alone an application sets as it likes. */
function isCrash({ exception, level }: ErrorEvent): boolean {
  return (
    level === 'fatal' &&
    (exception?.values?.some(({ mechanism }) => mechanism?.handled === false) ?? false)
  );
}

function isEvent(value: unknown): value is ErrorEvent {
  return typeof value === 'object' && value !== null && !isThenable(value);
}
