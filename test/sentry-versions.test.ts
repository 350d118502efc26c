import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classificationOf } from './helpers/application.js';
import { type LlmBehaviour, sendJson } from './helpers/llm.js';
import { createProject, type Project } from './helpers/project.js';

const never: LlmBehaviour = () => {};

/** The oldest and the newest of each supported major; 10.20 captures errors of the openai package by itself. */
describe.each(['9.47.1', '10.20.0', '10.78.0', '11.12.0'])('@sentry/node %s', (version) => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject(`@sentry/node@${version}`, `@sentry/core@${version}`);
  }, 120_000);
  afterAll(() => project?.remove());

  describe('module systems, configured by the environment alone', () => {
    test('ES modules', async () => {
      const { ingest, stderr } = await project.run('esm.mjs');
      expect(stderr).toBe('');
      expect(classificationOf(ingest.events[0])?.category).toBe('rate_limit_error');
    });

    test('CommonJS, the LLM side included', async () => {
      const { ingest, stderr } = await project.run('cjs.cjs');
      expect(stderr).toBe('');
      expect(classificationOf(ingest.events[0])).toMatchObject({
        source: 'llm',
        model_used: 'test-model',
      });
    });
  });

  describe('however a process ends while the LLM hangs, the event arrives', () => {
    test.each([
      ['uncaught.mjs', 1, 'fatal'],
      ['exits.mjs', 0, 'deadline'],
      ['ends.mjs', 0, 'deadline'],
      ['closes.mjs', 0, 'deadline'],
    ])(
      '%s',
      async (file, expectedCode, skipped) => {
        const { ingest, exitCode } = await project.run(file, never);
        expect(exitCode).toBe(expectedCode);
        expect(ingest.events).toHaveLength(1);
        expect(classificationOf(ingest.events[0])).toMatchObject({ source: 'fallback', skipped });
      },
      20_000,
    );
  });

  describe('the telemetry stays the application’s own', () => {
    test.each<[string, LlmBehaviour | undefined]>([
      ['answers', undefined],
      ['refuses the key', (_, response) => sendJson(response, 401, { error: { message: 'no' } })],
      ['resets', (_, response) => response.socket?.resetAndDestroy()],
    ])('when the LLM %s', async (_, behaviour) => {
      const { ingest, llm } = await project.run('traced.mjs', behaviour);
      expect(llm.requests.length).toBeGreaterThan(0);
      expect(llm.requests.length).toBeLessThanOrEqual(3);
      for (const { headers } of llm.requests) {
        expect(headers).not.toHaveProperty('sentry-trace');
        expect(headers).not.toHaveProperty('baggage');
        expect(headers).not.toHaveProperty('traceparent');
      }
      expect(ingest.events).toHaveLength(2);
      const sent = JSON.stringify([ingest.events, ingest.others]);
      expect(sent).toContain('"job"');
      expect(sent).not.toContain(llm.url);
      expect(sent).not.toContain('chat/completions');
      expect(sent).not.toContain('gen_ai');
    });
  });
});
