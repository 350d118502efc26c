/**
 * How long the integration takes to import, as a share of what `@sentry/node` takes. Each is measured in
 * processes of their own, in turn; the medians are compared, so that the machine's load falls on both.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUNS = 15;
const GOAL = 0.15;
const folder = fileURLToPath(new URL('../test', import.meta.url));

// `@sentry/core` comes with any Sentry SDK, so it is there already when the integration is imported.
const program = (name) => `
  await import('@sentry/core');
  const start = performance.now();
  await import('${name}');
  console.log(performance.now() - start);
`;

function measure(name) {
  const args = ['--input-type=module', '--eval', program(name)];
  return Number(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }));
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

const integration = [];
const sentry = [];
for (let run = 0; run < RUNS; run++) {
  integration.push(measure('sentry-llm-classifier'));
  sentry.push(measure('@sentry/node'));
}
const [ours, theirs] = [median(integration), median(sentry)];
console.log(
  `import: sentry-llm-classifier ${ours.toFixed(1)} ms, @sentry/node ${theirs.toFixed(1)} ms`,
);
console.log(`ratio ${(ours / theirs).toFixed(3)} (goal: at most ${GOAL})`);
process.exitCode = ours / theirs <= GOAL ? 0 : 1;
