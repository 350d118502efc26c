import { GoogleGenAI } from '@google/genai';
import * as google from './bodies/google.js';
import * as network from './bodies/network.js';
import { abortSoon, but, type Endpoint, readAll, rowOf } from './cell.js';

const client = ({ url, timeoutMs }: Endpoint, apiKey = 'AIza-test') =>
  new GoogleGenAI({ apiKey, httpOptions: { baseUrl: url, timeout: timeoutMs } });

const question = { model: 'gemini-2.5-flash', contents: 'One kettle, please' };

const stream = async (at: Endpoint) =>
  readAll(await client(at).models.generateContentStream(question));

export const googleCells = [
  ...rowOf('google', 'google', (at) => client(at).models.generateContent(question), [
    google.wrongKey,
    google.noKey,
    google.apiDisabled,
    google.regionRefused,
    google.requestsPerMinute,
    google.requestsPerDay,
    google.resourceExhausted,
    google.tooLong,
    google.unknownModel,
    google.unknownParameter,
    google.badTemperature,
    google.callOutOfTurn,
    google.orphanCall,
    google.noSignature,
    google.noContents,
    google.internal,
    google.overloaded,
    google.deadline,
    network.badGateway,
    // It aborts its own request and does not say that time was up.
    but(network.hangs, { retryable: false }),
    network.refused,
    network.reset,
  ]),
  ...rowOf('google stream', 'google', stream, [
    google.overloaded,
    google.overloadedInStream,
    google.jsonCut,
  ]),
  // The runtime throws alone when a stream is cut: nothing tells whose it was.
  ...rowOf('google stream', undefined, stream, [
    network.cut('text/event-stream', google.contentBegins),
  ]),
  ...rowOf(
    'google',
    'google',
    (at) =>
      client(at).models.generateContent({ ...question, config: { abortSignal: abortSoon() } }),
    [network.abortedByCaller],
  ),
];
