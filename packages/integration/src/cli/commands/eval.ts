import type { Command } from 'commander';

export interface EvalOptions {
  llm?: boolean;
  json?: boolean;
}

export function addEval(program: Command): void {
  program
    .command('eval')
    .description('measure the classifier on a file of labelled errors')
    .argument('<file>', 'JSON Lines: type, value and label, if known status, code, cause, modules')
    .option('--llm', 'ask the LLM of the environment where no rule decides')
    .option('--json', 'print the report as JSON')
    .action(async (file: string, options: EvalOptions) => {
      const { evaluate } = await import('../eval/run.js');
      await evaluate(file, options);
    });
}
