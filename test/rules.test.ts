import { describe, expect, test } from 'vitest';
// The sources, so that a new rule is tried without a build.
import { createClassifier } from '../packages/integration/src/createClassifier.js';
import { BUILT_IN_RULES } from '../packages/integration/src/rules/builtin.js';
import type { ErrorFacts } from '../packages/integration/src/types.js';

/** Facts beyond the message, in short. */
type Extra = Partial<ErrorFacts>;

const classify = (message: string, extra: Extra = {}) =>
  createClassifier({ llm: false, scope: 'all' }).classify({ type: 'Error', message, ...extra });

interface Cases {
  /** Errors the rule must take. */
  takes: [message: string, extra?: Extra][];
  /** Near misses: errors that look alike and are something else, or too little to decide. */
  leaves: [message: string, category: string, extra?: Extra][];
}

const CASES: Readonly<Record<string, Cases>> = {
  'http-timeout': {
    takes: [['upstream request timeout', { status: 504 }]],
    leaves: [["Unknown parameter: 'timeout'.", 'invalid_request_error', { status: 400 }]],
  },
  'sdk-timeout': {
    takes: [
      ['no', { type: 'Net::ReadTimeout' }],
      ['no', { type: 'java.net.SocketTimeoutException' }],
      ['Request timed out.', { type: 'APIConnectionTimeoutError' }],
    ],
    leaves: [['no', 'api_connection_error', { status: 504, type: 'TimeoutError' }]],
  },
  'api-connection-class': {
    takes: [['no', { type: 'APIConnectionError' }]],
    leaves: [
      ['no', 'provider_error', { status: 502, type: 'APIConnectionError' }],
      [
        'litellm.APIConnectionError: the request exceeds the available context size',
        'token_limit_error',
        { type: 'APIConnectionError' },
      ],
    ],
  },
  'litellm-connection-class': {
    takes: [
      [
        "litellm.APIConnectionError: 'NoneType' object has no attribute 'get'",
        { type: 'APIConnectionError' },
      ],
    ],
    leaves: [
      [
        'litellm.APIConnectionError: OllamaException - [Errno 111] Connection refused',
        'api_connection_error',
        { type: 'APIConnectionError' },
      ],
    ],
  },
  'sdk-connection': {
    takes: [
      ['no', { type: 'Faraday::ConnectionFailed' }],
      ['no', { type: 'OpenAI\\Exceptions\\TransporterException' }],
    ],
    leaves: [['no', 'provider_error', { status: 502, type: 'ConnectError' }]],
  },
  aborted: {
    takes: [['Request was aborted.', { type: 'APIUserAbortError' }]],
    leaves: [['aborted', 'provider_error', { status: 500, type: 'AbortError' }]],
  },
  'aborted-by-caller': {
    takes: [['Request aborted by client', { classes: ['RequestAbortedError', 'HTTPClientError'] }]],
    leaves: [
      [
        'Request timed out',
        'api_connection_error',
        { classes: ['RequestTimeoutError', 'HTTPClientError'] },
      ],
    ],
  },
  'aborted-499': {
    takes: [['The user aborted a request', { status: 499, classes: ['AbortError'] }]],
    leaves: [['upstream timed out', 'api_connection_error', { status: 499 }]],
  },
  'object-cut': {
    takes: [['No object generated', { type: 'AI_NoObjectGeneratedError', code: 'length' }]],
    leaves: [
      [
        'No object generated',
        'response_quality_error',
        { type: 'AI_NoObjectGeneratedError', code: 'tool-calls' },
      ],
    ],
  },
  'system-timeout': {
    takes: [
      ['no', { code: 'timeout_error' }],
      ['fetch failed', { type: 'TypeError', codes: ['UND_ERR_HEADERS_TIMEOUT'] }],
    ],
    leaves: [
      ['no', 'provider_error', { status: 500, code: 'timeout_error' }],
      ['slow', 'rate_limit_error', { status: 429, codes: ['ETIMEDOUT'] }],
    ],
  },
  'system-unreachable': {
    takes: [['fetch failed', { type: 'TypeError', codes: ['ECONNREFUSED'] }]],
    leaves: [['Model not found', 'invalid_request_error', { status: 404, codes: ['ENOTFOUND'] }]],
  },
  'system-cut': {
    takes: [
      ['no', { code: 'InvokeConnectionError' }],
      ['read ECONNRESET', { codes: ['ECONNRESET'] }],
    ],
    leaves: [['reset', 'provider_error', { status: 503, codes: ['ECONNRESET'] }]],
  },
  'system-tls': {
    takes: [['fetch failed', { codes: ['SELF_SIGNED_CERT_IN_CHAIN'] }]],
    leaves: [['origin certificate', 'provider_error', { status: 526, codes: ['EPROTO'] }]],
  },
  'tls-words': {
    takes: [
      ['[SSL] record layer failure (_ssl.c:2590)'],
      ['[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED]'],
      ['unable to get local issuer certificate'],
    ],
    leaves: [['A certificate is needed to call this model', 'api_connection_error']],
  },
  'connection-words': {
    takes: [
      ['Connection error.', { type: 'APIConnectionError' }],
      ['The AI could not be reached'],
      ['Ollama läuft nicht'],
      ['The AI did not answer (fetch failed)'],
      ['Connection to model server closed by remote host'],
      ['SSE connection to LLM lost'],
      ['DNS failure for api.openai.com'],
      ['Verbindung zu Anthropic unterbrochen'],
      ['Failed to fetch. Check your network.'],
      ['서버 연결이 거부되었습니다'],
      ['socket hang up'],
      ['fetch failed', { type: 'TypeError' }],
      ['exception TypeError: fetch failed sending request'],
      ['네트워크 오류가 발생했습니다'],
      ['Failed to list models. Please ensure Ollama is running.'],
    ],
    leaves: [
      ["Le modèle n'est pas accessible avec votre compte", 'invalid_request_error'],
      ['Make sure no other run is active', 'unknown_error'],
      ["Cannot connect 'prompt_builder' with 'llm'", 'unknown_error'],
      ['Engine loop is not running', 'provider_error'],
      ['Answer: "connection refused"', 'unknown_error'],
    ],
  },
  'timeout-words': {
    takes: [
      ['Streaming setup timeout after 483s'],
      ['LLM server timeout'],
      ['Error during the call of the API: timeout'],
      ['LLM request exceeded the 30s deadline'],
      ['The LLM did not answer within 30 seconds'],
      ['canceled due to the configured HttpClient.Timeout of 100 seconds elapsing.'],
      ['java.lang.RuntimeException: java.io.InterruptedIOException: timeout'],
      ['received 1011 (internal error) no audio within the timeout window'],
      ['timeout of 3000ms exceeded'],
      ['模型请求超时'],
      ['Timeout waiting for OpenAI response'],
    ],
    leaves: [
      ["Unknown parameter: 'timeout'.", 'invalid_request_error', { status: 400 }],
      ['Request timed out while rate limited', 'rate_limit_error', { status: 429 }],
    ],
  },
  'aborted-words': {
    takes: [['The user aborted a request']],
    leaves: [['The operation was aborted due to timeout', 'api_connection_error']],
  },
  'stream-cut': {
    takes: [
      ['stream error: stream ID 5; INTERNAL_ERROR; received from peer'],
      ['OpenAI stream ended before completion'],
      ['Response ended prematurely'],
      ['stream ended without producing a ChatCompletion'],
    ],
    leaves: [
      ['INTERNAL_ERROR', 'provider_error'],
      ['Unsupported parameter: stream', 'invalid_request_error', { status: 400 }],
    ],
  },
  'http-429': {
    takes: [['{"status":{"code":"42901","message":"no"}}'], ['slow down', { status: 429 }]],
    leaves: [
      [
        'The prompt "explain HTTP 429 to me" is not a valid value',
        'invalid_request_error',
        { status: 400 },
      ],
      ['Billing hard limit has been reached', 'quota_exceeded_error', { status: 429 }],
    ],
  },
  'http-402': {
    takes: [['pay first', { status: 402 }]],
    leaves: [['402 tokens is too many: prompt is too long', 'token_limit_error', { status: 400 }]],
  },
  'rate-limit-code': {
    takes: [
      ['no', { code: 'FailedOperation.EngineServerLimitExceeded' }],
      ['no', { status: 429, code: 'queue_exceeded' }],
      ['no', { status: 429, code: 'rate_limit_exceeded' }],
      ['no', { codes: ['MODEL_RATE_LIMIT'] }],
    ],
    leaves: [
      [
        'no',
        'quota_exceeded_error',
        { status: 429, code: 'insufficient_quota', codes: ['MODEL_RATE_LIMIT'] },
      ],
    ],
  },
  'resource-exhausted': {
    takes: [['Try again later.', { code: 'RESOURCE_EXHAUSTED' }]],
    leaves: [
      [
        'Your prepayment credits are depleted.',
        'quota_exceeded_error',
        { status: 429, code: 'RESOURCE_EXHAUSTED' },
      ],
    ],
  },
  'rate-limit-class': {
    takes: [
      ['no', { type: 'RubyLLM::RateLimitError' }],
      ['Too fast', { type: 'openai.RateLimitError' }],
      ['no', { type: 'RateLimitError' }],
    ],
    leaves: [['Insufficient Balance', 'quota_exceeded_error', { type: 'RateLimitError' }]],
  },
  'rate-limit-words': {
    takes: [
      ['Rate limit exceeded', { status: 422 }],
      ['MiniMax: rate limit'],
      ['You have reached the rate limit specific to this model'],
      ['Server is temporarily limiting requests (not your usage limit)'],
      ['Too many in-flight completions'],
      ["You've hit your limit of 3 parallel requests"],
      ['用户流量受限：需等待处理完成后再发送新的请求。'],
      ['tpm_rate_limit_exceeded'],
      ['该模型遇到官方限速'],
      ['Rate limit reached for requests'],
      ['请求过于频繁，请稍后再试'],
      ['Rate limit is exceeded. Too Many Requests', { status: 500 }],
    ],
    leaves: [
      ['See the page on the rate limit of models', 'rate_limit_error', { status: 429 }],
      ['The limit of the rate is 5', 'unknown_error'],
      ['Invalid value: "rate limit exceeded"', 'invalid_request_error', { status: 400 }],
      ['content: "rate limit exceeded"', 'unknown_error'],
    ],
  },
  'quota-code': {
    takes: [
      ['no', { status: 403, code: 'NOT_ENOUGH_BALANCE' }],
      ['no', { code: 'FailedOperation.FreeResourcePackExhausted' }],
      ['no', { status: 429, code: 'insufficient_quota' }],
      ['no', { status: 401, code: 'quota_exceeded' }],
    ],
    leaves: [['no', 'rate_limit_error', { status: 429, code: 'rate_limit_exceeded' }]],
  },
  'quota-class': {
    takes: [
      ['no', { type: 'BudgetExceededError' }],
      ['AccountOverdueError: 403 Forbidden', { status: 403 }],
    ],
    leaves: [['no', 'unknown_error', { type: 'QuotaReport' }]],
  },
  'quota-words': {
    takes: [
      ['Usage limit exceeded for the virtual key', { status: 412 }],
      ['This request exceeds your quota of 10000. You have 12 credits left.', { status: 401 }],
      ['You have reached the free time limit. To continue, set up billing'],
      ['This feature is paid-only and requires you add a credit card'],
      ["You've hit your limit, resets 8pm"],
      ['Daily AI credit allotment used up'],
      ['11200 AppIdNoAuthError'],
      ['team budget of $50 has been reached', { status: 400 }],
      ['11201 授权错误：日流控超限。超过当日最大访问量的限制'],
      ['Your current account balance is negative. Please top up.'],
      ['Se agotó el saldo'],
      ['Se requiere pago. Por favor, añade fondos a tu espacio de trabajo.'],
      ['You have no credits remaining', { status: 429 }],
      ['已达到 5 小时的使用上限。', { status: 429 }],
      ['Key over limit: exceeded budget for model=gpt-4o', { status: 429 }],
      ['Votre crédit est épuisé'],
      ['クォータを超過しました'],
      ['Your credit balance is too low to access the Anthropic API.', { status: 400 }],
      ['余额不足，请充值', { status: 429 }],
      ['크레딧이 부족합니다'],
    ],
    leaves: [
      ['Your subscription allows 2 concurrent requests, top up', 'quota_exceeded_error'],
      ['Le crédit photo est flou', 'unknown_error'],
      [
        "exceed your organization's rate limit of 5 tokens per minute; purchase more credits",
        'rate_limit_error',
        { status: 429 },
      ],
      ['Invalid API key or insufficient credits.', 'authentication_error', { status: 401 }],
      ['The prompt was "insufficient credits"', 'unknown_error'],
      ['Input was flagged. No credits were charged.', 'content_policy_error', { status: 403 }],
    ],
  },
  'current-quota': {
    takes: [
      [
        'You exceeded your current quota, please check your plan and billing details.',
        { status: 429 },
      ],
    ],
    leaves: [
      [
        'You exceeded your current quota. https://ai.google.dev/gemini-api/docs/rate-limits',
        'rate_limit_error',
        { status: 429 },
      ],
      ['Quota exceeded for requests per minute', 'rate_limit_error', { status: 429 }],
    ],
  },
  'limit-in-403': {
    takes: [['Limit exceeded for this project', { status: 403 }]],
    leaves: [
      ['Your key may not use this model', 'authentication_error', { status: 403 }],
      ['Rate limit exceeded', 'rate_limit_error', { status: 403 }],
    ],
  },
  'google-quota-per-day': {
    takes: [
      ["Quota exceeded for quota metric 'Generate Content API requests per day'", { status: 429 }],
    ],
    leaves: [
      [
        "Quota exceeded for quota metric 'Generate Content API requests per minute'",
        'rate_limit_error',
        { status: 429 },
      ],
    ],
  },
  'google-quota-id-per-day': {
    takes: [
      [
        'You exceeded your current quota',
        { status: 429, codes: ['GenerateRequestsPerDayPerProjectPerModel-FreeTier'] },
      ],
    ],
    leaves: [
      [
        'Resource exhausted',
        'rate_limit_error',
        { status: 429, codes: ['GenerateRequestsPerMinutePerProjectPerModel-FreeTier'] },
      ],
    ],
  },
  'http-401': {
    takes: [['no', { status: 401 }]],
    leaves: [['该令牌额度已用尽', 'quota_exceeded_error', { status: 401 }]],
  },
  'http-403': {
    takes: [['no', { status: 403 }]],
    leaves: [
      ['Your input was flagged for "sexual".', 'content_policy_error', { status: 403 }],
      ['Country, region, or territory not supported', 'authentication_error', { status: 403 }],
    ],
  },
  'authentication-code': {
    takes: [
      ['no', { status: 403, code: 'key_model_access_denied' }],
      [
        'An error occurred (UnrecognizedClientException) when calling the InvokeModel operation: no',
      ],
      ['no', { code: 'InvokeAuthorizationError' }],
      ['no', { status: 400, code: 'API_KEY_INVALID' }],
    ],
    leaves: [['no', 'invalid_request_error', { status: 400, code: 'invalid_value' }]],
  },
  'authentication-class': {
    takes: [
      ['no', { type: 'google.auth.exceptions.RefreshError' }],
      ['no', { type: 'AI_LoadAPIKeyError' }],
    ],
    leaves: [['insufficient credits', 'quota_exceeded_error', { type: 'AuthenticationError' }]],
  },
  'permission-class': {
    takes: [
      ['no', { type: 'google.api_core.exceptions.PermissionDenied' }],
      ['no', { type: 'PermissionDeniedError' }],
    ],
    leaves: [
      [
        'Content violates usage guidelines.',
        'content_policy_error',
        { status: 403, type: 'PermissionDeniedError' },
      ],
    ],
  },
  'api-key-words': {
    takes: [
      ['Your authentication token is from a different project'],
      ['{"err_code":"BAD_REQUEST","err_msg":"Invalid credentials."}', { status: 400 }],
      ['GEMINI_API_KEY가 설정되어 있지 않습니다'],
      ['未配置 OPENAI_API_KEY'],
      ['API key not valid. Please pass a valid API key.', { status: 400 }],
      ['調用失敗：API Key 无效'],
      ['APIキーが無効です'],
      ['GROQ_API_KEY missing'],
      ['no enough credential found, use any one of (ak, sk)'],
      ['Invalid auth_key format'],
      ['invalid token', { status: 400 }],
    ],
    leaves: [
      ['未配置 webhook', 'unknown_error'],
      ['Unexpected token < in JSON', 'unknown_error'],
      ['Invalid token in prompt: 7', 'invalid_request_error', { status: 400 }],
      ['max_tokens: invalid, must be a number', 'invalid_request_error', { status: 400 }],
    ],
  },
  'permission-words': {
    takes: [
      ['The caller does not have permission'],
      ["User has not agreed to the model's terms"],
      ['Provider not allowed for organization', { status: 400 }],
      ['Access to model m-1 is restricted.'],
      ['429 您的账户已被锁定，请联系客服解锁', { status: 429 }],
      ['服务器拒绝访问，请稍后再试'],
      ['502 Bedrock: Model access is denied due to a missing action', { status: 502 }],
      ['This credential is only authorized for use with the CLI', { status: 400 }],
      ['Project `p` does not have access to model `gpt-4o`', { status: 404 }],
      ['没有权限使用该模型'],
    ],
    leaves: [
      ['您的账户请求过多', 'rate_limit_error', { status: 429 }],
      ['502 no', 'provider_error', { status: 502 }],
      ['The tool is authorized for use', 'unknown_error'],
      [
        'The model `gpt-9` does not exist or you do not have access to it.',
        'invalid_request_error',
        { status: 404 },
      ],
    ],
  },
  'access-denied-words': {
    takes: [['Access denied.', { status: 400 }]],
    leaves: [
      [
        'Access denied. This Model is marked by provider as Legacy',
        'invalid_request_error',
        { status: 404 },
      ],
    ],
  },
  'region-refused': {
    takes: [
      ['Access to Anthropic models is not allowed from unsupported countries'],
      ['Доступ к модели ограничен по региону'],
      ['User location is not supported for the API use.', { status: 400 }],
    ],
    leaves: [
      ['Model is not available in region us-east-1', 'invalid_request_error', { status: 404 }],
    ],
  },
  'region-refused-code': {
    takes: [['no', { status: 403, code: 'unsupported_country_region_territory' }]],
    leaves: [['no', 'invalid_request_error', { status: 400, code: 'unsupported_value' }]],
  },
  'context-window-class': {
    takes: [['no', { type: 'ContextWindowExceededError' }]],
    leaves: [['no', 'unknown_error', { type: 'ContextError' }]],
  },
  'token-limit-code': {
    takes: [
      ['no', { status: 413, code: 'tokens_limit_reached' }],
      ['no', { status: 400, code: 'context_length_exceeded' }],
    ],
    leaves: [
      [
        'string too long',
        'invalid_request_error',
        { status: 400, code: 'string_above_max_length' },
      ],
    ],
  },
  'answer-cut': {
    takes: [
      ['no', { type: 'LLMDidNotFinishException' }],
      ['Could not parse response content', { type: 'LengthFinishReasonError' }],
    ],
    leaves: [['Could not parse response content', 'response_quality_error']],
  },
  'answer-cut-words': {
    takes: [
      [
        'The model response did not complete successfully. Finish reason: 2. Safety ratings: [category: HARM]',
      ],
      ['La respuesta de la IA se cortó', { status: 502 }],
      ['Ответ модели обрезан по max_tokens'],
      ['The output is incomplete due to a max_tokens length limit.'],
      ['Gemini returned no text: finishReason MAX_TOKENS'],
    ],
    leaves: [
      ['Finish reason: 20', 'unknown_error'],
      ['max_tokens must be at least 1', 'invalid_request_error', { status: 400 }],
    ],
  },
  'output-limit': {
    takes: [
      ['max_tokens (10000) cannot exceed 8192', { status: 500 }],
      ['max_tokens limit exceeded: 100000 > 9577'],
      ['Range of max_tokens should be [1, 2000]', { status: 400 }],
      ['max_tokens (10000) cannot exceed 8192', { status: 400 }],
      ['max_tokens is too large: 32000. This model supports at most 16384', { status: 400 }],
    ],
    leaves: [
      ['Range of temperature should be [0, 2)', 'invalid_request_error', { status: 400 }],
      ['max_tokens must be at least 1, got -186.', 'invalid_request_error', { status: 400 }],
    ],
  },
  'more-than-a-minute': {
    takes: [
      [
        'Request too large on tokens per minute (TPM): Limit 8000, Requested 21833',
        { status: 413 },
      ],
    ],
    leaves: [
      ['Request too large on tokens per minute (TPM)', 'rate_limit_error', { status: 429 }],
      ['Request Entity Too Large', 'invalid_request_error', { status: 413 }],
    ],
  },
  'context-window-words': {
    takes: [
      ['total number of tokens (prompt and prediction) cannot exceed 2048'],
      ['The number of tokens to keep from the initial prompt is greater than the context length'],
      ['`inputs` must have less than 1024 tokens. Given: 2000', { status: 424 }],
      ['Input exceeded max tokens 8191 (requested 9000)'],
      ['input tokens (35000) plus prefix length (0) must be < 4096', { status: 400 }],
      [
        'max_total_tokens (33802) must be less than or equal to max_seq_len (32768)',
        { status: 400 },
      ],
      ['Prompt tokens (13000) + completion tokens (4000) exceed 16385'],
      ['An input of 9000 tokens is over the limit of 8191'],
      ['Trimmed history still over budget of 8000 tokens'],
      ['context window exceeds limit (2013)', { status: 400 }],
      ['10907: token数量超过上限'],
      ['find a KV slot: could not find a KV slot for the batch'],
      ['Prompt is 11543 tokens but the model context window is 4096 tokens.'],
      ['Too many tokens in batch. Max is 16384 got 17555', { status: 400 }],
      ['The max allowed tokens per submitted batch is 120000', { status: 400 }],
      ['Prompt length (200) exceeds maximum input length (1)'],
      ['the number of input tokens 4500 cannot exceed the limit 4096', { status: 400 }],
      ['LLM prompt exceeded max_prompt_chars'],
      ['Der Text ist zu lang für GPT-4'],
      ['prompt is too long: 210000 tokens > 200000 maximum', { status: 400 }],
      ['context length exceeded', { status: 500 }],
      ['トークン数が上限を超えています'],
      ['입력 토큰 수가 너무 많습니다', { status: 400 }],
    ],
    leaves: [
      ['The number of tokens per minute exceeds your limit', 'rate_limit_error'],
      ["You've exceeded your monthly token limit of 1,000,000 tokens", 'quota_exceeded_error'],
      ['Enqueued token limit reached for gpt-4o-mini', 'rate_limit_error'],
      ['Der Termin ist zu lang', 'token_limit_error'],
      [
        'Request too large: tokens per min, reduce the length of the messages',
        'rate_limit_error',
        { status: 429 },
      ],
      ['exceeded token rate limit, too many tokens', 'rate_limit_error', { status: 429 }],
      ["Invalid 'messages[0].content': string too long.", 'invalid_request_error', { status: 400 }],
    ],
  },
  'http-446': {
    takes: [['no', { status: 446 }]],
    leaves: [['no', 'rate_limit_error', { status: 429 }]],
  },
  'content-policy-code': {
    takes: [['no', { status: 400, code: 'content_filter' }]],
    leaves: [['no', 'invalid_request_error', { status: 400, code: 'invalid_value' }]],
  },
  'content-filter-class': {
    takes: [
      ['blocked', { type: '*genai.BlockedError' }],
      ['no', { type: 'ContentFilterFinishReasonError' }],
    ],
    leaves: [['no', 'token_limit_error', { type: 'LengthFinishReasonError' }]],
  },
  'guardrail-class': {
    takes: [['no', { type: 'InputGuardrailTripwireTriggered' }]],
    leaves: [['no', 'unknown_error', { type: 'GuardrailNotLoaded' }]],
  },
  'guardrail-words': {
    takes: [
      ['Blocked: secrets detected by guardrail'],
      ['Bedrock guardrail failed: I cannot respond', { status: 500 }],
      ['The guardrail intervened.', { status: 400 }],
    ],
    leaves: [['guardrailIdentifier is invalid', 'invalid_request_error', { status: 400 }]],
  },
  'content-policy-words': {
    takes: [
      ['The response is blocked, as it may violate our policies.', { status: 400 }],
      ['The answer was empty because the content was filtered'],
      ['Finish reason: 3'],
      ['La respuesta de la IA fue bloqueada, posiblemente por políticas de seguridad'],
      ['unable to respond to this request, which appears to violate our Usage Policy'],
      ['Image prompt rejected by safety checker'],
      ['Request Moderated'],
      ['400 prompt pattern is blocked', { status: 400 }],
      ["blocked by the gateway's prompt guard: pattern match", { status: 400 }],
      ['Réponse bloquée par le filtre'],
      ['内容触发了安全策略'],
      ['The content you provided or machine outputted is blocked.', { status: 400 }],
      ['Content Exists Risk', { status: 400 }],
      ['Candidate was blocked due to SAFETY'],
      ['输入内容包含敏感词', { status: 400 }],
      ['Candidate was blocked due to RECITATION'],
    ],
    leaves: [
      ['Our policies changed', 'unknown_error'],
      ['The list of models was filtered', 'unknown_error'],
      ['Prompt: "who blocked you"', 'unknown_error'],
      ["Invalid value at 'safety_settings[0].threshold'", 'invalid_request_error', { status: 400 }],
      ['Recitation of the poem went wrong', 'unknown_error'],
      ['Request rejected: unsupported content type', 'invalid_request_error', { status: 400 }],
      ['不適切なパラメータです', 'invalid_request_error', { status: 400 }],
    ],
  },
  refusal: {
    takes: [
      ['stop_reason: refusal'],
      ['The model cannot answer this question due to its guidelines'],
      ["I'm sorry, but I can't assist with that request."],
    ],
    leaves: [
      ['I cannot answer the phone', 'unknown_error'],
      ["I can't find the model", 'unknown_error'],
    ],
  },
  'orphan-tool-call': {
    takes: [
      ['Missing thought signature in functionCall parts', { status: 400 }],
      ['Tool result for call_1 has no matching call', { status: 400 }],
      ["Invalid 'input[2].call_id': no matching tool call found", { status: 400 }],
      ['工具调用结果缺失：call_1'],
      ['No tool call found for custom tool call output with call_id call_1.', { status: 400 }],
      ["tool result's tool id(call_1) not found", { status: 400 }],
      [
        'Conversation blocks and tool use blocks cannot be provided in the same turn.',
        { status: 400 },
      ],
      [
        '`tool_use` ids were found without `tool_result` blocks immediately after: toolu_01',
        { status: 400 },
      ],
      [
        'messages.3: `tool_result` block(s) provided when previous message does not contain any `tool_use` blocks',
        { status: 400 },
      ],
    ],
    leaves: [
      [
        'Unknown name "strict" at \'tools[0].function_declarations[0]\'',
        'invalid_request_error',
        { status: 400 },
      ],
    ],
  },
  'orphan-tool-call-class': {
    takes: [['no', { type: 'AI_MissingToolResultsError' }]],
    leaves: [['no', 'response_quality_error', { type: 'AI_NoSuchToolError' }]],
  },
  'role-order': {
    takes: [
      ['Within a single message, FunctionResponse cannot be mixed with other parts'],
      ['Only one system message is allowed', { status: 500 }],
      ['The input messages do not contain elements with the role of user', { status: 400 }],
      ['System prompt should always be the first message in `messages`.'],
      ['messages: roles must alternate between "user" and "assistant"', { status: 400 }],
    ],
    leaves: [["messages must contain the word 'json'", 'invalid_request_error', { status: 400 }]],
  },
  'state-gone': {
    takes: [
      ["400 Referenced reasoning item 'rs_1' was not found or has expired"],
      ['对话上下文已失效'],
      ['Thread is locked while run run_1 is active', { status: 400 }],
      ['Cancellation failed: no active response found'],
      ['Conversation state lost; please start a new chat'],
      ['Container is expired.', { status: 400 }],
      ['Run run_1 is already active for thread thread_1'],
      ['会話履歴が失われました'],
      ["No thread found with id 'thread_x'.", { status: 404 }],
      ['会话已过期，请重新开始'],
    ],
    leaves: [
      ['No file found', 'invalid_request_error', { status: 404 }],
      ['No response', 'unknown_error'],
    ],
  },
  'state-gone-code': {
    takes: [
      ['no', { code: 'INVALID_CHAT_HISTORY' }],
      ['no', { status: 400, code: 'previous_response_not_found' }],
    ],
    leaves: [['no', 'invalid_request_error', { status: 404, code: 'model_not_found' }]],
  },
  'unusable-answer-class': {
    takes: [
      ['Image generation failed.', { type: 'AI_InvalidResponseDataError' }],
      ['no', { type: 'ResolverParsingError' }],
      ['No text generated.', { type: 'AI_NoTextGeneratedError' }],
      ['no', { type: 'AI_NoObjectGeneratedError' }],
    ],
    leaves: [['no', 'invalid_request_error', { type: 'AI_InvalidArgumentError' }]],
  },
  'wrong-tool-call-class': {
    takes: [
      ['no', { type: 'InvalidToolCallException' }],
      ['no', { type: 'AI_InvalidToolInputError' }],
    ],
    leaves: [['no', 'context_loss_error', { type: 'AI_MissingToolResultsError' }]],
  },
  'retried-answer': {
    takes: [
      ['1 validation error for Recipe\n  Invalid JSON: EOF', { type: 'InstructorRetryException' }],
    ],
    leaves: [
      ['Rate limit reached', 'rate_limit_error', { type: 'InstructorRetryException', status: 429 }],
    ],
  },
  'unusable-answer-of-model': {
    takes: [
      ['LLM returned invalid JSON', { status: 503 }],
      ['LLM returned 3 items, expected 5'],
      ['AI summary was empty'],
      ['Validation of model output failed: items[0].price'],
      ['GPT did not follow the requested schema'],
      ['LLM response has no tool calls'],
      ["Could not find a JSON block in the model's reply"],
      ['Invalid function arguments generated by the model'],
      ['Model returned finish_reason=stop with no content'],
      ['The AI returned an unexpected format'],
      ['Invalid response from LLM call - None or empty.'],
      ['No response received from OpenAI'],
      ['Invalid JSON returned from Gemini'],
      ['Model output was not a JSON array.'],
      ['LLM returned an empty response'],
      ['The model output does not contain any JSON blob.'],
      ['AI generated invalid JSON: Unexpected end of JSON input'],
      ['Model returned non-JSON output', { status: 502 }],
    ],
    leaves: [
      ['AI failed to generate valid text: request failed: 502 Bad Gateway', 'provider_error'],
      ['OpenAI returned an unexpected error', 'unknown_error'],
      ['No response from the database', 'response_quality_error'],
      ['The model could not be reached', 'api_connection_error'],
      ['AI returned an error', 'provider_error', { status: 502 }],
    ],
  },
  'unusable-answer-words-abroad': {
    takes: [
      ['AIが無効なJSONを返しました'],
      ['Formato de respuesta de OpenAI inesperado'],
      ["Le modèle n'a pas renvoyé un profil valide"],
      ['모델이 이미지가 아닌 텍스트를 반환했습니다'],
      ['Die KI hat keine gültigen Daten zurückgegeben'],
      ['AIがブロック定義を返しませんでした'],
      ['La IA no devolvió un formato válido.'],
      ["L'IA n'a retourné aucun contenu."],
      ['Die KI hat keine Antwort generiert.'],
      ['AIの応答をパースできませんでした'],
      ['AI 응답 형식이 올바르지 않습니다.'],
      ['AI 返回格式异常，请重试'],
      ['Das Sprachmodell lieferte ungültiges JSON'],
      ['LLM 返回内容不是合法的 JSON'],
      ['Die Modellausgabe entspricht nicht dem erwarteten Schema'],
      ['生成AIの出力が空でした'],
    ],
    leaves: [
      ["L'IA n'a pas répondu", 'api_connection_error'],
      ['Das Modell darf nicht leer sein', 'invalid_request_error'],
      ['LLM 请求体不是合法的 JSON', 'unknown_error'],
      ['AI 返回错误', 'unknown_error'],
    ],
  },
  'unusable-answer-code': {
    takes: [
      ['no', { status: 400, code: 'tool_use_failed' }],
      ['no', { status: 502, code: 'EMPTY_RESPONSE' }],
    ],
    leaves: [['no', 'invalid_request_error', { status: 400, code: 'invalid_function_parameters' }]],
  },
  'wrong-tool-call-words': {
    takes: [
      ['Tool error: Failed to parse generated text: EOF while parsing a string', { status: 422 }],
      ['No tool calls found in the response.'],
      ['Unexpected stop reason: malformed_tool_use'],
      ['Malformed tool call from model'],
      ["Tool '' is not available. Please try again with one of these tools: [a, b]"],
      ["Agent called tool 'serch' which does not exist"],
      ['Tool mcp__db__run not found'],
      ['No ToolCallback found for tool name: getOrder'],
      ['Gemini finished with MALFORMED_FUNCTION_CALL'],
    ],
    leaves: [
      ['Tool `web_search` is not supported', 'invalid_request_error', { status: 400 }],
      ['The tool server is not available', 'provider_error'],
      ['tool_choice is invalid', 'invalid_request_error', { status: 400 }],
    ],
  },
  'unusable-answer-words': {
    takes: [
      ['AI 응답이 비었어요', { status: 500 }],
      ['A resposta da IA está vazia'],
      ['3 validation errors for ChatCompletion choices.0'],
      ['Transcript text is empty'],
      ['YandexGPT вернул пустой ответ'],
      [`Unexpected token 'H', "Here is th"... is not valid JSON`],
      ['No content in OpenAI response'],
      ['Model stream ended with an invalid chunk or missing finish reason.'],
      ['Unexpected end of JSON input while parsing tool call arguments'],
      ['モデルの出力が JSON ではありません'],
      ['Failed to parse structured output'],
      ['Assistant response payload is empty'],
      ['モデルの応答を解析できませんでした'],
      ["Model output doesn't fit required format"],
      ['Unexpected token \'`\', "```json\\n{" is not valid JSON', { type: 'SyntaxError' }],
      ['completion.choices[0].message.content is null'],
      ['OpenAI API response "choices" is empty'],
      ["No 'result' field found in AI API response."],
      ['Expected 300 lines, got 0.'],
    ],
    leaves: [
      ['Expected 2 arguments, but got 1', 'unknown_error'],
      [
        `Error parsing response: Unexpected token 'A', "All connec"... is not valid JSON All connection attempts failed`,
        'api_connection_error',
      ],
      ['1 validation error for ChatCompletionRequest', 'unknown_error'],
      [`Unexpected token 'I', "Internal S"... is not valid JSON`, 'provider_error'],
      ['Paramètre json', 'unknown_error'],
      [
        'We could not parse the JSON body of your request.',
        'invalid_request_error',
        { status: 400 },
      ],
      ['text content blocks must be non-empty', 'invalid_request_error', { status: 400 }],
    ],
  },
  'json-in-llm-library': {
    takes: [['Unexpected end of JSON input', { type: 'SyntaxError' }]],
    leaves: [['Unexpected end of JSON input', 'unknown_error', { type: 'TypeError' }]],
  },
  'http-404': {
    takes: [['no', { status: 404 }]],
    leaves: [['No run found', 'context_loss_error', { status: 404 }]],
  },
  'http-413': {
    takes: [['no', { status: 413 }]],
    leaves: [['prompt is too long', 'token_limit_error', { status: 413 }]],
  },
  'http-422': {
    takes: [['no', { status: 422 }]],
    leaves: [['inputs must have less than 4096 tokens', 'token_limit_error', { status: 422 }]],
  },
  'permission-code': {
    takes: [['rpc error: code = PermissionDenied desc = no']],
    leaves: [['no', 'invalid_request_error', { status: 404, code: 'PERMISSION_DENIED' }]],
  },
  'grpc-unreachable': {
    takes: [
      ['14 UNAVAILABLE: No connection established'],
      ['io.grpc.StatusRuntimeException: UNAVAILABLE: io exception'],
    ],
    leaves: [
      ['14 UNAVAILABLE: The service is down', 'provider_error'],
      ['failed to connect', 'provider_error', { status: 503, code: 'UNAVAILABLE' }],
    ],
  },
  'role-order-class': {
    takes: [['no', { type: 'MessageOrderError' }]],
    leaves: [['no', 'unknown_error', { type: 'OrderError' }]],
  },
  'slow-down-503': {
    takes: [['Slow down', { status: 503, code: 'server_error' }]],
    leaves: [['Slow down', 'rate_limit_error', { status: 500 }]],
  },
  'proxy-lost-upstream': {
    takes: [
      [
        'upstream connect error or disconnect/reset before headers',
        { status: 403, type: 'PermissionDeniedError' },
      ],
    ],
    leaves: [['upstream request timeout', 'api_connection_error', { status: 504 }]],
  },
  'bad-request-behind-5xx': {
    takes: [
      [
        "{'error_code': 500, 'error': {'message': 'prompt 参数非法', 'type': 'invalid_request_error'}}",
      ],
    ],
    leaves: [
      ['no', 'provider_error', { status: 500, code: 'server_error' }],
      ['Overloaded', 'provider_error', { status: 503, code: 'invalid_request_error' }],
    ],
  },
  'bad-request-code': {
    takes: [
      ['no', { codes: ['336002'] }],
      ['no', { code: 'invalid_request_error' }],
      ['3 INVALID_ARGUMENT: no'],
    ],
    leaves: [['3 INVALID_ARGUMENT: no', 'rate_limit_error', { status: 429 }]],
  },
  'api-key-wanted': {
    takes: [
      ['No OpenAI key configured for this workspace'],
      ['API key rejected by provider'],
      ['Please configure your Gemini API key to use the assistant.'],
      ['Did not find openai_api_key, please add an environment variable'],
      ['Der API-Key für Gemini fehlt oder ist ungültig'],
      ['没有可用的活跃 API 密钥'],
      ['Chave OpenAI inválida', { status: 500 }],
      ['Gemini key missing'],
      ['La API key no está configurada'],
    ],
    leaves: [
      ['The gemini keynote is missing', 'invalid_request_error'],
      ['You need to raise the limit of this API key', 'authentication_error'],
      ['Prompt: "set the api key"', 'unknown_error'],
    ],
  },
  'unread-answer-class': {
    takes: [
      [
        'Type validation failed: Value: {"choices":[]}. Error message: too_small',
        { type: 'AI_TypeValidationError' },
      ],
    ],
    leaves: [
      [
        'Type validation failed: Value: {"error":"no"}. Error message: [{"code":"invalid_type"}]',
        'response_quality_error',
        { type: 'AI_TypeValidationError' },
      ],
      [
        'JSON parsing failed: Text: <!doctype html>',
        'response_quality_error',
        { type: 'AI_JSONParseError' },
      ],
    ],
  },
  'token-count-words': {
    takes: [
      ['prompt has 140201 tokens which is more than 128000 allowed'],
      ['input is longer than 512 tokens', { status: 413 }],
    ],
    leaves: [
      ['You have used 140201 tokens, the limit of this month', 'unknown_error'],
      ['Used 9000 tokens, limit 8000 per minute', 'rate_limit_error'],
    ],
  },
  'http-400': {
    takes: [
      ['Misdirected Request', { status: 421 }],
      ['no', { status: 400 }],
    ],
    leaves: [['no', 'unknown_error']],
  },
  'bad-request-class': {
    takes: [
      ['RetryError[<Future at 0x1 raised BadRequestException>]'],
      ['no', { type: 'BadRequestError' }],
    ],
    leaves: [['insufficient credits', 'quota_exceeded_error', { type: 'BadRequestError' }]],
  },
  'wrong-request-class': {
    takes: [['no', { type: 'UnprocessableEntityError' }]],
    leaves: [['no thread found', 'context_loss_error', { type: 'NotFoundError' }]],
  },
  'unknown-model': {
    takes: [
      ['No endpoints available matching your data policy', { status: 404 }],
      ['The model `gpt-9` does not exist', { status: 404 }],
      ['模型不存在，请检查模型代码。', { status: 400 }],
    ],
    leaves: [
      [
        'Project `p` does not have access to model `gpt-4o`',
        'authentication_error',
        { status: 404 },
      ],
    ],
  },
  'unknown-model-words': {
    takes: [
      ['[Agent:a] - Failed to resolve model configuration'],
      ['OllamaException - model "gemma3:27b" not found'],
      ['The provided model identifier is invalid.'],
      ['No such deployment: gpt4-prod'],
      ['The provided model `m-1` is not in the list of supported models.'],
      ["Invocation of model ID m-1 with on-demand throughput isn't supported"],
      ['模型 qwen-max-2099 不存在'],
      ['モデル gpt-99 が見つかりません'],
      ['The requested model `qwen3` is not served by this worker'],
      ['The model "llama9" was not found'],
    ],
    leaves: [
      [
        'LLM error: model "answer.txt" could not be saved, file not found',
        'invalid_request_error',
        { status: 400 },
      ],
      [
        'The model hallucinated a column that does not exist: revenue_total',
        'response_quality_error',
      ],
      ['The file of the model is not listed', 'unknown_error'],
      ['模型返回的工具不存在', 'invalid_request_error'],
      ['Model output not found in cache', 'invalid_request_error'],
    ],
  },
  'retired-model': {
    takes: [
      ['model fade out', { status: 400 }],
      ['The model `text-davinci-003` has been deprecated', { status: 404 }],
    ],
    leaves: [['functions is deprecated, use tools', 'invalid_request_error', { status: 400 }]],
  },
  'unknown-model-code': {
    takes: [['no', { status: 404, code: 'model_not_found' }]],
    leaves: [
      ['无可用渠道', 'provider_error', { status: 503, code: 'model_not_found' }],
      ['no', 'authentication_error', { status: 403, code: 'model_not_found' }],
    ],
  },
  'unknown-deployment-code': {
    takes: [
      ['no', { status: 500, code: 'DeploymentNotFound' }],
      ['no', { status: 404, code: 'InvalidEndpoint.NotFound' }],
    ],
    leaves: [['no', 'provider_error', { status: 500, code: 'deployment_failed' }]],
  },
  'retired-model-code': {
    takes: [['no', { status: 400, code: 'model_decommissioned' }]],
    leaves: [['no', 'invalid_request_error', { status: 404, code: 'model_not_found' }]],
  },
  'parameter-code': {
    takes: [['no', { status: 400, code: 'string_above_max_length' }]],
    leaves: [['no', 'token_limit_error', { status: 400, code: 'context_length_exceeded' }]],
  },
  'file-code': {
    takes: [['no', { status: 400, code: 'invalid_image_url' }]],
    leaves: [['no', 'content_policy_error', { status: 400, code: 'moderation_blocked' }]],
  },
  'file-words': {
    takes: [
      ['image: unknown format', { status: 500 }],
      ['Transcoding failed. File does not appear to contain audio.'],
      ['Error while downloading https://example.com/a.png.', { status: 400 }],
    ],
    leaves: [['model file not found', 'invalid_request_error', { status: 404 }]],
  },
  'langchain-input-code': {
    takes: [['no', { code: 'MESSAGE_COERCION_FAILURE' }]],
    leaves: [['no', 'response_quality_error', { code: 'OUTPUT_PARSING_FAILURE' }]],
  },
  'schema-refused': {
    takes: [
      ['Transforms cannot be represented in JSON Schema'],
      ["Invalid schema for function 'f': array schema missing items.", { status: 400 }],
    ],
    leaves: [['response did not match schema', 'response_quality_error']],
  },
  'schema-refused-code': {
    takes: [['no', { status: 400, code: 'invalid_function_parameters' }]],
    leaves: [['no', 'response_quality_error', { status: 400, code: 'json_validate_failed' }]],
  },
  'parameter-path': {
    takes: [['messages.0.content.1: hm', { status: 400 }]],
    leaves: [
      [
        'messages.1.content.0: unexpected `tool_use_id` found in `tool_result` blocks',
        'context_loss_error',
        { status: 400 },
      ],
    ],
  },
  'named-parameter': {
    takes: [['`temperature` must be at most 2', { status: 400 }]],
    leaves: [
      [
        '`model` context: maximum context length is 8192 tokens',
        'token_limit_error',
        { status: 400 },
      ],
      ['the `tools` of this `tool_use` hm', 'invalid_request_error', { status: 400 }],
    ],
  },
  'parameter-hint': {
    takes: [
      ['Duplicate tool name: search', { status: 400 }],
      ['too many images and documents: 104 + 1 > 100', { status: 400 }],
      ['A text block is required', { status: 400 }],
    ],
    leaves: [
      ['Thread th_1 does not exist', 'context_loss_error', { status: 400 }],
      ['An API key is required', 'authentication_error', { status: 400 }],
    ],
  },
  'header-missing': {
    takes: [
      ['Request is missing x-acme-session and cannot be routed', { status: 503 }],
      ["Input payload must contain a 'inputs' key", { status: 424 }],
    ],
    leaves: [
      ['Request is missing an API key', 'authentication_error', { status: 401 }],
      ['upstream is missing', 'provider_error', { status: 503 }],
    ],
  },
  'parameter-words': {
    takes: [
      ['`temperature` may only be set to 1', { status: 400 }],
      ['Unsupported model m-1', { status: 400 }],
      ['This model only support stream mode', { status: 400 }],
      ['Logprobs are not currently supported for chat models.', { status: 400 }],
      ['Unrecognized request argument supplied: timeout', { status: 400 }],
      ['参数错误', { status: 400 }],
    ],
    leaves: [
      [
        'Invalid value for a prompt that breaks our content policy',
        'content_policy_error',
        { status: 400 },
      ],
      [
        'Invalid request: your request exceeded model token limit: 8192',
        'token_limit_error',
        { status: 400 },
      ],
    ],
  },
  'unsupported-feature': {
    takes: [
      ['"auto" tool choice requires --enable-auto-tool-choice'],
      ['tools are not supported by this model'],
      ['이 모델은 이미지 입력을 지원하지 않습니다'],
      ['Das Modell unterstützt keine Bilder'],
      ['tools param requires --jinja flag', { status: 500 }],
    ],
    leaves: [['something does not work', 'provider_error', { status: 500 }]],
  },
  'wrong-call': {
    takes: [['no', { type: 'AI_InvalidArgumentError' }]],
    leaves: [
      ['messages must not be empty', 'context_loss_error', { type: 'AI_InvalidPromptError' }],
    ],
  },
  'wrong-call-words': {
    takes: [
      ["api return error, code: 336003, msg: name can't be blank"],
      ['InferenceUpstreamError: 3010: Invalid or incomplete input for the model'],
      ['litellm.APIConnectionError: XaiException - Invalid user message at index 4'],
      ["litellm.APIConnectionError: create() got an unexpected keyword argument 'x'"],
      ['Unprocessable Entity'],
      ['This is usually caused by communication protocol incompatibility.'],
      ['`temperature` and `top_p` cannot both be specified'],
      ['invalid temperature: only 1 is allowed for this model'],
      ["Task 'x' not supported for provider 'y'"],
      ['Failed to parse URL from /chat/completions', { type: 'TypeError' }],
      ['VertexAI: Request contains an invalid argument.'],
      ['The `apiKey` and `azureADTokenProvider` arguments are mutually exclusive'],
    ],
    leaves: [
      ['api return error, code: 336000', 'unknown_error'],
      ['Invalid response format from the model', 'unknown_error'],
      ['deprecated', 'invalid_request_error'],
      ['this is not supported', 'invalid_request_error'],
    ],
  },
  'http-5xx': {
    takes: [
      ['567 Server Error: Unknown Status for url', { status: 567 }],
      ['no', { status: 520 }],
    ],
    leaves: [['no', 'provider_error', { status: 529 }]],
  },
  'http-500': {
    takes: [
      ['no', { status: 424 }],
      [`Unexpected token '<', "<html>" is not valid JSON`, { status: 502 }],
      ['no', { status: 503 }],
      ['AI request failed', { status: 502 }],
    ],
    leaves: [
      ['Context size has been exceeded.', 'token_limit_error', { status: 500 }],
      ['Respuesta de la IA no es JSON válido', 'response_quality_error', { status: 502 }],
      ['Die KI-Antwort war leer', 'response_quality_error', { status: 500 }],
      ['AI service: add your API key', 'authentication_error', { status: 500 }],
      ['Fehler: You exceeded your quota', 'quota_exceeded_error', { status: 500 }],
      ['Modelo não encontrado: m-9', 'invalid_request_error', { status: 502 }],
      ['The balance says no', 'quota_exceeded_error', { status: 503 }],
      ['AI call failed', 'unknown_error', { status: 500, type: 'HTTPException' }],
      ['no', 'unknown_error', { code: 'INTERNAL_SERVER_ERROR', type: 'TRPCError' }],
      ['no', 'unknown_error', { code: 'unavailable', classes: ['HttpsError'] }],
    ],
  },
  'http-529': {
    takes: [['no', { status: 529 }]],
    leaves: [['no', 'rate_limit_error', { status: 429 }]],
  },
  'provider-code': {
    takes: [['no', { code: 'server_error' }]],
    leaves: [
      ['API key no configurada', 'authentication_error', { code: 'SERVICE_UNAVAILABLE' }],
      ['azure-openai error: too many requests', 'rate_limit_error', { code: 'INTERNAL_ERROR' }],
      [
        'Conversation roles must alternate user/assistant',
        'context_loss_error',
        { status: 500, code: 'server_error' },
      ],
      ['no', 'rate_limit_error', { status: 429, code: 'server_error' }],
    ],
  },
  'aws-provider-code': {
    takes: [
      ['no', { code: 'ModelErrorException' }],
      [
        "Bad response code, expected 200: {'status_code': 400, 'headers': {':exception-type': 'serviceUnavailableException'}, 'body': b'{\"message\":\"Bedrock is unable to process your request.\"}'}",
      ],
    ],
    leaves: [
      [
        "{'status_code': 400, 'headers': {':exception-type': 'validationException'}}",
        'invalid_request_error',
      ],
      ['no', 'rate_limit_error', { status: 429, code: 'ServiceUnavailableException' }],
    ],
  },
  'overloaded-code': {
    takes: [['Overloaded', { code: 'overloaded_error' }]],
    leaves: [['no', 'rate_limit_error', { status: 429, code: 'engine_overloaded_error' }]],
  },
  'provider-class': {
    takes: [['no', { type: 'InternalServerError' }]],
    leaves: [
      [
        'AI 응답을 처리할 수 없습니다',
        'response_quality_error',
        { status: 500, type: 'InternalServerError' },
      ],
      [
        'litellm.InternalServerError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed',
        'api_connection_error',
        { type: 'InternalServerError' },
      ],
      [
        'litellm.InternalServerError: HTTP 429',
        'rate_limit_error',
        { status: 500, type: 'InternalServerError' },
      ],
      ['Context size has been exceeded.', 'token_limit_error', { type: 'InternalServerError' }],
    ],
  },
  'overloaded-class': {
    takes: [['no', { type: 'OverloadedError' }]],
    leaves: [['no', 'unknown_error', { type: 'LoadError' }]],
  },
  'out-of-memory': {
    takes: [
      ['CUDA out of memory', { status: 424 }],
      ['{"error":"unknown error","warnings":["CUDA out of memory."]}'],
      ['Insufficient VRAM for model and cache'],
      ['[metal::malloc] Attempting to allocate 21902407808 bytes'],
      ['CUDA out of memory. Tried to allocate 2.00 GiB', { status: 500 }],
    ],
    leaves: [
      ['out of memory discussion', 'invalid_request_error', { status: 400 }],
      ['zoom is invalid', 'invalid_request_error', { status: 400 }],
    ],
  },
  'model-loading': {
    takes: [
      ['Currently pulling model from the registry'],
      ['Model bigscience/bloom is currently loading', { status: 503 }],
    ],
    leaves: [
      ['Error while pulling model', 'unknown_error'],
      ['error loading model', 'provider_error', { status: 500 }],
    ],
  },
  'overloaded-words': {
    takes: [
      ['System is too busy. Please try again later.', { status: 403 }],
      ["Function id 'x': DEGRADED function cannot be invoked", { status: 400 }],
      ['The model is overloaded. Please try again later.'],
      ['모델이 과부하 상태입니다'],
    ],
    leaves: [
      [
        'リクエストがタイムアウトしました。モデルが過負荷の可能性があります',
        'api_connection_error',
      ],
      ['Overloaded', 'rate_limit_error', { status: 429 }],
    ],
  },
  'engine-channel': {
    takes: [['LM Studio: Channel Error']],
    leaves: [['Channel Error', 'unknown_error']],
  },
  'provider-words': {
    takes: [
      ['Triton Error [CUDA]: device kernel image is invalid'],
      ['Load model from /m.onnx failed:Protobuf parsing failed.'],
      ['GGML_ASSERT: ggml-cuda.cu:1234 failed'],
      ['The model has crashed without additional information.', { status: 400 }],
      ['Prediction interrupted; please retry (code: PA)'],
      ['Failed to load model "m". Error: Operation canceled.', { status: 400 }],
      ['NCCL error: unhandled system error'],
      ['LLM backend unavailable'],
      ['No available slot found for the model'],
      ['The service is temporarily unable to process your request.'],
      ['No healthy deployment available, passed model=gpt-4'],
      ['An error occurred while processing your request. You can retry'],
      ['llama runner process has terminated: signal: killed'],
      ['当前分组下对于模型 gpt-4o 无可用渠道'],
      ['Upstream request failed: Endpoint is unavailable.'],
    ],
    leaves: [
      ['LLM server error 400: n must be at most 1', 'invalid_request_error'],
      ['Protobuf file ready', 'unknown_error'],
      [
        'Upstream error: The model returned the following errors: prefill is not supported',
        'invalid_request_error',
      ],
      [
        'An error occurred while processing your request. Please contact the admin',
        'unknown_error',
      ],
      ['no available tools were passed', 'unknown_error'],
      ['일시적 초대 링크', 'unknown_error'],
    ],
  },
  'authentication-hint': {
    takes: [['Session expired, please log in again'], ['Check the credentials']],
    leaves: [['no', 'authentication_error', { status: 401 }]],
  },
  'token-limit-hint': {
    takes: [['The conversation got too long']],
    leaves: [['string too long for a prompt', 'unknown_error']],
  },
  'quota-hint': {
    takes: [['billing problem']],
    leaves: [['billing problem', 'provider_error', { status: 520 }]],
  },
  'rate-limit-hint': { takes: [['Got 429']], leaves: [['content: "Got 429"', 'unknown_error']] },
  'content-policy-hint': {
    takes: [['Moderation said no']],
    leaves: [['Moderation said no', 'provider_error', { status: 520 }]],
  },
  'connection-hint': {
    takes: [['La IA no respondió'], ['network trouble'], ['proxy trouble']],
    leaves: [['network trouble', 'provider_error', { status: 500 }]],
  },
  'context-loss-hint': {
    takes: [['invalid session']],
    leaves: [
      ['Error processing thread: failed', 'unknown_error'],
      ['invalid session', 'authentication_error', { status: 401 }],
    ],
  },
  'provider-hint': {
    takes: [['upstream said no']],
    leaves: [['upstream said no', 'rate_limit_error', { status: 429 }]],
  },
  'answer-hint': {
    takes: [
      ['embedding dimension mismatch: expected 1536 got 768'],
      ['Expecting value: line 1 column 1 (char 0)'],
      ['Keine Antwort vom KI-Dienst erhalten.', { status: 502 }],
      ['not valid JSON'],
    ],
    leaves: [['Agent execution failed: max iterations', 'unknown_error']],
  },
  'model-hint': {
    takes: [['Модель Gemini недоступна'], ['the model we want is not available']],
    leaves: [['the model is fine', 'unknown_error']],
  },
  'wrong-call-hint': {
    takes: [['프롬프트가 제공되지 않았습니다'], ['Role must be user or model']],
    leaves: [['Unknown error', 'unknown_error']],
  },
  'rate-limit-told': {
    takes: [
      ['API-Limit erreicht. Bitte warten Sie 60 Sekunden'],
      ['You have sent too many messages to the model'],
      ['All accounts are currently limited. Please wait 84152s.'],
      ['AI 호출이 일시적으로 제한됐습니다.'],
      ['You are sending messages to the AI too quickly'],
      ['KI-Anfragen zu häufig, bitte warten Sie kurz'],
      ["Trop de demandes envoyées à l'IA"],
      ['O provedor de IA limitou a taxa de chamadas', { status: 500 }],
      ['Превышен лимит токенов в минуту'],
      ['模型接口请求速率超过限制'],
      ['AI 請求太頻繁，請稍後再試'],
      ['모델 호출 빈도가 제한을 초과했습니다'],
      ['AIの呼び出し頻度が高すぎます'],
    ],
    leaves: [
      ['Too many messages in the conversation', 'unknown_error'],
      ['현재 AI 요청이 많아 서버가 응답하지 않습니다', 'provider_error'],
    ],
  },
  'allowance-told': {
    takes: [
      ['Превышен лимит токенов GPT. Докупите токены.'],
      ['토큰 한도를 초과했습니다. 월 토큰 한도: 500000'],
      ['Se agotó la cuota de la API de Gemini'],
      ['Se alcanzó el límite de cuota de la API'],
      ['Limite de cota atingido', { status: 500 }],
      ['You have used all your 1000000 tokens.', { status: 403 }],
      ['您的 token 已用完'],
      ['Daily AI request limit reached. Come back tomorrow.'],
      ['Das Tageslimit für KI-Anfragen ist erreicht'],
      ["Vous n'avez plus de crédits IA"],
      ['Has agotado tu cuota mensual de IA'],
      ['Créditos de IA esgotados', { status: 429 }],
      ['Дневной лимит запросов к ИИ исчерпан'],
      ['超出每日 Token 限额，请明天再试'],
      ['今日 AI 使用次數已達上限'],
      ['일일 AI 요청 한도를 초과했습니다'],
      ['本日のAI利用回数の上限に達しました'],
    ],
    leaves: [
      ['Lösche das Nutzungsprotokoll', 'unknown_error'],
      ['Daily AI summary failed', 'unknown_error'],
      ['每日任务：每分钟请求次数达到上限', 'unknown_error'],
    ],
  },
  'key-told': {
    takes: [
      ['Gemini API 密钥缺失或无效'],
      ['Credenciales de OpenAI inválidas.'],
      ['There is a problem with your OpenAI key'],
      ['OpenAI Key有问题'],
      ['Отсутствует API-ключ', { status: 500 }],
      ['La clave de OpenAI no es válida'],
      ['API キーが拒否されました'],
      ['The AI provider rejected our key'],
      ['OpenAI-Schlüssel fehlt'],
      ["Vous n'avez pas accès à ce modèle"],
      ['No tiene permiso para usar este modelo'],
      ['Нет доступа к модели', { status: 500 }],
      ['沒有權限使用此模型'],
    ],
    leaves: [
      ['There is a problem with your keyboard', 'unknown_error'],
      ['欄位驗證失敗', 'unknown_error'],
      ['Falta la clave en el diccionario', 'unknown_error'],
    ],
  },
  'timeout-told': {
    takes: [
      ['Die KI hat zu lange gebraucht'],
      ['That took too long. The AI might be busy'],
      ['Модель не успела ответить за отведённое время'],
      ['The AI took too long to answer'],
      ['No answer from the model within 60 seconds'],
      ['Die KI hat nicht rechtzeitig geantwortet'],
      ["L'IA n'a pas répondu à temps"],
      ['La IA no respondió en 30 segundos'],
      ['Модель не ответила вовремя'],
    ],
    leaves: [['La IA no respondió en el formato esperado', 'response_quality_error']],
  },
  'connection-told': {
    takes: [
      ['Ollama 서버에 연결할 수 없습니다', { status: 503 }],
      ['Erreur réseau lors de l’appel à l’IA', { status: 500 }],
      ['No fue posible conectar con OpenAI.'],
      ['Falha ao conectar com o Ollama'],
      ['Ollama 서버에 접속하지 못했습니다'],
      ['The response was cancelled mid-stream'],
      ['Falha na comunicação com a IA'],
      ['Verbindung zum KI-Dienst verloren'],
      ['Le service IA est injoignable'],
      ['Se perdió la conexión con el servicio de IA'],
      ['O fluxo da IA foi interrompido'],
      ['Не удалось подключиться к Ollama'],
      ['無法連線到 AI 服務'],
      ['토큰 스트림이 중단됐다'],
      ['AIサービスとの接続が切れました'],
    ],
    leaves: [
      ['La conexión de ideas del modelo', 'api_connection_error'],
      ['No se pudo establecer el idioma del asistente', 'unknown_error'],
    ],
  },
  'model-loading-told': {
    takes: [
      ['Das Modell wird noch geladen'],
      ['modelo de IA ainda carregando', { status: 502 }],
      ['Модель загружается. Попробуйте через 20-30 секунд.'],
      ['模型載入中，請稍候'],
      ['모델이 아직 준비되지 않았습니다'],
      ['モデルを読み込んでいます'],
    ],
    leaves: [
      ['LM Studioが起動していません。モデルを読み込んでください', 'api_connection_error'],
      ['Error cargando el modelo', 'unknown_error'],
    ],
  },
  'overloaded-told': {
    takes: [
      ["L'IA est occupée"],
      ['Der KI-Server ist ausgelastet'],
      ['模型目前過載'],
      ['Le modèle est saturé'],
    ],
    leaves: [['Der Auslastungsbericht der KI fehlt', 'unknown_error']],
  },
  'provider-told': {
    takes: [
      ["Le service d'IA est indisponible"],
      ['The language model server is down'],
      ['生成AIサービスで内部エラーが発生しました'],
      ['Le service IA est momentanément indisponible'],
      ['El servicio de IA no está disponible temporalmente'],
      ['O serviço do Gemini está temporariamente indisponível'],
      ['Сервис ИИ временно недоступен'],
      ['AI 服務暫時無法使用'],
      ['AIサービスは現在利用できません'],
    ],
    leaves: [['O modelo não está mais disponível', 'invalid_request_error']],
  },
  'too-long-told': {
    takes: [
      ['The text is too long for the AI', { status: 500 }],
      ['Input is larger than the model can take'],
      ['Prompt is 180k tokens but this model only allows 128k'],
      ['Nombre maximal de tokens dépassé'],
      ['O texto é longo demais para o modelo'],
      ['Превышен лимит токенов: 5120 > 4096', { status: 502 }],
      ['输入内容超过模型最大长度'],
      ['輸入內容超過模型上限'],
      ['입력이 모델의 최대 길이를 초과했습니다'],
      ['入力がモデルの最大長を超えています'],
    ],
    leaves: [
      ['Die Liste ist zu lang', 'token_limit_error'],
      ['Used 900 tokens per minute, your plan allows 800', 'rate_limit_error'],
      ['Превышен лимит токенов в минуту', 'rate_limit_error'],
      ['파일 이름이 너무 깁니다', 'invalid_request_error', { status: 404 }],
    ],
  },
  'cut-answer-told': {
    takes: [
      ['The generation was not completed. Please increase max_tokens and try again'],
      ['The reply got cut off'],
      ['Die Modellantwort wurde abgeschnitten'],
      ['Resposta da IA cortada'],
      ['模型回應被截斷', { status: 422 }],
      ['モデルの応答が途切れました'],
    ],
    leaves: [
      ['max_tokens must be greater than budget_tokens', 'invalid_request_error', { status: 400 }],
      ['응답이 잘못되었습니다', 'unknown_error'],
      ['接続が途切れました', 'api_connection_error'],
    ],
  },
  'refusal-told': {
    takes: [
      ['内容被安全过滤器拦截'],
      ['模型触发内置拒绝话术'],
      ['The AI declined this request'],
      ['Das Modell hat die Antwort abgelehnt'],
      ['Le modèle a refusé cette demande', { status: 422 }],
      ['El modelo se negó a responder'],
      ['A IA se recusou a responder'],
      ['Модель отказалась отвечать'],
      ['模型拒絕回答'],
      ['모델이 응답을 거부했습니다'],
      ['モデルが回答を拒否しました'],
    ],
    leaves: [
      ['拒绝连接', 'api_connection_error'],
      ['The model refused the connection', 'unknown_error', { status: 418 }],
      ['Zugriff auf das Modell verweigert', 'authentication_error', { status: 403 }],
    ],
  },
  'timeout-behind-status': {
    takes: [
      ['Request timed out', { status: 400 }],
      ['Request timed out.', { status: 500 }],
      ['context deadline exceeded', { status: 502 }],
    ],
    leaves: [
      ['Read timed out while downloading the image', 'invalid_request_error', { status: 400 }],
      ['timed out waiting for llama runner to start', 'provider_error', { status: 500 }],
      ['Invalid value for timeout', 'provider_error', { status: 500 }],
    ],
  },
  'unreachable-behind-5xx': {
    takes: [['Cannot connect to host localhost:1234 ssl:default', { status: 500 }]],
    leaves: [['The host could not serve the model', 'provider_error', { status: 500 }]],
  },
  'answer-told': {
    takes: [
      ['Модель не вернула JSON'],
      ['大模型没有按规定返回 JSON 格式'],
      ['KI-Antwort konnte nicht zuverlässig gelesen werden', { status: 502 }],
      ['AI 沒有回傳內容'],
      ['Модель не вернула ответ'],
      ['LLMの応答をJSONとして解析できませんでした'],
      ["The AI couldn't format a valid response for this request"],
      ['The AI picked a product id that does not exist'],
      ['Die Modellantwort ist ungültig', { status: 502 }],
      ["Impossible d'analyser la réponse de l'IA"],
      ['El modelo devolvió JSON inválido'],
      ['A IA retornou IDs de produtos inexistentes'],
      ['Модель вернула невалидный JSON'],
      ['模型返回的段落 ID 不完整'],
      ['AI 回傳空白內容'],
      ['모델이 존재하지 않는 ID를 반환했습니다'],
      ['Claude APIのレスポンスが配列ではありません'],
      ['LLM 返回的字段缺少 title'],
      ['Resposta da IA inválida'],
      ['Поля ответа модели не соответствуют схеме'],
    ],
    leaves: [
      ['Die KI-Antwort konnte nicht gespeichert werden', 'unknown_error'],
      ['模型返回的错误：429 缺少额度', 'rate_limit_error'],
      ['模型返回的错误：429', 'rate_limit_error'],
      ['KI-Antwort nicht rechtzeitig: Zeitüberschreitung', 'api_connection_error'],
    ],
  },
  'model-told': {
    takes: [
      ['模型名称或请求参数不被支持', { status: 502 }],
      ['AIモデル「m-9」が見つかりません。提供終了した可能性があります。'],
      ['模型名称错误'],
      ['Unbekanntes Modell: m-9'],
      ['Modèle inconnu : m-9'],
      ['Modelo desconhecido: m-9'],
      ['Неизвестная модель: m-9', { status: 500 }],
      ['該模型已停用'],
      ['알 수 없는 모델: m-9'],
      ['不明なモデル: m-9'],
    ],
    leaves: [['Модель думает', 'unknown_error']],
  },
  'ability-told': {
    takes: [
      ['Failed to load model "m". Error: Model is not embedding.'],
      ['不是嵌入模型'],
      ['This model cannot use web search'],
      ['El modelo seleccionado no es compatible con herramientas'],
      ['O modelo não suporta imagens'],
      ['Модель не поддерживает изображения'],
      ['此模型不支援圖片', { status: 422 }],
    ],
    leaves: [
      ['Failed to load model', 'provider_error'],
      ['모델이 이미지를 만들지 못했습니다', 'unknown_error'],
    ],
  },
  'history-told': {
    takes: [
      ['Chat history must end with a user message'],
      ['Die letzte Nachricht muss vom Benutzer stammen'],
      ['Les rôles doivent alterner'],
      ['El historial de conversación no es válido.'],
      ['A última mensagem deve ser do usuário'],
      ['Последнее сообщение должно быть от user'],
      ['previous_response_id 无效或已过期', { status: 404 }],
      ['訊息角色必須交替'],
      ['이전 응답이 만료되었습니다'],
      ['ツール呼び出しに対応しないツール結果です'],
    ],
    leaves: [
      ['История диалога слишком длинная', 'token_limit_error'],
      ['Los roles deben configurarse', 'unknown_error'],
    ],
  },
};

const takes = Object.entries(CASES).flatMap(([rule, cases]) =>
  cases.takes.map(([message, extra]) => ({ rule, message, extra })),
);
const leaves = Object.entries(CASES).flatMap(([rule, cases]) =>
  cases.leaves.map(([message, category, extra]) => ({ rule, message, category, extra })),
);

describe('built-in rules', () => {
  test.each(takes)('$rule takes: $message $extra', async ({ rule, message, extra }) => {
    expect(await classify(message, extra)).toMatchObject({ rule });
  });

  test.each(leaves)('$rule leaves: $message', async ({ rule, message, category, extra }) => {
    const result = await classify(message, extra);
    expect(result.rule).not.toBe(rule);
    expect(result.category).toBe(category);
  });

  test('have unique names, and each has cases above', () => {
    const names = BUILT_IN_RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(CASES).sort()).toEqual([...names].sort());
    for (const { takes, leaves } of Object.values(CASES)) {
      expect(takes.length).toBeGreaterThan(0);
      expect(leaves.length).toBeGreaterThan(0);
    }
  });
});

describe('advice', () => {
  const adviceOf = async (language: string, message: string, extra: Extra = {}) => {
    const classifier = createClassifier({ llm: false, scope: 'all', language });
    return (await classifier.classify({ type: 'Error', message, ...extra })).suggestion;
  };

  test.each([
    [
      'a free tier used up for the day',
      'midnight',
      '자정',
      'requests per day',
      { status: 429, codes: ['GenerateRequestsPerDayPerProjectPerModel-FreeTier'] },
    ],
    [
      'a refused region',
      'supported region',
      '지원되는 지역',
      'User location is not supported',
      { status: 400 },
    ],
    [
      'a retired model',
      'successor',
      '후속 모델',
      'The model `m` has been deprecated',
      { status: 404 },
    ],
    [
      'a wrong order of roles',
      'user and assistant in turn',
      '번갈아',
      'roles must alternate',
      { status: 400 },
    ],
    [
      'a refused schema',
      'additionalProperties',
      'additionalProperties',
      'Invalid schema for response_format',
      { status: 400 },
    ],
    ['too little memory', 'quantised', '양자화', 'CUDA out of memory', {}],
    [
      'an unknown certificate',
      'NODE_EXTRA_CA_CERTS',
      'NODE_EXTRA_CA_CERTS',
      'self signed certificate',
      {},
    ],
  ] as const)(
    'for %s says what to do, in English and Korean',
    async (_, en, ko, message, extra) => {
      expect(await adviceOf('en', message, extra as Extra)).toContain(en);
      expect(await adviceOf('ko', message, extra as Extra)).toContain(ko);
    },
  );
});

describe('retryable', () => {
  test.each<[string, boolean, string, Extra?]>([
    ['a rate limit', true, 'slow down', { status: 429 }],
    [
      'a quota per day',
      false,
      'quota',
      { status: 429, codes: ['GenerateRequestsPerDayPerProjectPerModel-FreeTier'] },
    ],
    ['an abort by the caller', false, 'no', { type: 'APIUserAbortError' }],
    ['an overloaded provider', true, 'Overloaded', { status: 529 }],
    ['a time-out', true, 'Request timed out.'],
    ['an unknown certificate', false, 'self signed certificate'],
    ['a server without enough memory', false, 'CUDA out of memory'],
    ['a wrong key', false, 'no', { status: 401 }],
  ])('%s: %s', async (_, retryable, message, extra) => {
    expect(await classify(message, extra)).toMatchObject({ retryable });
  });
});
