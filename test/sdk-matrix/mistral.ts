import { Mistral } from '@mistralai/mistralai';
import * as mistral from './bodies/mistral.js';
import * as network from './bodies/network.js';
import { abortSoon, type Endpoint, rowOf } from './cell.js';

const client = ({ url, timeoutMs }: Endpoint) =>
  new Mistral({ apiKey: 'test', serverURL: url, timeoutMs });

const question = {
  model: 'mistral-large-latest',
  messages: [{ role: 'user' as const, content: 'One kettle, please' }],
};

export const mistralCells = [
  ...rowOf('mistral chat', 'mistral', (at) => client(at).chat.complete(question), [
    mistral.wrongKey,
    mistral.rateLimited,
    mistral.capacity,
    mistral.tooLong,
    mistral.unknownModel,
    mistral.roleOrder,
    mistral.orphanCall,
    mistral.badParameter,
    mistral.internal,
    mistral.unavailable,
    network.badGateway,
    network.gatewayTimeout,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf(
    'mistral chat',
    'mistral',
    (at) => client(at).chat.complete(question, { fetchOptions: { signal: abortSoon() } }),
    [network.abortedByCaller],
  ),
];
