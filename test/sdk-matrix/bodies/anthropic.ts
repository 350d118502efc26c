import { type Expected, events, type Failure } from '../cell.js';

const body = (type: string, message: string) => ({
  type: 'error',
  error: { type, message },
  request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy',
});

const refusal = (
  name: string,
  status: number,
  type: string,
  message: string,
  means: Expected,
  headers?: Record<string, string>,
): Failure => ({
  name,
  behaviour: { status, body: body(type, message), ...(headers && { headers }) },
  means,
});

const invalid = 'invalid_request_error';
const auth: Expected = { category: 'authentication_error', retryable: false };
const rate: Expected = { category: 'rate_limit_error', retryable: true };
const quota: Expected = { category: 'quota_exceeded_error', retryable: false };
const length: Expected = { category: 'token_limit_error', retryable: false };
const policy: Expected = { category: 'content_policy_error', retryable: false };
const context: Expected = { category: 'context_loss_error', retryable: false };
const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const down: Expected = { category: 'provider_error', retryable: true };

// API reference "Errors" and "Rate limits"

export const wrongKey = refusal(
  'wrong key',
  401,
  'authentication_error',
  'invalid x-api-key',
  auth,
);
export const notPermitted = refusal(
  'permission refused',
  403,
  'permission_error',
  'Your API key does not have permission to use the specified resource.',
  auth,
);
export const tokensPerMinute = refusal(
  'tokens per minute',
  429,
  'rate_limit_error',
  "This request would exceed your organization's rate limit of 50,000 input tokens per minute. For details, refer to: https://docs.claude.com/en/api/rate-limits.",
  { ...rate, retry_after_ms: 12_000 },
  { 'retry-after': '12' },
);
export const acceleration = refusal(
  'usage grows too fast',
  429,
  'rate_limit_error',
  'This request would exceed your organization’s maximum usage increase rate for input tokens per minute. Please scale up your input tokens usage more gradually to stay within the acceleration limit.',
  rate,
);
export const outOfCredit = refusal(
  'credit used up',
  400,
  invalid,
  'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
  quota,
);
export const usageLimit = refusal(
  'spend limit of the workspace',
  400,
  invalid,
  'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
  quota,
);
export const unknownModel = refusal(
  'unknown model',
  404,
  'not_found_error',
  'model: claude-opus-9',
  wrong,
);
export const tooLarge = refusal(
  'request too large',
  413,
  'request_too_large',
  'Request exceeds the maximum size',
  wrong,
);
export const apiError = refusal('500', 500, 'api_error', 'Internal server error', down);
export const timeout = refusal('504', 504, 'timeout_error', 'Request timed out while processing', {
  category: 'api_connection_error',
  retryable: true,
});
export const overloaded = refusal('529 overloaded', 529, 'overloaded_error', 'Overloaded', down);

// What a request must be: Messages reference, "Context windows", "Tool use", "Extended thinking"

export const promptTooLong = refusal(
  'prompt too long',
  400,
  invalid,
  'prompt is too long: 210000 tokens > 200000 maximum',
  length,
);
export const maxTokensBeyondWindow = refusal(
  'max_tokens beyond the context window',
  400,
  invalid,
  'input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again',
  length,
);
export const maxTokensTooLarge = refusal(
  'max_tokens too large',
  400,
  invalid,
  'max_tokens: 100000 > 64000, which is the maximum allowed number of output tokens for claude-opus-4-1',
  length,
);
export const unknownParameter = refusal(
  'unknown parameter',
  400,
  invalid,
  'timeout: Extra inputs are not permitted',
  wrong,
);
export const badTemperature = refusal(
  'bad parameter',
  400,
  invalid,
  'temperature: Input should be less than or equal to 1',
  wrong,
);
export const filtered = refusal(
  'output filtered',
  400,
  invalid,
  'Output blocked by content filtering policy',
  policy,
);
export const toolUseAlone = refusal(
  'tool call without a result',
  400,
  invalid,
  'messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01A. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
  context,
);
export const toolResultAlone = refusal(
  'result without a tool call',
  400,
  invalid,
  'messages.0.content.0: unexpected `tool_use_id` found in `tool_result` blocks: toolu_01A. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.',
  context,
);
export const roleOrder = refusal(
  'roles out of order',
  400,
  invalid,
  'messages: roles must alternate between "user" and "assistant", but found multiple "user" roles in a row',
  context,
);
export const noMessages = refusal(
  'no messages',
  400,
  invalid,
  'messages: at least one message is required',
  context,
);

const message = (text: string, stop_reason: string) => ({
  status: 200,
  body: {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-opus-5',
    content: [{ type: 'text', text }],
    stop_reason,
    stop_sequence: null,
    usage: { input_tokens: 9, output_tokens: 4 },
  },
});

export const proseForJson: Failure = {
  name: 'prose instead of JSON',
  behaviour: message('Sure! Here is the order.', 'end_turn'),
  means: { category: 'response_quality_error', retryable: true },
};

/** The beginning of a message's stream. */
export const messageBegins = events(
  'event: message_start',
  {
    type: 'message_start',
    message: { ...message('', '').body, content: [], stop_reason: null },
  },
  'event: content_block_start',
  { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
  'event: content_block_delta',
  { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
);

/** "Streaming Messages": errors after a status of 200. */
export const overloadedInStream: Failure = {
  name: 'error inside the stream',
  behaviour: {
    begins: messageBegins + events('event: error', body('overloaded_error', 'Overloaded')),
    contentType: 'text/event-stream',
    end: 'closed',
  },
  means: down,
};
export const endsEarly: Failure = {
  name: 'stream ends early',
  behaviour: { begins: messageBegins, contentType: 'text/event-stream', end: 'closed' },
  means: { category: 'api_connection_error', retryable: true },
};
