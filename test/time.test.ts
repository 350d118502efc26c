import { expect, test, vi } from 'vitest';
import {
  ambiguousError,
  classificationOf,
  Sentry,
  startApplication,
} from './helpers/application.js';
import { type LlmBehaviour, sayOfEach, someAnswer } from './helpers/llm.js';

const never: LlmBehaviour = () => {};

/** Answers when told to. */
function heldBack() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const behaviour: LlmBehaviour = (request, response, answer) => {
    released.then(() => sayOfEach(someAnswer)(request, response, answer));
  };
  return { behaviour, release };
}

test('an event waits for the LLM no longer than maxWaitMs', async () => {
  const { ingest } = await startApplication({ llm: never, classifier: { maxWaitMs: 50 } });
  Sentry.captureException(ambiguousError('hangs'));
  const [event] = await ingest.arrived(1);
  expect(classificationOf(event)).toMatchObject({ source: 'fallback', skipped: 'deadline' });
});

test('maxWaitMs 0 never waits, and a late answer still fills the memory', async () => {
  const { behaviour, release } = heldBack();
  const { ingest, llm } = await startApplication({ llm: behaviour, classifier: { maxWaitMs: 0 } });
  Sentry.captureException(ambiguousError('answered late 1'));
  const [event] = await ingest.arrived(1);
  expect(classificationOf(event)).toMatchObject({ source: 'fallback', skipped: 'deadline' });
  await llm.asked(1);
  release();
  // The answer is on its way; errors of the kind fall back until it is there.
  for (let arrived = 2; ; arrived++) {
    // Sentry drops an event that equals the one before; another number is the same kind.
    Sentry.captureException(ambiguousError(`answered late ${arrived}`));
    const events = await ingest.arrived(arrived);
    if (classificationOf(events.at(-1))?.source === 'cache') break;
  }
  expect(llm.requests).toHaveLength(1);
});

test('at most maxPending events wait; the others go at once', async () => {
  const { behaviour, release } = heldBack();
  const { ingest } = await startApplication({
    llm: behaviour,
    classifier: { maxPending: 2, maxWaitMs: 10_000 },
  });
  for (const words of ['first', 'second', 'third', 'fourth']) {
    Sentry.captureException(ambiguousError(`pending ${words}`));
  }
  const early = await ingest.arrived(2);
  expect(early.map((event) => classificationOf(event)?.skipped)).toEqual(['pressure', 'pressure']);
  release();
  const all = await ingest.arrived(4);
  expect(all.slice(2).map((event) => classificationOf(event)?.source)).toEqual(['llm', 'llm']);
});

test('no more wait than half of what Sentry’s own buffer holds', async () => {
  const { ingest } = await startApplication({
    llm: never,
    classifier: { maxWaitMs: 10_000 },
    sentry: { transportOptions: { bufferSize: 8 } },
  });
  for (const words of 'one two three four five six'.split(' ')) {
    Sentry.captureException(ambiguousError(`small buffer ${words}`));
  }
  const early = await ingest.arrived(2);
  expect(early.map((event) => classificationOf(event)?.skipped)).toEqual(['pressure', 'pressure']);
  await Sentry.flush(4000);
  expect(ingest.events).toHaveLength(6);
});

test('when Sentry’s own buffer fills up, those who wait leave at once', async () => {
  const { ingest, llm } = await startApplication({ llm: never, classifier: { maxWaitMs: 10_000 } });
  for (const words of ['one', 'two', 'three']) {
    Sentry.captureException(ambiguousError(`waits ${words}`));
  }
  await llm.asked(1);
  for (let i = 0; i < 61; i++) Sentry.captureException(ambiguousError(`crowd ${i}`));
  const events = await ingest.arrived(64);
  for (const event of events) expect(classificationOf(event)?.skipped).toBe('pressure');
});

test('fatal events never wait', async () => {
  const { ingest, llm } = await startApplication({ llm: never });
  Sentry.captureException(ambiguousError('fatal'), { level: 'fatal' });
  const [event] = await ingest.arrived(1);
  expect(classificationOf(event)).toMatchObject({ source: 'fallback', skipped: 'fatal' });
  expect(llm.requests).toHaveLength(0);
});

test('a crash lets those go who wait, and nobody waits any more', async () => {
  const { ingest, llm } = await startApplication({ llm: never });
  Sentry.captureException(ambiguousError('waits when the process crashes'));
  await llm.asked(1);
  const mechanism = { type: 'onuncaughtexception', handled: false };
  Sentry.captureException(ambiguousError('crashes'), {
    mechanism,
    captureContext: { level: 'fatal' },
  });
  await ingest.arrived(2);
  Sentry.captureException(ambiguousError('comes when it ends'));
  const events = await ingest.arrived(3);
  expect(events.map((event) => classificationOf(event)?.skipped)).toEqual(Array(3).fill('fatal'));
});

test('a client made from another’s options waits once, and drains at its own flush', async () => {
  const onClassified = vi.fn();
  const { client, ingest, llm } = await startApplication({
    llm: never,
    classifier: { onClassified },
  });
  const second = new Sentry.NodeClient(client.getOptions());
  second.init();
  Sentry.getCurrentScope().setClient(second);
  Sentry.captureException(ambiguousError('of the second client'));
  await llm.asked(1);
  await expect(second.flush(300)).resolves.toBe(true);
  expect(ingest.events).toHaveLength(1);
  expect(onClassified).toHaveBeenCalledTimes(1);
});

test('a session that ends while its error waits has counted it', async () => {
  const { ingest, llm } = await startApplication({ llm: never, sentry: { release: 'shop@1' } });
  await Sentry.withIsolationScope(async () => {
    Sentry.startSession();
    Sentry.captureException(ambiguousError('of a session'));
    await llm.asked(1);
    Sentry.endSession();
  });
  await Sentry.flush(300);
  const ended = expect.objectContaining({ status: 'exited', errors: 1 });
  expect(ingest.others).toContainEqual({ type: 'session', payload: ended });
});

test.each([
  ['flush', () => Sentry.flush(300)],
  ['close', () => Sentry.close(300)],
])('an event that waits at %s(300) arrives before it gives up', async (_, end) => {
  const { ingest } = await startApplication({ llm: never, classifier: { maxWaitMs: 10_000 } });
  Sentry.captureException(ambiguousError('pending at the end'));
  await expect(end()).resolves.toBe(true);
  expect(ingest.events).toHaveLength(1);
});

test('an event that reaches the hook while a flush is under way arrives before it gives up', async () => {
  const { ingest } = await startApplication({ llm: never, classifier: { maxWaitMs: 10_000 } });
  const flushed = Sentry.flush(300);
  Sentry.captureException(ambiguousError('late for the flush'));
  await expect(flushed).resolves.toBe(true);
  expect(ingest.events).toHaveLength(1);
});

test('an answer that comes while a flush is under way is taken', async () => {
  const { behaviour, release } = heldBack();
  const { ingest, llm } = await startApplication({
    llm: behaviour,
    classifier: { maxWaitMs: 10_000 },
  });
  Sentry.captureException(ambiguousError('answered during the flush'));
  await llm.asked(1);
  const flushed = Sentry.flush(2000);
  release();
  await flushed;
  expect(classificationOf(ingest.events[0])?.source).toBe('llm');
});

test('a burst beyond what Sentry holds delivers what it delivers without the integration', async () => {
  const burst = async () => {
    for (let i = 0; i < 200; i++) Sentry.captureException(ambiguousError(`burst ${i}`));
    await Sentry.flush(5000);
  };
  const bare = await startApplication({ llm: false, sentry: { integrations: [] } });
  await burst();
  await Sentry.close(2000);
  const full = await startApplication({ llm: never });
  await burst();
  expect(full.ingest.events.length).toBe(bare.ingest.events.length);
  for (const event of full.ingest.events) expect(event.tags?.ai_error_category).toBeDefined();
});
