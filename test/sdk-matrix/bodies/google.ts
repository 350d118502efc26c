import { type Expected, events, type Failure } from '../cell.js';

const detail = (type: string, fields: object) => ({
  '@type': `type.googleapis.com/google.rpc.${type}`,
  ...fields,
});
const quotaOf = (quotaId: string) =>
  detail('QuotaFailure', {
    violations: [
      {
        quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
        quotaId,
        quotaDimensions: { location: 'global', model: 'gemini-2.5-flash' },
        quotaValue: '10',
      },
    ],
  });
const retryIn = (retryDelay: string) => detail('RetryInfo', { retryDelay });

const refusal = (
  name: string,
  code: number,
  status: string,
  message: string,
  means: Expected,
  details: object[] = [],
): Failure => ({
  name,
  behaviour: { status: code, body: { error: { code, message, status, details } } },
  means,
});

const auth: Expected = { category: 'authentication_error', retryable: false };
const rate: Expected = { category: 'rate_limit_error', retryable: true };
const quota: Expected = { category: 'quota_exceeded_error', retryable: false };
const length: Expected = { category: 'token_limit_error', retryable: false };
const context: Expected = { category: 'context_loss_error', retryable: false };
const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const down: Expected = { category: 'provider_error', retryable: true };
const lost: Expected = { category: 'api_connection_error', retryable: true };

// Gemini API "Troubleshooting guide" and "Rate limits"; google.rpc error_details.proto

export const wrongKey = refusal(
  'wrong key',
  400,
  'INVALID_ARGUMENT',
  'API key not valid. Please pass a valid API key.',
  auth,
  [detail('ErrorInfo', { reason: 'API_KEY_INVALID', domain: 'googleapis.com' })],
);
export const noKey = refusal(
  'no key',
  403,
  'PERMISSION_DENIED',
  "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  auth,
);
export const apiDisabled = refusal(
  'API not enabled',
  403,
  'PERMISSION_DENIED',
  'Generative Language API has not been used in project 123456789 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/generativelanguage.googleapis.com/overview?project=123456789 then retry.',
  auth,
  [detail('ErrorInfo', { reason: 'SERVICE_DISABLED', domain: 'googleapis.com' })],
);
export const regionRefused = refusal(
  'region refused',
  400,
  'FAILED_PRECONDITION',
  'User location is not supported for the API use.',
  auth,
);
export const requestsPerMinute = refusal(
  'requests per minute, RetryInfo',
  429,
  'RESOURCE_EXHAUSTED',
  'You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.\n* Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: 10, model: gemini-2.5-flash\nPlease retry in 34.074824224s.',
  { ...rate, retry_after_ms: 34_000 },
  [quotaOf('GenerateRequestsPerMinutePerProjectPerModel-FreeTier'), retryIn('34s')],
);
export const requestsPerDay = refusal(
  'requests per day',
  429,
  'RESOURCE_EXHAUSTED',
  'You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.',
  { ...quota, retry_after_ms: 40_000 },
  [quotaOf('GenerateRequestsPerDayPerProjectPerModel-FreeTier'), retryIn('40s')],
);
export const resourceExhausted = refusal(
  'resource exhausted',
  429,
  'RESOURCE_EXHAUSTED',
  'Resource has been exhausted (e.g. check quota).',
  rate,
);
export const tooLong = refusal(
  'context too long',
  400,
  'INVALID_ARGUMENT',
  'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
  length,
);
export const unknownModel = refusal(
  'unknown model',
  404,
  'NOT_FOUND',
  'models/gemini-9 is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.',
  wrong,
);
export const unknownParameter = refusal(
  'unknown parameter',
  400,
  'INVALID_ARGUMENT',
  'Invalid JSON payload received. Unknown name "timeout" at \'generation_config\': Cannot find field.',
  wrong,
  [
    detail('BadRequest', {
      fieldViolations: [{ field: 'generation_config', description: 'Unknown name "timeout"' }],
    }),
  ],
);
export const badTemperature = refusal(
  'bad parameter',
  400,
  'INVALID_ARGUMENT',
  'Unable to submit request because it has a temperature value of 3 but the supported range is from 0 (inclusive) to 2.0001 (exclusive). Update the value and try again.',
  wrong,
);
export const internal = refusal(
  '500',
  500,
  'INTERNAL',
  'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
  down,
);
export const overloaded = refusal(
  '503 overloaded',
  503,
  'UNAVAILABLE',
  'The model is overloaded. Please try again later.',
  down,
);
export const deadline = refusal(
  '504',
  504,
  'DEADLINE_EXCEEDED',
  'Deadline expired before operation could complete.',
  lost,
);

// "Function calling", "Thought signatures", GenerateContentRequest

export const callOutOfTurn = refusal(
  'roles out of order',
  400,
  'INVALID_ARGUMENT',
  'Please ensure that function call turn comes immediately after a user turn or after a function response turn.',
  context,
);
export const orphanCall = refusal(
  'tool call without a result',
  400,
  'INVALID_ARGUMENT',
  'Please ensure that the number of function response parts is equal to the number of function call parts of the function call turn.',
  context,
);
export const noSignature = refusal(
  'thought signature lost',
  400,
  'INVALID_ARGUMENT',
  'Function call is missing a thought_signature in functionCall parts. This is required for tools to work correctly, and missing thought_signature may lead to degraded model performance.',
  context,
);
export const noContents = refusal(
  'no messages',
  400,
  'INVALID_ARGUMENT',
  '* GenerateContentRequest.contents: contents is not specified\n',
  context,
);

const piece = { candidates: [{ content: { role: 'model', parts: [{ text: 'Hel' }] }, index: 0 }] };

/** The beginning of a stream. */
export const contentBegins = events(piece);

export const overloadedInStream: Failure = {
  name: 'error inside the stream',
  behaviour: {
    begins: `${JSON.stringify({
      error: {
        code: 503,
        message: 'The model is overloaded. Please try again later.',
        status: 'UNAVAILABLE',
      },
    })}\n\n`,
    contentType: 'text/event-stream',
    end: 'closed',
  },
  means: { ...down, status: 503 },
};
export const jsonCut: Failure = {
  name: 'stream ends early',
  behaviour: {
    begins: `${contentBegins}data: {"candidates": [{"content": {"par`,
    contentType: 'text/event-stream',
    end: 'closed',
  },
  means: lost,
};
