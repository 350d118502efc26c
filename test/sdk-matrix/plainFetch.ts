import * as network from './bodies/network.js';
import * as openai from './bodies/openai.js';
import { type Endpoint, rowOf } from './cell.js';

/** An application without any SDK, which puts the answer into its own error. */
async function ask({ url }: Endpoint): Promise<unknown> {
  const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST' });
  if (response.ok) return response.json();
  throw new Error(`OpenAI API error ${response.status}: ${await response.text()}`);
}

/** One that tells nothing but the status. */
async function askForSummary({ url }: Endpoint): Promise<unknown> {
  const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST' });
  throw new Error(`Summary failed: HTTP ${response.status}`);
}

/** One that loses patience; what `fetch` throws then is nobody's. */
const askBriefly = ({ url, timeoutMs }: Endpoint) =>
  fetch(`${url}/v1/chat/completions`, { method: 'POST', signal: AbortSignal.timeout(timeoutMs) });

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
  ...rowOf('plain fetch, told by status', undefined, askForSummary, [
    openai.wrongKey,
    { ...openai.tokensPerMinute, means: { category: 'rate_limit_error', retryable: true } },
    openai.serverError,
  ]),
  ...rowOf('plain fetch, no answer', undefined, askBriefly, [
    network.hangs,
    network.refused,
    network.reset,
  ]),
];
