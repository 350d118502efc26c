import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { listen, type RunningServer, readBody } from './server.js';

/** An element of `errors` in the user message. */
export interface AskedError {
  id: number;
  type: string;
  message: string;
  [field: string]: unknown;
}

export interface LlmRequest {
  path: string;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: the body is what the test looks into
  body: any;
  errors: AskedError[];
}

/** Answers one request; `answer` sends results in the form of the contract. */
export type LlmBehaviour = (
  request: LlmRequest,
  response: ServerResponse,
  answer: (content: unknown) => void,
) => void;

export interface Llm extends RunningServer {
  baseURL: string;
  requests: LlmRequest[];
  /** Resolves when so many requests have come in. */
  asked(count: number): Promise<void>;
}

/** Says of every error the same. */
export const sayOfEach =
  (result: object): LlmBehaviour =>
  ({ errors }, _, answer) =>
    answer({ results: errors.map(({ id }) => ({ id, ...result })) });

export const someAnswer = {
  category: 'provider_error',
  confidence: 0.8,
  suggestion: 'Fail over to another model.',
};

const listTestModel = (response: ServerResponse) =>
  sendJson(response, 200, { object: 'list', data: [{ id: 'test-model', object: 'model' }] });

/** A loopback OpenAI-compatible endpoint. */
export async function startLlm(
  behave: LlmBehaviour = sayOfEach(someAnswer),
  listModels: (response: ServerResponse) => void = listTestModel,
): Promise<Llm> {
  const requests: LlmRequest[] = [];
  const waiting = new Set<() => void>();
  const server = await listen(async (incoming, response) => {
    if (incoming.method === 'GET') return listModels(response);
    const body = JSON.parse(await readBody(incoming));
    const { errors } = JSON.parse(body.messages[1].content);
    const request = { path: incoming.url ?? '', headers: incoming.headers, body, errors };
    requests.push(request);
    for (const check of waiting) check();
    behave(request, response, (content) => reply(response, body.model, content));
  });
  return {
    ...server,
    baseURL: `${server.url}/v1`,
    requests,
    asked: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (requests.length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function reply(response: ServerResponse, model: string, content: unknown): void {
  sendJson(response, 200, {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        message: {
          role: 'assistant',
          content: typeof content === 'string' ? content : JSON.stringify(content),
        },
      },
    ],
    usage: { prompt_tokens: 500, completion_tokens: 60, total_tokens: 560 },
  });
}
