import type { ServerResponse } from 'node:http';

/** The part of OpenAI's chat completion request that the local provider looks at. */
export interface ChatRequest {
  model: string;
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  messages: { role: string; content: unknown }[];
  tools?: { function: { name: string } }[];
  response_format?: { json_schema?: { schema: object } };
}

type Finish = 'stop' | 'tool_calls' | 'length';

/** Unless a tool has answered since. */
export function lastUserWords({ messages }: ChatRequest): string {
  const last = messages.at(-1);
  return last?.role === 'user' ? JSON.stringify(last.content) : '';
}

const USAGE = { prompt_tokens: 20, completion_tokens: 10, total_tokens: 30 };

/** A whole answer: `chat.completion`. */
export function whole(chat: ChatRequest, message: object, finish: Finish): object {
  return {
    ...frame(chat, 'chat.completion'),
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: null, refusal: null, ...message },
        logprobs: null,
        finish_reason: finish,
      },
    ],
    usage: USAGE,
  };
}

/**
 * A streamed answer: begins the response and returns its text, one `chat.completion.chunk` a delta.
 * Without `finish` it has no end.
 */
export function stream(
  chat: ChatRequest,
  response: ServerResponse,
  deltas: readonly object[],
  finish?: Finish,
): string {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const chunk = (delta: object, finish_reason: Finish | null) => ({
    ...frame(chat, 'chat.completion.chunk'),
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  });
  const chunks: object[] = [
    chunk({ role: 'assistant' }, null),
    ...deltas.map((delta) => chunk(delta, null)),
  ];
  if (finish) {
    chunks.push(chunk({}, finish));
    if (chat.stream_options?.include_usage) {
      chunks.push({ ...frame(chat, 'chat.completion.chunk'), choices: [], usage: USAGE });
    }
  }
  const lines = chunks.map((data) => `data: ${JSON.stringify(data)}\n\n`).join('');
  return finish ? `${lines}data: [DONE]\n\n` : lines;
}

function frame({ model }: ChatRequest, object: string): object {
  return { id: 'chatcmpl-local', object, created: Math.floor(Date.now() / 1000), model };
}
