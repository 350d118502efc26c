import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { estimateTokenCount } from 'tokenx';

/** An endpoint on this machine that answers as an LLM would, after a while, and counts tokens. */
export async function startEndpoint(latencyMs: number) {
  const server = createServer(async (request, response) => {
    const { messages, model } = JSON.parse(await text(request));
    const { errors } = JSON.parse(messages[1].content) as { errors: { id: number }[] };
    const content = JSON.stringify({ results: errors.map(({ id }) => ({ id, ...ANSWER })) });
    await setTimeout(latencyMs);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1,
        model,
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
        usage: {
          prompt_tokens: estimateTokenCount(JSON.stringify(messages)),
          completion_tokens: estimateTokenCount(content),
        },
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

const ANSWER = {
  category: 'response_quality_error',
  confidence: 0.82,
  suggestion:
    'Ask for structured output, validate it against a schema, and retry once with the validation error in the prompt.',
};
