import type { Command } from 'commander';

export interface ClassifyOptions {
  status?: string;
  code?: string;
  type?: string;
  llm?: boolean;
  json?: boolean;
}

export function addClassify(program: Command): void {
  program
    .command('classify')
    .description('classify one error: a message, a log line or a whole stack trace')
    .argument('[message]', 'what the error says; without it, standard input is read')
    .option('--status <number>', 'HTTP status of the failed call')
    .option('--code <code>', 'code of the provider or the system, such as insufficient_quota')
    .option('--type <class>', 'class of the error, such as RateLimitError')
    .option('--llm', 'ask the LLM of the environment where no rule decides')
    .option('--json', 'print the classification as JSON')
    .action(async (message: string | undefined, options: ClassifyOptions) => {
      const { classify } = await import('../classify/run.js');
      await classify(message, options);
    });
}
