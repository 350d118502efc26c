import type { Expected, Failure } from '../cell.js';

const refusal = (
  name: string,
  status: number,
  type: string,
  code: string | null,
  message: string,
  means: Expected,
  headers?: Record<string, string>,
): Failure => ({
  name,
  behaviour: {
    status,
    body: { object: 'error', message, type, param: null, code },
    ...(headers && { headers }),
  },
  means,
});

const context: Expected = { category: 'context_loss_error', retryable: false };
const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const down: Expected = { category: 'provider_error', retryable: true };

// La Plateforme: "API errors" and "Rate limits"; mistral-common's validation of conversations

export const wrongKey: Failure = {
  name: 'wrong key',
  behaviour: { status: 401, body: { detail: 'Unauthorized' } },
  means: { category: 'authentication_error', retryable: false },
};
export const rateLimited = refusal(
  'rate limit',
  429,
  'rate_limited',
  '1300',
  'Rate limit exceeded',
  { category: 'rate_limit_error', retryable: true, retry_after_ms: 3_000 },
  { 'retry-after': '3' },
);
export const capacity = refusal(
  'capacity of the tier',
  429,
  'service_tier_capacity_exceeded',
  '3505',
  'Service tier capacity exceeded for this model.',
  { category: 'rate_limit_error', retryable: true },
);
export const tooLong = refusal(
  'context too long',
  400,
  'invalid_request_prompt',
  '3051',
  'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length',
  { category: 'token_limit_error', retryable: false },
);
export const unknownModel = refusal(
  'unknown model',
  400,
  'invalid_model',
  '1500',
  'Invalid model: mistral-huge',
  wrong,
);
export const roleOrder = refusal(
  'roles out of order',
  400,
  'invalid_request_message_order',
  '3230',
  'Expected last role User or Tool (or Assistant with prefix True) for serving but got assistant',
  context,
);
export const orphanCall = refusal(
  'tool call without a result',
  400,
  'invalid_request_message_order',
  '3230',
  'Not the same number of function calls and responses',
  context,
);
export const badParameter: Failure = {
  name: 'bad parameter',
  behaviour: {
    status: 422,
    body: {
      object: 'error',
      message: {
        detail: [
          {
            type: 'less_than_equal',
            loc: ['body', 'temperature'],
            msg: 'Input should be less than or equal to 1.5',
            input: 3,
            ctx: { le: 1.5 },
          },
        ],
      },
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
  },
  means: wrong,
};
export const internal = refusal(
  '500',
  500,
  'internal_server_error',
  '1000',
  'Internal server error',
  down,
);
export const unavailable = refusal(
  '503',
  503,
  'internal_server_error',
  '1000',
  'Service unavailable.',
  down,
);
