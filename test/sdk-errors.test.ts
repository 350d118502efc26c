import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import { describe, expect, onTestFinished, test } from 'vitest';
import { classificationOf, Sentry, startApplication } from './helpers/application.js';
import { sendJson } from './helpers/llm.js';
import { listen } from './helpers/server.js';

/** How a provider fails: an answer, or something worse. */
type Failure =
  | { status: number; body: unknown; headers?: Record<string, string> }
  | 'hangs'
  | 'resets'
  | { stream: string };

const calls = {
  openai: (baseURL: string) =>
    new OpenAI({
      apiKey: 'k',
      baseURL: `${baseURL}/v1`,
      maxRetries: 0,
      timeout: 300,
    }).chat.completions.create({
      model: 'gpt-4o',
      messages: [{ role: 'user', content: 'hi' }],
    }),
  openaiStream: async (baseURL: string) => {
    const client = new OpenAI({ apiKey: 'k', baseURL: `${baseURL}/v1`, maxRetries: 0 });
    const stream = await client.chat.completions.create({
      model: 'gpt-4o',
      messages: [{ role: 'user', content: 'hi' }],
      stream: true,
    });
    for await (const _ of stream);
  },
  anthropic: (baseURL: string) =>
    new Anthropic({ apiKey: 'k', baseURL, maxRetries: 0, timeout: 300 }).messages.create({
      model: 'claude-opus-5',
      max_tokens: 10,
      messages: [{ role: 'user', content: 'hi' }],
    }),
  google: (baseUrl: string) =>
    new GoogleGenAI({ apiKey: 'k', httpOptions: { baseUrl, timeout: 300 } }).models.generateContent(
      {
        model: 'gemini-2.5-flash',
        contents: 'hi',
      },
    ),
  fetch: async (baseURL: string) => {
    const response = await fetch(`${baseURL}/v1/chat/completions`, { method: 'POST' });
    if (!response.ok)
      throw new Error(`OpenAI API error ${response.status}: ${await response.text()}`);
  },
};

const openai = (status: number, error: object, headers?: Record<string, string>): Failure => ({
  status,
  body: { error },
  ...(headers && { headers }),
});
const anthropic = (status: number, type: string, message: string): Failure => ({
  status,
  body: { type: 'error', error: { type, message }, request_id: 'req_1' },
});
const google = (
  code: number,
  status: string,
  message: string,
  details: object[] = [],
): Failure => ({
  status: code,
  body: { error: { code, message, status, details } },
});

type Row = [call: keyof typeof calls, failure: Failure, expected: Record<string, unknown>];

// Bodies as the providers document them: OpenAI "Error codes", Anthropic "Errors", Google "Troubleshooting guide".
const rows: Row[] = [
  [
    'openai',
    openai(401, {
      message: 'Incorrect API key provided: k.',
      type: 'invalid_request_error',
      code: 'invalid_api_key',
      param: null,
    }),
    { category: 'authentication_error', status: 401, retryable: false },
  ],
  [
    'openai',
    openai(429, {
      message:
        'Rate limit reached for gpt-4o in organization org-x on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000. Please try again in 6m0.5s.',
      type: 'tokens',
      code: 'rate_limit_exceeded',
      param: null,
    }),
    {
      category: 'rate_limit_error',
      status: 429,
      retryable: true,
      retry_after_ms: 360_500,
      model: 'gpt-4o',
    },
  ],
  [
    'openai',
    openai(
      429,
      {
        message: 'Rate limit reached for requests',
        type: 'requests',
        code: 'rate_limit_exceeded',
        param: null,
      },
      { 'retry-after': '7' },
    ),
    { category: 'rate_limit_error', retry_after_ms: 7_000 },
  ],
  [
    'openai',
    openai(429, {
      message: 'You exceeded your current quota, please check your plan and billing details.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
      param: null,
    }),
    { category: 'quota_exceeded_error', status: 429, retryable: false },
  ],
  [
    'openai',
    openai(400, {
      message:
        "This model's maximum context length is 128000 tokens. However, your messages resulted in 130000 tokens.",
      type: 'invalid_request_error',
      code: 'context_length_exceeded',
      param: 'messages',
    }),
    { category: 'token_limit_error', status: 400 },
  ],
  [
    'openai',
    openai(400, {
      message: 'Your request was rejected as a result of our safety system.',
      type: 'invalid_request_error',
      code: 'content_policy_violation',
      param: null,
    }),
    { category: 'content_policy_error' },
  ],
  [
    'openai',
    openai(400, {
      message:
        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
      type: 'invalid_request_error',
      code: null,
      param: 'messages.[1].role',
    }),
    { category: 'context_loss_error' },
  ],
  [
    'openai',
    openai(404, {
      message: 'The model `gpt-9` does not exist or you do not have access to it.',
      type: 'invalid_request_error',
      code: 'model_not_found',
      param: null,
    }),
    { category: 'invalid_request_error', status: 404, model: 'gpt-9' },
  ],
  [
    'openai',
    openai(400, {
      message: "Unknown parameter: 'timeout'.",
      type: 'invalid_request_error',
      code: 'unknown_parameter',
      param: 'timeout',
    }),
    { category: 'invalid_request_error' },
  ],
  [
    'openai',
    openai(500, {
      message: 'The server had an error while processing your request.',
      type: 'server_error',
      code: null,
      param: null,
    }),
    { category: 'provider_error', status: 500, retryable: true },
  ],
  ['openai', 'hangs', { category: 'api_connection_error', retryable: true }],
  ['openai', 'resets', { category: 'api_connection_error', retryable: true }],
  [
    'openaiStream',
    {
      stream:
        'data: {"id":"1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"Hel"}}]}\n\n',
    },
    { category: 'api_connection_error' },
  ],
  [
    'anthropic',
    anthropic(401, 'authentication_error', 'invalid x-api-key'),
    { category: 'authentication_error', provider: 'anthropic' },
  ],
  [
    'anthropic',
    anthropic(529, 'overloaded_error', 'Overloaded'),
    { category: 'provider_error', provider: 'anthropic', status: 529 },
  ],
  [
    'anthropic',
    anthropic(400, 'invalid_request_error', 'prompt is too long: 210000 tokens > 200000 maximum'),
    { category: 'token_limit_error', provider: 'anthropic' },
  ],
  [
    'anthropic',
    anthropic(
      400,
      'invalid_request_error',
      'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
    ),
    { category: 'quota_exceeded_error', provider: 'anthropic' },
  ],
  [
    'anthropic',
    anthropic(
      400,
      'invalid_request_error',
      'messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01.',
    ),
    { category: 'context_loss_error' },
  ],
  [
    'anthropic',
    anthropic(
      429,
      'rate_limit_error',
      "This request would exceed your organization's rate limit of 50,000 input tokens per minute.",
    ),
    { category: 'rate_limit_error', provider: 'anthropic' },
  ],
  ['anthropic', 'hangs', { category: 'api_connection_error', provider: 'anthropic' }],
  [
    'google',
    google(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'API_KEY_INVALID',
        domain: 'googleapis.com',
      },
    ]),
    { category: 'authentication_error', provider: 'google', status: 400 },
  ],
  [
    'google',
    google(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).', [
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34s' },
    ]),
    { category: 'rate_limit_error', provider: 'google', retry_after_ms: 34_000 },
  ],
  [
    'google',
    google(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'),
    { category: 'provider_error', provider: 'google', status: 503 },
  ],
  ['google', 'resets', { category: 'api_connection_error', provider: 'google' }],
  [
    'fetch',
    openai(429, {
      message: 'Rate limit reached for gpt-4o',
      type: 'tokens',
      code: 'rate_limit_exceeded',
    }),
    { category: 'rate_limit_error', provider: 'openai', status: 429 },
  ],
];

describe('errors that real SDKs throw', () => {
  test.each(rows)('%s %j', async (call, failure, expected) => {
    const provider = await startProvider(failure);
    const { ingest } = await startApplication({ llm: false });
    await calls[call](provider.url).then(
      () => expect.fail('the call did not fail'),
      (error) => Sentry.captureException(error),
    );
    const [event] = await ingest.arrived(1);
    const classification = classificationOf(event);
    expect(classification).toMatchObject({ ...expected, source: 'rules' });
    expect(event?.tags).toMatchObject({
      ai_error_category: expected.category,
      ai_error_confidence: Number(classification?.confidence).toFixed(2),
      ai_error_source: 'rules',
      ai_error_retryable: String(classification?.retryable),
    });
    expect(classification?.suggestion).toMatch(/\w{3}/);
  });
});

async function startProvider(failure: Failure) {
  const provider = await listen((request, response) => {
    request.resume();
    if (failure === 'hangs') return;
    if (failure === 'resets') {
      response.socket?.resetAndDestroy();
    } else if ('stream' in failure) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(failure.stream, () => response.socket?.resetAndDestroy());
    } else {
      for (const [name, value] of Object.entries(failure.headers ?? {}))
        response.setHeader(name, value);
      sendJson(response, failure.status, failure.body);
    }
  });
  onTestFinished(() => provider.close());
  return provider;
}
