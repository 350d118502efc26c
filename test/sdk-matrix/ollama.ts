import { Ollama } from 'ollama';
import * as network from './bodies/network.js';
import * as ollama from './bodies/ollama.js';
import { type Endpoint, readAll, rowOf } from './cell.js';

/** It has no time-out of its own; applications give it a `fetch` that has one. */
const client = ({ url, timeoutMs }: Endpoint) =>
  new Ollama({
    host: url,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) }),
  });

const question = { model: 'llama3.2', messages: [{ role: 'user', content: 'One kettle, please' }] };

const stream = async (at: Endpoint) =>
  readAll(await client(at).chat({ ...question, stream: true }));

export const ollamaCells = [
  ...rowOf('ollama chat', 'ollama', (at) => client(at).chat(question), [
    ollama.unknownModel,
    ollama.noTools,
    ollama.noChat,
    ollama.busy,
    ollama.noMemory,
    ollama.runnerDied,
    ollama.tooLong,
    ollama.unauthorised,
    ollama.cloudLimit,
    network.badGateway,
    network.hangs,
    network.refused,
    network.reset,
  ]),
  ...rowOf('ollama chat stream', 'ollama', stream, [
    ollama.unknownModel,
    ollama.runnerDiedInStream,
    ollama.endsEarly,
  ]),
  // The runtime throws alone when a stream is cut: nothing tells whose it was.
  ...rowOf('ollama chat stream', undefined, stream, [
    network.cut(ollama.NDJSON, ollama.chatBegins),
  ]),
];
