import Groq from 'groq-sdk';
import * as groq from './bodies/groq.js';
import * as network from './bodies/network.js';
import { errorInChat } from './bodies/openaiAnswers.js';
import { abortSoon, type Endpoint, readAll, rowOf, unsent } from './cell.js';

const client = ({ url, timeoutMs }: Endpoint) =>
  new Groq({ apiKey: 'gsk_test', baseURL: url, maxRetries: 0, timeout: timeoutMs });

const question = {
  model: 'llama-3.3-70b-versatile',
  messages: [{ role: 'user' as const, content: 'One kettle, please' }],
};

export const groqCells = [
  ...rowOf('groq chat', 'groq', (at) => client(at).chat.completions.create(question), [
    groq.wrongKey,
    groq.tokensPerMinute,
    groq.tooLong,
    groq.maxTokensTooLarge,
    groq.unknownModel,
    groq.retiredModel,
    groq.badParameter,
    groq.toolUseFailed,
    groq.jsonFailed,
    groq.flexFull,
    groq.internal,
    groq.unavailable,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf(
    'groq chat stream',
    'groq',
    async (at) => readAll(await client(at).chat.completions.create({ ...question, stream: true })),
    [errorInChat],
  ),
  ...rowOf(
    'groq chat',
    'groq',
    (at) => client(at).chat.completions.create(question, { signal: abortSoon() }),
    [network.abortedByCaller],
  ),
  ...rowOf('groq chat', 'groq', async () => new Groq({ apiKey: undefined }), [
    unsent('no key', { category: 'authentication_error', retryable: false }),
  ]),
];
