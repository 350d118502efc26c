import type { ErrorEvent, EventHint, Exception, StackFrame } from '@sentry/core';
import { AI_CALL_CONTEXT } from './aiCall.js';
import { type CompleteFacts, completeFacts, type Words } from './complete.js';
import { describeFrames, ownersOf } from './frames.js';
import { flatRecord } from './reading.js';
import { readStructure } from './structure.js';

/** Frames looked at for packages; deeper ones belong to the application's own callers. */
const MAX_STACK = 50;

/**
 * Facts of an event. All words come from the event as the application's own `beforeSend` left it;
 * `hint.originalException` adds structured fields only.
 */
export function factsFromEvent(event: ErrorEvent, hint: EventHint): CompleteFacts {
  return completeFacts(wordsOf(event), readStructure(hint.originalException));
}

function wordsOf(event: ErrorEvent): Words {
  // Sentry puts the captured exception last, its root cause first.
  const chain = [...(event.exception?.values ?? [])].slice(-10).reverse();
  const [main, ...causes] = chain;
  const frames = framesOf(main) ?? framesOf(causes[0]) ?? [];
  const context = callContext(event);
  const marked = context !== undefined || isMarkedByInstrumentation(event, main);
  return {
    type: main?.type ?? 'Message',
    message: main?.value ?? messageOf(event),
    causes: causes.map(({ type, value }) => `${type ?? 'Error'}: ${value ?? ''}`),
    frames: describeFrames(frames),
    packages: ownersOf(frames),
    causePackages: ownersOf(causes.flatMap((cause) => framesOf(cause) ?? [])),
    ...(context && { context }),
    ...(marked && { marked }),
    ...requestsOf(event),
  };
}

function messageOf(event: ErrorEvent): string {
  const logged = event.logentry?.message;
  return typeof event.message === 'string' ? event.message : (logged ?? '');
}

/** Innermost first. */
function framesOf(exception: Exception | undefined): StackFrame[] | undefined {
  const frames = exception?.stacktrace?.frames;
  return frames?.length ? frames.slice(-MAX_STACK).reverse() : undefined;
}

/** Sentry's AI instrumentations name themselves in the mechanism and in the active span's data. */
function isMarkedByInstrumentation(event: ErrorEvent, main: Exception | undefined): boolean {
  if (main?.mechanism?.type?.startsWith('auto.ai.')) return true;
  const trace = event.contexts?.trace;
  if (trace?.op?.startsWith('gen_ai.')) return true;
  return Object.keys(trace?.data ?? {}).some((key) => key.startsWith('gen_ai.'));
}

type LastRequest = Pick<Words, 'lastRequest' | 'lastStatus' | 'failedRequest'>;

/** `fetch` and `xhr` are the browser's. */
const REQUESTS: readonly unknown[] = ['http', 'fetch', 'xhr'];

/** In seconds; where scopes are global, what failed before may long be forgiven. */
const A_MOMENT = 5;

function requestsOf({ breadcrumbs, timestamp = 0 }: ErrorEvent): LastRequest {
  const last = breadcrumbs?.findLast(({ category }) => REQUESTS.includes(category));
  const url: unknown = last?.data?.url;
  if (typeof url !== 'string') return {};
  const status: unknown = last?.data?.status_code;
  const isRecent = timestamp - (last?.timestamp ?? 0) < A_MOMENT;
  // In Node a failed request is noted without a level.
  const isFailed =
    status === undefined &&
    (last?.level === 'error' || (last?.category === 'http' && last.level === undefined));
  return {
    lastRequest: url,
    ...(typeof status === 'number' && isRecent && { lastStatus: status }),
    ...(isFailed && { failedRequest: url }),
  };
}

function callContext(event: ErrorEvent): Words['context'] {
  const attached = event.contexts?.[AI_CALL_CONTEXT];
  if (typeof attached !== 'object' || attached === null) return undefined;
  return flatRecord(attached);
}
