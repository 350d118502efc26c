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
const executables = new Map<string, string | undefined>();
for (const runtime of MATRIX.flatMap(([, , runtimes]) => runtimes)) {
  executables.set(runtime, await findRuntime(runtime));
}

describe.each(MATRIX)('%s %s', (sdk, sdkVersion, runtimes) => {
  let project: Project;
  beforeAll(async () => {
    project = await createProject(`${sdk}@${sdkVersion}`, `@sentry/core@${sdkVersion}`);
  }, 120_000);
  afterAll(() => project?.remove());

  for (const runtime of runtimes) {
    const executable = executables.get(runtime) ?? '';
    test.runIf(executable)(
      `on ${runtime}: one error by rules, another by the LLM`,
      async () => {
        const [name = '', version] = runtime.split('@');
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
  }
});
