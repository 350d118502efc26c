import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classificationOf } from './helpers/application.js';
import { type LlmBehaviour, sayOfEach, sendJson, someAnswer } from './helpers/llm.js';
import { createProject, type Project } from './helpers/project.js';

const never: LlmBehaviour = () => {};

/** An LLM that takes its time. */
const slowly =
  (milliseconds: number): LlmBehaviour =>
  (...all) => {
    setTimeout(() => sayOfEach(someAnswer)(...all), milliseconds);
  };

/** The oldest and the newest of each supported major; 10.20 captures errors of the openai package by itself. */
const VERSIONS = ['9.47.1', '10.20.0', '10.78.0', '11.12.0'];
/** Some that lie between: what is most likely to differ is tried with them too. */
const BETWEEN = ['11.0.0', '11.6.0'];
const projects = new Map<string, Project>();
beforeAll(async () => {
  // All at once: most of an installation is waiting.
  const installing = [...VERSIONS, ...BETWEEN].map(async (version) => {
    const packages = [`@sentry/node@${version}`, `@sentry/core@${version}`];
    projects.set(version, await createProject(...packages));
  });
  await Promise.all(installing);
}, 240_000);
afterAll(() => Promise.all([...projects.values()].map((project) => project.remove())));

describe.each(VERSIONS)('@sentry/node %s', (version) => {
  const project: Pick<Project, 'run'> = {
    run: (...how) => (projects.get(version) as Project).run(...how),
  };

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
      ['rejects.mjs', 0, 'fatal'],
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

  test('a crash while another event waits: both arrive', async () => {
    const { ingest, exitCode } = await project.run('crashes-while-waiting.mjs', never);
    expect(exitCode).toBe(1);
    const skipped = ingest.events.map((event) => classificationOf(event)?.skipped);
    expect(skipped).toEqual(['fatal', 'fatal']);
  });

  test('a worker thread may end at any moment: nothing waits in it', async () => {
    const { ingest } = await project.run('thread.mjs', never);
    expect(ingest.events.map((event) => classificationOf(event)?.skipped)).toEqual(['pressure']);
  });

  test('a serverless handler that flushes after each call gets the answers of the LLM', async () => {
    const { ingest, llm } = await project.run('lambda.mjs', slowly(200));
    expect(ingest.events.map((event) => classificationOf(event)?.source)).toEqual(
      Array(3).fill('llm'),
    );
    expect(llm.requests).toHaveLength(3);
  });

  describe('under load as many events arrive as without the integration', () => {
    const arrivals = async (load: Record<string, string>) => {
      const run = (classifier: string) =>
        project.run('load.mjs', slowly(1500), { env: { ...load, CLASSIFIER: classifier } });
      // One after the other: a burst takes all of the machine.
      const without = (await run('off')).ingest;
      const withIt = (await run('on')).ingest;
      const tagged = withIt.events.filter(({ tags }) => tags?.ai_error_category).length;
      expect(tagged).toBe(withIt.events.length);
      expect(withIt.dropped()).not.toHaveProperty('before_send');
      console.log(
        `@sentry/node ${version}, ${load.ERRORS} errors, ${load.PER_CHUNK} every ${load.PAUSE} ms: arrived ${without.events.length} without, ${withIt.events.length} with; tagged ${tagged}; dropped`,
        without.dropped(),
        withIt.dropped(),
      );
      return [without.events.length, withIt.events.length] as const;
    };

    test('300 errors at 100 a second', async () => {
      const [without, withIt] = await arrivals({ ERRORS: '300', PER_CHUNK: '1', PAUSE: '10' });
      expect(withIt).toBe(without);
    }, 60_000);

    test('bursts of 1,000 errors', async () => {
      // What Sentry's own buffer takes of one depends on the moment, by a fifth to either side; a hook that
      // held its events would let 64 through.
      let [without, withIt] = [0, 0];
      for (let burst = 0; burst < 3; burst++) {
        const [one, other] = await arrivals({ ERRORS: '1000', PER_CHUNK: '50', PAUSE: '5' });
        without += one;
        withIt += other;
      }
      expect(withIt / without).toBeGreaterThan(0.75);
    }, 60_000);
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

describe.each(BETWEEN)('@sentry/node %s', (version) => {
  const run: Project['run'] = (...how) => (projects.get(version) as Project).run(...how);

  test('the LLM decides, and the telemetry stays the application’s own', async () => {
    const { ingest, llm } = await run('traced.mjs');
    const sources = ingest.events.map((event) => classificationOf(event)?.source);
    expect(sources.sort()).toEqual(['llm', 'rules']);
    expect(llm.requests[0]?.headers).not.toHaveProperty('sentry-trace');
    expect(JSON.stringify([ingest.events, ingest.others])).not.toContain(llm.url);
  });

  test.each([
    ['crashes-while-waiting.mjs', ['fatal', 'fatal']],
    ['closes.mjs', ['deadline']],
  ])('%s while the LLM hangs: what happened arrives', async (file, expected) => {
    const { ingest } = await run(file, never);
    const skipped = ingest.events.map((event) => classificationOf(event)?.skipped);
    expect(skipped.sort()).toEqual(expected);
  });
});
