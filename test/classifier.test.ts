import { basicTaxonomy, createClassifier, defaultTaxonomy } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ambiguousError, endpoint, patient } from './helpers/application.js';
import { startLlm } from './helpers/llm.js';

const status = (code: number) => Object.assign(new Error(`${code} gpt-4o`), { status: code });

describe('createClassifier', () => {
  test('classifies what was thrown, with what the error told', async () => {
    const error = Object.assign(new Error('429 Rate limit reached for gpt-4o-mini'), {
      status: 429,
      headers: new Headers({ 'retry-after': '20' }),
    });
    expect(await createClassifier({ llm: false }).classify(error)).toMatchObject({
      category: 'rate_limit_error',
      source: 'rules',
      model_used: 'rules',
      rule: 'http-429',
      status: 429,
      model: 'gpt-4o-mini',
      retryable: true,
      retry_after_ms: 20_000,
    });
  });

  test('classifies facts', async () => {
    const facts = {
      type: 'Error',
      message: 'openai says no',
      code: 'insufficient_quota',
      status: 429,
    };
    expect(await createClassifier({ llm: false }).classify(facts)).toMatchObject({
      category: 'quota_exceeded_error',
      retryable: false,
    });
  });

  test('reads who threw from the stack', async () => {
    const classifier = createClassifier({ llm: false });
    const askClaude = () => new Error('Request timed out');
    const sendMail = () => new Error('Request timed out');
    expect(await classifier.classify(askClaude())).toMatchObject({
      category: 'api_connection_error',
    });
    expect(await classifier.classify(sendMail())).toMatchObject({ skipped: 'not_ai' });
  });

  test.each([['a string'], [undefined], [null], [42], [Symbol('x')], [{ nested: { deep: 1 } }]])(
    'takes %s for what it is',
    async (thrown) => {
      expect(await createClassifier({ llm: false }).classify(thrown)).toMatchObject({
        category: 'unknown_error',
        skipped: 'not_ai',
      });
    },
  );

  test.each(['one server', 'Cloudflare-Workers'])(
    'on %s nothing is in flight after close, and nobody is asked',
    async (userAgent) => {
      vi.stubGlobal('navigator', { userAgent });
      const llm = await startLlm(() => {});
      onTestFinished(async () => {
        vi.unstubAllGlobals();
        await llm.close();
      });
      const classifier = createClassifier({
        llm: { ...endpoint(llm), timeoutMs: 60_000 },
        ...patient,
        batch: { size: 1 },
      });
      const waiting = ['one', 'another'].map((words) =>
        classifier.classify(ambiguousError(`${words} in flight on ${userAgent}`)),
      );
      await llm.asked(2);
      classifier.close();
      const results = await Promise.all(waiting);
      expect(results.map(({ skipped }) => skipped)).toEqual(['failed', 'failed']);
      await classifier.classify(ambiguousError(`too late on ${userAgent}`));
      expect(llm.requests).toHaveLength(2);
    },
  );

  test('counts what it did, and asks no more after close', async () => {
    const llm = await startLlm();
    onTestFinished(() => llm.close());
    const classifier = createClassifier({ llm: endpoint(llm), ...patient });
    await classifier.classify(status(401));
    await classifier.classify(ambiguousError('counted'));
    await classifier.classify(ambiguousError('counted'));
    classifier.close();
    await classifier.classify(ambiguousError('after the end'));
    expect(classifier.stats()).toEqual({
      rules: 1,
      llm: 1,
      cache: 1,
      fallback: 1,
      skipped: { pressure: 1 },
      asked: 1,
      answered: 1,
      requests: 1,
      tokensIn: 500,
      tokensOut: 60,
      models: { 'test-model': { requests: 1, tokensIn: 500, tokensOut: 60 } },
      latencyMs: { p50: expect.any(Number), p99: expect.any(Number) },
    });
  });
});

test('a spent budget is warned about once', async () => {
  const llm = await startLlm();
  onTestFinished(() => llm.close());
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const classifier = createClassifier({
    llm: endpoint(llm),
    budget: { tokensPerDay: 100 },
    ...patient,
  });
  for (const words of ['within the budget', 'beyond it', 'still beyond it']) {
    await classifier.classify(ambiguousError(words));
  }
  expect(classifier.stats()).toMatchObject({ llm: 1, skipped: { budget: 2 } });
  expect(warn).toHaveBeenCalledTimes(1);
});

describe('taxonomies', () => {
  test('the default has eleven categories, the basic one six', () => {
    expect(Object.keys(defaultTaxonomy)).toHaveLength(11);
    expect(Object.keys(basicTaxonomy)).toHaveLength(6);
  });

  test.each([
    [402, 'rate_limit_error'],
    [500, 'api_connection_error'],
    [404, 'unknown_error'],
    [401, 'authentication_error'],
  ])('the basic one folds %i into %s', async (code, category) => {
    const classifier = createClassifier({ llm: false, taxonomy: basicTaxonomy });
    expect(await classifier.classify(status(code))).toMatchObject({ category, source: 'rules' });
  });

  test("a user's own may redirect a built-in category, and what has no place is skipped", async () => {
    const classifier = createClassifier({
      llm: false,
      taxonomy: {
        money: { description: 'Somebody must pay.', retryable: true },
        quota_exceeded_error: { foldsInto: 'money' },
      },
    });
    expect(await classifier.classify(status(402))).toMatchObject({ category: 'money' });
    expect(await classifier.classify(status(401))).toMatchObject({
      category: 'unknown_error',
      source: 'fallback',
    });
  });
});

describe("the user's own rules", () => {
  const own = { name: 'teapot', category: 'provider_error', suggestion: 'Buy a kettle.' } as const;

  test('come before the built-in ones', async () => {
    const classifier = createClassifier({
      llm: false,
      rules: [
        { ...own, confidence: 0.95, when: { status: [401], says: ['teapot', /kettle \d/i] } },
      ],
    });
    const classify = (words: string) =>
      classifier.classify(Object.assign(new Error(`401 gpt-4o ${words}`), { status: 401 }));
    expect(await classify('Teapot!')).toMatchObject({
      rule: 'teapot',
      suggestion: 'Buy a kettle.',
    });
    expect(await classify('kettle 5')).toMatchObject({ rule: 'teapot' });
    expect(await classify('cup')).toMatchObject({ rule: 'http-401' });
  });

  test('may ask for a word of two letters, in any spelling', async () => {
    const classifier = createClassifier({
      llm: false,
      rules: [{ ...own, confidence: 0.95, when: { says: ['T. P', 'oz'] } }],
    });
    const classify = (words: string) => classifier.classify(new Error(`OpenAI helper: ${words}`));
    expect(await classify('12 OZ of leaves')).toMatchObject({ rule: 'teapot' });
    expect(await classify('no t-p today')).toMatchObject({ rule: 'teapot' });
    expect((await classify('a dozen leaves')).rule).not.toBe('teapot');
  });

  test('below the threshold are hints for the LLM', async () => {
    const llm = await startLlm();
    onTestFinished(() => llm.close());
    const classifier = createClassifier({
      llm: endpoint(llm),
      rules: [{ ...own, confidence: 0.4, when: { says: ['teapot'] } }],
      ...patient,
    });
    await classifier.classify(ambiguousError('the teapot is empty'));
    expect(llm.requests[0]?.errors[0]?.hint).toBe('provider_error');
  });
});

test.each([
  ['en', /^Retry with exponential backoff/],
  ['ko', /재시도/],
  ['ko-KR', /재시도/],
  ['fr', /^Retry with exponential backoff/],
])('suggestions of rules in %s', async (language, expected) => {
  const classifier = createClassifier({ llm: false, language });
  expect((await classifier.classify(status(429))).suggestion).toMatch(expected);
});

test('the LLM is told the language', async () => {
  const llm = await startLlm();
  onTestFinished(() => llm.close());
  const classifier = createClassifier({ llm: endpoint(llm), language: 'fr', ...patient });
  await classifier.classify(ambiguousError('en français'));
  expect(llm.requests[0]?.body.messages[0].content).toContain('in the language "fr"');
});
