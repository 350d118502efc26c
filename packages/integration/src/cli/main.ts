#!/usr/bin/env node
import { Command } from 'commander';
import { name, version } from '../../package.json';
import { BadInput } from './badInput.js';
import { addAlerts } from './commands/alerts.js';
import { addClassify } from './commands/classify.js';
import { addDashboard } from './commands/dashboard.js';
import { addDoctor } from './commands/doctor.js';
import { Failed } from './failed.js';

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
addDashboard(program);
addAlerts(program);
addDoctor(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof Failed) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  } else if (error instanceof BadInput) {
    console.error(`error: ${error.message}`);
    process.exitCode = 2;
  } else if (process.exitCode === undefined) {
    throw error;
  }
}
