import type { Expected, Failure } from '../cell.js';

const refusal = (
  name: string,
  status: number,
  error: { message: string; type: string; code?: string; failed_generation?: string },
  means: Expected,
  headers?: Record<string, string>,
): Failure => ({
  name,
  behaviour: { status, body: { error }, ...(headers && { headers }) },
  means,
});

const type = 'invalid_request_error';
const auth: Expected = { category: 'authentication_error', retryable: false };
const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const unusable: Expected = { category: 'response_quality_error', retryable: true };
const down: Expected = { category: 'provider_error', retryable: true };

// "API Error Codes and Responses", "Rate Limits", "Structured Outputs", "Tool Use", "Model Deprecations"

export const wrongKey = refusal(
  'wrong key',
  401,
  { message: 'Invalid API Key', type, code: 'invalid_api_key' },
  auth,
);
export const tokensPerMinute = refusal(
  'tokens per minute',
  429,
  {
    message:
      'Rate limit reached for model `llama-3.3-70b-versatile` in organization `org_abc` service tier `on_demand` on tokens per minute (TPM): Limit 12000, Used 11000, Requested 2000. Please try again in 4.5s. Need more tokens? Upgrade to Dev Tier today at https://console.groq.com/settings/billing',
    type: 'tokens',
    code: 'rate_limit_exceeded',
  },
  { category: 'rate_limit_error', retryable: true, retry_after_ms: 5_000 },
  { 'retry-after': '5' },
);
export const tooLong = refusal(
  'context too long',
  400,
  {
    message: 'Please reduce the length of the messages or completion.',
    type,
    code: 'context_length_exceeded',
  },
  { category: 'token_limit_error', retryable: false },
);
export const maxTokensTooLarge = refusal(
  'max_tokens too large',
  400,
  {
    message:
      '`max_tokens` must be less than or equal to `8192`, the maximum value for `max_tokens` is less than the `context_window` for this model',
    type,
  },
  { category: 'token_limit_error', retryable: false },
);
export const unknownModel = refusal(
  'unknown model',
  404,
  {
    message: 'The model `llama-9` does not exist or you do not have access to it.',
    type,
    code: 'model_not_found',
  },
  wrong,
);
export const retiredModel = refusal(
  'retired model',
  400,
  {
    message:
      'The model `mixtral-8x7b-32768` has been decommissioned and is no longer supported. Please refer to https://console.groq.com/docs/deprecations for a recommendation on which model to use instead.',
    type,
    code: 'model_decommissioned',
  },
  wrong,
);
export const badParameter = refusal(
  'bad parameter',
  400,
  { message: "property 'timeout' is unsupported", type },
  wrong,
);
export const toolUseFailed = refusal(
  'tool call that failed',
  400,
  {
    message:
      "Failed to call a function. Please adjust your prompt. See 'failed_generation' for more details.",
    type,
    code: 'tool_use_failed',
    failed_generation: '<function=order>{"item": }',
  },
  unusable,
);
export const jsonFailed = refusal(
  'JSON that failed',
  400,
  {
    message:
      "Failed to generate JSON. Please adjust your prompt. See 'failed_generation' for more details.",
    type,
    code: 'json_validate_failed',
    failed_generation: '{"item": ',
  },
  unusable,
);
export const flexFull = refusal(
  '498 flex tier full',
  498,
  {
    message: 'Flex tier capacity exceeded. Please try again later.',
    type: 'capacity_exceeded',
    code: 'capacity_exceeded',
  },
  down,
);
export const internal = refusal(
  '500',
  500,
  { message: 'Internal Server Error', type: 'internal_server_error' },
  down,
);
export const unavailable = refusal(
  '503',
  503,
  { message: 'Service Unavailable', type: 'internal_server_error' },
  down,
);
