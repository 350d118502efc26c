import type { BuiltInRule } from './rule.js';

const category = 'provider_error';

export const PROVIDER_RULES: readonly BuiltInRule[] = [
  {
    // RFC 9110 §15.6; 529: Anthropic "Errors"; 520, 521, 530: Cloudflare
    name: 'http-5xx',
    category,
    confidence: 0.94,
    when: { status: [500, 501, 502, 503, 507, 520, 521, 525, 526, 529, 530] },
  },
  {
    // Anthropic "Errors"; OpenAI stream errors; gRPC; Bedrock
    name: 'provider-code',
    category,
    confidence: 0.96,
    when: {
      status: ['none', 500, 502, 503, 529],
      code: [
        'overloaded_error',
        'api_error',
        'server_error',
        'internal_server_error',
        'engine_overloaded_error',
        'InternalServerException',
        'ServiceUnavailableException',
        'ModelNotReadyException',
        'ModelErrorException',
      ],
    },
  },
  {
    name: 'provider-class',
    category,
    confidence: 0.94,
    when: { type: ['InternalServerError', 'ServiceUnavailableError', 'OverloadedError'] },
  },
  {
    // OpenAI mid-stream, Anthropic in streams, Ollama and llama.cpp runners
    name: 'provider-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: [
        'the server had an error',
        'model is overloaded',
        'currently overloaded',
        'model is currently loading',
        'loading model',
        'runner process has terminated',
        'runner process no longer running',
        'cuda out of memory',
        'out of memory',
        'model failed to load',
        'service unavailable',
        'bad gateway',
        'internal server error',
      ],
    },
  },
];
