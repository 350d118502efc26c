import { describe, expect, onTestFinished, test } from 'vitest';
import {
  ambiguousError,
  captureAll,
  classificationOf,
  letters,
  Sentry,
  startApplication,
} from './helpers/application.js';
import { type LlmBehaviour, sayOfEach, sendJson, someAnswer, startLlm } from './helpers/llm.js';

describe('an endpoint that keeps failing', () => {
  test('is left alone after five failures in a row', async () => {
    const { ingest, llm } = await startApplication({
      llm: (_, response) => sendJson(response, 500, {}),
      classifier: { batch: { size: 1, concurrency: 1 } },
    });
    captureAll(8, (i) => `always fails ${letters(i)}`);
    const events = await ingest.arrived(8);
    expect(llm.requests).toHaveLength(5);
    const skipped = events.map((event) => classificationOf(event)?.skipped);
    // Two failed twice, one once; the others found the breaker open.
    expect(skipped.filter((reason) => reason === 'failed')).toHaveLength(3);
    expect(skipped.filter((reason) => reason === 'circuit_open')).toHaveLength(5);
  });

  test('is probed again after a pause', async () => {
    let failures = 0;
    const { ingest } = await startApplication({
      llm: (request, response, answer) =>
        failures++ < 5
          ? sendJson(response, 500, {})
          : sayOfEach(someAnswer)(request, response, answer),
      classifier: { batch: { size: 1, concurrency: 1 } },
    });
    captureAll(3, (i) => `fails at first ${letters(i)}`);
    await ingest.arrived(3);
    for (let arrived = 4; ; arrived++) {
      Sentry.captureException(ambiguousError(`probing ${letters(arrived)}`));
      const events = await ingest.arrived(arrived);
      if (events.some((event) => classificationOf(event)?.source === 'llm')) break;
    }
  }, 60_000);

  test.each([401, 403])('that answers %i is not asked again', async (status) => {
    const { ingest, llm } = await startApplication({
      llm: (_, response) => sendJson(response, status, { error: { message: 'wrong key' } }),
    });
    captureAll(1, () => `refused key ${status} first`);
    await ingest.arrived(1);
    captureAll(3, (i) => `refused key ${status} ${letters(i)}`);
    await ingest.arrived(4);
    expect(llm.requests).toHaveLength(1);
  });
});

describe('an endpoint that is busy', () => {
  const busyOnce = (status: number, header?: [name: string, value: string]): LlmBehaviour => {
    let isFirst = true;
    return (request, response, answer) => {
      if (!isFirst) return sayOfEach(someAnswer)(request, response, answer);
      isFirst = false;
      if (header) response.setHeader(...header);
      sendJson(response, status, { error: { message: 'busy' } });
    };
  };

  test.each([500, 503, 529, 429])('%i: is asked once more after a pause', async (status) => {
    const { ingest, llm } = await startApplication({ llm: busyOnce(status) });
    captureAll(1, () => `busy with ${letters(status)}`);
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)?.source).toBe('llm');
    expect(llm.requests).toHaveLength(2);
  });

  test('and says for how long is asked again after that', async () => {
    const { ingest } = await startApplication({ llm: busyOnce(429, ['retry-after-ms', '1000']) });
    captureAll(1, () => 'comes back in time');
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)?.source).toBe('llm');
    expect(classificationOf(event)?.latency_ms).toBeGreaterThanOrEqual(990);
  });

  test('for longer than anybody waits is left alone so long, and the next model answers', async () => {
    const llm = await startLlm((request, response, answer) => {
      if (request.body.model !== 'first') return sayOfEach(someAnswer)(request, response, answer);
      response.setHeader('retry-after', '600');
      sendJson(response, 429, { error: { message: 'busy' } });
    });
    onTestFinished(() => llm.close());
    const { ingest } = await startApplication({
      llm: false,
      classifier: { llm: { apiKey: 'k', baseURL: llm.baseURL, models: ['first', 'second'] } },
    });
    captureAll(1, () => 'the first is busy');
    await ingest.arrived(1);
    captureAll(1, () => 'the first is still busy');
    const events = await ingest.arrived(2);
    for (const event of events) expect(classificationOf(event)?.model_used).toBe('second');
    expect(llm.requests.map(({ body }) => body.model)).toEqual(['first', 'second', 'second']);
  });
});

describe('several models', () => {
  const models = ['first', 'second'];
  const settings = (llm: { baseURL: string }, more = {}) => ({
    llm: { apiKey: 'k', baseURL: llm.baseURL, models, ...more },
  });

  test('the next one is asked when one is down', async () => {
    const llm = await startLlm((request, response, answer) =>
      request.body.model === 'first'
        ? sendJson(response, 503, {})
        : sayOfEach(someAnswer)(request, response, answer),
    );
    onTestFinished(() => llm.close());
    const { ingest } = await startApplication({ llm: false, classifier: settings(llm) });
    captureAll(1, () => 'fails over');
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)).toMatchObject({ source: 'llm', model_used: 'second' });
    expect(llm.requests.map(({ body }) => body.model)).toEqual(['first', 'first', 'second']);
  });

  test('a stronger one judges what the first was not sure of, and only that', async () => {
    const llm = await startLlm(({ body, errors }, _, answer) =>
      answer({
        results: errors.map(({ id, message }) => ({
          id,
          category: body.model === 'strong' ? 'content_policy_error' : 'provider_error',
          confidence: body.model === 'strong' ? 0.9 : message.includes('clear') ? 0.8 : 0.3,
          suggestion: 'Look.',
        })),
      }),
    );
    onTestFinished(() => llm.close());
    const escalate = { below: 0.6, model: 'strong' };
    const { ingest } = await startApplication({
      llm: false,
      classifier: settings(llm, { escalate }),
    });
    Sentry.captureException(ambiguousError('a clear case'));
    Sentry.captureException(ambiguousError('an odd case'));
    const events = await ingest.arrived(2);
    const used = events.map((event) => [
      event.exception?.values?.[0]?.value?.includes('clear'),
      classificationOf(event)?.model_used,
      classificationOf(event)?.category,
    ]);
    expect(used).toContainEqual([true, 'first', 'provider_error']);
    expect(used).toContainEqual([false, 'strong', 'content_policy_error']);
    expect(llm.requests.map(({ errors }) => errors.length)).toEqual([2, 1]);
  });
});

test('nothing that is queued is sent after close', async () => {
  const llm = await startLlm(() => {});
  onTestFinished(() => llm.close());
  const { ingest } = await startApplication({
    llm: false,
    classifier: {
      llm: { apiKey: 'k', baseURL: llm.baseURL },
      batch: { size: 1, windowMs: 0, concurrency: 1 },
    },
  });
  captureAll(5, (i) => `queued ${letters(i)}`);
  await llm.asked(1);
  await Sentry.close(4000);
  expect(ingest.events).toHaveLength(5);
  expect(llm.requests).toHaveLength(1);
});
