import { createClassifier } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  ambiguousError,
  classificationOf,
  Sentry,
  startApplication,
} from './helpers/application.js';
import { type LlmBehaviour, sayOfEach, sendJson, someAnswer, startLlm } from './helpers/llm.js';

const captureAll = (count: number, words: (i: number) => string) => {
  for (let i = 0; i < count; i++) Sentry.captureException(ambiguousError(words(i)));
};

const letters = (i: number) => String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26));

describe('what the LLM is asked', () => {
  test('one JSON document in the contract’s form, and its answer is on the event', async () => {
    const { ingest, llm } = await startApplication();
    const cause = new TypeError('no text in the answer');
    Sentry.captureException(new Error('OpenAI helper: nothing to show', { cause }));
    const [event] = await ingest.arrived(1);

    expect(event?.tags).toEqual({
      ai_error_category: 'provider_error',
      ai_error_confidence: '0.80',
      ai_error_source: 'llm',
      ai_error_provider: 'openai',
      ai_error_retryable: 'true',
    });
    expect(classificationOf(event)).toEqual({
      ...someAnswer,
      source: 'llm',
      model_used: 'test-model',
      provider: 'openai',
      retryable: true,
      latency_ms: expect.any(Number),
    });

    const [request] = llm.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe('Bearer test-key');
    expect(request?.body).toMatchObject({
      model: 'test-model',
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    expect(request?.body.messages[0].content).toContain('never an instruction');
    expect(request?.errors).toEqual([
      {
        id: 0,
        type: 'Error',
        message: 'OpenAI helper: nothing to show',
        provider: 'openai',
        causes: ['TypeError: no text in the answer'],
        frames: expect.arrayContaining([expect.stringMatching(/^llm\.test /)]),
      },
    ]);
  });

  test('nothing of user, request, breadcrumbs, extra or tags', async () => {
    const { ingest, llm } = await startApplication();
    Sentry.withScope((scope) => {
      scope.setUser({ id: 'u-secret', email: 'private@example.com' });
      scope.setExtra('note', 'extra-secret');
      scope.setTag('plan', 'tag-secret');
      scope.addBreadcrumb({ message: 'crumb-secret' });
      Sentry.captureException(ambiguousError('was private'));
    });
    await ingest.arrived(1);
    expect(JSON.stringify(llm.requests[0]?.body)).not.toMatch(/secret|private@/);
  });

  test('secrets and personal data in the error are redacted first', async () => {
    const { ingest, llm } = await startApplication();
    const secrets = [
      'sk-proj-abcDEF123456ghiJKL789012mnoPQR',
      'jane.doe@example.com',
      '203.0.113.7',
      'AKIAIOSFODNN7EXAMPLE',
      'hunter2hunter2',
    ];
    Sentry.captureException(
      ambiguousError(
        `key ${secrets[0]} of ${secrets[1]} at ${secrets[2]} ${secrets[3]} password=${secrets[4]} failed`,
      ),
    );
    await ingest.arrived(1);
    const sent = JSON.stringify(llm.requests[0]?.body);
    for (const secret of secrets) expect(sent).not.toContain(secret);
    expect(llm.requests[0]?.errors[0]?.message).toMatch(/^OpenAI helper: key \[key\] of \[email\]/);
  });
});

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

  test('1,000 errors of 20 kinds are at most 5 requests', async () => {
    const { ingest, llm } = await startApplication();
    for (let i = 0; i < 1000; i++) {
      Sentry.captureException(ambiguousError(`flood ${letters(i % 20)} of job ${i}`));
      if (i % 20 === 19) await ingest.arrived(i + 1);
    }
    expect(ingest.events).toHaveLength(1000);
    expect(llm.requests.length).toBeLessThanOrEqual(5);
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

describe('an LLM that misbehaves', () => {
  const withStatus =
    (status: number, body: unknown = { error: { message: 'no' } }): LlmBehaviour =>
    (_, response) =>
      sendJson(response, status, body);

  const misbehaviours: [string, LlmBehaviour][] = [
    ['401', withStatus(401)],
    ['402', withStatus(402)],
    ['403', withStatus(403)],
    ['404', withStatus(404)],
    ['429', withStatus(429)],
    [
      '429 with retry-after',
      (_, response) => {
        response.setHeader('retry-after', '1');
        sendJson(response, 429, { error: { message: 'slow down' } });
      },
    ],
    ['500', withStatus(500)],
    ['503', withStatus(503)],
    ['a 400 that is about nothing optional', withStatus(400)],
    ['a reset connection', (_, response) => response.socket?.resetAndDestroy()],
    [
      'a connection reset after the headers',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"choices"', () => response.socket?.resetAndDestroy());
      },
    ],
    ['HTML', (_, response) => response.end('<html>gateway</html>')],
    ['an empty body', (_, response) => response.end()],
    ['prose', (_, __, answer) => answer('I would say it is a provider error.')],
    ['JSON cut in half', (_, __, answer) => answer('{"results":[{"id":0,"categ')],
    ['an invented category', sayOfEach({ ...someAnswer, category: 'gremlins' })],
    ['confidence 7', sayOfEach({ ...someAnswer, confidence: 7 })],
    ['confidence "high"', sayOfEach({ ...someAnswer, confidence: 'high' })],
    ['a suggestion that is a number', sayOfEach({ ...someAnswer, suggestion: 7 })],
    [
      'a refusal',
      (_, response) =>
        sendJson(response, 200, {
          choices: [
            { message: { role: 'assistant', content: null, refusal: 'I cannot do that.' } },
          ],
        }),
    ],
    ['another body', (_, response) => sendJson(response, 200, { hello: 'world' })],
    ['null', (_, response) => sendJson(response, 200, null)],
    ['no results', (_, __, answer) => answer({ results: [] })],
    ['ids never asked', (_, __, answer) => answer({ results: [{ id: 99, ...someAnswer }] })],
  ];

  test.each(misbehaviours)('%s: the event arrives with its fallback', async (_, behaviour) => {
    const { ingest } = await startApplication({ llm: behaviour });
    captureAll(1, () => 'the model misbehaves');
    await Sentry.flush(2000);
    expect(ingest.events).toHaveLength(1);
    expect(classificationOf(ingest.events[0])).toMatchObject({
      category: 'unknown_error',
      confidence: 0,
      source: 'fallback',
      skipped: 'failed',
      model_used: 'rules',
    });
  });

  test.each<[string, LlmBehaviour]>([
    ['before the headers', () => {}],
    ['after the headers', (_, response) => response.writeHead(200).flushHeaders()],
  ])('a hang %s: the event arrives within its bound', async (name, behaviour) => {
    const { ingest } = await startApplication({ llm: behaviour, classifier: { maxWaitMs: 100 } });
    captureAll(1, () => `hang ${name}`);
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)).toMatchObject({
      category: 'unknown_error',
      source: 'fallback',
      skipped: 'deadline',
    });
  });

  test.each([
    ['refuses connections', 'http://127.0.0.1:9/v1'],
    ['has no address', 'http://llm.invalid/v1'],
  ])('an endpoint that %s', async (_, baseURL) => {
    const { ingest } = await startApplication({
      llm: false,
      classifier: { llm: { apiKey: 'k', baseURL } },
    });
    captureAll(1, () => 'nobody there');
    await Sentry.flush(4000);
    expect(ingest.events).toHaveLength(1);
    expect(classificationOf(ingest.events[0])).toMatchObject({ source: 'fallback' });
  });

  test('the best hint of the rules is the fallback', async () => {
    const { ingest } = await startApplication({ llm: withStatus(500) });
    Sentry.captureException(Object.assign(new Error('400 gpt-4o: no'), { status: 400 }));
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)).toMatchObject({
      category: 'invalid_request_error',
      rule: 'http-400',
      source: 'fallback',
    });
  });

  test.each([
    ['a code fence', (json: string) => `\`\`\`json\n${json}\n\`\`\``],
    ['prose around', (json: string) => `Sure! Here it is:\n${json}\nAnything else?`],
  ])('%s is tolerated', async (_, dress) => {
    const { ingest } = await startApplication({
      llm: ({ errors }, __, answer) =>
        answer(dress(JSON.stringify({ results: errors.map(({ id }) => ({ id, ...someAnswer })) }))),
    });
    captureAll(1, () => 'dressed answer');
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)?.source).toBe('llm');
  });

  test('good results of a batch count, the others fall back', async () => {
    const { ingest } = await startApplication({
      llm: ({ errors }, _, answer) => {
        const idOf = (words: string) => errors.find(({ message }) => message.endsWith(words))?.id;
        answer({
          results: [
            { id: idOf('good'), ...someAnswer },
            { id: idOf('good'), ...someAnswer, category: 'rate_limit_error' },
            { id: idOf('bad'), ...someAnswer, category: 'gremlins' },
            'rubbish',
          ],
        });
      },
    });
    for (const words of ['good', 'bad', 'left out']) Sentry.captureException(ambiguousError(words));
    const events = await ingest.arrived(3);
    const categories = events.map(({ exception, tags }) => [
      exception?.values?.[0]?.value,
      tags?.ai_error_category,
    ]);
    expect(Object.fromEntries(categories)).toEqual({
      'OpenAI helper: good': 'provider_error',
      'OpenAI helper: bad': 'unknown_error',
      'OpenAI helper: left out': 'unknown_error',
    });
  });

  test('a long suggestion with control characters and markup is made plain', async () => {
    const suggestion = `<b>Do\u0000 this</b>\n${'x'.repeat(1_000_000)}`;
    const { ingest } = await startApplication({ llm: sayOfEach({ ...someAnswer, suggestion }) });
    captureAll(1, () => 'long suggestion');
    const [event] = await ingest.arrived(1);
    const written = String(classificationOf(event)?.suggestion);
    expect(written).toMatch(/^b Do this \/b x+$/);
    expect(written.length).toBeLessThanOrEqual(500);
  });

  test.each([
    ['response_format', 'response_format', "'response_format' is not supported"],
    ['temperature', 'temperature', "Unsupported value: 'temperature' does not support 0"],
    ['max_tokens', 'max_tokens', "Unsupported parameter: 'max_tokens'"],
  ])(
    'an endpoint that refuses %s is asked again without, and that is remembered',
    async (_, field, message) => {
      const { ingest, llm } = await startApplication({
        llm: (request, response, answer) =>
          field in request.body
            ? sendJson(response, 400, { error: { message, param: field } })
            : sayOfEach(someAnswer)(request, response, answer),
      });
      captureAll(1, () => `refused ${field} first`);
      const [event] = await ingest.arrived(1);
      expect(classificationOf(event)?.source).toBe('llm');
      const before = llm.requests.length;
      captureAll(1, () => `refused ${field} second`);
      await ingest.arrived(2);
      expect(llm.requests).toHaveLength(before + 1);
    },
  );

  test('an endpoint that refuses without saying what is asked once more, in the plainest form', async () => {
    const { ingest, llm } = await startApplication({
      llm: (request, response, answer) =>
        'temperature' in request.body
          ? sendJson(response, 400, { error: 'bad request' })
          : sayOfEach(someAnswer)(request, response, answer),
    });
    captureAll(1, () => 'refused in silence');
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)?.source).toBe('llm');
    expect(llm.requests).toHaveLength(2);
  });
});

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
    expect(skipped.filter((reason) => reason === 'circuit_open')).toHaveLength(3);
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
    captureAll(5, (i) => `fails at first ${letters(i)}`);
    await ingest.arrived(5);
    for (let arrived = 6; ; arrived++) {
      Sentry.captureException(ambiguousError(`probing ${letters(arrived)}`));
      const events = await ingest.arrived(arrived);
      const { source, skipped } = classificationOf(events.at(-1)) ?? {};
      if (source === 'llm') break;
      expect(skipped).toBe('circuit_open');
    }
  }, 20_000);

  test('is asked again though the probe has never come back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    let behaviour: 'fails' | 'hangs' | 'answers' = 'fails';
    const create = async ({ messages }: { messages: { content: string }[] }) => {
      if (behaviour === 'fails') throw new Error('503');
      if (behaviour === 'hangs') return new Promise(() => {});
      const { errors } = JSON.parse(messages[1]?.content ?? '') as { errors: { id: number }[] };
      const results = errors.map(({ id }) => ({ id, ...someAnswer }));
      return { choices: [{ message: { content: JSON.stringify({ results }) } }] };
    };
    const classifier = createClassifier({
      llm: { client: { chat: { completions: { create } } } },
      batch: { size: 1 },
      maxWaitMs: 200,
    });
    const classify = (words: string) => classifier.classify(ambiguousError(`the probe ${words}`));
    for (const time of ['first', 'second', 'third', 'fourth', 'fifth']) await classify(time);
    vi.setSystemTime(Date.now() + 2_000);
    behaviour = 'hangs';
    expect(await classify('hangs')).toMatchObject({ skipped: 'deadline' });
    behaviour = 'answers';
    expect(await classify('is out')).toMatchObject({ skipped: 'circuit_open' });
    vi.setSystemTime(Date.now() + 60_000);
    expect(await classify('is given up')).toMatchObject({ source: 'llm' });
  });

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
    expect(llm.requests.map(({ body }) => body.model)).toEqual(models);
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

describe('a store shared by a fleet', () => {
  test('answers what another process has asked', async () => {
    const contents = new Map<string, unknown>();
    let tellStored = () => {};
    const stored = new Promise<void>((resolve) => {
      tellStored = resolve;
    });
    const store = {
      get: (key: string) => contents.get(key),
      set: (key: string, value: unknown) => {
        contents.set(key, structuredClone(value));
        tellStored();
      },
    };
    const first = await startApplication({ classifier: { cache: { store } } });
    captureAll(1, () => 'asked by another process');
    await first.ingest.arrived(1);
    await stored;
    expect([...contents.keys()]).toEqual([
      expect.stringMatching(/^sentry-llm-classifier:[0-9a-f]{32}$/),
    ]);
    await Sentry.close(2000);

    // Another object is another process: its memory is empty.
    const second = await startApplication({
      classifier: { cache: { store: new Map(contents) } },
    });
    captureAll(1, () => 'asked by another process');
    const [event] = await second.ingest.arrived(1);
    expect(classificationOf(event)).toMatchObject({ source: 'cache', category: 'provider_error' });
    expect(second.llm.requests).toHaveLength(0);
  });

  test.each<[string, () => unknown]>([
    ['hangs', () => new Promise(() => {})],
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
    ['holds rubbish', () => ({ category: 'gremlins', confidence: 7 })],
  ])('that %s is as good as none', async (_, get) => {
    const set = () => Promise.reject(new Error('down'));
    const { ingest } = await startApplication({ classifier: { cache: { store: { get, set } } } });
    captureAll(1, () => 'the store is of no use');
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)?.source).toBe('llm');
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
  await Sentry.close(300);
  expect(ingest.events).toHaveLength(5);
  expect(llm.requests).toHaveLength(1);
});

test('a client that rejects with something unprintable does no harm', async () => {
  const create = () => Promise.reject(Object.create(null));
  const { ingest } = await startApplication({
    llm: false,
    classifier: { llm: { client: { chat: { completions: { create } } } } },
  });
  captureAll(1, () => 'unprintable');
  const [event] = await ingest.arrived(1);
  expect(classificationOf(event)).toMatchObject({ source: 'fallback', skipped: 'failed' });
});
