import OpenAI, { toFile } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import * as network from './bodies/network.js';
import * as openai from './bodies/openai.js';
import * as answers from './bodies/openaiAnswers.js';
import { abortSoon, but, type Endpoint, readAll, rowOf, unsent } from './cell.js';

const client = ({ url, timeoutMs }: Endpoint) =>
  new OpenAI({ apiKey: 'sk-test', baseURL: `${url}/v1`, maxRetries: 0, timeout: timeoutMs });

const order = zodResponseFormat(z.object({ item: z.string() }), 'order');
const question = {
  model: 'gpt-4o',
  messages: [{ role: 'user' as const, content: 'One kettle, please' }],
};

const streamChat = async (at: Endpoint) =>
  readAll(await client(at).chat.completions.create({ ...question, stream: true }));
const streamResponse = async (at: Endpoint) =>
  readAll(await client(at).responses.create({ model: 'gpt-5', input: 'Hi', stream: true }));

export const openaiCells = [
  ...rowOf('openai chat', 'openai', (at) => client(at).chat.completions.create(question), [
    openai.wrongKey,
    openai.noOrganisation,
    openai.regionRefused,
    openai.modelNotAllowed,
    openai.missingScope,
    openai.tokensPerMinute,
    openai.requestsPerMinute,
    openai.requestsPerMinuteMs,
    openai.outOfQuota,
    openai.billingLimit,
    openai.contextTooLong,
    openai.maxTokensTooLarge,
    openai.unsupportedMaxTokens,
    openai.unknownParameter,
    openai.badSchema,
    openai.stringTooLong,
    openai.unknownModel,
    openai.retiredModel,
    openai.flaggedPrompt,
    openai.orphanToolCall,
    openai.orphanToolMessage,
    openai.serverError,
    openai.overloaded,
    network.badGateway,
    network.gatewayTimeout,
    network.requestTimeout,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf('openai chat stream', 'openai', streamChat, [
    openai.requestsPerMinute,
    openai.outOfQuota,
    answers.errorInChat,
  ]),
  // The runtime throws alone when a stream is cut: nothing tells whose it was.
  ...rowOf('openai chat stream', undefined, streamChat, [
    network.cut('text/event-stream', answers.chatBegins),
  ]),
  ...rowOf(
    'openai chat, structured output',
    'openai',
    (at) => client(at).chat.completions.parse({ ...question, response_format: order }),
    [
      answers.answerCut,
      answers.answerFiltered,
      // JSON.parse quotes how the answer begins, zod does not.
      answers.proseForJson,
      but(answers.otherSchema, { source: 'fallback' }),
    ],
  ),
  ...rowOf(
    'openai responses',
    'openai',
    (at) => client(at).responses.create({ model: 'gpt-5', input: 'One kettle, please' }),
    [
      openai.wrongKey,
      openai.tokensPerMinute,
      openai.outOfQuota,
      openai.inputTooLong,
      openai.orphanOutput,
      openai.previousResponseGone,
      openai.reasoningAlone,
      openai.unknownModel,
      openai.serverError,
      network.hangs,
      network.reset,
    ],
  ),
  ...rowOf('openai responses stream', 'openai', streamResponse, [
    openai.overloaded,
    answers.errorInResponse,
  ]),
  ...rowOf('openai responses stream', undefined, streamResponse, [
    network.cut('text/event-stream', answers.responseBegins),
  ]),
  ...rowOf(
    'openai assistants',
    'openai',
    (at) => client(at).beta.threads.runs.create('thread_abc', { assistant_id: 'asst_abc' }),
    [openai.threadGone, openai.activeRun, openai.requestsPerMinute],
  ),
  ...rowOf('openai files', 'openai', (at) => client(at).files.retrieve('file-abc'), [
    openai.unknownFile,
    openai.wrongKey,
  ]),
  ...rowOf(
    'openai files',
    'openai',
    async (at) =>
      client(at).files.create({
        file: await toFile(Buffer.from('kettle'), 'orders.txt'),
        purpose: 'batch',
      }),
    [openai.unsupportedFile],
  ),
  ...rowOf(
    'openai images',
    'openai',
    (at) => client(at).images.generate({ model: 'gpt-image-1', prompt: 'A kettle' }),
    [openai.safetySystem, openai.billingLimit],
  ),
  ...rowOf(
    'openai embeddings',
    'openai',
    (at) => client(at).embeddings.create({ model: 'text-embedding-3-small', input: 'kettle' }),
    [openai.embeddingTooLong],
  ),
  ...rowOf(
    'openai chat',
    'openai',
    (at) => client(at).chat.completions.create(question, { signal: abortSoon() }),
    [network.abortedByCaller],
  ),
  ...rowOf('openai chat', 'openai', async () => new OpenAI(), [
    unsent('no key', { category: 'authentication_error', retryable: false }),
  ]),
];
