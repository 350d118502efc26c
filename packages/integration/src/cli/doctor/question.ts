import { factsFrom } from '../../facts/fromError.js';
import { readAnswer } from '../../llm/answer.js';
import { TOKENS_PER_ANSWER } from '../../llm/models.js';
import { type Abilities, allAbilities, complete, openClient } from '../../llm/openai.js';
import { answerFormat, systemMessage, userMessage } from '../../llm/prompt.js';
import { toQuestions } from '../../llm/question.js';
import { createRedact } from '../../llm/redact.js';
import type { Endpoint } from '../../options/environment.js';
import { defaultTaxonomy, readTaxonomy } from '../../taxonomy.js';

/** What came of one question in the integration's own words. */
export interface Trial {
  abilities: Abilities;
  /** How long the request took that was answered, in milliseconds. */
  tookMs: number;
  /** In and out; 0: the endpoint does not tell. */
  tokens: number;
  /** Whether the answer was of use. */
  isUsable: boolean;
  /** What the model said. */
  content: string;
}

/**
 * Asks about one made-up error, as the integration would.
 * @throws what the openai package throws
 */
export async function tryQuestion(endpoint: Endpoint, model: string): Promise<Trial> {
  const { descriptions } = readTaxonomy(defaultTaxonomy);
  const facts = factsFrom({ type: 'Error', message: 'The assistant gave up without a reason' });
  const abilities = allAbilities();
  let askedAt = 0;
  const { content, usage } = await complete(
    {
      client: await openClient(endpoint, undefined),
      endpoint,
      model,
      abilities,
      isolate: (run) => run(),
    },
    {
      system: systemMessage(descriptions, 'en'),
      user: userMessage(await toQuestions([{ facts, hint: undefined }], createRedact(undefined))),
      format: answerFormat(descriptions),
      maxTokens: 2 * TOKENS_PER_ANSWER,
    },
    AbortSignal.timeout(endpoint.timeoutMs),
    // Called before each attempt: what counts is the form that is remembered.
    async () => {
      askedAt = performance.now();
    },
  );
  return {
    abilities,
    tookMs: Math.round(performance.now() - askedAt),
    tokens: usage ? usage.tokensIn + usage.tokensOut : 0,
    isUsable: readAnswer(content, 1, (name) => descriptions.has(name)).size > 0,
    content,
  };
}
