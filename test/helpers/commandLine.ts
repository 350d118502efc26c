import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The program itself. */
export const commandLine = fileURLToPath(
  new URL('../../packages/integration/dist/cli.js', import.meta.url),
);

/** Runs `sentry-llm-classifier` to its end, with what the test gives it and nothing of the machine’s own. */
export async function runCommandLine(
  args: readonly string[],
  { env, cwd }: { env?: Record<string, string>; cwd?: string } = {},
) {
  const child = spawn(process.execPath, [commandLine, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [exitCode] = await once(child, 'close');
  return { stdout, stderr, exitCode };
}
