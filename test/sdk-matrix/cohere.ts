import { CohereClientV2 } from 'cohere-ai';
import * as cohere from './bodies/cohere.js';
import * as network from './bodies/network.js';
import { abortSoon, but, type Endpoint, rowOf } from './cell.js';

const client = ({ url, timeoutMs }: Endpoint) =>
  new CohereClientV2({
    token: 'test',
    baseUrl: url,
    maxRetries: 0,
    timeoutInSeconds: timeoutMs / 1000,
  });

const question = {
  model: 'command-a-03-2025',
  messages: [{ role: 'user' as const, content: 'One kettle, please' }],
};

export const cohereCells = [
  ...rowOf('cohere chat', 'cohere', (at) => client(at).chat(question), [
    cohere.wrongKey,
    cohere.trialPerMinute,
    cohere.trialPerMonth,
    cohere.billing,
    cohere.tooLong,
    cohere.unknownModel,
    cohere.badParameter,
    cohere.unprocessable,
    cohere.internal,
    cohere.unavailable,
    network.badGateway,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf(
    'cohere chat',
    'cohere',
    (at) => client(at).chat(question, { abortSignal: abortSoon() }),
    // It makes up a status.
    [but(network.abortedByCaller, { status: 499 })],
  ),
];
