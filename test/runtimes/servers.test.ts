import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { classificationOf } from '../helpers/application.js';
import { createProject, type Project } from '../helpers/project.js';
import { findRuntime } from '../helpers/runtimes.js';

const ARGUMENTS: Record<string, string[]> = {
  deno: ['run', '--allow-all', '--no-lock', '--node-modules-dir=manual'],
};

/** The Node that runs the tests is tested by all the others. */
const MATRIX: [sdk: string, version: string, runtimes: string[]][] = [
  ['@sentry/node', '11.12.0', ['node@22.23.3', 'node@24.21.0', 'node@26.10.0']],
  ['@sentry/bun', '11.8.0', ['bun@1.4.5']],
  ['@sentry/deno', '10.75.2', ['deno@2.9.6']],
];
const executables = new Map(
  await Promise.all(
    MATRIX.flatMap(([, , runtimes]) => runtimes).map(
      async (runtime) => [runtime, await findRuntime(runtime)] as const,
    ),
  ),
);

const projects = new Map<string, Project>();
beforeAll(async () => {
  // All at once: most of an installation is waiting.
  const installing = MATRIX.map(async ([sdk, version]) => {
    projects.set(sdk, await createProject(`${sdk}@${version}`, `@sentry/core@${version}`));
  });
  await Promise.all(installing);
}, 240_000);
afterAll(() => Promise.all([...projects.values()].map((project) => project.remove())));

describe.each(MATRIX)('%s %s', (sdk, _, runtimes) => {
  for (const runtime of runtimes) {
    const executable = executables.get(runtime) ?? '';
    test.runIf(executable)(
      `on ${runtime}: one error by rules, another by the LLM`,
      async () => {
        const [name = '', version] = runtime.split('@');
        const project = projects.get(sdk) as Project;
        const { ingest, stderr } = await project.run('smoke.mjs', undefined, {
          command: [executable, ...(ARGUMENTS[name] ?? [])],
          env: { SENTRY_SDK: sdk },
        });
        expect(stderr).toBe('');
        const classified = ingest.events.map(classificationOf);
        expect(classified.map((each) => each?.source).sort()).toEqual(['llm', 'rules']);
        const categories = classified.map((each) => each?.category).sort();
        expect(categories).toEqual(['provider_error', 'rate_limit_error']);
        const ran = ingest.events[0]?.contexts?.runtime;
        expect(ran?.name).toBe(name);
        expect(ran?.version).toContain(version);
      },
      60_000,
    );

    if (sdk !== '@sentry/node') continue;
    test.runIf(executable)(
      `on ${runtime}: a request that is given up, whose error has no stack`,
      async () => {
        const project = projects.get(sdk) as Project;
        const { ingest, stderr } = await project.run('gives-up.mjs', () => {}, {
          command: [executable],
        });
        expect(stderr).toBe('');
        const [ofOrders, ofLlm] = ingest.events.map(classificationOf);
        expect(ingest.events).toHaveLength(2);
        expect(ofOrders).toBeUndefined();
        expect(ofLlm).toMatchObject({ category: 'api_connection_error', source: 'rules' });
      },
      60_000,
    );
  }
});
