import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runCommandLine } from './helpers/commandLine.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Errors of providers and libraries that are not part of this repository; may lie beside the checkout. */
const recorded = process.env.SENTRY_LLM_CORPUS ?? here('../../shared/corpus/dev.jsonl');
const isThere = existsSync(recorded);
if (!isThere) {
  console.log(
    `No corpus at ${recorded} (SENTRY_LLM_CORPUS names another); only the own one is used.`,
  );
}

async function evaluate(file: string) {
  const { stdout, stderr, exitCode } = await runCommandLine(['eval', file, '--json']);
  expect(stderr).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(stdout);
}

describe.each([
  ['own corpus', here('../bench/corpus.jsonl'), true],
  ['recorded corpus', recorded, isThere],
])('on the %s', (_, file, isThere) => {
  test.runIf(isThere)('rules and gate do not fall below their floors', async () => {
    const report = await evaluate(file);
    expect(report.precision.share).toBeGreaterThanOrEqual(0.99);
    expect(report.coverage.share).toBeGreaterThanOrEqual(0.75);
    expect(report.accuracy.share).toBeGreaterThanOrEqual(0.92);
    expect(report.gateRecall.share).toBeGreaterThanOrEqual(0.97);
    expect(report.ordinaryMistaken.share).toBeLessThanOrEqual(0.005);
  });
});
