import type { ServerResponse } from 'node:http';
import { sendJson } from '../../local/loopback.js';
import { type Call, countTokens, requestId, type Vendor } from './vendor.js';

/** The keys that exist; any other is wrong. */
export const ACCOUNTS = { inCredit: 'sk-demo-support', outOfCredit: 'sk-demo-newsletter' };

interface Chat {
  model: string;
  messages: { role: string; content: unknown; tool_calls?: unknown[] }[];
}

interface Model {
  contextWindow: number;
  tokensPerMinute: number;
  usedThisMinute: number;
  answer(chat: Chat, response: ServerResponse): void;
}

const IDLE = { contextWindow: 128_000, tokensPerMinute: 2_000_000, usedThisMinute: 0 };

/** The models on offer and how each of them is doing. */
const MODELS: Record<string, Model> = {
  'gpt-5': { ...IDLE, answer: thinkForever },
  'gpt-4.1': { ...IDLE, answer: breakOff },
  'gpt-4.1-nano': { ...IDLE, answer: say('') },
  'gpt-4o-mini': {
    ...IDLE,
    answer: say('Sure! Here is the order: {"item": "kettle", "quantity": 2}'),
  },
  'gpt-4o': { ...IDLE, tokensPerMinute: 30_000, usedThisMinute: 29_812, answer: say('Done.') },
};

interface Refusal {
  status: number;
  error: { message: string; type: string; param: string | null; code: string | null };
  headers?: Record<string, string>;
}

/** In the order in which they are made. Forms and words: OpenAI's guide "Error codes". */
const CHECKS: ((call: Call) => Refusal | undefined)[] = [
  checkKey,
  checkCredit,
  checkModel,
  checkRoles,
  checkLength,
  checkRate,
];

export const openai: Vendor = (call, response) => {
  for (const check of CHECKS) {
    const refusal = check(call);
    if (!refusal) continue;
    const { status, error, headers } = refusal;
    return sendJson(response, status, { error }, { 'x-request-id': requestId(), ...headers });
  }
  modelOf(call)?.answer(chatOf(call), response);
};

const chatOf = (call: Call) => call.body as Chat;
const modelOf = (call: Call) => MODELS[chatOf(call).model];
const keyOf = (call: Call) => call.headers.authorization?.replace('Bearer ', '') ?? '';

function checkKey(call: Call): Refusal | undefined {
  const key = keyOf(call);
  if (Object.values(ACCOUNTS).includes(key)) return undefined;
  const masked = `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;
  return {
    status: 401,
    error: {
      message: `Incorrect API key provided: ${masked}. You can find your API key at https://platform.openai.com/account/api-keys.`,
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    },
  };
}

function checkCredit(call: Call): Refusal | undefined {
  if (keyOf(call) !== ACCOUNTS.outOfCredit) return undefined;
  return {
    status: 429,
    error: {
      message:
        'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
      type: 'insufficient_quota',
      param: null,
      code: 'insufficient_quota',
    },
  };
}

function checkModel(call: Call): Refusal | undefined {
  if (modelOf(call)) return undefined;
  return {
    status: 404,
    error: {
      message: `The model \`${chatOf(call).model}\` does not exist or you do not have access to it.`,
      type: 'invalid_request_error',
      param: null,
      code: 'model_not_found',
    },
  };
}

function checkRoles(call: Call): Refusal | undefined {
  const { messages } = chatOf(call);
  const orphan = messages.findIndex(
    ({ role }, index) => role === 'tool' && !messages[index - 1]?.tool_calls,
  );
  if (orphan < 0) return undefined;
  return {
    status: 400,
    error: {
      message:
        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
      type: 'invalid_request_error',
      param: `messages.[${orphan}].role`,
      code: null,
    },
  };
}

function checkLength(call: Call): Refusal | undefined {
  const limit = modelOf(call)?.contextWindow ?? 0;
  const tokens = countTokens(chatOf(call).messages);
  if (tokens <= limit) return undefined;
  return {
    status: 400,
    error: {
      message: `This model's maximum context length is ${limit} tokens. However, your messages resulted in ${tokens} tokens. Please reduce the length of the messages.`,
      type: 'invalid_request_error',
      param: 'messages',
      code: 'context_length_exceeded',
    },
  };
}

function checkRate(call: Call): Refusal | undefined {
  const { model, messages } = chatOf(call);
  const { tokensPerMinute: limit = 0, usedThisMinute: used = 0 } = modelOf(call) ?? {};
  const requested = countTokens(messages);
  const excess = used + requested - limit;
  if (excess <= 0) return undefined;
  const seconds = (excess / limit) * 60;
  const wait = `${seconds.toFixed(3)}s`;
  return {
    status: 429,
    error: {
      message: `Rate limit reached for ${model} in organization org-demo on tokens per min (TPM): Limit ${limit}, Used ${used}, Requested ${requested}. Please try again in ${wait}. Visit https://platform.openai.com/account/rate-limits to learn more.`,
      type: 'tokens',
      param: null,
      code: 'rate_limit_exceeded',
    },
    headers: {
      'retry-after': `${Math.ceil(seconds)}`,
      'retry-after-ms': `${Math.ceil(seconds * 1000)}`,
      'x-ratelimit-limit-tokens': `${limit}`,
      'x-ratelimit-remaining-tokens': `${limit - used}`,
      'x-ratelimit-reset-tokens': wait,
    },
  };
}

function say(content: string): Model['answer'] {
  return ({ model, messages }, response) => {
    const [prompt, completion] = [countTokens(messages), countTokens(content)];
    sendJson(response, 200, {
      id: 'chatcmpl-demo',
      object: 'chat.completion',
      created: Math.floor(Date.now() / 1000),
      model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content, refusal: null },
          logprobs: null,
          finish_reason: 'stop',
        },
      ],
      usage: {
        prompt_tokens: prompt,
        completion_tokens: completion,
        total_tokens: prompt + completion,
      },
    });
  };
}

/** The caller has to give up. */
function thinkForever(): void {}

/** Streams some words, and then the connection is reset. */
function breakOff({ model }: Chat, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const content of ['Dear ', 'customer, ', 'thank you ']) {
    const chunk = {
      id: 'chatcmpl-demo',
      object: 'chat.completion.chunk',
      created: Math.floor(Date.now() / 1000),
      model,
      choices: [{ index: 0, delta: { content }, logprobs: null, finish_reason: null }],
    };
    response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  }
  // Not before the words have gone out.
  setTimeout(() => response.socket?.resetAndDestroy(), 50);
}
