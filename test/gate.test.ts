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
    ['expected 1536 dimensions, not 768', { type: 'error', packages: ['pg'] }],
    ['Module not found: Can\'t resolve "@ai-sdk/openai" in "/app/src"', { packages: ['.'] }],
    ['OpenAI is not defined', { type: 'ReferenceError', packages: ['.'] }],
    ["Gemini API error: InsufficientFunds for symbol 'BTCUSD'", { packages: ['.'] }],
    ['Requested tokens 12 exceeds maximum tokens per interval 10', { packages: ['.'] }],
    ['Build agent returned an invalid artifact path', { packages: ['.'] }],
    ['Unable to parse JSON response from weather API', { packages: ['.'] }],
    ['Context window of the log search must hold 100 lines', { packages: ['.'] }],
    ['Schema hasn\'t been registered for model "Completion".', { packages: ['.'] }],
    ['429 Too many requests', { type: 'RateLimitError', status: 429, packages: ['lithic'] }],
    ['Vector dimension 768 does not match', { packages: ['@pinecone-database/pinecone'] }],
    ['The security token is expired', { packages: ['@smithy/core', '@aws-sdk/client-sts'] }],
    ['SQLite error: no such table', { packages: ['@libsql/client', '@mastra/libsql'] }],
    ['该用户令牌无效', { packages: ['.'] }],
    ['JSON 파싱 실패: 잘못된 형식', { packages: ['.'] }],
    ['コマンドプロンプトを起動できません', { packages: ['.'] }],
    ['Das Modell hat keine gültige Typgenehmigung', { packages: ['.'] }],
    ['User Claude Monet not found'],
    ['Claude Martin: request limit reached for expense report'],
    ['Gemini withdrawal failed: API key lacks Trader role'],
    ['gemini://capsule.example returned 51 not found'],
    ['GPT partition table is corrupt'],
    ['Mistral wind warning service returned 503'],
    ['Bedrock edition requests are not supported by this plugin'],
    ['Payment provider returned error: card declined'],
    ['Data model response mapper: field "id" is missing'],
    ['Parser: too many tokens in expression'],
    ['{"status":{"code":"OK","message":"done"}}'],
    ['Failed to parse URL from /api/users', { type: 'TypeError' }],
    ['Error 111 connecting to localhost:6379.', { type: 'redis.exceptions.ConnectionError' }],
    ['429 {"success":false,"errors":[{"code":10429}]}', { type: 'RateLimitError', status: 429 }],
    ["Error code: 429 - {'success': False, 'errors': [{'code': 971}]}", { type: 'APIError' }],
    ['404 page not found', { type: 'NotFoundError', status: 404 }],
    ['Too Many Requests', { type: 'RateLimitError', status: 429 }],
    [
      '{"error":{"code":404,"message":"No such bucket.","errors":[{"domain":"global"}]}}',
      { type: 'ApiError', status: 404 },
    ],
    ['{"detail":[{"type":"missing","loc":["body","email"],"msg":"Field required"}]}'],
    ['context deadline exceeded (Client.Timeout exceeded while awaiting headers)'],
    ['Pricing model "per-seat" is not supported in region EU'],
    ['No such model: catalog.Item'],
    ["Cannot resolve keyword 'tokens' into field. Choices are: model, prompt"],
    ['Build agent exceeded the maximum number of retries; tool returned exit code 1'],
    ['Assistant manager did not respond: request timed out'],
    ['Model binding failed: JSON response is invalid'],
    ['Embedding widget failed: response was empty'],
    ['Maximum tokens per line exceeded while tokenizing fenced block'],
    ['unexpected status code 401 Unauthorized from registry'],
    ['当前用户组无权限访问该渠道报表'],
    ['该车型模型不存在'],
    ['Cuota de disco superada'],
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
    ['429 Resource exhausted', { type: 'litellm.exceptions.RateLimitError' }],
    ['Agent failed: PluginInvokeError: {"error_type":"JSONDecodeError"}'],
    ['AiError: 4006: you have used up your daily free allocation'],
    ['Gemini returned 503'],
    ['Claude usage limit reached. Your limit will reset at 5pm'],
    ['Claude への接続がタイムアウトしました'],
    ['La respuesta de Gemini fue bloqueada'],
    ['Mistral : trop de requêtes'],
    ['GeminiService failed after 3 attempts. Last error: 503'],
    ['Error from provider (Console): Upstream request failed'],
    ['got status: UNAVAILABLE. {"error":{"code":503,"message":"try later"}}'],
    ['{"base_resp":{"status_code":1002,"status_msg":"rate limit"}}'],
    ['{"status":{"code":"42901","message":"Too many requests - rate exceeded"}}'],
    ['status_code=500, upstream error: do request failed'],
    ['模型服务繁忙，请稍后重试'],
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
    ['OPENAI_API_KEY is not set', { packages: ['.'] }],
    ["Could not parse the assistant's reply as JSON", { packages: ['.'] }],
    ['connect ECONNREFUSED ::1:11434', { code: 'ECONNREFUSED', packages: ['node'] }],
    ['MCP error -32602: Tool weather not found', { packages: ['.'] }],
    ['Request failed: {"error":{"message":"x","type":"y","param":null,"code":"z"}}'],
    ["worker: Error code: 400 - {'error': {'message': 'x', 'param': None}}"],
    ['anything', { type: 'litellm.RateLimitError' }],
    ['anything', { packages: ['@smithy/core', '@aws-sdk/client-bedrock-runtime'] }],
    ['anything', { packages: ['node', '@azure/core-rest-pipeline', '@azure-rest/ai-inference'] }],
    ['当前分组 default 下对于模型 x 无可用渠道', { packages: ['.'] }],
    ['모델이 빈 응답을 반환했습니다', { packages: ['.'] }],
    ['モデルの応答をJSONとして解析できませんでした', { packages: ['.'] }],
    ['Das Sprachmodell antwortet nicht', { packages: ['.'] }],
    ['La fenêtre de contexte est dépassée', { packages: ['.'] }],
    ['El modelo devolvió un JSON no válido', { packages: ['.'] }],
    ['Превышена длина контекста модели', { packages: ['.'] }],
    ['400 Response input is missing the word it needs', { type: 'BadRequestError' }],
    [
      '{"error":{"code":400,"message":"API key expired.","status":"INVALID_ARGUMENT"}}',
      { type: 'ApiError' },
    ],
    ["Error code: 403 - {'code': 50603, 'message': 'System is too busy.', 'data': None}"],
    ['Error code: 429, with error text {"error":{"code":"1113","message":"您的账户已欠费"}}'],
    ["429 RESOURCE_EXHAUSTED. {'error': {'code': 429, 'message': 'x'}}", { type: 'ClientError' }],
    ['unexpected status 403 Forbidden: {"code":"x"}, url: https://host/responses'],
    ['422 {"detail":[{"loc":["body","messages",1,"role"],"msg":"Input should be \'user\'"}]}'],
    ['no such endpoint. Request id: 0217386810167267496f828e4b55008dbcbc157f9db9cedd9fe0c'],
    ["Function id '87ea0ddc': DEGRADED function cannot be invoked"],
    ['insufficient balance (1008)'],
    ['Range of input length should be [1, 6000]'],
    ['A conversation must alternate between user and assistant roles.'],
    ["Model 'mistralai/pixtral-12b' is not supported for this environment"],
    ['NVIDIA_NIM_API_KEY is not set'],
    ['ChatCompletion 호출 실패'],
    ["Délai d'attente dépassé lors de l'appel à Mistral"],
    ['parameter.enable_thinking must be set to false for non-streaming calls'],
    ["Invalid 'messages': empty array."],
    ['stream disconnected before completion: idle timeout waiting for SSE'],
    ['Thread abc already has an active run def.'],
    ['该模型当前访问量过大，请您稍后再试'],
    ['当前分组负载已饱和，请稍后再试'],
    ['对话上下文丢失，请重新开始'],
    ['已被安全过滤器拦截 (Gemini)'],
    ['클로바 스튜디오 요청 한도 초과'],
    ['AI の応答生成に失敗しました'],
    ['このモデルは画像入力をサポートしていません'],
    ['Has superado tu cuota actual de Gemini'],
    ['Die KI hat ungültiges JSON zurückgegeben'],
    ['The value at toolConfig.tools is invalid'],
    ['Unable to process provided image. Please check the image format and try again.'],
    ["Value '' at 'modelId' failed to satisfy constraint"],
    ['内容触发了模型的安全策略'],
    ['도구 호출 결과가 누락되었습니다'],
    ['anything', { code: 'AccountOverdueError' }],
    ['anything', { type: 'GatewayInternalServerError' }],
    ['anything', { type: 'RubyLLM::RateLimitError' }],
    ['anything', { packages: ['fireworks-ai'] }],
  ])('%s %j', async (message, facts) => {
    expect(await isAboutAnLlm(message, facts)).toBe(true);
  });
});

describe('an address that was called', () => {
  test.each<[address: string, expected: boolean]>([
    ['https://api.groq.com/openai/v1/chat/completions', true],
    ['http://gateway.internal/v1/messages', true],
    ['https://api.example.com/v1/users', false],
  ])('%s', async (url, expected) => {
    const error = Object.assign(new Error('timeout of 250ms exceeded'), { config: { url } });
    expect((await classifier.classify(error)).skipped !== 'not_ai').toBe(expected);
  });
});

test('headers that only LLM providers send', async () => {
  const error = Object.assign(new Error('503'), {
    headers: new Headers({ 'openai-processing-ms': '12' }),
  });
  expect(await classifier.classify(error)).not.toHaveProperty('skipped', 'not_ai');
});
