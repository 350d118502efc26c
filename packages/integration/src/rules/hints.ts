import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';

/**
 * One word of a category is too little to decide, and the best there is when nobody says more: a status
 * of 500, 502 or 503 may be the application's own.
 */
const WEAK = { status: ['none', 400, 500, 502, 503], saysNot: [ECHO] } as const;

/**
 * Hints only: what is here is below every default threshold. Where it is the only word that counts, it
 * is the fallback and what the LLM is told to look at. The words are those with which applications and
 * gateways of eight languages speak of their providers; no one provider prints them.
 */
export const HINT_RULES: readonly BuiltInRule[] = [
  {
    name: 'authentication-hint',
    category: 'authentication_error',
    confidence: 0.86,
    when: {
      ...WEAK,
      says: [
        'api key|apikey|credentials|authentication|authenticate|oauth2|azurecredential',
        'retrieve a token|not authorized|permission',
        { near: ['401', '403'], says: /\b(?:401|403)\b/ },
        '密钥|金鑰|令牌|鉴权|认证|授权|权限|apiキー|キーが|認証|権限|인증|권한|api 키',
        'credencial|permiso|zugangsdaten|berechtigung',
        'clé de l api|identifiants|credenciais',
        'log in again|sign in again|重新登录|再ログイン|다시 로그인|erneut anmelden|faça login',
        'войдите',
      ],
    },
  },
  {
    name: 'token-limit-hint',
    category: 'token_limit_error',
    confidence: 0.85,
    when: {
      ...WEAK,
      says: [
        'input … too long|input … too large|prompt … too long|prompt … too large',
        'context … too long|context … too large|conversation … too long',
        'history … too long|context window|context length|context size|kv slot',
        'kv cache slot|token limit|token budget|too many tokens|token count',
        'max tokens limit|max input length|exceeds … tokens|exceeded … tokens|上下文',
        '太长|过长|超长|长度限制|トークン|コンテキスト|長すぎ|컨텍스트|토큰 초과',
        '너무 길|contexto|longitud máxima|zu lang|trop long',
      ],
      saysNot: [ECHO, 'string too long', 'array too long', 'token expired', 'access token'],
    },
  },
  {
    name: 'quota-hint',
    category: 'quota_exceeded_error',
    confidence: 0.84,
    when: {
      ...WEAK,
      says: [
        'quota|credits|billing|balance|subscription|upgrade your plan|current plan',
        'allowance|usage limit|limit reached|limit exceeded|额度|配额|余额|用量|套餐',
        'クレジット|残高|利用回数|上限に達し|利用制限|크레딧|할당량|잔액|한도를 초과|한도 초과',
        '충전|cuota|saldo|créditos|kontingent|crédits',
        'limit erreicht|limite atteinte|limite d api|límite alcanzado|alcanzó el límite',
        'limite da api|limite atingid|достигнут лимит|лимит api|制限に達し|한도에 도달|达到 … 限制',
      ],
    },
  },
  {
    name: 'rate-limit-hint',
    category: 'rate_limit_error',
    confidence: 0.845,
    when: {
      ...WEAK,
      says: [
        'rate limit|per minute|too frequent|too fast|high traffic',
        { near: ['429'], says: /\b429\b/ },
        '频繁|频率|稍后再试 … 次数|リクエスト数|頻度|분당|요청 수|제한되었습니다',
        'por minuto|pro minute|requêtes',
      ],
    },
  },
  {
    name: 'content-policy-hint',
    category: 'content_policy_error',
    confidence: 0.83,
    when: {
      ...WEAK,
      says: [
        'moderation|safety|unsafe|flagged|refused to|content … not allowed|violat|敏感',
        '不安全|に違反|위반|위배|安全策略|审核|ブロックされ|安全性|拒否',
        '차단|거부|유해|부적절|bloquead|rechaz|blockiert|bloqué',
      ],
    },
  },
  {
    name: 'connection-hint',
    category: 'api_connection_error',
    confidence: 0.82,
    when: {
      status: ['none'],
      says: [
        'connection|network|timeout|disconnected|interrupted|dns|ssl|certificate|proxy',
        '网络|连接|ネットワーク|接続|네트워크|연결|conexión|verbindung|connexion',
        'antwortet nicht|pas répondu|no respondió|não respondeu|не ответил|没有响应|응답하지 않',
        '応答しません|応答がありません|did not respond|not responding|did not answer|didn t answer',
      ],
      saysNot: [ECHO],
    },
  },
  {
    name: 'context-loss-hint',
    category: 'context_loss_error',
    confidence: 0.81,
    when: {
      status: ['none', 400, 404],
      says: [
        'invalid thread|session … expired|invalid session|conversation history',
        'alternate|会话|历史消息|セッション|会話|スレッド|세션|대화 기록',
      ],
      saysNot: [ECHO],
    },
  },
  {
    name: 'provider-hint',
    category: 'provider_error',
    confidence: 0.79,
    when: {
      status: ['none'],
      says: [
        'overload|capacity|gateway request failed|unavailable|try again later|upstream',
        'server|crashed|failed to decode|prediction failed|inference|unloaded',
        'servingerror|provider returned error',
        { near: ['50'], says: /\b50[0-3]\b/ },
        '繁忙|开小差|服务器|不可用|稍后再试|稍后重试|サーバ|しばらく|서버',
        '잠시 후|servidor|sobrecarg|serveur|indisponible',
      ],
      saysNot: [ECHO],
    },
  },
  {
    name: 'answer-hint',
    category: 'response_quality_error',
    confidence: 0.798,
    when: {
      status: ['none', 500, 502, 503],
      says: [
        'type validation failed|schema validation failed|response validation failed',
        'valid json|invalid json|expected json|find json|parsing failed',
        'parsing response|parse error|failed to parse|not json|returned an empty',
        'returned empty|returned no|no response from|no response received',
        'malformed json|malformed response|malformed output|hallucinat|recursion limit',
        'max turns … exceeded|maximum turns|max iterations|quick accessor|json으로 변환',
        'iteration limit|for result validation|for output validation',
        'embedding dimension|dimension mismatch|维度不匹配|次元数が一致',
        'unexpected finish reason|解析|为空|expecting value|未返回|没有返回|格式不正确',
        '不正な形式|不正な json|不正なツール|不正な応答|올바른 json|json 형식|vacía',
        'パース|空の|파싱|비어 있|json válido|kein json|analyser',
        'maximum iterations|parsear|formato inesperado|mal formado|analyse de la réponse|разбор',
        'keine antwort|aucune réponse|pas de réponse|sin respuesta|ninguna respuesta',
        'nenhuma resposta|нет ответа|не получен ответ|未收到 … 回复|未收到 … 响应|没有收到 … 回复',
        '没有收到 … 响应|未收到 … 回應|응답을 받지 못|応答を受け取|応答を受信|応答が得られ',
        'распознать ответ|未能生成|생성하지 못|응답을 처리|lieferte kein',
      ],
      saysNot: ['agent execution failed|recursionerror|deserialization error|doctype|html'],
    },
  },
  {
    name: 'model-hint',
    category: 'invalid_request_error',
    confidence: 0.77,
    when: {
      status: ['none'],
      says: [
        'model … does not exist|model … not found|model … not available',
        'version does not exist|模型 … 不存在|未开通|モデル … 利用できません',
        'モデル … 見つかりません|モデル … 存在しません|모델 … 없|modelo … no|modell … nicht',
        'modèle … pas|モデル … 正しくありません',
        'модель … недоступ|model недоступ',
      ],
      saysNot: [ECHO],
    },
    advice: 'unknownModel',
  },
  {
    // What programmers write about a wrong call
    name: 'wrong-call-hint',
    category: 'invalid_request_error',
    confidence: 0.5,
    when: {
      status: ['none'],
      says: [
        'invalid|must be|is greater than|must provide|should have|is required',
        'required properties|missing|unsupported|not supported|no longer supported',
        'deprecated|does not support|badrequesterror|bad request|operation not allowed',
        'not found|does not exist|unknown|is not a function|不支持|参数',
        'サポートされていません|サポートしていません|尚未配置|指定されていません',
        'パラメータ|지원하지 않|제공되지 않|no es compatible|wird nicht unterstützt',
        'unterstützt keine',
      ],
      // A broken body is nobody's request
      saysNot: [
        'invalid response|invalid error response|invalid json response|unknown error',
        'unknown reason',
      ],
    },
  },
];
