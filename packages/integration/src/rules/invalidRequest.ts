import type { BuiltInRule } from './rule.js';

const category = 'invalid_request_error';

/** Statuses and classes that tell no more than that the request is wrong. */
export const INVALID_REQUEST_RULES: readonly BuiltInRule[] = [
  // RFC 9110 §15.5.5 and §15.5.11: a path, a model or a file that is not there
  {
    name: 'http-404',
    category,
    confidence: 0.91,
    when: { status: [404, 410] },
    advice: 'notFound',
  },
  // RFC 9110 §15.5.14; Anthropic request_too_large
  { name: 'http-413', category, confidence: 0.92, when: { status: [413] }, advice: 'tooLarge' },
  // RFC 9110 §15.5.6, §15.5.7, §15.5.16, §15.5.21
  {
    name: 'http-422',
    category,
    confidence: 0.92,
    when: { status: [405, 406, 411, 414, 415, 422] },
  },
  // Many meanings share 400; without a telling word it is a hint only. 409, 412: gateways.
  { name: 'http-400', category, confidence: 0.8, when: { status: [400, 409, 412, 417, 421, 431] } },
  {
    // openai, @anthropic-ai/sdk: core/error.js; AWS: classes of 400, where the status did not survive
    name: 'bad-request-class',
    category,
    confidence: 0.8,
    when: {
      status: ['none'],
      type: [
        'BadRequestError',
        'ValidationException',
        'InvalidRequestError',
        'BadRequestException',
        'InvalidRequestException',
        'InvalidArgument',
      ],
    },
  },
  {
    // gRPC code 3; OpenAI, Anthropic; Dify; Qianfan
    name: 'bad-request-code',
    category,
    confidence: 0.8,
    when: {
      status: ['none'],
      code: [
        'INVALID_ARGUMENT',
        'invalid_request_error',
        'InvokeBadRequestError',
        '336001',
        '336002',
        '336003',
      ],
    },
  },
  {
    // OpenAI, Anthropic, Zhipu: the provider's verdict, whatever status a gateway of its own made of it
    name: 'bad-request-behind-5xx',
    category,
    confidence: 0.942,
    when: { status: [500, 502, 503], code: ['invalid_request_error'] },
  },
  {
    // openai, @anthropic-ai/sdk: core/error.js; LiteLLM: classes that are never about anything else
    name: 'wrong-request-class',
    category,
    confidence: 0.91,
    when: {
      status: ['none'],
      type: [
        'NotFoundError',
        'UnprocessableEntityError',
        'UnsupportedParamsError',
        // LangChain4j, openai-java, RubyLLM
        'ModelNotFoundException',
        'ModelNotFoundError',
        'UnprocessableEntityException',
        'UnsupportedFeatureException',
        'PrismRequestTooLargeException',
      ],
    },
  },
];
