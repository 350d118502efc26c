import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { classificationOf } from '../helpers/application.js';
import { startIngest } from '../helpers/ingest.js';
import { type LlmBehaviour, sayOfEach, someAnswer, startLlm } from '../helpers/llm.js';
import { createProject, type Project } from '../helpers/project.js';
import { findRuntime } from '../helpers/runtimes.js';
import { startWorker } from '../helpers/worker.js';

const workerd = await findRuntime('workerd@1.20261117.1');
const onWorkerd = test.runIf(workerd);

let project: Project;
beforeAll(async () => {
  project = await createProject('@sentry/cloudflare@11.0.0', '@sentry/core@11.0.0');
}, 120_000);
afterAll(() => project?.remove());

async function startService(behaviour?: LlmBehaviour, bindings: Record<string, string> = {}) {
  const ingest = await startIngest();
  const llm = await startLlm(behaviour);
  onTestFinished(async () => {
    await llm.close();
    await ingest.close();
  });
  const worker = await startWorker(workerd ?? '', project, {
    SENTRY_DSN: ingest.dsn,
    TRACES_SAMPLE_RATE: '0',
    SENTRY_LLM_BASE_URL: llm.baseURL,
    ...bindings,
  });
  return { ingest, llm, worker };
}

const ambiguous = (path: string, words: string) =>
  `${path}?message=${encodeURIComponent(`OpenAI helper: ${words}`)}`;

onWorkerd(
  'one error is classified by rules, one by the LLM, the same in later requests from memory',
  async () => {
    const { ingest, llm, worker } = await startService();
    await worker.get('/?status=429&message=gpt-4o');
    await worker.get(ambiguous('/waits', 'the worker gave up'));
    expect(await worker.get(ambiguous('/throws', 'the worker gave up'))).toBe(500);
    await worker.get(ambiguous('/later', 'the worker gave up'));
    const events = await ingest.arrived(4);
    const sources = events.map((event) => classificationOf(event)?.source);
    expect(sources.sort()).toEqual(['cache', 'cache', 'llm', 'rules']);
    expect(llm.requests).toHaveLength(1);
  },
  60_000,
);

onWorkerd.each([
  ['the package’s own client', {}],
  ['another client, made at module level', { OWN_CLIENT: 'yes' }],
])(
  'with %s, and a limiter for each request: one memory, one budget',
  async (_, bindings) => {
    const { ingest, worker } = await startService(undefined, {
      TOKENS_PER_DAY: '1',
      ...bindings,
    });
    for (const words of ['asked by all', 'asked by all', 'too much for all']) {
      await worker.get(ambiguous('/waits', words));
    }
    const classified = (await ingest.arrived(3)).map((event) => classificationOf(event));
    expect(classified.map((each) => each?.source)).toEqual(['llm', 'cache', 'fallback']);
    expect(classified[2]?.skipped).toBe('budget');
  },
  60_000,
);

onWorkerd.each([
  ['each request has a client of its own', 'no'],
  ['the client is kept', 'yes'],
])(
  '%s: no request hangs on another that has ended while the LLM was asked',
  async (_, CACHE_CLIENT) => {
    let hangs = true;
    const answer = sayOfEach(someAnswer);
    const { ingest, worker } = await startService((...all) => !hangs && answer(...all), {
      CACHE_CLIENT,
    });
    const kinds = ['one', 'two', 'three', 'four', 'five', 'six'];
    await Promise.all(kinds.map((kind) => worker.get(ambiguous('/', kind))));
    await ingest.arrived(kinds.length);
    hangs = false;
    for (const kind of kinds) await worker.get(ambiguous('/waits', kind));
    // The first of them may still fall into the flush of the requests before, and then goes without.
    const later = (await ingest.arrived(2 * kinds.length)).slice(kinds.length);
    expect(later.map((event) => classificationOf(event)?.source)).toContain('llm');
    expect(worker.stderr()).toBe('');
  },
  60_000,
);

onWorkerd(
  'a traced request says nothing of itself to the LLM',
  async () => {
    const { ingest, llm, worker } = await startService(undefined, { TRACES_SAMPLE_RATE: '1' });
    await worker.get(ambiguous('/', 'asked inside a span'));
    await ingest.arrived(1);
    await llm.asked(1);
    expect(llm.requests[0]?.headers).not.toHaveProperty('sentry-trace');
    expect(llm.requests[0]?.headers).not.toHaveProperty('baggage');
  },
  60_000,
);
