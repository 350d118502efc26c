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
    ['Copilot requests takeover'],
    ['Llama requests hay'],
    ['Payment gateway rejected the merchant', { type: 'GatewayAuthenticationError' }],
    ['Error executing tool: eslint exited with code 2'],
    ["tools: command 'lint' not found"],
    ["Missing 'Action:' header in SOAP envelope"],
    ['Stream disconnected before completion of upload'],
    ['choices[0] is undefined in the options of Select'],
    ['Tool validation failed for wrench: calibration expired'],
    ['RTX: available VRAM below minimum for 4K textures'],
    ['模型不支持该格式: .obj'],
    ['モデルは画像ファイルではありません'],
    ['도구를 호출했지만 존재하지 않는 경로입니다'],
    ['could not parse stdout of git log', { type: 'OutputParsingException' }],
    ['Your session has expired. Please log in again.', { status: 401 }],
    ['WebGPU device lost: context reset', { packages: ['three'] }],
    ['Model answer key missing for exam 12'],
    ['Payment agent returned invalid JSON'],
    ['Mistral train schedule API timed out'],
    ['Unexpected token \'S\', "Sure! Here is" is not valid JSON', { type: 'SyntaxError' }],
    ['Unexpected token \'<\', "<!DOCTYPE "... is not valid JSON', { type: 'SyntaxError' }],
    ['Tool names must be unique in the toolbox'],
    ["Tool 'JDK17' does not exist on the build agent"],
    [
      'The number of tokens produced by calling _analyze has exceeded the allowed maximum of [10000]',
    ],
    ['Cannot call save on this model'],
    ['선택한 모델은 재고가 없습니다'],
    ['channel error: unexpected close', { type: 'IllegalOperationError' }],
    ['No query results for model [App\\Models\\User] 7', { type: 'ModelNotFoundException' }],
    ['bad indentation of a mapping entry at line 3, column 5:\n  tools: model: 1'],
    ['Mistral wind warning service returned 503'],
    ['Bedrock edition requests are not supported by this plugin'],
    ['Payment provider returned error: card declined'],
    ['Data model response mapper: field "id" is missing'],
    ['Parser: too many tokens in expression'],
    ['{"status":{"code":"OK","message":"done"}}'],
    ['Failed to parse URL from /api/users', { type: 'TypeError' }],
    ['Error 111 connecting to localhost:6379.', { type: 'redis.exceptions.ConnectionError' }],
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
    ['anything', { type: 'NoObjectGeneratedError' }],
    ['anything', { type: 'InstructorRetryException' }],
    ['anything', { type: 'Microsoft.SemanticKernel.HttpOperationException' }],
    ['Copilot request failed'],
    ['A context size of 4096 is too large for the available VRAM'],
    ["ggml_new_object: not enough space in the context's memory pool"],
    ['Could not parse response.', { packages: ['browser_use'] }],
    ['Invalid input for tool edit: Type validation failed'],
    ['The agent returned invalid JSON'],
    ['Mistral: API key is invalid'],
    ['Error generating text with Claude'],
    ['AI额度已用完，请充值'],
    ['モデルが安全上の理由で応答を拒否しました'],
    ['Unexpected token \'`\', "```json {"... is not valid JSON', { type: 'SyntaxError' }],
    ['stream closed before response.completed'],
    ['choices[0].message is undefined'],
    ["Invalid Format: Missing 'Action:' after 'Thought:'"],
    ['Model stream ended with empty response text.'],
    ['エージェントが存在しないツールを呼び出しました'],
    ['El modelo llamó a una herramienta inexistente'],
    ['모델은 이미지 입력을 지원하지 않습니다'],
    ['anything', { type: 'System.ClientModel.ClientResultException' }],
    ['Error from a node: Incorrect API key provided: sk-***'],
    [
      'Failed to parse tool call arguments as JSON: parse error at line 1, column 2: unexpected end',
    ],
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
