import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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
  expect(stdout).toMatch(/Look at them: http:\/\/localhost:\d+/);
  expect(code).toBe(0);
}, 30_000);

test('the demo with an LLM that is not there: all arrive, the ambiguous ones with their fallback', async () => {
  const { code, stdout } = await runDemo([], {
    SENTRY_LLM_API_KEY: 'k',
    SENTRY_LLM_BASE_URL: 'http://127.0.0.1:9/v1',
  });
  expect(stdout).toMatch(/3 fell back.*failed/);
  expect(stdout).toContain('2 ordinary errors left alone.');
  expect(stdout).not.toContain('arrived 0 times');
  expect(code).toBe(1);
}, 30_000);

test('the demo does not take nonsense', async () => {
  const { code, stderr } = await runDemo(['--nonsense']);
  expect(stderr).toContain('Usage: demo');
  expect(code).toBe(2);
});
