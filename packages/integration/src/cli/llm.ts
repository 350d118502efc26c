import type { ClassifierOptions } from '../classifier.js';
import { createClassifier } from '../createClassifier.js';
import { findEndpoint } from '../options/environment.js';
import { BadInput } from './badInput.js';

/** Nobody's event hangs on a question from the command line; milliseconds. */
const PATIENCE = 60_000;

/**
 * A classifier by rules only, or one that asks the LLM of the environment and waits for its answer.
 * @throws BadInput where the environment names no usable endpoint
 */
export function openClassifier(llm: boolean | undefined, options: ClassifierOptions) {
  if (!llm) return createClassifier({ ...options, llm: false });
  const patient = { timeoutMs: PATIENCE };
  if (!findEndpoint(patient, () => {})) {
    throw new BadInput(
      '--llm needs an endpoint: set SENTRY_LLM_API_KEY, or SENTRY_LLM_BASE_URL to an http(s) address',
    );
  }
  return createClassifier({ ...options, llm: patient, maxWaitMs: PATIENCE });
}
