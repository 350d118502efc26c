import { phrases } from '../facts/phrases.js';
import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';
import { VAGUE } from './statuses.js';

const rate = 'rate_limit_error';
const quota = 'quota_exceeded_error';

/** Periods after which waiting a little helps, whatever the provider sells beside it. */
export const PER_MINUTE = [
  'per min',
  'per second',
  { near: ['rpm', 'tpm', 'qpm', 'qps'], says: /\b(?:RPM|TPM|QPM|QPS)\b/ },
  'per hour',
  'reset hourly',
  'por minuto',
  'par minute',
  'pro minute',
  '每分钟',
  '毎分',
  '1分あたり',
  '분당',
  'в минуту',
];

/** 429 means both; what tells them apart is whether waiting a little helps. */
export const RATE_AND_QUOTA_RULES: readonly BuiltInRule[] = [
  // RFC 6585 §4
  { name: 'http-429', category: rate, confidence: 0.94, when: { status: [429] } },
  // DeepSeek, OpenRouter, Replicate, Together, Hugging Face: all answer 402 when nothing is left to spend
  { name: 'http-402', category: quota, confidence: 0.97, when: { status: [402] } },
  {
    // OpenAI "Error codes"; Anthropic "Errors"; AWS Bedrock "Troubleshooting"; LangChain MODEL_RATE_LIMIT;
    // Azure NoCapacity; Mistral 3505; DashScope "Error codes"; Together model_rate_limit
    name: 'rate-limit-code',
    category: rate,
    confidence: 0.96,
    when: {
      code: [
        'rate_limit_exceeded',
        'rate_limit_error',
        'rate_limit',
        'rate_limited',
        'rate_limit_reached_error',
        'RateLimitReached',
        'RateLimitExceeded',
        'ThrottlingException',
        'throttling_error',
        'Throttling',
        'Throttling.RateQuota',
        'Throttling.AllocationQuota',
        'limit_requests',
        'limit_burst_rate',
        'TooManyRequests',
        'TooManyRequestsException',
        'too_many_requests',
        'too_many_requests_error',
        'request_quota_exceeded',
        'token_quota_exceeded',
        'queue_exceeded',
        'MODEL_RATE_LIMIT',
        'model_cap_exceeded',
        'model_rate_limit',
        'service_tier_capacity_exceeded',
        'NoCapacity',
        'tokens_usage_based',
        'concurrency_limit_exceeded',
        'InvokeRateLimitError',
        'FailedOperation.EngineServerLimitExceeded',
        'RequestLimitExceeded',
        // Gateways
        'rate_limited_error',
        'throttled',
        'concurrent_limit_exceeded',
        'rate_limit_exceeded_error',
      ],
    },
  },
  {
    // gRPC code 8, as Google prints it for both; without a word about a day or billing it is the rate
    name: 'resource-exhausted',
    category: rate,
    confidence: 0.92,
    when: { status: ['none', 429], code: ['RESOURCE_EXHAUSTED'] },
  },
  {
    // openai, @anthropic-ai/sdk, groq-sdk: core/error.js; cohere-ai: api/errors; AWS
    name: 'rate-limit-class',
    category: rate,
    confidence: 0.95,
    when: {
      type: [
        'RateLimitError',
        'ThrottlingException',
        'TooManyRequestsError',
        'GatewayRateLimitError',
        // openai-java, LangChain4j; Faraday; Prism
        'RateLimitException',
        'PrismRateLimitedException',
        // google.api_core.exceptions
        'ResourceExhausted',
      ],
    },
  },
  {
    // For messages whose status did not survive, or that a gateway wraps into its own
    name: 'rate-limit-words',
    category: rate,
    confidence: 0.955,
    when: {
      status: VAGUE,
      says: [
        { near: ['rpm', 'tpm', 'qpm', 'qps'], says: /\b(?:RPM|TPM|QPM|QPS)\b/i },
        // All that is said
        { near: ['rate limit'], says: /(?:^|: )"?rate limit(?:ed|ing)?"?\.?$/im },
        ...phrases(
          'rate limit … reached|rate limit … exceeded|exceed … rate limit',
          'hit … rate limit',
          'exhausted … rate limit|limitando el uso|over rate limit|rate limit error',
          'ratelimiterror|rate limited|rate limiting|requestlimitexceeded|rate exceeded',
          'rate increased too quickly|token rate limit|call rate limit|too many requests',
          'toomanyrequests|too many concurrent|too many tokens please wait',
          'too many tokens per day please wait|requests per min|tokens per min',
          'request limit reached|throttling|throttled|concurrency limit|parallel requests',
          'too many in flight|calls limited to|reduce your request rate',
          'reduce the request rate|lower your request rate|concurrent requests … exceeded',
          'resource exhausted|resource has been exhausted|max organization rpm',
          'max organization tpm|max organization concurrency|enqueued token limit',
          'tier capacity exceeded|slow down|temporarily limiting requests|请求太频繁',
          '请求频繁|请求频率|请求过多|请求量过高|请求量过大|请求次数过多|频率限制',
          '频率过高|过于频繁|调用频率|频率超|限速|流量受限|秒级流控',
          '并发流控|并发数|并发限制|并发 … 上限|請求次數過多|レート制限',
          'レートリミット|リクエスト制限|リクエストが多すぎ|リクエスト数 … 上限',
          'リクエスト数 … 超|リクエスト回数|同時リクエスト|요청 한도|호출 한도|횟수 제한',
          '호출 제한|요청 제한|요청 횟수|요청 수를 초과|속도 제한|요청이 너무 많',
          '너무 많은 요청|동시 요청|demasiadas solicitudes|demasiadas peticiones',
          'límite de solicitudes|límite de peticiones|límite de velocidad|límite de tasa',
          'zu viele anfragen|ratenlimit|ratenbegrenzung|anfragelimit|anfragen pro minute',
          'trop de requêtes|limite de débit|limite de requêtes|nombre maximal de requêtes',
          'muitas solicitações|muitas requisições|limite de taxa|limite de requisições',
          'слишком много запросов|лимит запросов|troppe richieste',
          'reached the rate limit|reached your rate limit|queries per minute',
          'rate limit … 達し|rate limit … 초과|appidqpsoverflow',
          'too many connections please',
        ),
      ],
      saysNot: [ECHO],
    },
  },
  {
    // OpenAI "Error codes"; DeepSeek "Error codes" (402); Moonshot; DashScope Arrearage; Google ErrorInfo
    // reasons; Tencent Hunyuan; OneAPI and NewAPI gateways; LiteLLM proxy; Together; Portkey; ElevenLabs and Copilot
    name: 'quota-code',
    category: quota,
    confidence: 0.98,
    when: {
      code: [
        'insufficient_quota',
        'insufficient_user_quota',
        'pre_consume_token_quota_failed',
        'billing_hard_limit_reached',
        'billing_not_active',
        'BILLING_DISABLED',
        'access_terminated',
        'insufficient_credit',
        'insufficient_credits',
        'insufficient_balance',
        'insufficient_funds',
        'exceeded_current_quota_error',
        'Arrearage',
        'AccountOverdueError',
        'SetLimitExceeded',
        'AllocationQuota.FreeTierOnly',
        'ServiceQuotaExceededException',
        'billing_error',
        'budget_exceeded',
        'credit_limit',
        'credits_exhausted',
        'token_quota_reached',
        'payment_required',
        'free_tier_exhausted',
        'FailedOperation.FreeResourcePackExhausted',
        'FailedOperation.ResourcePackExhausted',
        'FailedOperation.ServiceStopArrears',
        'voice_limit_reached',
        'quota_exceeded',
        // Jiekou, Novita, the backend of Codex; gateways
        'NOT_ENOUGH_BALANCE',
        'usage_limit_reached',
        'usage_limit_exceeded',
        'quota_exhausted',
        'free_quota_exceeded',
        'credit_balance_too_low',
      ],
    },
  },
  {
    // LiteLLM, exceptions.py; AWS Bedrock "Troubleshooting"
    name: 'quota-class',
    category: quota,
    confidence: 0.96,
    when: {
      type: [
        'BudgetExceededError',
        'InsufficientQuotaError',
        'ServiceQuotaExceededException',
        'PaymentRequiredError',
      ],
    },
  },
  {
    // Anthropic answers 400 with these words, Azure and xAI 403, gateways 401, 403 or 429, Fireworks 412
    name: 'quota-words',
    category: quota,
    confidence: 0.97,
    when: {
      says: phrases(
        'credit balance is too low|valid credit card|credit card on file',
        'insufficient credit|insufficient balance|insufficient account balance',
        'account balance is insufficient|insufficient quota|insufficient user quota',
        'insufficient funds|insufficient token quota|quota is not enough',
        'quota not enough|balance is not enough|not enough credits|not enough balance',
        'no credits left|no credits remaining|does not have any credits',
        'doesn t have any credits|free credits|paid credits|no remaining credits',
        'out of credits|add … credits|add funds|buy … credits|buy more',
        'purchase … credits|requires more credits|prepaid credits|prepayment credits',
        'used all available credits',
        'credit limit exceeded|credits … exhausted|credits … depleted',
        'credits have expired|billing hard limit|billing limit|billing to be enabled',
        'billing account|billing is disabled|enable billing|unpaid invoice',
        'past invoices|overdue payment|overdue balance|good standing|inference limit',
        'is suspended due to insufficient|spending limit|spending cap|spend limit',
        'spend cap|api usage limits|request allowance|exhausted your … quota',
        'reached your … quota|have enough balance|balance not enough',
        'balance is negative|top up|please recharge|appidnoautherror|credit … used up',
        'allowance … consumed|allowance … used up|payment method',
        'used all of your free|tokens left in your plan|monthly limit … reached',
        'monthly limit … exceeded',
        'monthly usage limit|monthly token limit|daily token limit|exceeded … monthly',
        'reached … monthly|allowance for the month|billing cycle|billing period',
        'key limit exceeded|monthly quota|usage limit … reached|reached … usage limit',
        'hit … usage limit|hit your limit|daily limit … reached|daily limit … exceeded',
        'reached … daily limit|exceeded … daily limit|daily request limit reached',
        'daily quota|daily free allocation|weekly limit … reached',
        'reached … weekly limit|api calls month|account is not active … billing',
        'free models per day|free tier … exhausted|free quota … exhausted',
        'free trial … ended|trial … expired|subscription … expired',
        'no active subscription|quota … has been exhausted|out of call volume quota',
        'budget … exceeded|exceeded budget|budget … has been reached',
        'budget … is used up|budget … exhausted|run out of tokens for|run out of funds',
        'exceededbudget|over budget|payment required|paymentrequired',
        '余额不足|餘額不足|余额已用|余额为|额度不足|額度不足|额度已用|额度用完|额度用尽',
        '额度耗尽|额度已耗尽|额度失败|剩余额度|使用上限|免费额度|配额已用|配额不足',
        '配额超|超出配额|超过配额|欠费|日流控|当日最大|今日 … 次数已用|用量已达',
        '资源包 … 用尽|余量已用尽|请购买|充值|资源包 … 用完|套餐 … 用完|套餐 … 到期|残高不足',
        '残高が不足|残高がありません|クレジットが不足|クレジット残高|クレジットを使い',
        'クレジットがありません|クレジットが足り|利用上限|クォータ … 超|クォータ … 達し',
        '利用枠|月間 … 上限|使用量の上限|잔액이 부족|잔액 부족|잔액이 없|크레딧이 부족',
        '크레딧이 모두|크레딧을 모두|크레딧 … 소진|크레딧 부족|할당량을 모두',
        '할당량을 초과|할당량 초과|사용량 한도|사용 한도|월 한도|무료 사용량',
        'saldo insuficiente|saldo agotado|agotó el saldo|límite mensual',
        'crédito insuficiente|créditos insuficientes|sin créditos|crédito … agotado',
        'superado … cuota|excedido … cuota|cuota … superada',
        'cuota … excedida|cuota agotada|facturación|guthaben|kontingent … aufgebraucht',
        'kontingent … erschöpft|kontingent … überschritten|ausgabenlimit|monatslimit',
        'limite mensuelle|plafond mensuel|crédit insuffisant|crédits insuffisants',
        'crédit … épuisé|solde insuffisant|dépassé votre quota|quota … dépassé',
        'quota … épuisé|facturation|cota … excedida|excedeu … cota|недостаточно средств',
        'квота',
        'add a credit card|is paid only|paid only feature',
        'free time limit|set up billing',
      ),
      // "Invalid API key or insufficient credits" does not decide; a limit per minute is one of rate
      saysNot: [
        'invalid api key or',
        'concurrent requests',
        'parallel requests',
        'budget of … tokens',
        ECHO,
        ...PER_MINUTE,
      ],
    },
  },
  {
    // OpenAI prints this with insufficient_quota, Google with every 429: only there it may be the rate
    name: 'current-quota',
    category: quota,
    confidence: 0.965,
    when: {
      status: ['none', 400, 403, 429],
      says: ['quota … exceeded', 'exceeded … quota'],
      saysNot: [
        ECHO,
        ...PER_MINUTE,
        ...phrases(
          'gemini|generativelanguage|generate content|aiplatform|ai google dev',
          'resource exhausted|allocated quota|requests list',
        ),
      ],
    },
  },
  {
    // OpenRouter keys, DashScope free tiers, gateways: a 403 that speaks of a limit is not about permission
    name: 'limit-in-403',
    category: quota,
    confidence: 0.93,
    when: {
      status: [403],
      says: phrases('limit exceeded|limit reached|quota|credit|额度|配额|balance|购买'),
      saysNot: [ECHO, ...PER_MINUTE],
    },
  },
  {
    // Google's quota ids name the period: GenerateRequestsPerDayPerProjectPerModel-FreeTier
    name: 'google-quota-per-day',
    category: quota,
    confidence: 0.97,
    when: {
      status: ['none', 429],
      says: ['generate content api requests per day', /PerDay(?:Per[A-Z]|-FreeTier)/],
    },
    advice: 'freeTierPerDay',
  },
  {
    // The same ids, where the body has been read into codes
    name: 'google-quota-id-per-day',
    category: quota,
    confidence: 0.97,
    when: {
      status: ['none', 429],
      code: [
        'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
        'GenerateRequestsPerDayPerProjectPerModel',
        'GenerateContentInputTokensPerModelPerDay-FreeTier',
        'GenerateContentInputTokensPerModelPerDay',
        'GenerateRequestsPerDayPerProject-FreeTier',
        'EmbedContentRequestsPerDayPerUserPerProjectPerModel-FreeTier',
      ],
    },
    advice: 'freeTierPerDay',
  },
];
