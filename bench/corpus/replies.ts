/** What providers document that they answer. `openai` stands for everybody who is compatible with it. */
export interface Reply {
  sdk: 'openai' | 'anthropic' | 'google';
  status: number;
  body: unknown;
  label: string;
  alt?: string[];
}

const openai = (
  status: number,
  label: string,
  message: string,
  code: string | null = null,
  type = 'invalid_request_error',
): Reply => ({
  sdk: 'openai',
  status,
  label,
  body: { error: { message, type, param: null, code } },
});

const anthropic = (status: number, label: string, type: string, message: string): Reply => ({
  sdk: 'anthropic',
  status,
  label,
  body: { type: 'error', error: { type, message } },
});

const google = (status: number, label: string, reason: string, message: string): Reply => ({
  sdk: 'google',
  status,
  label,
  body: { error: { code: status, message, status: reason } },
});

const auth = 'authentication_error';
const content = 'content_policy_error';
const conversation = 'context_loss_error';
const invalid = 'invalid_request_error';
const provider = 'provider_error';
const quota = 'quota_exceeded_error';
const rate = 'rate_limit_error';
const tokens = 'token_limit_error';

export const REPLIES: readonly Reply[] = [
  openai(401, auth, 'Incorrect API key provided: sk-nobody.', 'invalid_api_key'),
  openai(401, auth, 'You must be a member of an organization to use the API.'),
  openai(401, auth, 'Your authentication token has expired.', 'token_expired'),
  openai(
    403,
    auth,
    'Country, region, or territory not supported',
    'unsupported_country_region_territory',
    'request_forbidden',
  ),
  openai(403, auth, 'Project `proj_7` does not have access to model `gpt-4.1`', 'model_not_found'),
  openai(
    429,
    rate,
    'Rate limit reached for gpt-4.1 on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s.',
    'rate_limit_exceeded',
    'requests',
  ),
  openai(
    429,
    rate,
    'Rate limit reached for gpt-4.1 on tokens per min (TPM): Limit 30000, Used 29000, Requested 4000.',
    'rate_limit_exceeded',
    'tokens',
  ),
  openai(429, rate, 'Too many requests, slow down', null, 'rate_limit_error'),
  openai(
    429,
    quota,
    'You exceeded your current quota, please check your plan and billing details.',
    'insufficient_quota',
    'insufficient_quota',
  ),
  openai(429, quota, 'Billing hard limit has been reached', 'billing_hard_limit_reached'),
  openai(402, quota, 'Insufficient Balance', 'invalid_request_error', 'unknown_error'),
  openai(402, quota, 'This request requires more credits, or fewer max_tokens.', null),
  openai(
    400,
    tokens,
    "This model's maximum context length is 8192 tokens. However, your messages resulted in 9124 tokens.",
    'context_length_exceeded',
  ),
  openai(
    400,
    tokens,
    "'max_tokens' or 'max_completion_tokens' is too large: 99999. This model supports at most 16384 completion tokens.",
  ),
  openai(400, tokens, 'Input length 140000 exceeds the maximum context window of 131072 tokens'),
  openai(
    400,
    content,
    'Your request was rejected as a result of our safety system.',
    'content_policy_violation',
    'image_generation_user_error',
  ),
  openai(
    400,
    content,
    "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
    'content_filter',
  ),
  openai(
    400,
    conversation,
    "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'.",
  ),
  openai(
    400,
    conversation,
    "messages with role 'tool' must be a response to a preceeding message with 'tool_calls'.",
  ),
  openai(
    400,
    conversation,
    "Previous response with id 'resp_42' not found.",
    'previous_response_not_found',
  ),
  openai(404, conversation, "No thread found with id 'thread_42'."),
  openai(404, invalid, 'The model `gpt-9` does not exist', 'model_not_found'),
  openai(404, invalid, 'The model `text-davinci-003` has been deprecated', 'model_not_found'),
  openai(
    400,
    invalid,
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    'unsupported_parameter',
  ),
  openai(
    400,
    invalid,
    "Unsupported value: 'temperature' does not support 0.2 with this model.",
    'unsupported_value',
  ),
  openai(400, invalid, 'Unrecognized request argument supplied: timeout'),
  openai(
    400,
    invalid,
    "Invalid 'messages[0].content': string too long.",
    'string_above_max_length',
  ),
  openai(
    400,
    invalid,
    "Invalid schema for response_format 'order': schema must have a 'type' key.",
    'invalid_json_schema',
  ),
  openai(400, invalid, "Missing required parameter: 'messages'.", 'missing_required_parameter'),
  openai(
    500,
    provider,
    'The server had an error while processing your request. Sorry about that!',
    null,
    'server_error',
  ),
  openai(
    503,
    provider,
    'The engine is currently overloaded, please try again later',
    null,
    'server_error',
  ),
  openai(502, provider, 'Bad gateway', null, 'server_error'),
  openai(500, provider, 'CUDA out of memory. Tried to allocate 2.00 GiB', null, 'internal_error'),
  openai(503, provider, 'Loading model', null, 'unavailable_error'),
  openai(
    400,
    'response_quality_error',
    "Failed to call a function. Please adjust your prompt. See 'failed_generation' for more details.",
    'tool_use_failed',
  ),
  openai(
    400,
    'response_quality_error',
    'Failed to generate JSON. Please adjust your prompt.',
    'json_validate_failed',
  ),

  anthropic(401, auth, 'authentication_error', 'invalid x-api-key'),
  anthropic(
    403,
    auth,
    'permission_error',
    'Your API key does not have permission to use the specified resource.',
  ),
  anthropic(
    429,
    rate,
    'rate_limit_error',
    'Number of request tokens has exceeded your per-minute rate limit',
  ),
  anthropic(
    429,
    rate,
    'rate_limit_error',
    'Number of concurrent connections has exceeded your rate limit.',
  ),
  anthropic(
    400,
    quota,
    'invalid_request_error',
    'Your credit balance is too low to access the Anthropic API.',
  ),
  anthropic(402, quota, 'billing_error', 'There is an issue with your billing.'),
  anthropic(
    400,
    tokens,
    'invalid_request_error',
    'prompt is too long: 210000 tokens > 200000 maximum',
  ),
  anthropic(
    400,
    tokens,
    'invalid_request_error',
    'max_tokens: 100000 > 8192, which is the maximum allowed number of output tokens for this model',
  ),
  anthropic(400, content, 'invalid_request_error', 'Output blocked by content filtering policy'),
  anthropic(
    400,
    conversation,
    'invalid_request_error',
    'messages.2: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_1.',
  ),
  anthropic(
    400,
    conversation,
    'invalid_request_error',
    'messages: roles must alternate between "user" and "assistant"',
  ),
  anthropic(404, invalid, 'not_found_error', 'model: claude-nine'),
  anthropic(400, invalid, 'invalid_request_error', 'temperature: range: 0..1'),
  anthropic(
    400,
    invalid,
    'invalid_request_error',
    'messages.0.content.0.image.source.base64: invalid base64 data',
  ),
  anthropic(413, invalid, 'request_too_large', 'Request exceeds the maximum size'),
  anthropic(500, provider, 'api_error', 'Internal server error'),
  anthropic(529, provider, 'overloaded_error', 'Overloaded'),

  google(400, auth, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.'),
  google(403, auth, 'PERMISSION_DENIED', "Your API key doesn't have the required permissions."),
  google(400, auth, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'),
  google(429, rate, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'),
  google(
    400,
    tokens,
    'INVALID_ARGUMENT',
    'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
  ),
  google(
    404,
    invalid,
    'NOT_FOUND',
    'models/gemini-9 is not found for API version v1beta, or is not supported for generateContent.',
  ),
  google(
    400,
    invalid,
    'INVALID_ARGUMENT',
    'Invalid JSON payload received. Unknown name "tempature": Cannot find field.',
  ),
  google(
    400,
    conversation,
    'INVALID_ARGUMENT',
    'Please ensure that function call turn comes immediately after a user turn or after a function response turn.',
  ),
  google(
    500,
    provider,
    'INTERNAL',
    'An internal error has occurred. Please retry or report in the troubleshooting guide.',
  ),
  google(503, provider, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'),
  google(
    504,
    'api_connection_error',
    'DEADLINE_EXCEEDED',
    'Deadline expired before operation could complete.',
  ),
];
