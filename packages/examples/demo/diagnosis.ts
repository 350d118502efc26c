import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Finding {
  check: string;
  status: 'ok' | 'warn' | 'fail';
  message: string;
  advice?: string;
}

/** What `sentry-llm-classifier doctor` finds wrong with the LLM of the environment, and what to do about it. */
export async function diagnoseLlm(): Promise<string[]> {
  const { findings } = JSON.parse(await runDoctor()) as { findings: Finding[] };
  return findings
    .filter(({ check, status }) => status !== 'ok' && !/^(?:Node|Sentry)/.test(check))
    .map(({ check, message, advice }) => `${check}: ${message}\n  → ${advice}`);
}

/** Exits with 1 where it finds something, and prints all the same. */
function runDoctor(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('sentry-llm-classifier/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const program = join(dirname(manifest), bin['sentry-llm-classifier']);
  return new Promise((resolve) => {
    execFile(process.execPath, [program, 'doctor', '--json'], (_, stdout) => resolve(stdout));
  });
}
