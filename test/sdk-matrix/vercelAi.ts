import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { generateObject, generateText, type LanguageModel, Output, streamText } from 'ai';
import { z } from 'zod';
import * as anthropic from './bodies/anthropic.js';
import * as google from './bodies/google.js';
import * as network from './bodies/network.js';
import * as openai from './bodies/openai.js';
import * as answers from './bodies/openaiAnswers.js';
import { abortSoon, type Endpoint, readAll, rowOf, unsent } from './cell.js';

const openaiAt = ({ url }: Endpoint) => createOpenAI({ apiKey: 'sk-test', baseURL: `${url}/v1` });
const chat = (at: Endpoint) => openaiAt(at).chat('gpt-4o');
const responses = (at: Endpoint) => openaiAt(at).responses('gpt-5');
const claude = ({ url }: Endpoint) =>
  createAnthropic({ apiKey: 'sk-ant-test', baseURL: `${url}/v1` })('claude-opus-5');
const gemini = ({ url }: Endpoint) =>
  createGoogleGenerativeAI({ apiKey: 'AIza-test', baseURL: `${url}/v1beta` })('gemini-2.5-flash');

const prompt = 'One kettle, please';
const schema = z.object({ item: z.string() });

const generate = (modelAt: (at: Endpoint) => LanguageModel) => (at: Endpoint) =>
  generateText({
    model: modelAt(at),
    prompt,
    maxRetries: 0,
    abortSignal: AbortSignal.timeout(at.timeoutMs),
  });

/** Streams do not throw: applications capture what `onError` is told. */
const stream = (modelAt: (at: Endpoint) => LanguageModel) => (at: Endpoint) =>
  new Promise<void>((resolve, reject) => {
    const result = streamText({
      model: modelAt(at),
      prompt,
      maxRetries: 0,
      onError: ({ error }) => reject(error),
    });
    readAll(result.textStream).then(resolve, reject);
  });

export const vercelAiCells = [
  ...rowOf('ai with openai chat', 'openai', generate(chat), [
    openai.wrongKey,
    openai.regionRefused,
    openai.tokensPerMinute,
    openai.requestsPerMinute,
    openai.outOfQuota,
    openai.contextTooLong,
    openai.unsupportedMaxTokens,
    openai.badSchema,
    openai.unknownModel,
    openai.flaggedPrompt,
    openai.orphanToolMessage,
    openai.serverError,
    openai.overloaded,
    network.badGateway,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf('ai with openai responses', 'openai', generate(responses), [
    openai.inputTooLong,
    openai.orphanOutput,
    openai.previousResponseGone,
  ]),
  ...rowOf('ai with anthropic', 'anthropic', generate(claude), [
    anthropic.wrongKey,
    anthropic.tokensPerMinute,
    anthropic.outOfCredit,
    anthropic.promptTooLong,
    anthropic.toolUseAlone,
    anthropic.unknownModel,
    anthropic.overloaded,
    network.refused,
  ]),
  ...rowOf('ai with google', 'google', generate(gemini), [
    google.wrongKey,
    google.requestsPerMinute,
    google.requestsPerDay,
    google.tooLong,
    google.overloaded,
  ]),
  ...rowOf('ai stream with openai chat', 'openai', stream(chat), [
    openai.wrongKey,
    network.cut('text/event-stream', answers.chatBegins),
  ]),
  ...rowOf('ai stream with anthropic', 'anthropic', stream(claude), [anthropic.overloaded]),
  // It hands on the provider's error object as it came, a plain one.
  ...rowOf('ai stream with openai chat', undefined, stream(chat), [answers.errorInChat]),
  ...rowOf('ai stream with anthropic', undefined, stream(claude), [anthropic.overloadedInStream]),
  ...rowOf(
    'ai generateObject',
    'openai',
    (at) => generateObject({ model: chat(at), schema, prompt, maxRetries: 0 }),
    [answers.proseForJson, answers.otherSchema, answers.emptyAnswer, answers.answerCut],
  ),
  ...rowOf(
    'ai output object',
    'openai',
    async (at) => {
      const answer = await generateText({
        model: chat(at),
        output: Output.object({ schema }),
        prompt,
        maxRetries: 0,
      });
      return answer.output;
    },
    [answers.proseForJson, answers.otherSchema, answers.emptyAnswer],
  ),
  ...rowOf(
    'ai after a retry',
    'openai',
    (at) => generateText({ model: chat(at), prompt, maxRetries: 1 }),
    [openai.overloadedBriefly, openai.requestsPerMinuteBriefly],
  ),
  ...rowOf(
    'ai with openai chat',
    'openai',
    (at) => generateText({ model: chat(at), prompt, abortSignal: abortSoon(), maxRetries: 0 }),
    [network.abortedByCaller],
  ),
  ...rowOf(
    'ai with openai chat',
    'openai',
    () => generateText({ model: createOpenAI().chat('gpt-4o'), prompt, maxRetries: 0 }),
    [unsent('no key', { category: 'authentication_error', retryable: false })],
  ),
  ...rowOf(
    'ai with openai chat',
    undefined,
    (at) => generateText({ model: chat(at), messages: [], maxRetries: 0 }),
    [unsent('no messages', { category: 'context_loss_error', retryable: false })],
  ),
];
