import type { Expected, Failure } from '../cell.js';

const refusal = (name: string, status: number, message: string, means: Expected): Failure => ({
  name,
  behaviour: { status, body: { message } },
  means,
});

const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const down: Expected = { category: 'provider_error', retryable: true };

// "Errors (status codes and description)" and "Different Types of API Keys and Rate Limits"

export const wrongKey = refusal('wrong key', 401, 'invalid api token', {
  category: 'authentication_error',
  retryable: false,
});
export const trialPerMinute = refusal(
  'rate limit of the trial key',
  429,
  "You are using a Trial key, which is limited to 10 API calls / minute. You can continue to use the Trial key for free or upgrade to a Production key with higher rate limits at 'https://dashboard.cohere.com/api-keys'.",
  { category: 'rate_limit_error', retryable: true },
);
export const trialPerMonth = refusal(
  'monthly calls of the trial key',
  429,
  "You are using a Trial key, which is limited to 1000 API calls / month. You can continue to use the Trial key for free or upgrade to a Production key with higher rate limits at 'https://dashboard.cohere.com/api-keys'.",
  { category: 'quota_exceeded_error', retryable: false },
);
export const billing = refusal(
  'spending limit',
  402,
  'Please add or update your payment method at https://dashboard.cohere.com/billing?tab=payment to continue',
  { category: 'quota_exceeded_error', retryable: false },
);
export const tooLong = refusal(
  'context too long',
  400,
  'too many tokens: total number of tokens in the prompt cannot exceed 4081 - received 5000. Try using a shorter prompt, or enabling prompt truncating. See https://docs.cohere.com/reference/generate for more details.',
  { category: 'token_limit_error', retryable: false },
);
export const unknownModel = refusal(
  'unknown model',
  404,
  "model 'command-z' not found, make sure the correct model ID was used and that you have access to the model.",
  wrong,
);
export const badParameter = refusal(
  'bad parameter',
  400,
  'invalid request: temperature must be between 0 and 1.0 inclusive.',
  wrong,
);
export const unprocessable = refusal(
  '422',
  422,
  'invalid request: message must be at least 1 token long or tool results must be specified.',
  wrong,
);
export const internal = refusal(
  '500',
  500,
  'internal server error, this has been reported to our developers',
  down,
);
export const unavailable = refusal('503', 503, 'service is temporarily unavailable', down);
