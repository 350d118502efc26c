import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { startIngest } from './ingest.js';
import { type LlmBehaviour, startLlm } from './llm.js';

/** How a program is run: by which command (default: this Node), in which folder, with what environment. */
export interface Run {
  command?: readonly string[];
  cwd?: string;
  env?: Record<string, string>;
}

/** Runs a program to its end, with Sentry and the LLM configured by the environment alone. */
export async function runProgram(
  file: string,
  behaviour?: LlmBehaviour,
  { command = [process.execPath], cwd, env = {} }: Run = {},
) {
  const ingest = await startIngest();
  const llm = await startLlm(behaviour);
  onTestFinished(async () => {
    await llm.close();
    await ingest.close();
  });
  const [executable = '', ...args] = command;
  const program = spawn(executable, [...args, file], {
    cwd,
    env: {
      ...process.env,
      // The package manager's own, through which CommonJS would find what is not installed.
      NODE_PATH: '',
      SENTRY_DSN: ingest.dsn,
      SENTRY_LLM_API_KEY: 'test-key',
      SENTRY_LLM_BASE_URL: llm.baseURL,
      SENTRY_LLM_MODEL: 'test-model',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  program.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [exitCode] = await once(program, 'close');
  return { ingest, llm, exitCode, stderr };
}
