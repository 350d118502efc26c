import { OpenAI } from 'openai';
import { captureAiError, createClassifier } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  ambiguousError,
  captureAll,
  classificationOf,
  endpoint,
  letters,
  patient,
  Sentry,
  startApplication,
} from './helpers/application.js';
import { startLlm } from './helpers/llm.js';

describe('how often the LLM is asked', () => {
  test('ten different errors are one request', async () => {
    const { ingest, llm } = await startApplication();
    captureAll(10, (i) => `batch ${letters(i)}`);
    const events = await ingest.arrived(10);
    expect(llm.requests.map(({ errors }) => errors.length)).toEqual([10]);
    expect(new Set(events.map(({ tags }) => tags?.ai_error_source))).toEqual(new Set(['llm']));
  });

  test('errors of one kind share a question, and a later one is answered from memory', async () => {
    const { ingest, llm } = await startApplication();
    captureAll(5, (i) => `job 4711${i} of run "r-${i}" stopped at 12:0${i}`);
    await ingest.arrived(5);
    expect(llm.requests.map(({ errors }) => errors.length)).toEqual([1]);
    captureAll(1, () => 'job 99 of run "x" stopped at 23:59');
    const events = await ingest.arrived(6);
    expect(llm.requests).toHaveLength(1);
    expect(classificationOf(events[5])).toMatchObject({
      source: 'cache',
      category: 'provider_error',
    });
  });

  test.each<[string, [string, string]]>([
    ['numbers', ['took 5 of 1,200 tokens', 'took 37.5 of 9 tokens']],
    ['times', ['at 2026-11-23T10:00:00Z', 'at 2026-11-24T23:59:59.123+09:00']],
    ['ids', ['run order_ab12cd of req-9f8e7d', 'run order_x9 of req-0a']],
    [
      'UUIDs',
      ['job 0f8fad5b-d9cb-469f-a165-70867728950e', 'job 7c9e6679-7425-40de-944b-e07fc1f90ae7'],
    ],
    [
      'hashes',
      [
        'commit 2fd4e1c67a2d28fced849ee1bb76e7391b93eb12',
        'commit de9f2c7fd25e1b3afad3e85a0bd17d9b100db4b3',
      ],
    ],
    ['addresses', ['from https://a.example/x?y=1 failed', 'from http://b.example/z failed']],
    ['quoted values', ['tool "search" and \'find it\' broke', 'tool "lookup" and \'x\' broke']],
    ['e-mails', ['for jane@example.com here', 'for bob.x@example.org here']],
    ['paths', ['read /home/a/b.txt now', 'read /var/data/other.json now']],
  ])('%s do not make another kind', async (_, [one, other]) => {
    const { ingest, llm } = await startApplication();
    captureAll(1, () => one);
    await ingest.arrived(1);
    captureAll(1, () => other);
    const events = await ingest.arrived(2);
    expect(events.map((event) => classificationOf(event)?.source)).toEqual(['llm', 'cache']);
    expect(llm.requests).toHaveLength(1);
  });

  test("other words do: don't merge what isn't the same", async () => {
    const { ingest } = await startApplication();
    captureAll(1, () => "the model doesn't like cats, it isn't sure");
    await ingest.arrived(1);
    captureAll(1, () => "the model doesn't like dogs, it isn't sure");
    const events = await ingest.arrived(2);
    expect(classificationOf(events[1])?.source).toBe('llm');
  });

  const answers: [string, object, object][] = [
    [
      'a refusal',
      { llmResponse: '{"item": 1}' },
      { llmResponse: 'I’m sorry, I can’t help with that.' },
    ],
    ['JSON that is cut', { llmResponse: '{"item": 1}' }, { llmResponse: '{"item": 1, "quan' }],
    ['an empty answer', { llmResponse: 'The tea' }, { llmResponse: ' ' }],
    [
      'a fenced answer',
      { llmResponse: '{"item": 1}' },
      { llmResponse: '```json\n{"item": 1}\n```' },
    ],
    [
      'another end',
      { requestMetadata: { finishReason: 'stop' } },
      { requestMetadata: { finishReason: 'length' } },
    ],
    [
      'another end in the whole response',
      { llmResponse: { choices: [{ finish_reason: 'stop' }] } },
      { llmResponse: { choices: [{ finish_reason: 'content_filter' }] } },
    ],
  ];
  test.each(answers)('%s makes another kind of the same error', async (_, one, other) => {
    const { ingest, llm } = await startApplication();
    for (const [i, answer] of [one, other].entries()) {
      captureAiError(new Error(`the order ${i} cannot be read`), answer);
      await ingest.arrived(i + 1);
    }
    expect(ingest.events.map((event) => classificationOf(event)?.source)).toEqual(['llm', 'llm']);
    expect(llm.requests).toHaveLength(2);
  });

  test('other words of an answer, and other counts, do not', async () => {
    const { ingest, llm } = await startApplication();
    const said = ['The customer wants tea.', 'Somebody has asked for 2 cups!'];
    for (const [i, llmResponse] of said.entries()) {
      captureAiError(new Error(`the order ${i} cannot be read`), {
        llmResponse,
        requestMetadata: { promptTokens: i, customer: `c${i}` },
      });
      await ingest.arrived(i + 1);
    }
    expect(ingest.events.map((event) => classificationOf(event)?.source)).toEqual(['llm', 'cache']);
    expect(llm.requests).toHaveLength(1);
  });

  test('another cause behind a long message makes another kind', async () => {
    const { ingest } = await startApplication();
    const failedBy = (root: string) => {
      const cause = new Error('step failed', { cause: new Error(root) });
      return new Error(`OpenAI helper: gave up ${'again and '.repeat(150)}`, { cause });
    };
    for (const [i, root] of ['no tea', 'no cups'].entries()) {
      Sentry.captureException(failedBy(root));
      await ingest.arrived(i + 1);
    }
    expect(ingest.events.map((event) => classificationOf(event)?.source)).toEqual(['llm', 'llm']);
  });

  test('1,000 errors of 20 kinds are at most 5 requests', async () => {
    const { ingest, llm } = await startApplication();
    for (let i = 0; i < 1000; i++) {
      Sentry.captureException(ambiguousError(`flood ${letters(i % 20)} of job ${i}`));
      if (i % 20 === 19) await ingest.arrived(i + 1);
    }
    expect(ingest.events).toHaveLength(1000);
    expect(llm.requests.length).toBeLessThanOrEqual(5);
  });

  test('100 different errors are 10 requests', async () => {
    const { ingest, llm } = await startApplication();
    for (let arrived = 0; arrived < 100; arrived += 10) {
      captureAll(10, (i) => `hundred ${letters(arrived + i)}`);
      await ingest.arrived(arrived + 10);
    }
    expect(llm.requests.map(({ errors }) => errors.length)).toEqual(Array(10).fill(10));
  });

  test('`batch.size` bounds a request', async () => {
    const { ingest, llm } = await startApplication({
      classifier: { batch: { ...patient.batch, size: 4 } },
    });
    captureAll(10, (i) => `four at once ${letters(i)}`);
    await ingest.arrived(10);
    expect(llm.requests.map(({ errors }) => errors.length).sort()).toEqual([2, 4, 4]);
  });

  test('a client for each request: all of them share answers and budget', async () => {
    const { llm, ingest } = await startApplication({ classifier: { budget: { tokensPerDay: 1 } } });
    captureAll(1, () => 'first of many clients');
    await ingest.arrived(1);
    for (let i = 0; i < 3; i++) {
      await Sentry.close(2000);
      const next = await startApplication({
        llm: false,
        classifier: { llm: endpoint(llm), budget: { tokensPerDay: 1 } },
      });
      captureAll(1, () => 'first of many clients');
      captureAll(1, () => `new to all clients ${letters(i)}`);
      const events = await next.ingest.arrived(2);
      const results = events.map((event) => classificationOf(event));
      expect(results.map((result) => result?.source).sort()).toEqual(['cache', 'fallback']);
      expect(results.find((result) => result?.source === 'fallback')?.skipped).toBe('budget');
    }
    expect(llm.requests).toHaveLength(1);
  });

  test('a second client with the same settings answers from the first one’s memory', async () => {
    const first = await startApplication();
    captureAll(1, () => 'shared memory');
    await first.ingest.arrived(1);
    const settings = { apiKey: 'test-key', baseURL: first.llm.baseURL, model: 'test-model' };
    await Sentry.close(2000);
    const second = await startApplication({ llm: false, classifier: { llm: settings } });
    captureAll(1, () => 'shared memory');
    const [event] = await second.ingest.arrived(1);
    expect(classificationOf(event)?.source).toBe('cache');
  });

  test('a store and a client of the openai package for each request: one memory, one budget', async () => {
    const llm = await startLlm();
    onTestFinished(() => llm.close());
    const sources: string[] = [];
    for (const words of ['seen twice', 'seen twice', 'seen once']) {
      const classifier = createClassifier({
        llm: { client: new OpenAI({ apiKey: 'k', baseURL: llm.baseURL }), model: 'test-model' },
        cache: { store: new Map() },
        budget: { tokensPerDay: 1 },
        ...patient,
      });
      sources.push((await classifier.classify(ambiguousError(`${words} by requests`))).source);
      classifier.close();
    }
    expect(sources).toEqual(['llm', 'cache', 'fallback']);
    expect(llm.requests).toHaveLength(1);
  });

  test('obvious errors cost nothing', async () => {
    const { ingest, llm } = await startApplication();
    Sentry.captureException(Object.assign(new Error('429 gpt-4o'), { status: 429 }));
    await ingest.arrived(1);
    expect(llm.requests).toHaveLength(0);
  });

  test('sampleRate 0 never asks', async () => {
    const { ingest, llm } = await startApplication({ classifier: { sampleRate: 0 } });
    captureAll(10, (i) => `unsampled ${letters(i)}`);
    const events = await ingest.arrived(10);
    expect(llm.requests).toHaveLength(0);
    for (const event of events) {
      expect(classificationOf(event)).toMatchObject({ source: 'fallback', skipped: 'sampled' });
    }
  });

  test("Sentry's own sampleRate scales the asking: what it throws away costs nothing", async () => {
    const { llm } = await startApplication({ sentry: { sampleRate: 1e-9 } });
    captureAll(30, (i) => `thrown away ${letters(i)}`);
    await Sentry.flush(2000);
    expect(llm.requests).toHaveLength(0);
  });

  test('a spent budget falls back', async () => {
    const { ingest, llm } = await startApplication({
      classifier: { budget: { requestsPerMinute: 1 }, batch: { size: 1 } },
    });
    captureAll(3, (i) => `budget ${letters(i)}`);
    const events = await ingest.arrived(3);
    expect(llm.requests).toHaveLength(1);
    const skipped = events.map((event) => classificationOf(event)?.skipped);
    expect(skipped.sort()).toEqual(['budget', 'budget', undefined]);
  });
});

test('a minute of the budget is the last one, not that of the clock', async () => {
  const llm = await startLlm();
  onTestFinished(() => llm.close());
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:59Z') });
  onTestFinished(() => void vi.useRealTimers());
  const classifier = createClassifier({
    llm: endpoint(llm),
    ...patient,
    budget: { requestsPerMinute: 1 },
  });
  await classifier.classify(ambiguousError('before the turn'));
  vi.setSystemTime('2026-11-24T12:01:00Z');
  expect(await classifier.classify(ambiguousError('after the turn'))).toMatchObject({
    skipped: 'budget',
  });
});

test('a request that was not answered in time costs its tokens', async () => {
  const llm = await startLlm(() => {});
  onTestFinished(() => llm.close());
  const classifier = createClassifier({
    llm: { ...endpoint(llm), timeoutMs: 100 },
    ...patient,
    budget: { tokensPerDay: 100 },
  });
  expect(await classifier.classify(ambiguousError('hung once'))).toMatchObject({
    skipped: 'failed',
  });
  expect(await classifier.classify(ambiguousError('asked no more'))).toMatchObject({
    skipped: 'budget',
  });
  expect(llm.requests).toHaveLength(1);
});

describe('callers that await on purpose', () => {
  async function openClassifier() {
    const llm = await startLlm();
    const classifier = createClassifier({ llm: endpoint(llm), ...patient });
    onTestFinished(async () => {
      classifier.close();
      await llm.close();
    });
    return { llm, classifier };
  }

  test('1,000 at once with 20 kinds all get the answer of the LLM', async () => {
    const { llm, classifier } = await openClassifier();
    const results = await Promise.all(
      Array.from({ length: 1000 }, (_, i) =>
        classifier.classify(ambiguousError(`awaited ${letters(i % 20)} of job ${i}`)),
      ),
    );
    expect(new Set(results.map(({ source }) => source))).toEqual(new Set(['llm']));
    expect(llm.requests.map(({ errors }) => errors.length)).toEqual([10, 10]);
  });

  test('100 at once, all different, are 10 requests', async () => {
    const { llm, classifier } = await openClassifier();
    const results = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        classifier.classify(ambiguousError(`awaited hundred ${letters(i)}`)),
      ),
    );
    expect(new Set(results.map(({ source }) => source))).toEqual(new Set(['llm']));
    expect(llm.requests.map(({ errors }) => errors.length)).toEqual(Array(10).fill(10));
  });
});
