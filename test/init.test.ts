import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classificationOf } from './helpers/application.js';
import type { Ingest } from './helpers/ingest.js';
import type { Llm } from './helpers/llm.js';
import { createProject, type Project } from './helpers/project.js';

const preload = (...options: string[]) => ({ command: [process.execPath, ...options] });
const byImport = preload('--import', 'sentry-llm-classifier/init');
const byRequire = preload('--require', 'sentry-llm-classifier/init');

/** The LLM was asked about one of two. On a busy machine its answer may come too late for the event. */
function expectClassified(ingest: Ingest, llm: Llm): void {
  const categories = ingest.events.map((event) => classificationOf(event)?.category);
  expect(categories).toEqual([expect.any(String), 'rate_limit_error']);
  expect(llm.requests.map(({ errors }) => errors.length)).toEqual([1]);
}

describe('with @sentry/node installed', () => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject('@sentry/node@11.12.0');
  }, 120_000);
  afterAll(() => project?.remove());

  test.each([
    ['--import', 'an ES module', 'zero-code.mjs', byImport],
    ['--import', 'CommonJS', 'zero-code.cjs', byImport],
    ['--require', 'CommonJS', 'zero-code.cjs', byRequire],
    ['--require', 'an ES module', 'zero-code.mjs', byRequire],
  ])('%s before %s: the environment configures Sentry and the classifier', async (...row) => {
    const [, , file, how] = row;
    const env = {
      SENTRY_ENVIRONMENT: 'staging',
      SENTRY_RELEASE: 'shop@1.2.3',
      SENTRY_TRACES_SAMPLE_RATE: '1',
    };
    const { ingest, llm, exitCode } = await project.run(file, undefined, { ...how, env });
    expect(exitCode).toBe(1);
    expectClassified(ingest, llm);
    for (const { environment, release } of ingest.events) {
      expect({ environment, release }).toEqual({ environment: 'staging', release: 'shop@1.2.3' });
    }
    expect(JSON.stringify(ingest.others)).toContain('"job"');
  });

  test('a preload that has called Sentry.init keeps its client, which gets the classifier', async () => {
    const { ingest, llm } = await project.run(
      'zero-code.mjs',
      undefined,
      preload('--import', './first-preload.mjs', '--import', 'sentry-llm-classifier/init'),
    );
    expectClassified(ingest, llm);
    expect(ingest.events.map(({ environment }) => environment)).toEqual(['own', 'own']);
  });

  test('an application that calls Sentry.init itself is left as it is', async () => {
    const { ingest, exitCode } = await project.run('own-init.mjs', undefined, byImport);
    expect(exitCode).toBe(1);
    expect(ingest.events.map(({ environment }) => environment)).toEqual(['own']);
    expect(classificationOf(ingest.events[0])).toBeUndefined();
  });

  test('without SENTRY_DSN one line says so, and the application runs', async () => {
    for (const [file, how] of [
      ['ordinary.mjs', byImport],
      ['ordinary.cjs', byRequire],
    ] as const) {
      const env = { SENTRY_DSN: '' };
      const { exitCode, stderr } = await project.run(file, undefined, { ...how, env });
      expect(stderr).toBe(
        '[sentry-llm-classifier] SENTRY_DSN is not set; the application runs without Sentry.\nthe application runs\n',
      );
      expect(exitCode).toBe(0);
    }
  });
});

describe('without @sentry/node', () => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject();
  }, 120_000);
  afterAll(() => project?.remove());

  test.each([
    ['--import', 'ordinary.mjs', byImport],
    ['--require', 'ordinary.cjs', byRequire],
  ])('%s: one line says so, and the application runs', async (_, file, how) => {
    const { exitCode, stderr } = await project.run(file, undefined, how);
    expect(stderr).toBe(
      '[sentry-llm-classifier] @sentry/node is not installed; the application runs without Sentry.\nthe application runs\n',
    );
    expect(exitCode).toBe(0);
  });
});
