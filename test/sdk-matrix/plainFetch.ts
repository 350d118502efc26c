import * as openai from './bodies/openai.js';
import { type Endpoint, rowOf } from './cell.js';

/** An application without any SDK, which puts the answer into its own error. */
async function ask({ url }: Endpoint): Promise<unknown> {
  const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST' });
  if (response.ok) return response.json();
  throw new Error(`OpenAI API error ${response.status}: ${await response.text()}`);
}

export const plainFetchCells = [
  ...rowOf('plain fetch', 'openai', ask, [
    openai.wrongKey,
    openai.tokensPerMinute,
    openai.outOfQuota,
    openai.contextTooLong,
    openai.orphanToolCall,
    openai.unknownModel,
    openai.serverError,
  ]),
];
