import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { classificationOf } from '../helpers/application.js';
import { startIngest } from '../helpers/ingest.js';
import { type LlmBehaviour, startLlm } from '../helpers/llm.js';
import { createProject, type Project } from '../helpers/project.js';
import { findRuntime } from '../helpers/runtimes.js';
import { startWorker } from '../helpers/worker.js';

let project: Project;
let workerd: string | undefined;
beforeAll(async () => {
  workerd = await findRuntime('workerd@1.20261117.1');
  project = await createProject('@sentry/cloudflare@11.0.0', '@sentry/core@11.0.0');
}, 240_000);
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

const rateLimit = '/?status=429&message=429+gpt-4o';
const ambiguous = (path: string) => `${path}?message=OpenAI+helper:+the+worker+gave+up`;

test('errors of one request are answered by rules and the LLM, of the next from memory', async () => {
  if (!workerd) return;
  const { ingest, llm, worker } = await startService();
  onTestFinished(() => console.log(worker.stderr(), JSON.stringify(ingest.events.map(classificationOf)),ingest.others.map(o=>o.type), llm.requests.map(r=>r.headers)));
  await worker.get(rateLimit);
  await worker.get(ambiguous('/waits'));
  await worker.get(ambiguous('/throws'));
  await worker.get(ambiguous('/later'));
  const events = await ingest.arrived(4);
  const sources = events.map((event) => classificationOf(event)?.source);
  expect(sources.sort()).toEqual(['cache', 'cache', 'llm', 'rules']);
  expect(llm.requests).toHaveLength(1);
}, 40_000);
