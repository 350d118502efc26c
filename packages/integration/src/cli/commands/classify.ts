import type { Command } from 'commander';
import { createClassifier } from '../../createClassifier.js';
import { BadInput } from '../badInput.js';

export function addClassify(program: Command): void {
  program
    .command('classify')
    .description('classify one error message')
    .argument('<message>', 'what the error says')
    .option('--json', 'print the classification as JSON')
    .action(classify);
}

async function classify(message: string, { json }: { json?: boolean }): Promise<void> {
  if (message.trim() === '') throw new BadInput('the message is empty');
  const classifier = createClassifier({ scope: 'all' });
  const classification = await classifier.classify({ type: 'Error', message });
  classifier.close();
  if (json) console.log(JSON.stringify(classification, undefined, 2));
  else console.log(`${classification.category} ${classification.confidence.toFixed(2)}`);
}
