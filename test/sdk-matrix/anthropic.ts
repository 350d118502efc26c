import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';
import * as anthropic from './bodies/anthropic.js';
import * as network from './bodies/network.js';
import { abortSoon, type Endpoint, readAll, rowOf, unsent } from './cell.js';

const client = ({ url, timeoutMs }: Endpoint) =>
  new Anthropic({ apiKey: 'sk-ant-test', baseURL: url, maxRetries: 0, timeout: timeoutMs });

const question = {
  model: 'claude-opus-5',
  max_tokens: 10,
  messages: [{ role: 'user' as const, content: 'One kettle, please' }],
};
const cut = network.cut('text/event-stream', anthropic.messageBegins);

const stream = async (at: Endpoint) =>
  readAll(await client(at).messages.create({ ...question, stream: true }));

export const anthropicCells = [
  ...rowOf('anthropic messages', 'anthropic', (at) => client(at).messages.create(question), [
    anthropic.wrongKey,
    anthropic.notPermitted,
    anthropic.tokensPerMinute,
    anthropic.acceleration,
    anthropic.outOfCredit,
    anthropic.usageLimit,
    anthropic.unknownModel,
    anthropic.tooLarge,
    anthropic.promptTooLong,
    anthropic.maxTokensBeyondWindow,
    anthropic.maxTokensTooLarge,
    anthropic.unknownParameter,
    anthropic.badTemperature,
    anthropic.filtered,
    anthropic.toolUseAlone,
    anthropic.toolResultAlone,
    anthropic.roleOrder,
    anthropic.noMessages,
    anthropic.apiError,
    anthropic.timeout,
    anthropic.overloaded,
    network.badGateway,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf('anthropic stream', 'anthropic', stream, [
    anthropic.tokensPerMinute,
    anthropic.overloadedInStream,
  ]),
  // The runtime throws alone when a stream is cut: nothing tells whose it was.
  ...rowOf('anthropic stream', undefined, stream, [cut]),
  ...rowOf(
    'anthropic stream helper',
    'anthropic',
    (at) => client(at).messages.stream(question).finalMessage(),
    [anthropic.overloaded, anthropic.overloadedInStream, anthropic.endsEarly, cut],
  ),
  ...rowOf(
    'anthropic structured output',
    'anthropic',
    (at) =>
      client(at).messages.parse({
        ...question,
        output_config: { format: zodOutputFormat(z.object({ item: z.string() })) },
      }),
    [anthropic.proseForJson],
  ),
  ...rowOf(
    'anthropic messages',
    'anthropic',
    (at) => client(at).messages.create(question, { signal: abortSoon() }),
    [network.abortedByCaller],
  ),
  ...rowOf(
    'anthropic messages',
    'anthropic',
    ({ url }) =>
      new Anthropic({ apiKey: null, authToken: null, baseURL: url }).messages.create(question),
    [unsent('no key', { category: 'authentication_error', retryable: false })],
  ),
];
