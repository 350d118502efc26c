import { describe, expect, test } from 'vitest';
import {
  ambiguousError,
  classificationOf,
  Sentry,
  startApplication,
} from './helpers/application.js';

const rateLimited = () =>
  Object.assign(new Error('429 Rate limit reached for gpt-4o'), { status: 429 });

describe("the application's own beforeSend", () => {
  test('runs first, and what it changed is what is classified', async () => {
    const { ingest } = await startApplication({
      sentry: {
        beforeSend: (event) => {
          expect(event.tags?.ai_error_category).toBeUndefined();
          return { ...event, tags: { own: 'yes' } };
        },
      },
    });
    Sentry.captureException(rateLimited());
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toMatchObject({ own: 'yes', ai_error_category: 'rate_limit_error' });
  });

  test('may be asynchronous', async () => {
    const { ingest } = await startApplication({
      sentry: { beforeSend: async (event) => ({ ...event, tags: { own: 'yes' } }) },
    });
    Sentry.captureException(rateLimited());
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toMatchObject({ own: 'yes', ai_error_category: 'rate_limit_error' });
  });

  test('drops an event with null, at once or later, and the LLM is not asked about it', async () => {
    const { ingest, llm } = await startApplication({
      sentry: {
        beforeSend: (event) => {
          const [error] = event.exception?.values ?? [];
          if (error?.value?.includes('now')) return null;
          if (error?.value?.includes('later')) return Promise.resolve(null);
          return event;
        },
      },
    });
    Sentry.captureException(ambiguousError('drop now'));
    Sentry.captureException(ambiguousError('drop later'));
    Sentry.captureException(rateLimited());
    await Sentry.flush(2000);
    expect(ingest.events).toHaveLength(1);
    expect(llm.requests).toHaveLength(0);
  });

  test('drops the event when it throws or rejects, as it does without the integration', async () => {
    const { ingest } = await startApplication({
      sentry: {
        beforeSend: (event) => {
          const text = event.exception?.values?.[0]?.value ?? '';
          if (text.includes('throws')) throw new Error('own hook');
          if (text.includes('rejects')) return Promise.reject(new Error('own hook'));
          return event;
        },
      },
    });
    Sentry.captureException(ambiguousError('throws'));
    Sentry.captureException(ambiguousError('rejects'));
    Sentry.captureException(rateLimited());
    await Sentry.flush(2000);
    expect(ingest.events.map(({ tags }) => tags?.ai_error_category)).toEqual(['rate_limit_error']);
  });

  test('may return a frozen event', async () => {
    const { ingest } = await startApplication({
      sentry: {
        beforeSend: (event) => Object.freeze({ ...event, tags: Object.freeze({ own: 'yes' }) }),
      },
    });
    Sentry.captureException(rateLimited());
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toMatchObject({ own: 'yes', ai_error_category: 'rate_limit_error' });
  });

  test('keeps the tags it set itself', async () => {
    const { ingest } = await startApplication({
      sentry: { beforeSend: (event) => ({ ...event, tags: { ai_error_category: 'mine' } }) },
    });
    Sentry.captureException(rateLimited());
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toMatchObject({ ai_error_category: 'mine', ai_error_source: 'rules' });
  });

  test('hides from the LLM what it took out of the event', async () => {
    const { ingest, llm } = await startApplication({
      sentry: {
        beforeSend: (event) => {
          for (const exception of event.exception?.values ?? []) {
            exception.value = String(exception.value).replace(/patient \w+/, 'patient X');
          }
          return event;
        },
      },
    });
    const cause = new Error('answer about patient Miller was odd');
    Sentry.captureException(new Error('OpenAI helper: patient Smith got no answer', { cause }));
    await ingest.arrived(1);
    const sent = JSON.stringify(llm.requests[0]?.body);
    expect(sent).toContain('patient X');
    expect(sent).not.toMatch(/Smith|Miller/);
  });
});

describe('events that are left alone', () => {
  test('an error that is not about an LLM arrives as it would without the integration', async () => {
    const { ingest, llm } = await startApplication();
    Sentry.captureException(
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    );
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toBeUndefined();
    expect(event?.contexts).not.toHaveProperty('ai_classification');
    expect(llm.requests).toHaveLength(0);
  });

  test("scope 'all' classifies it too", async () => {
    const { ingest } = await startApplication({ classifier: { scope: 'all' } });
    Sentry.captureException(
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    );
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toMatchObject({ ai_error_category: 'api_connection_error' });
  });

  test('messages below the level error', async () => {
    const { ingest } = await startApplication();
    Sentry.captureMessage('OpenAI answered: rate limit reached for gpt-4o', 'info');
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toBeUndefined();
  });

  test('but messages of level error are classified', async () => {
    const { ingest } = await startApplication();
    Sentry.captureMessage('OpenAI answered: rate limit reached for gpt-4o', 'error');
    const [event] = await ingest.arrived(1);
    expect(event?.tags).toMatchObject({ ai_error_category: 'rate_limit_error' });
  });
});

describe('onClassified', () => {
  test('may change or drop the event, and throw without harm', async () => {
    const { ingest } = await startApplication({
      classifier: {
        onClassified: (event, { status }, hint) => {
          expect(hint.originalException).toBeInstanceOf(Error);
          if (status === 401) return null;
          if (status === 500) throw new Error('own callback');
          return { ...event, level: 'warning' };
        },
      },
    });
    for (const status of [401, 500, 429]) {
      Sentry.captureException(Object.assign(new Error(`${status} gpt-4o`), { status }));
    }
    await Sentry.flush(2000);
    const levels = ingest.events.map(({ tags, level }) => [tags?.ai_error_category, level]);
    // Events travel in requests of their own, so their order is nobody's promise.
    expect(levels.sort()).toEqual([
      ['provider_error', 'error'],
      ['rate_limit_error', 'warning'],
    ]);
  });
});

test("grouping 'category' splits Sentry's own groups", async () => {
  const { ingest } = await startApplication({ classifier: { grouping: 'category' } });
  Sentry.captureException(rateLimited());
  const [event] = await ingest.arrived(1);
  expect(event?.fingerprint).toEqual(['{{ default }}', 'rate_limit_error']);
});

test('two clients in one process classify each its own events, once', async () => {
  const first = await startApplication({ llm: false });
  const second = await startApplication({ llm: false });
  first.client.captureException(rateLimited(), {}, new Sentry.Scope());
  second.client.captureException(ambiguousError(), {}, new Sentry.Scope());
  const [one] = await first.ingest.arrived(1);
  const [two] = await second.ingest.arrived(1);
  expect(classificationOf(one)?.category).toBe('rate_limit_error');
  expect(classificationOf(two)?.category).toBe('unknown_error');
  await first.client.flush(2000);
  expect([first.ingest.events.length, second.ingest.events.length]).toEqual([1, 1]);
  await first.client.close(2000);
});
