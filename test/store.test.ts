import { describe, expect, test } from 'vitest';
import { captureAll, classificationOf, Sentry, startApplication } from './helpers/application.js';
import { sayOfEach, someAnswer } from './helpers/llm.js';

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
        if (JSON.stringify(value).includes(someAnswer.suggestion)) tellStored();
      },
    };
    const first = await startApplication({ classifier: { cache: { store } } });
    captureAll(1, () => 'asked by another process');
    await first.ingest.arrived(1);
    await stored;
    for (const key of contents.keys()) expect(key).toMatch(/^sentry-llm-classifier:[0-9a-f]{32}$/);
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

  test('what others wrote there is made plain', async () => {
    const answer = { ...someAnswer, model: `m\u001b[2J${'x'.repeat(9_000)}` };
    const suggestion = `Run <script>this</script>\u202e${'!'.repeat(9_000)}`;
    const store = { get: () => ({ ...answer, suggestion }), set: () => {} };
    const { ingest } = await startApplication({ classifier: { cache: { store } } });
    captureAll(1, () => 'answered by somebody else');
    const [event] = await ingest.arrived(1);
    const told = classificationOf(event);
    expect(told).toMatchObject({ source: 'cache', category: 'provider_error' });
    expect(told?.suggestion).toMatch(/^Run script this \/script !+$/);
    expect(JSON.stringify(event?.contexts?.ai_classification).length).toBeLessThan(1_000);
  });

  test.each([
    [0.3, 100_000],
    [0.8, 1_000_000],
  ])('keeps an answer of confidence %d for %d ms', async (confidence, ms) => {
    const lifetimes: unknown[] = [];
    let tellStored = () => {};
    const stored = new Promise<void>((resolve) => {
      tellStored = resolve;
    });
    const store = {
      get: () => undefined,
      set: (_: string, value: unknown, ttl?: number) => {
        if (!JSON.stringify(value).includes(someAnswer.suggestion)) return;
        lifetimes.push(ttl);
        tellStored();
      },
    };
    await startApplication({
      llm: sayOfEach({ ...someAnswer, confidence }),
      classifier: { cache: { store, ttlMs: 1_000_000 } },
    });
    captureAll(1, () => 'more or less sure');
    await stored;
    expect(lifetimes).toEqual([ms]);
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
