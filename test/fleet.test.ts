import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Stats } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startLlm } from './helpers/llm.js';
import { hasRedis, startRedis } from './helpers/redis.js';

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
    expect(one.requests).toBeLessThanOrEqual(5);
    expect(ten.requests).toBeLessThanOrEqual(1.2 * one.requests);
    for (const { llm, cache } of ten.stats) expect(llm + cache).toBe(1000);
  }, 240_000);
});
