import type { BuiltInRule } from './rule.js';

const rate = 'rate_limit_error';
const quota = 'quota_exceeded_error';

/** 429 means both; what tells them apart is whether waiting a little helps. */
export const RATE_AND_QUOTA_RULES: readonly BuiltInRule[] = [
  { name: 'http-429', category: rate, confidence: 0.94, when: { status: [429] } },
  { name: 'http-402', category: quota, confidence: 0.97, when: { status: [402] } },
  {
    // OpenAI "Error codes"; Anthropic "Errors"; AWS Bedrock "Troubleshooting"; LangChain MODEL_RATE_LIMIT
    name: 'rate-limit-code',
    category: rate,
    confidence: 0.96,
    when: {
      code: [
        'rate_limit_exceeded',
        'rate_limit_error',
        'rate_limited',
        'rate_limit_reached_error',
        'RateLimitReached',
        'ThrottlingException',
        'TooManyRequestsException',
        'MODEL_RATE_LIMIT',
        'tokens_usage_based',
      ],
    },
  },
  {
    name: 'rate-limit-class',
    category: rate,
    confidence: 0.95,
    when: { type: ['RateLimitError', 'ThrottlingException', 'TooManyRequestsError'] },
  },
  {
    // For messages whose status did not survive
    name: 'rate-limit-words',
    category: rate,
    confidence: 0.92,
    when: {
      status: ['none'],
      says: [
        'rate limit reached',
        'rate limit exceeded',
        'rate limited',
        'too many requests',
        'requests per min',
        'tokens per min',
        'request was throttled',
        'too many tokens please wait',
        '请求过于频繁',
        '请求频率',
        '요청이 너무 많습니다',
        'リクエストが多すぎます',
      ],
    },
  },
  {
    // OpenAI "Error codes"; DeepSeek "Error codes" (402); Zhipu 1113; DashScope Arrearage
    name: 'quota-code',
    category: quota,
    confidence: 0.98,
    when: {
      code: [
        'insufficient_quota',
        'billing_hard_limit_reached',
        'billing_not_active',
        'access_terminated',
        'insufficient_credit',
        'insufficient_credits',
        'insufficient_balance',
        'exceeded_current_quota_error',
        'Arrearage',
        'ServiceQuotaExceededException',
        'billing_error',
      ],
    },
  },
  {
    // Anthropic answers 400 with these words, others 403 or 429
    name: 'quota-words',
    category: quota,
    confidence: 0.96,
    when: {
      says: [
        'credit balance is too low',
        'insufficient credits',
        'insufficient balance',
        'insufficient quota',
        'add … credits',
        'purchase … credits',
        'out of credits',
        'billing hard limit',
        'spending limit',
        'spend limit',
        'monthly limit',
        'account is not active … billing',
        'billing account',
        'free models per day',
        'quota … has been exhausted',
        '余额不足',
        '欠费',
        '크레딧이 부족',
        '残高が不足',
      ],
      // "Invalid API key or insufficient credits" does not decide; a limit per minute is one of rate,
      // whatever the provider sells beside it
      saysNot: ['invalid api key or', 'per minute', 'per min'],
    },
  },
  {
    // Google's quota ids name the period: GenerateRequestsPerDayPerProjectPerModel-FreeTier
    name: 'google-quota-per-day',
    category: quota,
    confidence: 0.96,
    when: {
      status: [429],
      code: [
        'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
        'GenerateRequestsPerDayPerProjectPerModel',
        'GenerateContentInputTokensPerModelPerDay-FreeTier',
      ],
    },
  },
];
