import type { ServerResponse } from 'node:http';
import { type ChatRequest, lastUserWords, stream, whole } from './completion.js';
import { type Loopback, readJson, sendJson, startLoopback } from './loopback.js';
import { fill } from './schema.js';

/** Each is set off by a word of the user's. Forms and words: OpenAI's guide "Error codes". */
const MISHAPS: readonly [word: RegExp, answer: Answer][] = [
  [
    /rate limit/i,
    refuse(429, {
      message:
        'Rate limit reached for gpt-4.1-mini in organization org-local on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.',
      type: 'requests',
      code: 'rate_limit_exceeded',
    }),
  ],
  [
    /quota/i,
    refuse(429, {
      message:
        'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    }),
  ],
  [
    /overloaded/i,
    refuse(503, {
      message: 'The server is currently overloaded with other requests. Sorry about that!',
      type: 'server_error',
      code: null,
    }),
  ],
  [/in the middle/i, breakOff],
  [/nonsense/i, say('Sure! Here is what you asked for: {"topic"')],
];

type Answer = (chat: ChatRequest, response: ServerResponse) => void;

/** An OpenAI-compatible provider for those who have no key at hand. It is not an LLM, and says so. */
export function startProvider(): Promise<Loopback> {
  return startLoopback(async (request, response) => {
    const chat = (await readJson(request)) as ChatRequest;
    const words = lastUserWords(chat);
    const [, answer = usualAnswer(chat)] = MISHAPS.find(([word]) => word.test(words)) ?? [];
    answer(chat, response);
  });
}

/** What an application's environment holds to work with it. */
export const environmentOf = ({ url }: Loopback) => ({
  OPENAI_BASE_URL: `${url}/v1`,
  OPENAI_API_KEY: 'sk-local-stand-in',
});

function usualAnswer(chat: ChatRequest): Answer {
  const last = chat.messages.at(-1);
  if (last?.role === 'tool') return say(`I looked it up: ${last.content}`);
  const [, order] = /order #?(\d+)/i.exec(lastUserWords(chat)) ?? [];
  const [tool] = chat.tools ?? [];
  if (order && tool) return call(tool.function.name, { id: order });
  const schema = chat.response_format?.json_schema?.schema;
  if (schema) return say(JSON.stringify(fill(schema)));
  return say('This is the stand-in for a model; it has read your message.');
}

function say(content: string): Answer {
  return (chat, response) => {
    if (!chat.stream) return sendJson(response, 200, whole(chat, { content }, 'stop'));
    const deltas = content.split(/(?<= )/).map((word) => ({ content: word }));
    response.end(stream(chat, response, deltas, 'stop'));
  };
}

function call(name: string, args: object): Answer {
  const tool = {
    id: 'call_local',
    type: 'function',
    function: { name, arguments: JSON.stringify(args) },
  };
  return (chat, response) => {
    if (!chat.stream) {
      return sendJson(response, 200, whole(chat, { tool_calls: [tool] }, 'tool_calls'));
    }
    const deltas = [{ tool_calls: [{ index: 0, ...tool }] }];
    response.end(stream(chat, response, deltas, 'tool_calls'));
  };
}

function refuse(status: number, error: object): Answer {
  return (_, response) => sendJson(response, status, { error: { param: null, ...error } });
}

/** A streamed answer loses its connection, a whole one reaches the token limit. */
function breakOff(chat: ChatRequest, response: ServerResponse): void {
  if (!chat.stream) {
    sendJson(response, 200, whole(chat, { content: '{"topic":"bil' }, 'length'));
    return;
  }
  const words = stream(chat, response, [{ content: 'Your ' }, { content: 'order ' }]);
  response.write(words, () => response.socket?.end());
}
