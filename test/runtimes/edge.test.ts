import { AsyncLocalStorage } from 'node:async_hooks';
import { EdgeVM } from '@edge-runtime/vm';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { classificationOf } from '../helpers/application.js';
import { startIngest } from '../helpers/ingest.js';
import { startLlm } from '../helpers/llm.js';
import { createProject, type Project } from '../helpers/project.js';

/** The one module of Node that Vercel has for edge functions. */
const asyncHooks: Plugin = {
  name: 'async_hooks',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:async_hooks$/ }, ({ path }) => ({ path, namespace: 'vercel' }));
    onLoad({ filter: /./, namespace: 'vercel' }, () => ({
      contents: 'export const AsyncLocalStorage = globalThis.AsyncLocalStorage;',
    }));
  },
};

let project: Project;
beforeAll(async () => {
  project = await createProject('@sentry/vercel-edge@11.8.0', '@sentry/core@11.8.0');
}, 120_000);
afterAll(() => project?.remove());

const edgeProcess = {
  env: {},
  getBuiltinModule() {
    throw new Error('A Node.js API is used which is not supported in the Edge Runtime.');
  },
};

test('in Vercel’s edge runtime one error is classified by rules, another by the LLM', async () => {
  const { outputFiles } = await build({
    absWorkingDir: project.folder,
    entryPoints: ['edge.mjs'],
    bundle: true,
    write: false,
    conditions: ['edge-light', 'worker', 'browser'],
    plugins: [asyncHooks],
    logLevel: 'error',
  });
  const ingest = await startIngest();
  const llm = await startLlm();
  onTestFinished(async () => {
    await llm.close();
    await ingest.close();
  });
  // No code from strings, as on Vercel.
  const edge = new EdgeVM({
    codeGeneration: { strings: false, wasm: false },
    // Vercel has these too; in Next.js whatever else `process` has throws.
    extend: (context) => Object.assign(context, { AsyncLocalStorage, process: edgeProcess }),
  });
  edge.evaluate(outputFiles[0]?.text ?? '');
  await edge.evaluate(`fail(${JSON.stringify(ingest.dsn)}, ${JSON.stringify(llm.baseURL)})`);
  const events = await ingest.arrived(2);
  const classified = events.map((event) => classificationOf(event));
  expect(classified.map((each) => each?.source).sort()).toEqual(['llm', 'rules']);
}, 60_000);
