import { crc32 } from 'node:zlib';
import type { Expected, Failure } from '../cell.js';

const refusal = (
  name: string,
  status: number,
  exception: string,
  message: string,
  means: Expected,
): Failure => ({
  name,
  behaviour: {
    status,
    body: { message },
    headers: {
      'x-amzn-errortype': `${exception}:http://internal.amazon.com/coral/com.amazon.bedrock/`,
    },
  },
  means,
});

const auth: Expected = { category: 'authentication_error', retryable: false };
const rate: Expected = { category: 'rate_limit_error', retryable: true };
const quota: Expected = { category: 'quota_exceeded_error', retryable: false };
const length: Expected = { category: 'token_limit_error', retryable: false };
const context: Expected = { category: 'context_loss_error', retryable: false };
const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const down: Expected = { category: 'provider_error', retryable: true };

// User guide "Troubleshooting Amazon Bedrock API Error Codes"; API reference "Common Errors"

export const wrongKey = refusal(
  'wrong key',
  403,
  'UnrecognizedClientException',
  'The security token included in the request is invalid.',
  auth,
);
export const expiredKey = refusal(
  'key expired',
  403,
  'ExpiredTokenException',
  'The security token included in the request is expired',
  auth,
);
export const notPermitted = refusal(
  'permission refused',
  403,
  'AccessDeniedException',
  'User: arn:aws:iam::123456789012:user/app is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0 because no identity-based policy allows the bedrock:InvokeModel action',
  auth,
);
export const modelNotAllowed = refusal(
  'no access to the model',
  403,
  'AccessDeniedException',
  "You don't have access to the model with the specified model ID.",
  auth,
);
export const tooManyRequests = refusal(
  'too many requests',
  429,
  'ThrottlingException',
  'Too many requests, please wait before trying again.',
  rate,
);
export const tooManyTokens = refusal(
  'too many tokens',
  429,
  'ThrottlingException',
  'Too many tokens, please wait before trying again.',
  rate,
);
export const quotaExceeded = refusal(
  'service quota',
  400,
  'ServiceQuotaExceededException',
  'Your request exceeds the service quota for your account.',
  quota,
);
export const modelTimeout = refusal(
  '408 model timed out',
  408,
  'ModelTimeoutException',
  'Model has timed out in processing the request. Try your request again.',
  { category: 'api_connection_error', retryable: true },
);
export const modelError = refusal(
  '424 model failed',
  424,
  'ModelErrorException',
  'The system encountered an unexpected error during processing. Try your request again.',
  down,
);
export const modelNotReady = refusal(
  '429 model not ready',
  429,
  'ModelNotReadyException',
  'Model is not ready for inference. Wait and try your request again.',
  down,
);
export const internal = refusal(
  '500',
  500,
  'InternalServerException',
  'The system encountered an unexpected error during processing. Try your request again.',
  down,
);
export const unavailable = refusal(
  '503',
  503,
  'ServiceUnavailableException',
  'Bedrock is unable to process your request.',
  down,
);

// Converse and InvokeModel: what validation says

const invalid = (name: string, message: string, means: Expected) =>
  refusal(name, 400, 'ValidationException', message, means);

export const tooLong = invalid(
  'context too long',
  'Input is too long for requested model.',
  length,
);
export const unknownModel = invalid(
  'unknown model',
  'The provided model identifier is invalid.',
  wrong,
);
export const retiredModel = refusal(
  'retired model',
  404,
  'ResourceNotFoundException',
  'This model version has reached the end of its life. Please refer to the AWS documentation for more details.',
  wrong,
);
export const noOnDemand = invalid(
  'model without on-demand throughput',
  'Invocation of model ID anthropic.claude-sonnet-4-20250514-v1:0 with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
  wrong,
);
export const malformed = invalid(
  'bad parameter',
  'Malformed input request: #: required key [messages] not found, please reformat your input and try again.',
  wrong,
);
export const startsWrong = invalid(
  'roles out of order',
  'A conversation must start with a user message. Try again with a conversation that starts with a user message.',
  context,
);
export const orphanCall = invalid(
  'tool call without a result',
  'Expected toolResult blocks at messages.2.content for the following Ids: tooluse_abc',
  context,
);
export const orphanResult = invalid(
  'result without a tool call',
  'The number of toolResult blocks at messages.2.content exceeds the number of toolUse blocks of previous turn.',
  context,
);

/** A message of the event stream encoding: AWS "Event stream encoding". */
function message(headers: Record<string, string>, payload: object): Buffer {
  const head = Buffer.concat(
    Object.entries(headers).map(([name, value]) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(value.length);
      return Buffer.concat([
        Buffer.from([name.length]),
        Buffer.from(name),
        Buffer.from([7]),
        length,
        Buffer.from(value),
      ]);
    }),
  );
  const body = Buffer.from(JSON.stringify(payload));
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(head.length + body.length + 16, 0);
  prelude.writeUInt32BE(head.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([prelude, head, body])));
  return Buffer.concat([prelude, head, body, sum]);
}

export const EVENT_STREAM = 'application/vnd.amazon.eventstream';

/** The beginning of a ConverseStream answer. */
export const converseBegins = Buffer.concat([
  message(
    {
      ':message-type': 'event',
      ':event-type': 'messageStart',
      ':content-type': 'application/json',
    },
    { role: 'assistant' },
  ),
  message(
    {
      ':message-type': 'event',
      ':event-type': 'contentBlockDelta',
      ':content-type': 'application/json',
    },
    { contentBlockIndex: 0, delta: { text: 'Hel' } },
  ),
]);

const exceptionInStream = (
  name: string,
  exception: string,
  text: string,
  means: Expected,
): Failure => ({
  name,
  behaviour: {
    begins: Buffer.concat([
      converseBegins,
      message(
        {
          ':message-type': 'exception',
          ':exception-type': exception,
          ':content-type': 'application/json',
        },
        { message: text },
      ),
    ]),
    contentType: EVENT_STREAM,
    end: 'closed',
  },
  means,
});

export const throttledInStream = exceptionInStream(
  'throttled inside the stream',
  'throttlingException',
  'Too many tokens, please wait before trying again.',
  rate,
);
export const failedInStream = exceptionInStream(
  'error inside the stream',
  'modelStreamErrorException',
  'The system encountered an unexpected error during processing. Try your request again.',
  down,
);
