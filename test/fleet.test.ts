import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import KeyvRedis from '@keyv/redis';
import Keyv from 'keyv';
import type { Stats } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test } from 'vitest';
import { captureAll, classificationOf, letters, startApplication } from './helpers/application.js';
import { sayOfEach, someAnswer, startLlm } from './helpers/llm.js';
import { hasRedis, slowDown, startRedis } from './helpers/redis.js';

const program = fileURLToPath(new URL('fixtures/fleet.mjs', import.meta.url));

/** So many processes that begin at the same moment, each with 1,000 errors of 20 kinds. */
async function runFleet(processes: number, redisUrl: string) {
  const llm = await startLlm();
  onTestFinished(() => llm.close());
  const children = Array.from({ length: processes }, () =>
    fork(program, {
      execArgv: [],
      env: {
        ...process.env,
        REDIS_URL: redisUrl,
        NAMESPACE: `fleet-of-${processes}`,
        SENTRY_LLM_API_KEY: 'test-key',
        SENTRY_LLM_BASE_URL: llm.baseURL,
        SENTRY_LLM_MODEL: 'test-model',
      },
    }),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const ended = children.map(async (child) => {
    const [stats] = await once(child, 'message');
    return stats as Stats;
  });
  for (const child of children) child.send('go');
  return { stats: await Promise.all(ended), requests: llm.requests.length };
}

describe.runIf(hasRedis)('a fleet that shares a Redis', () => {
  test('ten processes ask no more than one does', async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const one = await runFleet(1, redis.url);
    const ten = await runFleet(10, redis.url);
    console.log(
      `requests for 1,000 errors of 20 kinds: ${one.requests} by one process, ${ten.requests} by ten together`,
    );
    expect(one.requests).toBe(5);
    expect(ten.requests).toBeLessThanOrEqual(1.2 * one.requests);
    for (const { llm, cache } of ten.stats) expect(llm + cache).toBe(1000);
  }, 240_000);

  test.each([
    ['is gone', 'stop'],
    ['hangs', 'hang'],
  ] as const)(
    'a Redis that %s is as good as none',
    async (_, end) => {
      const redis = await startRedis();
      const store = new Keyv(new KeyvRedis(redis.url));
      await store.set('it', 'works');
      const { ingest } = await startApplication({ classifier: { cache: { store } } });
      onTestFinished(() => redis.stop());
      await redis[end]();
      captureAll(3, (i) => `Redis at its ${end} ${letters(i)}`);
      const events = await ingest.arrived(3);
      for (const event of events) expect(classificationOf(event)?.source).toBe('llm');
    },
    60_000,
  );

  test('a Redis that is slower than asking is as good as none', async () => {
    const redis = await startRedis();
    const detour = await slowDown(redis.url, 1_000);
    const store = new Keyv(new KeyvRedis(detour.url));
    const { ingest } = await startApplication({ classifier: { cache: { store } } });
    onTestFinished(async () => {
      await detour.close();
      await redis.stop();
    });
    captureAll(3, (i) => `Redis is slow ${letters(i)}`);
    const events = await ingest.arrived(3);
    for (const event of events) expect(classificationOf(event)?.source).toBe('llm');
  }, 60_000);

  test('a Redis that goes while the LLM is asked takes no answer with it', async () => {
    const redis = await startRedis();
    const store = new Keyv(new KeyvRedis(redis.url));
    await store.set('it', 'works');
    const { ingest } = await startApplication({
      llm: async (request, response, answer) => {
        await redis.stop();
        sayOfEach(someAnswer)(request, response, answer);
      },
      classifier: { cache: { store } },
    });
    captureAll(3, (i) => `Redis goes meanwhile ${letters(i)}`);
    const events = await ingest.arrived(3);
    for (const event of events) expect(classificationOf(event)?.source).toBe('llm');
  }, 60_000);
});
