import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import * as network from './bodies/network.js';
import * as openai from './bodies/openai.js';
import * as answers from './bodies/openaiAnswers.js';
import { abortSoon, type Endpoint, readAll, rowOf, unsent } from './cell.js';

const model = ({ url, timeoutMs }: Endpoint) =>
  new ChatOpenAI({
    model: 'gpt-4o',
    apiKey: 'sk-test',
    maxRetries: 0,
    timeout: timeoutMs,
    configuration: { baseURL: `${url}/v1` },
  });

const prompt = 'One kettle, please';

const structured = (method: 'jsonSchema' | 'jsonMode') => (at: Endpoint) =>
  model(at)
    .withStructuredOutput(z.object({ item: z.string() }), { method })
    .invoke(prompt);

const stream = async (at: Endpoint) => readAll(await model(at).stream(prompt));

export const langchainCells = [
  ...rowOf('langchain', 'openai', (at) => model(at).invoke(prompt), [
    openai.wrongKey,
    openai.modelNotAllowed,
    openai.tokensPerMinute,
    openai.requestsPerMinute,
    openai.outOfQuota,
    openai.contextTooLong,
    openai.maxTokensTooLarge,
    openai.unknownParameter,
    openai.unknownModel,
    openai.flaggedPrompt,
    openai.orphanToolCall,
    openai.orphanToolMessage,
    openai.serverError,
    openai.overloaded,
    network.badGateway,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf('langchain stream', 'openai', stream, [openai.requestsPerMinute, answers.errorInChat]),
  // The runtime throws alone when a stream is cut: nothing tells whose it was.
  ...rowOf('langchain stream', undefined, stream, [
    network.cut('text/event-stream', answers.chatBegins),
  ]),
  ...rowOf('langchain structured output', 'openai', structured('jsonSchema'), [
    answers.proseForJson,
    answers.answerCut,
  ]),
  // Its parsers do not know where a text is from.
  ...rowOf('langchain JSON mode', undefined, structured('jsonMode'), [
    answers.proseForJson,
    answers.otherSchema,
  ]),
  ...rowOf('langchain', 'openai', (at) => model(at).invoke(prompt, { signal: abortSoon() }), [
    network.abortedByCaller,
  ]),
  ...rowOf('langchain', 'openai', async () => new ChatOpenAI({ model: 'gpt-4o' }).invoke(prompt), [
    unsent('no key', { category: 'authentication_error', retryable: false }),
  ]),
];
