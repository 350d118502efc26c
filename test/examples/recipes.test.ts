import OpenAI from 'openai';
import { createClassifier } from 'sentry-llm-classifier';
import { expect, test } from 'vitest';
import { classificationOf, Sentry, startApplication } from '../helpers/application.js';
import { listen } from '../helpers/server.js';

test('the recipes: aborted requests are dropped, rate limits are warnings, groups are split, in Korean', async () => {
  const silent = await listen(() => {});
  const { ingest } = await startApplication({
    llm: false,
    classifier: {
      grouping: 'category',
      language: 'ko',
      onClassified(event, { rule, category }) {
        if (rule === 'aborted' || rule === 'aborted-words') return null;
        if (category === 'rate_limit_error') event.level = 'warning';
        return event;
      },
    },
  });
  const openai = new OpenAI({ baseURL: silent.url, apiKey: 'key', maxRetries: 0, timeout: 100 });
  const fail = (signal?: AbortSignal) =>
    openai.chat.completions
      .create({ model: 'gpt-4.1', messages: [] }, { signal })
      .then(() => undefined, Sentry.captureException);
  await fail(AbortSignal.abort());
  await fail();
  Sentry.captureException(Object.assign(new Error('OpenAI: slow down'), { status: 429 }));
  await Sentry.flush();
  await silent.close();

  const seen = ingest.events.map((event) => [
    event.level,
    event.fingerprint,
    /[가-힣]/.test(String(classificationOf(event)?.suggestion)),
  ]);
  expect(seen).toHaveLength(2);
  expect(seen).toContainEqual(['error', ['{{ default }}', 'api_connection_error'], true]);
  expect(seen).toContainEqual(['warning', ['{{ default }}', 'rate_limit_error'], true]);
});

test('the recipes: built-in rules fold into a taxonomy of one’s own', async () => {
  const classifier = createClassifier({
    llm: false,
    taxonomy: {
      ours: 'Our request or our key is wrong; a developer has to act.',
      money: { description: 'Credit, billing or plan quota is used up.' },
      unknown_error: 'About an LLM, and nothing more can be said.',
      authentication_error: { foldsInto: 'ours' },
      quota_exceeded_error: { foldsInto: 'money' },
    },
  });
  const categoryOf = async (facts: object) =>
    (await classifier.classify(Object.assign(new Error('OpenAI says no'), facts))).category;
  expect(await categoryOf({ status: 401 })).toBe('ours');
  expect(await categoryOf({ status: 429, code: 'insufficient_quota' })).toBe('money');
  classifier.close();
});
