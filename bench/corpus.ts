import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ErrorFacts } from 'sentry-llm-classifier';

/** A line of a corpus, as far as it is an input. */
interface Line {
  type: string;
  value: string;
  status?: number;
  code?: string | number;
  cause?: { type: string; value: string };
  modules?: string[];
  label: string;
}

export interface Corpus {
  file: string;
  errors: ErrorFacts[];
  /** The part that is about LLMs. */
  llmErrors: ErrorFacts[];
}

/** The corpus that `SENTRY_LLM_CORPUS` names, else the one in this folder. */
export function readCorpus(): Corpus {
  const own = fileURLToPath(new URL('corpus.jsonl', import.meta.url));
  const named = process.env.SENTRY_LLM_CORPUS;
  const file = named && existsSync(named) ? named : own;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  return {
    file: file.replace(/^.*[\\/]/, ''),
    errors: lines.map(factsOf),
    llmErrors: lines.filter(({ label }) => label !== 'not_ai').map(factsOf),
  };
}

function factsOf({ type, value, status, code, cause, modules = [] }: Line): ErrorFacts {
  return {
    type,
    message: value,
    packages: modules,
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code: String(code) }),
    ...(cause && { causes: [`${cause.type}: ${cause.value}`] }),
  };
}
