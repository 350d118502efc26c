import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { runCommandLine } from './commandLine.js';

/** Must never be printed. */
export const KEY = 'sk-doctor-0123456789-ABCDEFGHIJ';
/** A folder of an application that has everything. */
export const healthyFolder = fileURLToPath(new URL('..', import.meta.url));

export interface Finding {
  check: string;
  status: string;
  message: string;
  advice?: string;
}

/** Runs the doctor, where nothing but what the test changes is wrong. */
export async function examine({
  env = {},
  args = [],
  cwd = healthyFolder,
}: {
  env?: Record<string, string>;
  args?: string[];
  cwd?: string;
} = {}) {
  const { stdout, stderr, exitCode } = await runCommandLine(['doctor', '--json', ...args], {
    cwd,
    env: { SENTRY_DSN: 'https://public@sentry.example/4', ...env },
  });
  expect(stdout + stderr).not.toContain(KEY);
  expect(stderr).toBe('');
  const { ok, findings } = JSON.parse(stdout) as { ok: boolean; findings: Finding[] };
  expect(exitCode).toBe(ok ? 0 : 1);
  // How long a request takes is up to the machine; the one test about it looks into the findings.
  const problems = findings.filter(({ check, status }) => status !== 'ok' && check !== 'Latency');
  return { findings, problems, exitCode };
}
