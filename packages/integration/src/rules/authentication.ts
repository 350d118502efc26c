import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';
import { VAGUE } from './statuses.js';

const category = 'authentication_error';

/** As it is written in sentences, and in names such as `OPENAI_API_KEY`. */
const KEY = ['api key', 'apikey'];
const PROVIDERS_KEY = ['openai key|gemini key|anthropic key|claude key|groq key'];

export const AUTHENTICATION_RULES: readonly BuiltInRule[] = [
  // RFC 9110 §15.5.2
  { name: 'http-401', category, confidence: 0.96, when: { status: [401] } },
  // RFC 9110 §15.5.4 and RFC 7725; other meanings of 403 are told by their words
  { name: 'http-403', category, confidence: 0.91, when: { status: [403, 451] } },
  {
    // OpenAI "Error codes"; Google ErrorInfo reasons; AWS common errors; gRPC codes; LangChain
    // MODEL_AUTHENTICATION; DashScope; Tencent Hunyuan
    name: 'authentication-code',
    category,
    confidence: 0.97,
    when: {
      code: [
        'invalid_api_key',
        'incorrect_api_key',
        'API_KEY_INVALID',
        'API_KEY_SERVICE_BLOCKED',
        'ACCESS_TOKEN_EXPIRED',
        'SERVICE_DISABLED',
        'CONSUMER_INVALID',
        'authentication_error',
        'invalid_authentication_error',
        'permission_error',
        'permission_denied_error',
        'missing_scope',
        'ip_not_authorized',
        'account_deactivated',
        'invalid_organization',
        'UNAUTHENTICATED',
        'PermissionDenied',
        'AccessDenied',
        'AccessDeniedException',
        'AccessDenied.Unpurchased',
        'Model.AccessDenied',
        'UnrecognizedClientException',
        'InvalidClientTokenId',
        'ExpiredTokenException',
        'ExpiredToken',
        'InvalidSignatureException',
        'InvalidApiKey',
        'InvalidSubscriptionKey',
        'MODEL_AUTHENTICATION',
        'InvokeAuthorizationError',
        'FailedOperation.ServiceNotActivated',
        'FailedOperation.UserUnAuthError',
        'CredentialsValidateFailedError',
        // Jiekou, Novita, ModelVerse, LiteLLM proxy; gateways
        'FAILED_TO_AUTH',
        'key_model_access_denied',
        'team_model_access_denied',
        'ACCESS_DENY',
        'auth_error',
        'missing_api_key',
        'expired_api_key',
        'unauthorized',
      ],
    },
  },
  {
    // openai, @anthropic-ai/sdk: core/error.js; cohere-ai: api/errors; Vercel AI SDK; AWS credential providers
    name: 'authentication-class',
    category,
    confidence: 0.97,
    when: {
      type: [
        'AuthenticationError',
        'UnauthorizedError',
        'Unauthenticated',
        'AI_LoadAPIKeyError',
        'GatewayAuthenticationError',
        'GoogleAuthError',
        'CredentialsProviderError',
        'ExpiredTokenException',
        'UnrecognizedClientException',
        // openai-java, LangChain4j
        'AuthenticationException',
        'UnauthorizedException',
        // botocore/exceptions.py
        'NoCredentialsError',
        'PartialCredentialsError',
        'CredentialRetrievalError',
        'TokenRetrievalError',
        'SSOTokenLoadError',
        // google.auth.exceptions
        'RefreshError',
        'DefaultCredentialsError',
        'UnauthorizedSSOTokenError',
      ],
    },
  },
  {
    // openai, @anthropic-ai/sdk: core/error.js: 403; openai-java; google.api_core.exceptions
    name: 'permission-class',
    category,
    confidence: 0.91,
    when: {
      status: ['none', 403],
      type: [
        'PermissionDeniedError',
        'ForbiddenError',
        'AccessDeniedException',
        'PermissionDeniedException',
        'PermissionDenied',
      ],
    },
    advice: 'permission',
  },
  {
    // gRPC code 7, where no status says the same
    name: 'permission-code',
    category,
    confidence: 0.93,
    when: { status: ['none'], code: ['PERMISSION_DENIED'] },
    advice: 'permission',
  },
  {
    // Google and xAI answer 400; SDKs throw without a status before any request is made
    name: 'api-key-words',
    category,
    confidence: 0.97,
    when: {
      status: [...VAGUE, 401],
      says: [
        'incorrect api key|invalid api key|invalid apikey|invalid authentication',
        'invalid x api key|invalid subscription key|invalid authorization',
        'api key not valid|api key is not valid|api key … is invalid|api key invalid',
        'api key expired|api key has expired|api key … is missing|api key missing',
        'api key not set|api key is required|api key is not set|api key must be',
        'api key or token provider not found|api key not found|api key not configured',
        'api key … reported as leaked|api key was reported|api key has been disabled',
        'api key environment variable|api key client option must be set',
        'missing or invalid api|missing api key|no api key|set openai key',
        'provide an api key|valid api key|carry the api secret key|missing credentials',
        'invalid credentials|bad credentials|wrong credentials|no credential',
        'no enough credential|no valid credential',
        'credentials … are missing|credentials are invalid',
        'default credentials were not found|application default login',
        'reauthentication is needed|invalid grant|token has been revoked',
        'token was revoked|key has been revoked|token is from a different',
        'determine credentials|invalid username or password|missing authentication',
        'missing authorization|no auth credentials',
        'could not resolve authentication method|could not load … credentials',
        'could not refresh access token|authentication is not set up',
        'authentication failed|authentication fails|authentication error',
        'authentication required|authenticationerror|unable to authenticate',
        'unable to locate credentials|unauthenticated request|apikey function',
        'invalidproviderapikey|unregistered callers|api keys are not supported',
        'cookie auth credentials',
        'unknown api key',
        {
          near: ['invalid'],
          says: /\binvalid (?:access|auth|authentication|authorization|bearer|api|user|proxy server)[ _-](?:token|key)\b/i,
        },
        {
          near: ['invalid token'],
          says: /^(?:Error: )?(?:40[013] )?"?invalid token"?\.?(?:$| \()/im,
        },
        {
          near: ['无效', '错误', '不正确', '不存在', '为空', '已过期', '未配置'],
          says: /\bAPI ?key\s{0,3}(?:无效|错误|不正确|不存在|为空|已过期|未配置)/i,
        },
        'token has expired|token expired|token … is expired|access token invalid',
        'access token is missing|security token included|signature … does not match',
        'unauthorized|未提供api key|未提供令牌|身份验证|无效的api|密钥无效|密钥错误',
        '密钥不正确|无效的密钥|无效密钥|金鑰無效|无效的令牌|令牌无效|令牌 … 过期',
        '令牌状态不可用|未授权|未授權|认证失败|鉴权失败|身分驗證失敗|身份驗證失敗',
        '金鑰驗證失敗|api 驗證失敗|キーが正しく|キーが無効|キーが間違|キー … 設定されて',
        'api key … 설정되어 있지|api key … 설정되지|api key … 設定されてい',
        '未配置 … api key|未设置 … api key|キー … 見つかりません|認証に失敗|認証エラー',
        '認証情報|유효하지 않은 api|잘못된 api|키가 올바르지|키가 유효하지|키가 만료',
        '키가 잘못|인증 정보|키가 설정되|인증에 실패|인증 실패|인증 오류|clave de api',
        'clave api|clave de la api|api schlüssel|clé api|clé d api|chave de api',
        'chave da api|no autorizado|autenticación|nicht autorisiert|authentifizierung',
        'non autorisé|authentification|não autorizado|неверный api|ключ api',
      ],
      saysNot: [ECHO],
    },
  },
  {
    // Applications, of a key that they lack: what is to be done about it, before or behind its name
    name: 'api-key-wanted',
    category,
    confidence: 0.92,
    when: {
      status: ['none', 400, 500, 502, 503],
      says: [
        {
          near: KEY,
          says: /\b(?:set|provide|configure|add|enter|need|require|supply|specify|missing|without|invalid|wrong|find)(?:s|d|ing)? (?:\S{1,40} ){0,4}["'`(]?(?:\w{1,30}[_-])?api[ _-]?key/i,
        },
        {
          near: KEY,
          says: /(?:\b|_)api[ _-]?key\S{0,9} (?:\S{1,20} ){0,3}(?:missing|required|invalid|incorrect|wrong|empty|undefined|expired|revoked|rejected|disabled|leaked|not|fehlt|ungültig|nicht|no|não|inválida|invalide|manquante)(?!\w)/i,
        },
        {
          near: PROVIDERS_KEY,
          says: /\b(?:openai|gemini|anthropic|claude|groq) key (?:is |was |has been )?(?:missing|required|invalid|incorrect|wrong|expired|revoked|rejected|not)(?!\w)/i,
        },
        'no … key configured|schlüssel gefunden|chave openai|не настроен api|no … key is configured|no … key set|no … key is set',
        'no … key found|no … key provided|no … key available|key rejected by',
        'key was rejected by|key refused by|key was refused by',
        {
          near: ['密钥', '金鑰'],
          says: /(?:没有|缺少|未)(?:可用|有效|配置|设置|提供)?.{0,12}(?:密钥|金鑰)/,
        },
      ],
      saysNot: [
        ECHO,
        'limit|quota|credit|balance|billing|plan|budget|too many|per minute|connection',
        'model … not found|model … not exist|try again|invalid api key or',
      ],
    },
  },
  {
    // Bedrock, Google IAM, Azure RBAC, OpenAI projects, LiteLLM keys: the key is good and may not do this
    name: 'permission-words',
    category,
    confidence: 0.955,
    when: {
      status: ['none', 400, 403, 404, 429, 500, 502],
      says: [
        'not authorized to|you are not authorized|not allowed to access model',
        'not allowed to sample|not allowed to generate|permission … denied',
        'permissiondeniederror|insufficient permissions',
        'insufficient authentication scopes|sufficient permissions|missing scopes',
        'lacks the required|access to model denied|access to the model is denied',
        'model access is denied|do not have access to this model',
        'don t have access to this model|don t have access to the model',
        'only authorized for use with|do not have access to the model with',
        'does not have access to|has no access to model|no access to the model',
        'no permission|requests to this api … blocked|organization must be verified',
        'requires organization verification|access to model … is restricted',
        'must have access to it|organization has been disabled',
        'account has been disabled|account has been suspended',
        'account has been deactivated|account deactivated|account … locked',
        'account is not active|account … banned|账户 … 锁定|账号 … 锁定|账户 … 封禁|账号 … 封禁',
        '账户 … 冻结|暂未开放|アカウント … 停止|계정 … 정지|cuenta … suspendida',
        'konto … gesperrt|compte … suspendu|conta … suspensa|аккаунт заблокирован',
        'has not been used in project|use case details have not been submitted',
        'service account … not found|403 forbidden|accessdeniedexception|没有权限',
        '拒绝访问|拒絕存取|无权访问|无权使用|权限不足|無權|権限がありません|アクセス権',
        'アクセスが拒否|권한이 없|접근 권한|permiso denegado|acceso denegado',
        'zugriff verweigert|keine berechtigung|accès refusé|acesso negado',
        'not allowed for organization|not allowed for your organization',
        'not allowed for this organization|has not agreed to … terms',
        'have not agreed to … terms|must agree to … terms',
        'accept the terms',
        'caller does not have permission',
      ],
      // Bedrock's retired models begin so; "does not exist or you do not have access" is a wrong name mostly
      saysNot: [ECHO, 'marked by provider as legacy', 'does not exist or', 'proxyerror', 'tunnel'],
    },
    advice: 'permission',
  },
  {
    // Amazon and gateways print little more; S3 and firewalls do the same, so never alone on other statuses
    name: 'access-denied-words',
    category,
    confidence: 0.92,
    when: {
      status: ['none', 400, 403],
      says: ['access denied', 'forbidden', 'request not allowed'],
      saysNot: [ECHO, 'marked by provider as legacy', 'proxyerror', 'tunnel'],
    },
    advice: 'permission',
  },
  {
    // OpenAI, Google (400 FAILED_PRECONDITION), Anthropic: the caller's country
    name: 'region-refused',
    category,
    confidence: 0.97,
    when: {
      says: [
        'country region or territory not supported|unsupported country',
        'user location is not supported|not available in your country',
        'not available in your region|not supported in your country',
        'not supported in your region|your country is not supported',
        'access … not allowed from … country|unsupported location|不支持您所在|所在地区',
        'お住まいの地域|국가에서는|지역에서는 사용할 수 없',
        'no está disponible en tu país|in ihrem land nicht',
        'pas disponible dans votre pays',
        'unsupported countries|недоступ … регион',
        'ограничен по регион',
        'disponible en tu región',
        'disponível no seu país|disponível na sua região|disponible dans votre région',
        'in ihrer region nicht|доступ … в вашем регионе|доступ … в вашей стране',
        '所在的国家|所在的地区|所在的地區|この地域では|해당 지역에서|limited by region|restricted in your country',
      ],
    },
    advice: 'regionRefused',
  },
  {
    // The same as codes
    name: 'region-refused-code',
    category,
    confidence: 0.98,
    when: { code: ['unsupported_country_region_territory', 'unsupported_country'] },
    advice: 'regionRefused',
  },
];
