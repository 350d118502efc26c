import { createClassifier, type ErrorFacts } from 'sentry-llm-classifier';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_RULES } from '../packages/integration/src/rules/builtin.js';

/** Facts beyond the message, in short. */
type Extra = Partial<ErrorFacts>;

const classify = (message: string, extra: Extra = {}) =>
  createClassifier({ llm: false, scope: 'all' }).classify({ type: 'Error', message, ...extra });

/** One line a rule: an error it must take. */
const takes: [rule: string, message: string, extra?: Extra][] = [
  ['http-timeout', 'upstream request timeout', { status: 504 }],
  ['sdk-timeout', 'Request timed out.', { type: 'APIConnectionTimeoutError' }],
  ['sdk-connection', 'Connection error.', { type: 'APIConnectionError' }],
  ['aborted', 'Request was aborted.', { type: 'APIUserAbortError' }],
  [
    'aborted-by-caller',
    'Request aborted by client',
    { classes: ['RequestAbortedError', 'HTTPClientError'] },
  ],
  ['aborted-499', 'The user aborted a request', { status: 499, classes: ['AbortError'] }],
  ['system-connection', 'fetch failed', { type: 'TypeError', codes: ['ECONNREFUSED'] }],
  ['connection-words', 'socket hang up'],
  ['connection-words', 'fetch failed', { type: 'TypeError' }],
  ['timeout-words', 'timeout of 3000ms exceeded'],
  ['aborted-words', 'The user aborted a request'],
  ['stream-cut', 'stream ended without producing a ChatCompletion'],
  ['http-429', 'slow down', { status: 429 }],
  ['http-402', 'pay first', { status: 402 }],
  ['rate-limit-code', 'no', { code: 'rate_limit_exceeded', status: 429 }],
  ['rate-limit-class', 'no', { type: 'RateLimitError' }],
  ['rate-limit-words', 'Rate limit reached for requests'],
  ['quota-code', 'no', { code: 'insufficient_quota', status: 429 }],
  ['quota-words', 'Your credit balance is too low to access the Anthropic API.', { status: 400 }],
  [
    'google-quota-per-day',
    'You exceeded your current quota',
    { status: 429, codes: ['GenerateRequestsPerDayPerProjectPerModel-FreeTier'] },
  ],
  ['http-401', 'no', { status: 401 }],
  ['http-403', 'no', { status: 403 }],
  ['authentication-code', 'no', { status: 400, code: 'API_KEY_INVALID' }],
  ['authentication-class', 'no', { type: 'AI_LoadAPIKeyError' }],
  ['api-key-words', 'API key not valid. Please pass a valid API key.', { status: 400 }],
  ['token-limit-code', 'no', { status: 400, code: 'context_length_exceeded' }],
  ['object-cut', 'No object generated', { type: 'AI_NoObjectGeneratedError', code: 'length' }],
  ['answer-cut', 'Could not parse response content', { type: 'LengthFinishReasonError' }],
  ['context-window-words', 'prompt is too long: 210000 tokens > 200000 maximum', { status: 400 }],
  ['content-policy-code', 'no', { status: 400, code: 'content_filter' }],
  ['content-filter-class', 'no', { type: 'ContentFilterFinishReasonError' }],
  ['content-policy-words', 'Candidate was blocked due to SAFETY'],
  [
    'orphan-tool-call',
    '`tool_use` ids were found without `tool_result` blocks immediately after: toolu_01',
    { status: 400 },
  ],
  ['role-order', 'messages: roles must alternate between "user" and "assistant"', { status: 400 }],
  ['state-gone', "No thread found with id 'thread_x'.", { status: 404 }],
  ['state-gone-code', 'no', { status: 400, code: 'previous_response_not_found' }],
  ['unusable-answer-class', 'no', { type: 'AI_NoObjectGeneratedError' }],
  ['unusable-answer-code', 'no', { status: 400, code: 'tool_use_failed' }],
  ['unusable-answer-words', 'Failed to parse structured output'],
  ['json-in-llm-library', 'Unexpected end of JSON input', { type: 'SyntaxError' }],
  ['http-404', 'no', { status: 404 }],
  ['http-413', 'no', { status: 413 }],
  ['http-422', 'no', { status: 422 }],
  ['http-400', 'no', { status: 400 }],
  ['wrong-call-hint', 'Role must be user or model'],
  ['context-window-class', 'no', { type: 'ContextWindowExceededError' }],
  ['quota-class', 'no', { type: 'BudgetExceededError' }],
  ['unknown-model', 'The model `gpt-9` does not exist', { status: 404 }],
  ['unknown-model-code', 'no', { status: 404, code: 'model_not_found' }],
  ['parameter-code', 'no', { status: 400, code: 'string_above_max_length' }],
  ['parameter-words', 'Unrecognized request argument supplied: timeout', { status: 400 }],
  ['wrong-call', 'no', { type: 'AI_InvalidArgumentError' }],
  ['wrong-call-words', 'The `apiKey` and `azureADTokenProvider` arguments are mutually exclusive'],
  ['http-5xx', 'no', { status: 503 }],
  ['provider-code', 'Overloaded', { code: 'overloaded_error' }],
  ['provider-class', 'no', { type: 'InternalServerError' }],
  ['provider-words', 'llama runner process has terminated: signal: killed'],
];

/** One line a rule: an error that looks alike and is something else. */
const leaves: [rule: string, message: string, category: string, extra?: Extra][] = [
  ['timeout-words', "Unknown parameter: 'timeout'.", 'invalid_request_error', { status: 400 }],
  ['timeout-words', 'Request timed out while rate limited', 'rate_limit_error', { status: 429 }],
  [
    'http-429',
    'The prompt "explain HTTP 429 to me" is not a valid value',
    'invalid_request_error',
    { status: 400 },
  ],
  ['http-429', 'The user asked: what does 429 mean?', 'unknown_error'],
  [
    'rate-limit-words',
    'Invalid value: "rate limit exceeded"',
    'invalid_request_error',
    { status: 400 },
  ],
  [
    'quota-words',
    "exceed your organization's rate limit of 5 tokens per minute; purchase more credits",
    'rate_limit_error',
    { status: 429 },
  ],
  [
    'quota-words',
    'Invalid API key or insufficient credits.',
    'authentication_error',
    { status: 401 },
  ],
  ['aborted-499', 'upstream timed out', 'api_connection_error', { status: 499 }],
  [
    'aborted-by-caller',
    'Request timed out',
    'api_connection_error',
    { classes: ['RequestTimeoutError', 'HTTPClientError'] },
  ],
  [
    'object-cut',
    'No object generated',
    'response_quality_error',
    { type: 'AI_NoObjectGeneratedError', code: 'tool-calls' },
  ],
  ['http-403', 'Your input was flagged for "sexual".', 'content_policy_error', { status: 403 }],
  ['api-key-words', 'Unexpected token < in JSON', 'unknown_error'],
  [
    'token-limit-code',
    'string too long',
    'invalid_request_error',
    { status: 400, code: 'string_above_max_length' },
  ],
  [
    'context-window-words',
    'Request too large: tokens per min, reduce the length of the messages',
    'rate_limit_error',
    { status: 429 },
  ],
  ['http-404', 'No run found', 'context_loss_error', { status: 404 }],
  ['role-order', "messages must contain the word 'json'", 'invalid_request_error', { status: 400 }],
  [
    'content-policy-words',
    "Invalid value at 'safety_settings[0].threshold'",
    'invalid_request_error',
    { status: 400 },
  ],
  [
    'context-window-words',
    'exceeded token rate limit, too many tokens',
    'rate_limit_error',
    { status: 429 },
  ],
  ['provider-words', 'out of memory discussion', 'invalid_request_error', { status: 400 }],
];

describe('built-in rules', () => {
  test.each(takes)('%s takes: %s %j', async (rule, message, extra) => {
    expect(await classify(message, extra)).toMatchObject({ rule });
  });

  test.each(leaves)('%s leaves: %s', async (rule, message, category, extra) => {
    const result = await classify(message, extra);
    expect(result.rule).not.toBe(rule);
    expect(result.category).toBe(category);
  });

  test('have unique names, and each has a line above', () => {
    const names = BUILT_IN_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect([...new Set(takes.map(([rule]) => rule))].sort()).toEqual([...names].sort());
  });
});
