import {
  createClassifier,
  defaultTaxonomy,
  type LlmClassifierIntegration,
} from 'sentry-llm-classifier';
import { estimateTokenCount } from 'tokenx';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  ambiguousError,
  captureAll,
  endpoint,
  letters,
  patient,
  startApplication,
} from './helpers/application.js';
import { type LlmBehaviour, sendJson, someAnswer, startLlm } from './helpers/llm.js';

async function openLlm(behaviour?: LlmBehaviour) {
  const llm = await startLlm(behaviour);
  onTestFinished(() => llm.close());
  return llm;
}

/** An answer without `usage`, as some local servers give it. */
const withoutUsage: LlmBehaviour = ({ errors }, response) =>
  sendJson(response, 200, {
    choices: [
      {
        message: {
          role: 'assistant',
          content: JSON.stringify({ results: errors.map(({ id }) => ({ id, ...someAnswer })) }),
        },
      },
    ],
  });

describe('what asking costs', () => {
  // 500 tokens in and 60 out; USD per million as listed for each.
  test.each([
    ['gpt-4.1-mini', (500 * 0.4 + 60 * 1.6) / 1e6],
    ['gemini-2.5-flash', (500 * 0.3 + 60 * 2.5) / 1e6],
  ])('%s at its list price', async (model, usd) => {
    const llm = await openLlm();
    const classifier = createClassifier({ llm: { ...endpoint(llm), model }, ...patient });
    await classifier.classify(ambiguousError(`priced ${model}`));
    expect(classifier.stats().costUsd).toBeCloseTo(usd, 9);
    expect(classifier.stats().models[model]).toMatchObject({ requests: 1, tokensIn: 500 });
  });

  test('the gateway’s default model has a price', async () => {
    const llm = await openLlm();
    const model = 'deepseek/deepseek-chat-v3-0324';
    const classifier = createClassifier({ llm: { ...endpoint(llm), model }, ...patient });
    await classifier.classify(ambiguousError('priced as the gateway lists it'));
    expect(classifier.stats().costUsd).toBeGreaterThan(0);
  });

  test('the user’s own price comes first', async () => {
    const llm = await openLlm();
    const prices = { 'gpt-4.1-mini': { input: 100, output: 1000 } };
    const classifier = createClassifier({
      llm: { ...endpoint(llm), model: 'gpt-4.1-mini', prices },
      ...patient,
    });
    await classifier.classify(ambiguousError('priced by its user'));
    expect(classifier.stats().costUsd).toBeCloseTo(0.11, 9);
  });
});

test('tokens are estimated where the endpoint does not count, so that the budget still bounds', async () => {
  const llm = await openLlm(withoutUsage);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => warn.mockRestore());
  const classifier = createClassifier({
    llm: endpoint(llm),
    budget: { tokensPerDay: 100 },
    ...patient,
  });
  await classifier.classify(ambiguousError('counted by nobody'));
  const { tokensIn, tokensOut } = classifier.stats();
  expect(tokensIn).toBeGreaterThan(300);
  expect(tokensOut).toBeGreaterThan(10);
  expect(await classifier.classify(ambiguousError('beyond the estimate'))).toMatchObject({
    skipped: 'budget',
  });
});

test('the integration counts over all of its clients', async () => {
  const { client, ingest } = await startApplication();
  captureAll(3, (i) => `counted by Sentry ${letters(i)}`);
  await ingest.arrived(3);
  const integration = client.getIntegrationByName<LlmClassifierIntegration>('LlmClassifier');
  expect(integration?.stats()).toMatchObject({ llm: 3, asked: 3, answered: 3, requests: 1 });
  const { p50, p99 } = integration?.stats().latencyMs ?? { p50: 0, p99: 0 };
  expect(p50).toBeGreaterThan(0);
  expect(p99).toBeGreaterThanOrEqual(p50);
});

test('the system message is below 700 tokens and the same every time', async () => {
  const llm = await openLlm();
  const systemOf = (i: number) => llm.requests[i]?.body.messages[0].content;
  for (const words of ['first system message', 'second system message']) {
    const classifier = createClassifier({ llm: endpoint(llm), ...patient });
    await classifier.classify(ambiguousError(words));
  }
  expect(Object.keys(defaultTaxonomy).every((name) => systemOf(0).includes(name))).toBe(true);
  expect(estimateTokenCount(systemOf(0))).toBeLessThan(700);
  expect(systemOf(1)).toBe(systemOf(0));
});

test('the longest error is about 1,000 tokens', async () => {
  const llm = await openLlm();
  const classifier = createClassifier({ llm: endpoint(llm), ...patient });
  const long = (line: string) => Array.from({ length: 500 }, () => line).join('\n');
  const cause = new Error(long('and the cause has as much to say about it'));
  const words = long('the assistant gave up on this line of its long story, and so on');
  await classifier.classify(new Error(`OpenAI helper: ${words}`, { cause }));
  const tokens = estimateTokenCount(JSON.stringify(llm.requests[0]?.errors));
  expect(tokens).toBeGreaterThan(300);
  expect(tokens).toBeLessThan(1_100);
});
