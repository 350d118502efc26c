import fc from 'fast-check';
import { type Classification, createClassifier } from 'sentry-llm-classifier';
import { describe, expect, test } from 'vitest';

const classifier = createClassifier({ llm: false, scope: 'all' });

type Told = Partial<Classification>;

const thrown = (message: string, fields: object = {}, name?: string) =>
  Object.assign(new Error(message), fields, name && { name });

describe('fields of the error object', () => {
  test.each<[string, unknown, Told]>([
    [
      'openai: status, headers, request id',
      thrown('429 Rate limit reached', {
        status: 429,
        requestID: 'req_1',
        headers: new Headers({ 'retry-after-ms': '1500', 'retry-after': '2' }),
      }),
      { status: 429, retry_after_ms: 1500, request_id: 'req_1' },
    ],
    [
      'anthropic: request id of the body',
      thrown('529', {
        status: 529,
        error: { type: 'error', error: { type: 'overloaded_error' }, request_id: 'req_2' },
      }),
      { status: 529, request_id: 'req_2', category: 'provider_error' },
    ],
    [
      'AWS: everything in $metadata, headers in $response',
      thrown(
        'Too many tokens, please wait before trying again.',
        {
          $metadata: { httpStatusCode: 429, requestId: 'aws-1' },
          $response: { headers: { 'retry-after': '3' } },
        },
        'ThrottlingException',
      ),
      { status: 429, request_id: 'aws-1', retry_after_ms: 3000 },
    ],
    [
      'Google: RetryInfo among the details',
      thrown('[GoogleGenerativeAI Error]: exhausted', {
        status: 429,
        errorDetails: [
          { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34.5s' },
        ],
      }),
      { status: 429, retry_after_ms: 34_500, provider: 'google' },
    ],
    [
      'axios: address, model-less, headers of the response',
      thrown('Request failed with status code 503', {
        config: { baseURL: 'https://api.groq.com/openai', url: '/v1/chat/completions' },
        response: { status: 503, headers: { 'Retry-After': '9', 'x-request-id': 'req_3' } },
      }),
      { status: 503, provider: 'groq', retry_after_ms: 9000, request_id: 'req_3' },
    ],
    [
      'AI SDK: the attempt that failed last',
      thrown(
        'Failed after 3 attempts',
        {
          lastError: thrown('Overloaded', {
            url: 'https://api.anthropic.com/v1/messages',
            statusCode: 529,
            requestBodyValues: { model: 'claude-opus-5' },
            responseHeaders: { 'request-id': 'req_4' },
          }),
        },
        'AI_RetryError',
      ),
      { provider: 'anthropic', model: 'claude-opus-5', status: 529, request_id: 'req_4' },
    ],
    [
      'a body that the SDK left as text',
      thrown('Bad Request', {
        statusCode: 400,
        responseBody: '{"error":{"code":"context_length_exceeded","message":"…"}}',
      }),
      { status: 400, category: 'token_limit_error' },
    ],
    [
      'LangChain: the code in the address of its manual',
      thrown(
        'No such thing\n\nTroubleshooting URL: https://docs.langchain.com/oss/javascript/langchain/errors/MESSAGE_COERCION_FAILURE/\n',
        {},
        'LangChainError',
      ),
      { category: 'invalid_request_error', rule: 'langchain-input-code' },
    ],
    [
      'an AggregateError of attempts',
      new AggregateError([
        thrown('first', { code: 'ECONNRESET' }),
        thrown('429 Rate limit reached for gpt-4o', { status: 429 }),
      ]),
      { status: 429, model: 'gpt-4o' },
    ],
    [
      'LangChain: its own code',
      thrown('429 slow down', { lc_error_code: 'MODEL_RATE_LIMIT', status: 429 }),
      { category: 'rate_limit_error' },
    ],
  ])('%s', async (_, error, expected) => {
    expect(await classifier.classify(error)).toMatchObject(expected);
  });
});

describe('fields of the message', () => {
  test.each<[message: string, expected: Told]>([
    [
      '400 {"type":"error","error":{"type":"overloaded_error","message":"x"},"request_id":"req_5"}',
      { status: 400, request_id: 'req_5' },
    ],
    [
      '{"error":{"code":429,"message":"{\\"error\\":{\\"code\\":429,\\"message\\":\\"Resource exhausted\\",\\"details\\":[{\\"retryDelay\\":\\"12s\\"}]}}","status":"RESOURCE_EXHAUSTED"}}',
      { status: 429, retry_after_ms: 12_000 },
    ],
    [
      "Error code: 429 - {'error': {'message': 'Rate limit', 'param': None, 'code': 'rate_limit_exceeded'}, 'request_id': 'req_6'}",
      { status: 429, request_id: 'req_6', category: 'rate_limit_error' },
    ],
    [
      'upstream said {"error":{"message":"You exceeded your current quota","type":"insufficient_quota","par...',
      { category: 'quota_exceeded_error' },
    ],
    ['{"error":"Model x is currently loading","estimated_time":20.5}', { retry_after_ms: 20_500 }],
    ['OpenAI API error: 429', { status: 429 }],
    ['request returned 503 from the model', { status: 503 }],
    ['LLM call failed (529)', { status: 529 }],
    ["Client error '401 Unauthorized' for url 'https://api.mistral.ai/v1'", { status: 401 }],
    ['调用失败，状态码：429', { status: 429 }],
    ['호출 실패: 상태 코드 503', { status: 503 }],
    ['ステータスコード 500 が返されました', { status: 500 }],
    ['APIエラー（400）：入力が不正です', { status: 400 }],
    ['Error de la API: 429. Por favor, verifica tu clave', { status: 429 }],
    ["Failed to communicate! 400, message='Bad Request', url='http://host/api'", { status: 400 }],
    ['POST "https://api.anthropic.com/v1/messages": 529 {"type":"error"}', { status: 529 }],
    ['Response status code does not indicate success: 503 (Service Unavailable).', { status: 503 }],
    ["ClientResponseError: 429, message='Too Many Requests'", { status: 429 }],
    ['request failed: code=401 message=no', { status: 401 }],
    ['received 503 from upstream', { status: 503 }],
    ['Failed to refresh Copilot token: 401', { status: 401 }],
    ['Gave up after 5 retries: 429 from Anthropic', { status: 429 }],
    ['Upstream 429: too busy', { status: 429 }],
    ['Ollama HTTP Hatası: 500', { status: 500 }],
    ['<title>api.openai.com | 520: Web server is returning an unknown error', { status: 520 }],
    ['502 Provider error: status code 429', { status: 429 }],
    ['500 {"error":{"message":"no","code":404}}', { status: 404 }],
    ['Failed to generate a reply: 429 status code (no body)', { status: 429 }],
    ["Content too large {…} 413 {'error': {'message': 'Content too large'}}", { status: 413 }],
    ['GigaChat 401, токен сброшен', { status: 401 }],
    [
      'PluginInvokeError: {"args":{"description":"maximum context length is 8192 tokens"},"error_type":"InvokeBadRequestError"}',
      { category: 'token_limit_error' },
    ],
    ['OllamaException - 524: A timeout occurred', { status: 524 }],
    ['Ошибка YandexGPT API: 401 — {"error":{"grpcCode":16}}', { status: 401 }],
    ['LLM failed: {"error":{"httpCode":403,"message":"no"}}', { status: 403 }],
    [
      "ProviderBizError: { code: 'InvalidEndpoint.NotFound', param: '', status: 404 }",
      { status: 404, rule: 'unknown-deployment-code' },
    ],
    [
      'LLM failed: {"message":"no","extensions":{"reason":"3 INVALID_ARGUMENT: maximum context length"}}',
      { category: 'token_limit_error' },
    ],
    ['Error generating content: 429 Quota exceeded', { status: 429 }],
    [
      'AccountOverdueError: 403 Forbidden\nRequest ID: 7f00',
      { status: 403, category: 'quota_exceeded_error' },
    ],
    ['Mistral a répondu 401', { status: 401 }],
    ['La IA respondió con código 503: no', { status: 503 }],
    ['Das Modell antwortete mit HTTP 529.', { status: 529 }],
    ['Модель вернула ошибку 500', { status: 500 }],
    [
      'no candidates in {"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}',
      { category: 'content_policy_error' },
    ],
  ])('%s', async (message, expected) => {
    expect(await classifier.classify(new Error(message))).toMatchObject(expected);
  });

  test.each([
    '500 tokens were requested',
    'Chunk 429 of 500 could not be embedded',
    'The limit is 429.5 requests',
    'took 503 ms',
    'expected 384 dimensions, got 429',
    'The model returned these dimensions: 512',
    'Requested tokens (450) exceed context window',
    'Batch failed (512)',
    'no answer from (415) 555-2671',
    'El modelo devolvió 500 palabras',
    'A IA retornou 404 itens',
    'Rows left: 500 Widgets',
    'room userRoom 401, seat taken',
    'inserted 500 {"rows": 1} of them',
    'エラー（500件）',
  ])('no status: %s', async (message) => {
    expect(await classifier.classify(new Error(message))).not.toHaveProperty('status');
  });
});

describe('how long to wait', () => {
  test.each<[message: string, milliseconds: number]>([
    ['Please try again in 6m0.5s.', 360_500],
    ['Please try again in 180ms', 180],
    ['Please retry after 20 seconds.', 20_000],
    ['please wait 2 minutes', 120_000],
    ['429: retry after 35', 35_000],
    ['Retry-After: 7', 7_000],
    ['请在 30 秒后重试', 30_000],
    ['2 分钟后再试', 120_000],
    ['20초 후에 다시 시도해 주세요', 20_000],
    ['1시간 후 다시 시도하세요', 3_600_000],
    ['15秒後に再試行してください', 15_000],
    ['Bitte in 30 Sekunden: erneut in 30 Sekunden versuchen', 30_000],
    ['Veuillez réessayer dans 2 minutes', 120_000],
    ['Inténtelo de nuevo en 45 segundos', 45_000],
    ['Повторите через 10 секунд', 10_000],
  ])('%s', async (message, milliseconds) => {
    expect(await classifier.classify(new Error(message))).toMatchObject({
      retry_after_ms: milliseconds,
    });
  });

  test.each([
    'please wait',
    'try again in a while',
    'retry after 99999999 hours',
    'wait 1e9 years',
  ])('nothing certain: %s', async (message) => {
    expect(await classifier.classify(new Error(message))).not.toHaveProperty('retry_after_ms');
  });
});

describe('facts that a caller gives', () => {
  test.each<[string, object, Told]>([
    ['codes as numbers', { codes: [-32001], status: '429' }, { status: 429 }],
    ['one package in place of a list', { packages: 'openai' }, { provider: 'openai' }],
    [
      'causes as error objects',
      { causes: [{ type: 'Error', value: '429 Rate limit reached for gpt-4o' }, {}] },
      { status: 429, model: 'gpt-4o' },
    ],
    ['a context that is none', { context: 5, frames: null, marked: 'yes' }, {}],
    ['an API type as the class', { type: 'overloaded_error' }, { category: 'provider_error' }],
  ])('%s', async (_, fields, expected) => {
    const facts = { type: 'E', message: 'm', ...fields };
    expect(await classifier.classify(facts)).toMatchObject(expected);
  });

  test('whatever they are, an answer comes', async () => {
    const names = [
      ...['causes', 'codes', 'classes', 'packages', 'frames', 'context', 'status', 'code'],
      ...['provider', 'model', 'requestId', 'retryAfterMs', 'retryable', 'marked'],
    ];
    const anything = fc.record(
      Object.fromEntries(names.map((name) => [name, fc.anything({ withBigInt: true })])),
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(anything, async (fields) => {
        const { category } = await classifier.classify({ type: 'E', message: 'm', ...fields });
        expect(category).toMatch(/_error$/);
      }),
      { numRuns: 5_000 },
    );
  }, 60_000);
});

test.each([
  ['openai', 'POST https://api.openai.com/v1/responses failed'],
  ['azure', 'azure-openai error: The system is experiencing high demand'],
  ['google', 'No answer from europe-west4-aiplatform.googleapis.com'],
  ['bedrock', 'Error invoking the model: AWSBedrockRuntime.ThrottlingException'],
  ['ollama', '调用Ollama模型失败'],
  ['cohere', 'See https://docs.cohere.com/errors, or ask OpenRouter'],
  [undefined, 'The embedrocket of the LLM is broken'],
])('%s is the provider of: %s', async (provider, message) => {
  const { provider: found } = await classifier.classify(new Error(message));
  expect(found).toBe(provider);
});

test('a message of 5 MB does not hide whose code threw', async () => {
  const error = new Error('x'.repeat(5_000_000));
  error.stack = `Error: ${error.message}\n    at post (/app/node_modules/openai/client.js:1:1)`;
  const { provider } = await createClassifier({ llm: false }).classify(error);
  expect(provider).toBe('openai');
});
