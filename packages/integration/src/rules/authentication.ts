import type { BuiltInRule } from './rule.js';

const category = 'authentication_error';

export const AUTHENTICATION_RULES: readonly BuiltInRule[] = [
  { name: 'http-401', category, confidence: 0.96, when: { status: [401] } },
  { name: 'http-403', category, confidence: 0.91, when: { status: [403] } },
  {
    // OpenAI "Error codes"; Google ErrorInfo reasons; AWS common errors; gRPC codes
    name: 'authentication-code',
    category,
    confidence: 0.97,
    when: {
      code: [
        'invalid_api_key',
        'API_KEY_INVALID',
        'authentication_error',
        'permission_error',
        'unsupported_country_region_territory',
        'missing_scope',
        'ip_not_authorized',
        'UNAUTHENTICATED',
        'AccessDeniedException',
        'UnrecognizedClientException',
        'ExpiredTokenException',
        'InvalidSignatureException',
        'MODEL_AUTHENTICATION',
      ],
    },
  },
  {
    name: 'authentication-class',
    category,
    confidence: 0.97,
    when: {
      type: [
        'AuthenticationError',
        'UnauthorizedError',
        'AI_LoadAPIKeyError',
        'CredentialsProviderError',
      ],
    },
  },
  {
    // Google and xAI answer 400; SDKs throw without a status before any request is made
    name: 'api-key-words',
    category,
    confidence: 0.97,
    when: {
      says: [
        'incorrect api key',
        'invalid api key',
        'api key not valid',
        'api key is invalid',
        'api key expired',
        'api key … is missing',
        'api key is required',
        'missing api key',
        'no api key',
        'invalid x api key',
        'missing credentials',
        'apikey function',
        'from apikey function',
        'expected apikey function argument',
        'could not resolve authentication method',
        'could not load … credentials',
        'authentication is not set up',
        'api key environment variable is missing',
        'api_key environment variable',
        'invalid api_key',
        '未提供api key',
        '身份验证失败',
        'api 키가 유효하지',
        'apiキーが無効',
      ],
    },
  },
];
