#!/usr/bin/env node
import { Command } from 'commander';
import { name, version } from '../../package.json';
import { BadInput } from './badInput.js';
import { addAlerts } from './commands/alerts.js';
import { addClassify } from './commands/classify.js';
import { addDashboard } from './commands/dashboard.js';
import { addDoctor } from './commands/doctor.js';
import { addEval } from './commands/eval.js';
import { Failed } from './failed.js';

// Whoever reads may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  console.error(`error: ${error.message}`);
  process.exit(1);
});
process.stderr.on('error', () => {});

const program = new Command(name)
  .description('Says what went wrong with a call of an LLM, as the Sentry integration does.')
  .version(version)
  .showSuggestionAfterError()
  .exitOverride((error) => {
    // commander exits with 1 for wrong arguments; 1 is kept for a command that ran and found something wrong.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    throw error;
  });

addClassify(program);
addEval(program);
addDashboard(program);
addAlerts(program);
addDoctor(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Failed || isOfSystem(error)) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  } else if (error instanceof BadInput) {
    console.error(`error: ${error.message}`);
    process.exitCode = 2;
  } else if (process.exitCode === undefined) {
    throw error;
  }
}

/** A disk, a folder or a pipe failed: nothing that a stack trace would explain. */
function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
