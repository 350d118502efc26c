import { gzipSync } from 'node:zlib';
import { createClassifier } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  ambiguousError,
  captureAll,
  classificationOf,
  endpoint,
  patient,
  Sentry,
  startApplication,
} from './helpers/application.js';
import { type LlmBehaviour, sayOfEach, sendJson, someAnswer, startLlm } from './helpers/llm.js';

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
      '429 with a long retry-after',
      (_, response) => {
        response.setHeader('retry-after', '30');
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
    [
      // A good answer in the end: whoever reads as far as that has 50 MB in memory.
      'a bomb',
      (_, response) => {
        const content = JSON.stringify({ results: [{ id: 0, ...someAnswer }] });
        const body = JSON.stringify({ choices: [{ message: { content } }] });
        response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
        response.end(gzipSync(' '.repeat(50_000_000) + body));
      },
    ],
    [
      'a redirect to itself',
      ({ path }, response) => response.writeHead(307, { location: path }).end(),
    ],
    ['another body', (_, response) => sendJson(response, 200, { hello: 'world' })],
    ['null', (_, response) => sendJson(response, 200, null)],
    ['no results', (_, __, answer) => answer({ results: [] })],
    ['ids never asked', (_, __, answer) => answer({ results: [{ id: 99, ...someAnswer }] })],
  ];

  test.each(misbehaviours)('%s: the event arrives with its fallback', async (_, behaviour) => {
    const { ingest, llm } = await startApplication({ llm: behaviour });
    captureAll(1, () => 'the model misbehaves');
    await ingest.arrived(1);
    expect(llm.requests.length).toBeLessThanOrEqual(2);
    expect(classificationOf(ingest.events[0])).toMatchObject({
      category: 'unknown_error',
      confidence: 0,
      source: 'fallback',
      skipped: 'failed',
      model_used: 'rules',
    });
  });

  const said = JSON.stringify({ results: [{ id: 0, ...someAnswer }] });
  test.each<[string, string, unknown]>([
    ['calls its JSON a text', 'text/plain', said],
    ['answers in parts', 'application/json', [{ type: 'text', text: said }]],
  ])('an endpoint that %s is understood', async (name, type, content) => {
    const { ingest } = await startApplication({
      llm: (_, response) => {
        response.writeHead(200, { 'content-type': type });
        response.end(JSON.stringify({ choices: [{ message: { content } }] }));
      },
    });
    captureAll(1, () => `unusual: ${name}`);
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)).toMatchObject({ source: 'llm', category: 'provider_error' });
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

  test.each<[string, LlmBehaviour]>([
    ['is silent', () => {}],
    ['ends with the headers', (_, response) => response.writeHead(200).flushHeaders()],
    [
      // As gateways keep a connection open while a model is busy.
      'consists of empty lines',
      (_, response) => {
        const dripping = setInterval(() => response.write('\n'), 20);
        response.on('close', () => clearInterval(dripping));
      },
    ],
  ])('a request whose answer %s is given up after timeoutMs', async (_, behaviour) => {
    const llm = await startLlm(behaviour);
    onTestFinished(() => llm.close());
    const classifier = createClassifier({
      llm: { ...endpoint(llm), timeoutMs: 200 },
      ...patient,
    });
    expect(await classifier.classify(ambiguousError())).toMatchObject({ skipped: 'failed' });
  });

  test('so is one of a client that knows no time-out', async () => {
    const client = { chat: { completions: { create: () => new Promise(() => {}) } } };
    const classifier = createClassifier({ llm: { client, timeoutMs: 200 }, ...patient });
    expect(await classifier.classify(ambiguousError())).toMatchObject({ skipped: 'failed' });
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
