import type { Classification } from '../../types.js';
import type { ClassifyOptions } from '../commands/classify.js';
import { Failed } from '../failed.js';
import { openClassifier } from '../llm.js';
import { errorFrom, readInput } from './input.js';

export async function classify(message: string | undefined, options: ClassifyOptions) {
  const error = errorFrom(await readInput(message), options);
  const { classifier, explain } = await openClassifier(options.llm, { scope: 'all' });
  const classification = await classifier.classify(error);
  classifier.close();
  console.log(
    options.json ? JSON.stringify(classification, undefined, 2) : describe(classification),
  );
  const trouble = await explain();
  if (trouble) throw new Failed(trouble);
}

function describe(classification: Classification): string {
  const { category, confidence, retryable, suggestion, provider, model, status } = classification;
  const wait = classification.retry_after_ms;
  const lines: [name: string, value: string | number | undefined][] = [
    ['category', category],
    ['confidence', confidence.toFixed(2)],
    ['decided by', decider(classification)],
    ['retryable', retryable ? 'yes' : 'no'],
    ['retry after', wait === undefined ? undefined : `${wait} ms`],
    ['provider', provider],
    ['model', model],
    ['status', status],
    ['suggestion', suggestion],
  ];
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name.padEnd(11)}  ${value}`)
    .join('\n');
}

function decider({ source, rule, model_used, skipped }: Classification): string {
  if (source === 'rules') return `rule ${rule}`;
  if (source !== 'fallback') return `LLM ${model_used}`;
  const hint = rule ? `only a hint of rule ${rule}` : 'nothing';
  return skipped === 'off' ? `${hint}; --llm asks an LLM` : `${hint}; LLM: ${skipped}`;
}
