import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import * as bedrock from './bodies/bedrock.js';
import * as network from './bodies/network.js';
import { abortSoon, type Endpoint, readAll, rowOf } from './cell.js';

const client = ({ url, timeoutMs }: Endpoint) =>
  new BedrockRuntimeClient({
    region: 'us-east-1',
    endpoint: url,
    maxAttempts: 1,
    credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
    // The provider on loopback speaks HTTP/1.1.
    requestHandler: new NodeHttpHandler({ requestTimeout: timeoutMs, throwOnRequestTimeout: true }),
  });

const question = {
  modelId: 'amazon.nova-pro-v1:0',
  messages: [{ role: 'user' as const, content: [{ text: 'One kettle, please' }] }],
};

const converse = (at: Endpoint) => client(at).send(new ConverseCommand(question));
const converseStream = async (at: Endpoint) => {
  const { stream } = await client(at).send(new ConverseStreamCommand(question));
  if (stream) await readAll(stream);
};

export const bedrockCells = [
  ...rowOf('bedrock converse', 'bedrock', converse, [
    bedrock.wrongKey,
    bedrock.expiredKey,
    bedrock.notPermitted,
    bedrock.modelNotAllowed,
    bedrock.tooManyRequests,
    bedrock.tooManyTokens,
    bedrock.quotaExceeded,
    bedrock.modelTimeout,
    bedrock.modelError,
    bedrock.modelNotReady,
    bedrock.internal,
    bedrock.unavailable,
    bedrock.tooLong,
    bedrock.unknownModel,
    bedrock.retiredModel,
    bedrock.noOnDemand,
    bedrock.startsWrong,
    bedrock.orphanCall,
    bedrock.orphanResult,
  ]),
  // Only carriers and the runtime are in these stacks; it is the last request that tells of an LLM.
  ...rowOf('bedrock converse', undefined, converse, [
    network.badGateway,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf(
    'bedrock invoke',
    'bedrock',
    (at) =>
      client(at).send(new InvokeModelCommand({ modelId: 'amazon.nova-pro-v1:0', body: '{}' })),
    [bedrock.malformed, bedrock.tooLong, bedrock.tooManyRequests],
  ),
  ...rowOf('bedrock converse stream', 'bedrock', converseStream, [
    bedrock.throttledInStream,
    bedrock.failedInStream,
  ]),
  ...rowOf('bedrock converse stream', undefined, converseStream, [
    network.cut(bedrock.EVENT_STREAM, bedrock.converseBegins),
  ]),
  ...rowOf(
    'bedrock converse',
    'bedrock',
    (at) => client(at).send(new ConverseCommand(question), { abortSignal: abortSoon() }),
    // "Request aborted" is the same for every service of AWS, and Sentry notes no request that was aborted.
    [{ ...network.abortedByCaller, means: undefined }],
  ),
];
