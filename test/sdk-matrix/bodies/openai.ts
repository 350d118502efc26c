import type { Expected, Failure } from '../cell.js';

interface OpenAiError {
  message: string;
  type: string;
  code?: string | null;
  param?: string | null;
}

const refusal = (
  name: string,
  status: number,
  error: OpenAiError,
  means: Expected,
  headers?: Record<string, string>,
): Failure => ({
  name,
  behaviour: {
    status,
    body: { error: { param: null, code: null, ...error } },
    ...(headers && { headers }),
  },
  means,
});

const type = 'invalid_request_error';
const auth: Expected = { category: 'authentication_error', retryable: false };
const rate: Expected = { category: 'rate_limit_error', retryable: true };
const quota: Expected = { category: 'quota_exceeded_error', retryable: false };
const length: Expected = { category: 'token_limit_error', retryable: false };
const policy: Expected = { category: 'content_policy_error', retryable: false };
const context: Expected = { category: 'context_loss_error', retryable: false };
const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const down: Expected = { category: 'provider_error', retryable: true };

// Guide "Error codes"

export const wrongKey = refusal(
  'wrong key',
  401,
  {
    message:
      'Incorrect API key provided: sk-abcde****wxyz. You can find your API key at https://platform.openai.com/account/api-keys.',
    type,
    code: 'invalid_api_key',
  },
  auth,
);
export const noOrganisation = refusal(
  'no member of an organisation',
  401,
  {
    message:
      'You must be a member of an organization to use the API. Please contact us for help joining or creating an organization.',
    type,
  },
  auth,
);
export const regionRefused = refusal(
  'region refused',
  403,
  {
    message: 'Country, region, or territory not supported',
    type: 'request_forbidden',
    code: 'unsupported_country_region_territory',
  },
  auth,
);
export const modelNotAllowed = refusal(
  'project without access to the model',
  403,
  {
    message: 'Project `proj_abc` does not have access to model `gpt-5`',
    type,
    code: 'model_not_found',
  },
  auth,
);
export const missingScope = refusal(
  'key without permission',
  403,
  {
    message:
      'You have insufficient permissions for this operation. Missing scopes: model.request. Check that you have the correct role in your organization and project.',
    type,
    code: 'missing_scope',
  },
  auth,
);
export const tokensPerMinute = refusal(
  'tokens per minute, wait in words',
  429,
  {
    message:
      'Rate limit reached for gpt-4o in organization org-abc on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000. Please try again in 6m0.5s. Visit https://platform.openai.com/account/rate-limits to learn more.',
    type: 'tokens',
    code: 'rate_limit_exceeded',
  },
  { ...rate, retry_after_ms: 360_500 },
);
export const requestsPerMinute = refusal(
  'requests per minute, retry-after',
  429,
  {
    message: 'Rate limit reached for requests',
    type: 'requests',
    code: 'rate_limit_exceeded',
  },
  { ...rate, retry_after_ms: 7_000 },
  { 'retry-after': '7' },
);
export const requestsPerMinuteMs = refusal(
  'requests per minute, retry-after-ms',
  429,
  {
    message: 'Rate limit reached for requests',
    type: 'requests',
    code: 'rate_limit_exceeded',
  },
  { ...rate, retry_after_ms: 1_250 },
  { 'retry-after-ms': '1250', 'retry-after': '2' },
);
export const requestsPerMinuteBriefly = refusal(
  'requests per minute, twice',
  429,
  {
    message: 'Rate limit reached for requests',
    type: 'requests',
    code: 'rate_limit_exceeded',
  },
  { ...rate, retry_after_ms: 1 },
  { 'retry-after-ms': '1' },
);
export const outOfQuota = refusal(
  'quota used up',
  429,
  {
    message:
      'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
    type: 'insufficient_quota',
    code: 'insufficient_quota',
  },
  quota,
);
export const billingLimit = refusal(
  'billing limit',
  400,
  {
    message: 'Billing hard limit has been reached',
    type,
    code: 'billing_hard_limit_reached',
  },
  quota,
);
export const serverError = refusal(
  '500',
  500,
  {
    message:
      'The server had an error while processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if the error persists.',
    type: 'server_error',
  },
  down,
);
export const overloaded = refusal(
  '503 overloaded',
  503,
  {
    message: 'The engine is currently overloaded, please try again later',
    type: 'server_error',
  },
  down,
);
export const overloadedBriefly = refusal(
  '503, twice',
  503,
  { message: 'Slow down', type: 'server_error' },
  { ...down, retry_after_ms: 1 },
  { 'retry-after-ms': '1' },
);

// What the parameters of a request must be: API reference

export const contextTooLong = refusal(
  'context too long',
  400,
  {
    message:
      "This model's maximum context length is 128000 tokens. However, your messages resulted in 130000 tokens. Please reduce the length of the messages.",
    type,
    code: 'context_length_exceeded',
    param: 'messages',
  },
  length,
);
export const inputTooLong = refusal(
  'input too long',
  400,
  {
    message:
      'Your input exceeds the context window of this model. Please adjust your input and try again.',
    type,
    code: 'context_length_exceeded',
    param: 'input',
  },
  length,
);
export const embeddingTooLong = refusal(
  'input too long',
  400,
  {
    message:
      "This model's maximum context length is 8192 tokens, however you requested 9000 tokens (9000 in your prompt; 0 for the completion). Please reduce your prompt; or completion length.",
    type,
  },
  length,
);
export const maxTokensTooLarge = refusal(
  'max_tokens too large',
  400,
  {
    message:
      'max_tokens is too large: 100000. This model supports at most 16384 completion tokens, whereas you provided 100000.',
    type,
    code: 'invalid_value',
    param: 'max_tokens',
  },
  length,
);
export const unsupportedMaxTokens = refusal(
  'max_tokens not supported',
  400,
  {
    message:
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    type,
    code: 'unsupported_parameter',
    param: 'max_tokens',
  },
  wrong,
);
export const unknownParameter = refusal(
  'unknown parameter',
  400,
  { message: "Unknown parameter: 'timeout'.", type, code: 'unknown_parameter', param: 'timeout' },
  wrong,
);
export const badSchema = refusal(
  'bad schema',
  400,
  {
    message:
      "Invalid schema for response_format 'order': In context=(), 'additionalProperties' is required to be supplied and to be false.",
    type,
    param: 'response_format',
  },
  wrong,
);
export const stringTooLong = refusal(
  'string too long',
  400,
  {
    message:
      "Invalid 'tools[0].function.description': string too long. Expected a string with maximum length 1024, but got a string with length 2048 instead.",
    type,
    code: 'string_above_max_length',
    param: 'tools[0].function.description',
  },
  wrong,
);
export const unknownModel = refusal(
  'unknown model',
  404,
  {
    message: 'The model `gpt-9` does not exist or you do not have access to it.',
    type,
    code: 'model_not_found',
  },
  wrong,
);
export const retiredModel = refusal(
  'retired model',
  404,
  {
    message:
      'The model `text-davinci-003` has been deprecated, learn more here: https://platform.openai.com/docs/deprecations',
    type,
    code: 'model_not_found',
  },
  wrong,
);
export const safetySystem = refusal(
  'rejected by the safety system',
  400,
  {
    message: 'Your request was rejected as a result of our safety system.',
    type,
    code: 'content_policy_violation',
  },
  policy,
);
export const flaggedPrompt = refusal(
  'prompt flagged',
  400,
  {
    message:
      'Invalid prompt: your prompt was flagged as potentially violating our usage policy. Please try again with a different prompt.',
    type,
    code: 'invalid_prompt',
  },
  policy,
);

// Conversations: guides "Function calling", "Conversation state", "Reasoning", Assistants reference

export const orphanToolCall = refusal(
  'tool call without a result',
  400,
  {
    message:
      "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: call_abc",
    type,
    param: 'messages.[3].role',
  },
  context,
);
export const orphanToolMessage = refusal(
  'result without a tool call',
  400,
  {
    message:
      "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
    type,
    param: 'messages.[1].role',
  },
  context,
);
export const orphanOutput = refusal(
  'function output without a call',
  400,
  {
    message: 'No tool call found for function call output with call_id call_abc.',
    type,
    param: 'input',
  },
  context,
);
export const previousResponseGone = refusal(
  'previous response gone',
  400,
  {
    message: "Previous response with id 'resp_abc' not found.",
    type,
    code: 'previous_response_not_found',
    param: 'previous_response_id',
  },
  context,
);
export const reasoningAlone = refusal(
  'reasoning item alone',
  400,
  {
    message: "Item 'rs_abc' of type 'reasoning' was provided without its required following item.",
    type,
    param: 'input',
  },
  context,
);
export const threadGone = refusal(
  'thread gone',
  404,
  { message: "No thread found with id 'thread_abc'.", type },
  context,
);
export const activeRun = refusal(
  'run still active',
  400,
  { message: 'Thread thread_abc already has an active run run_abc.', type },
  context,
);
export const unknownFile = refusal(
  'unknown file',
  404,
  { message: 'No such File object: file-abc', type, param: 'id' },
  wrong,
);
export const unsupportedFile = refusal(
  'file of a wrong kind',
  400,
  {
    message: 'Invalid file format. Only Jsonl is supported for fine-tune and batch.',
    type,
  },
  wrong,
);
