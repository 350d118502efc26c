import { createClassifier, type ErrorFacts } from 'sentry-llm-classifier';
import { describe, expect, test } from 'vitest';

const classifier = createClassifier({ llm: false });

const isAboutAnLlm = async (message: string, extra: Partial<ErrorFacts> = {}) =>
  (await classifier.classify({ type: 'Error', message, ...extra })).skipped !== 'not_ai';

describe('ordinary errors are left alone', () => {
  test.each<[string, Partial<ErrorFacts>?]>([
    ['canceling statement due to statement timeout', { code: '57014', packages: ['pg'] }],
    ['Request rate limit exceeded.', { status: 429, packages: ['stripe'] }],
    ['Resource not accessible by integration', { status: 403, packages: ['@octokit/request'] }],
    ['jwt expired', { type: 'TokenExpiredError', packages: ['jsonwebtoken'] }],
    ['Unexpected token < in JSON at position 0', { type: 'SyntaxError', packages: ['.'] }],
    [
      'Cannot read properties of null (reading "useContext")',
      { type: 'TypeError', packages: ['react'] },
    ],
    ['fetch failed', { type: 'TypeError', packages: ['node', '.'], codes: ['ECONNREFUSED'] }],
    ['connect ECONNREFUSED 127.0.0.1:5432', { packages: ['node'] }],
    ['The operation was aborted due to timeout', { type: 'TimeoutError', packages: ['node', '.'] }],
    ["Cannot find module 'openai'", { code: 'MODULE_NOT_FOUND', packages: ['node', '.'] }],
    [
      "ENOENT: no such file or directory, open 'prompts/gpt-4o.txt'",
      { code: 'ENOENT', packages: ['node'] },
    ],
    ['body/messages/0 must be string', { type: 'FastifyError', packages: ['fastify'] }],
    ['messages.0.text is required', { packages: ['.'] }],
    ['Content block 12 not found in page', { packages: ['.'] }],
    ['Users can converse with at most 5 people', { packages: ['.'] }],
    ['Not found: POST /api/chat', { status: 404, packages: ['.'] }],
    ['Minecraft Bedrock server is offline', { packages: ['.'] }],
    ['Connection error.', { type: 'APIConnectionError', packages: ['cloudflare'] }],
    ['duplicate key value violates unique constraint "openai_keys_pkey"', { packages: ['pg'] }],
    ['terminated', { type: 'TypeError', packages: ['node'] }],
    ['invalid input syntax for type uuid', { packages: ['pg', 'openai'] }],
    ['The model T-500 is out of stock', { packages: ['.'] }],
  ])('%s %j', async (message, facts) => {
    expect(await isAboutAnLlm(message, facts)).toBe(false);
  });
});

describe('errors about LLMs are taken', () => {
  test.each<[string, Partial<ErrorFacts>?]>([
    ['fetch failed', { type: 'TypeError', packages: ['node', 'openai', '.'] }],
    [
      'fetch failed',
      { type: 'TypeError', packages: ['node', '@sentry/node', 'undici', '@anthropic-ai/sdk'] },
    ],
    ['Unexpected end of JSON input', { type: 'SyntaxError', packages: ['openai'] }],
    ['anything', { type: 'AI_APICallError' }],
    ['anything', { code: 'insufficient_quota' }],
    ['request to https://api.openai.com/v1/models failed', { packages: ['node-fetch'] }],
    ['getaddrinfo ENOTFOUND api.anthropic.com', { packages: ['node', '.'] }],
    ['POST http://localhost:4000/v1/chat/completions: 502', { packages: ['got'] }],
    ["This model's maximum context length is 8192 tokens", { packages: ['.'] }],
    [
      'could not answer',
      { packages: ['.'], causes: ['APIConnectionTimeoutError: Request timed out.'] },
    ],
    ['429 Rate limit reached for gpt-4o', { packages: ['.', 'express'] }],
    ['anything', { provider: 'anthropic' }],
  ])('%s %j', async (message, facts) => {
    expect(await isAboutAnLlm(message, facts)).toBe(true);
  });
});
