import type { Classifier, ClassifierOptions } from '../classifier.js';
import { createClassifier } from '../createClassifier.js';
import { type OpenAiClient, openClient } from '../llm/openai.js';
import { type Endpoint, findEndpoint } from '../options/environment.js';
import type { SkipReason } from '../types.js';
import { BadInput } from './badInput.js';
import { checkAddress } from './doctor/address.js';
import { explainTrouble } from './doctor/trouble.js';
import { hideSecrets, isSendable } from './secrets.js';

/** Nobody's event hangs on a question from the command line; milliseconds. */
const PATIENCE = 60_000;

/** Reasons for which an LLM that was asked for did not answer. */
const UNANSWERED: readonly SkipReason[] = ['failed', 'circuit_open', 'deadline', 'budget'];

export interface OpenClassifier {
  classifier: Classifier;
  /** What kept the LLM from answering at least one question, and what to do about it. */
  explain(): Promise<string | undefined>;
}

/**
 * A classifier by rules only, or one that asks the LLM of the environment and waits for its answer.
 * @throws BadInput where the environment names no usable endpoint
 */
export async function openClassifier(
  llm: boolean | undefined,
  options: ClassifierOptions,
): Promise<OpenClassifier> {
  if (!llm) {
    return {
      classifier: createClassifier({ ...options, llm: false }),
      explain: async () => undefined,
    };
  }
  const endpoint = readEndpoint();
  const { client, lastError } = watch(await openClient(endpoint, undefined));
  const classifier = createClassifier({
    ...options,
    llm: { timeoutMs: PATIENCE, client },
    maxWaitMs: PATIENCE,
  });
  return {
    classifier,
    async explain() {
      const { skipped } = classifier.stats();
      const reason = UNANSWERED.find((each) => skipped[each]);
      if (!reason) return undefined;
      const error = lastError();
      if (error === undefined) return `the LLM gave no usable answer (${reason})`;
      const { message, advice } = await explainTrouble(error);
      return hideSecrets(`the LLM gave no answer: ${message}\n${advice}`, [endpoint.apiKey]);
    },
  };
}

function readEndpoint(): Endpoint {
  const endpoint = findEndpoint({ timeoutMs: PATIENCE }, () => {});
  if (!endpoint) {
    throw new BadInput(
      '--llm needs an endpoint: set SENTRY_LLM_API_KEY, or SENTRY_LLM_BASE_URL to an http(s) address',
    );
  }
  const wrong = checkAddress(endpoint.baseURL);
  if (wrong) throw new BadInput(`${wrong.message}. ${wrong.advice}`);
  if (!isSendable(endpoint.apiKey)) {
    throw new BadInput(
      'SENTRY_LLM_API_KEY (or HOLYSHEEP_API_KEY) holds what no key has: a space, a line break or a typographic quote',
    );
  }
  return endpoint;
}

/** The same client, of which the last refusal is known: the classifier keeps it to itself. */
function watch({ chat: { completions } }: OpenAiClient) {
  let last: unknown;
  const client: OpenAiClient = {
    chat: {
      completions: {
        async create(body, options) {
          try {
            return await completions.create(body, options);
          } catch (error) {
            last = error;
            throw error;
          }
        },
      },
    },
  };
  return { client, lastError: () => last };
}
