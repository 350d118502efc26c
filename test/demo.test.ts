import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { sendJson, startLlm } from './helpers/llm.js';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Category, confidence and source of each error in the table; its width depends on the terminal. */
const outcomesIn = (table: string) =>
  [...table.matchAll(/ {2}(\w+_error|–)(?: \(left alone\))? *([\d.]*) *(rules|llm)? *$/gm)].map(
    ([, ...outcome]) => outcome,
  );

const examples = fileURLToPath(new URL('../packages/examples', import.meta.url));

function runDemo(args: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'demo/main.ts', ...args],
      { cwd: examples, env: { ...process.env, ...env } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

test('the demo: every failure of a real application arrives as expected', async () => {
  const { code, stdout } = await runDemo([]);
  expect(stdout).toContain('All 19 errors arrived as expected.');
  expect(stdout).toContain('STAND-IN');
  expect(stdout).toContain('Look at them in a local Sentry: npx -y pnpm@12 demo --keep');
  expect(code).toBe(0);

  for (const page of ['README.md', 'README.ko.md']) {
    const [, printed = ''] = /```text\n(error .*?)```/s.exec(read(page)) ?? [];
    expect(outcomesIn(printed), page).toHaveLength(19);
    expect(outcomesIn(printed), page).toEqual(outcomesIn(stdout));
    const summary = printed.trimEnd().split('\n').slice(-3);
    expect(stdout, page).toContain(summary.join('\n'));
  }
}, 120_000);

test('the demo with an LLM that is not there: all arrive, the ambiguous ones with their fallback', async () => {
  const { code, stdout } = await runDemo([], {
    SENTRY_LLM_API_KEY: 'k',
    SENTRY_LLM_BASE_URL: 'http://127.0.0.1:9/v1',
  });
  expect(stdout).toMatch(/2 fell back.*failed/);
  expect(stdout).toContain('2 ordinary errors left alone.');
  expect(stdout).not.toContain('arrived 0 times');
  expect(stdout).toMatch(/^LLM endpoint: http:\/\/127\.0\.0\.1:9\/v1 cannot be reached/m);
  expect(code).toBe(1);
}, 120_000);

test('the demo with a wrong key: the refusal is named, and what to do about it', async () => {
  const key = 'sk-demo-0123456789-wrong';
  const error = { message: `Incorrect API key provided: ${key}`, code: 'invalid_api_key' };
  const llm = await startLlm((_, response) => sendJson(response, 401, { error }));
  onTestFinished(() => llm.close());
  const { code, stdout, stderr } = await runDemo([], {
    SENTRY_LLM_API_KEY: key,
    SENTRY_LLM_BASE_URL: llm.baseURL,
  });
  expect(stdout).toMatch(/^LLM key: authentication_error: 401 Incorrect API key provided/m);
  expect(stdout).toMatch(/^ +→ Check SENTRY_LLM_API_KEY/m);
  expect(stdout + stderr).not.toContain(key);
  expect(code).toBe(1);
}, 120_000);

test('the demo asks a server that needs no key, and prints no credentials of its address', async () => {
  const { stdout } = await runDemo([], {
    SENTRY_LLM_BASE_URL: 'http://me:swordfish@127.0.0.1:9/v1',
  });
  expect(stdout).toMatch(/2 fell back.* http:\/\/127\.0\.0\.1:9\/v1 gave no answer/);
  expect(stdout).toMatch(/^ +→ Take what stands before the @/m);
  expect(stdout).not.toContain('swordfish');
}, 120_000);

test('the demo does not take nonsense', async () => {
  const { code, stderr } = await runDemo(['--nonsense']);
  expect(stderr).toContain('Usage: demo');
  expect(code).toBe(2);
});
