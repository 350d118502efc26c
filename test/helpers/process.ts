import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { startIngest } from './ingest.js';
import { type LlmBehaviour, startLlm } from './llm.js';

/** Runs a program to its end, with Sentry and the LLM configured by the environment alone. */
export async function runProgram(
  file: string,
  behaviour?: LlmBehaviour,
  env: Record<string, string> = {},
) {
  const ingest = await startIngest();
  const llm = await startLlm(behaviour);
  onTestFinished(async () => {
    await llm.close();
    await ingest.close();
  });
  const program = spawn(process.execPath, [file], {
    env: {
      ...process.env,
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
