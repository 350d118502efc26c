import { createClient } from '@keyv/redis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { createClassifier } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ambiguousError, endpoint, letters, patient } from './helpers/application.js';
import { startLlm } from './helpers/llm.js';
import { hasRedis, startRedis } from './helpers/redis.js';

const HOUR = 3600;

/** Two classifiers with nothing in common but their Redis, as in two processes. */
async function openTwo(limits: { requests: number; tokens: number }) {
  const redis = await startRedis();
  const llm = await startLlm();
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(async () => {
    warn.mockRestore();
    await llm.close();
    await redis.stop();
  });
  const open = async (max: number) => {
    const client = createClient({ url: redis.url });
    client.on('error', () => {});
    await client.connect();
    const limit = (keyPrefix: string, points: number) =>
      new RateLimiterRedis({
        storeClient: client,
        useRedisPackage: true,
        keyPrefix,
        points,
        duration: HOUR,
      });
    const classifier = createClassifier({
      llm: endpoint(llm),
      budget: {
        limiter: limit('requests', limits.requests),
        tokenLimiter: limit('tokens', limits.tokens),
      },
      // What is configured alike in one process shares a budget without any Redis.
      cache: { max },
      ...patient,
    });
    onTestFinished(() => {
      classifier.close();
      client.destroy();
    });
    return classifier;
  };
  return { llm, one: await open(100), other: await open(200) };
}

describe.runIf(hasRedis)('a budget that a fleet shares through Redis', () => {
  test('requests of one count for the other', async () => {
    const { llm, one, other } = await openTwo({ requests: 1, tokens: 1_000_000 });
    expect(await one.classify(ambiguousError('one of two'))).toMatchObject({ source: 'llm' });
    for (const [i, classifier] of [one, other, one, other].entries()) {
      expect(await classifier.classify(ambiguousError(`too many ${letters(i)}`))).toMatchObject({
        source: 'fallback',
        skipped: 'budget',
      });
    }
    expect(llm.requests).toHaveLength(1);
  });

  test('tokens of one count for the other, from its next answer on', async () => {
    const { one, other } = await openTwo({ requests: 1_000, tokens: 600 });
    expect(await one.classify(ambiguousError('within the tokens'))).toMatchObject({
      source: 'llm',
    });
    // An answer is counted after it is given, and takes all that the first has left.
    let kinds = 0;
    await vi.waitFor(async () => {
      const error = ambiguousError(`beyond the tokens ${letters(kinds++)}`);
      expect(await other.classify(error)).toMatchObject({ skipped: 'budget' });
    }, 20_000);
  });
});
