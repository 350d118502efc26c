/**
 * The world of LLMs in the languages that applications speak: no word of it says that an error is about an
 * LLM, several together do.
 */
import type { Clue } from '../facts/phrases.js';

/** Counts once, however many of its words a text has. */
export type Concept = readonly string[] | Clue;

/**
 * What it is made of. Every other trade has one of these words, none has all. A line a language: English, German,
 * French, Spanish, Portuguese, Russian, Chinese, Korean, Japanese.
 */
export const THINGS: readonly Concept[] = [
  ['model |models |modell|sprachmodell|modèle|modelo|модел', '模型', '모델', 'モデル'],
  ['tokens|tokeniz|tokenlimit|jetons|токен', '令牌', '토큰', 'トークン'],
  {
    near: ['context|kontext|контекст', '上下文', '컨텍스트', 'コンテキスト'],
    // Not Go's, whose deadline is over
    says: /\bcontext\b(?! (?:deadline|cancell?ed))|\bKontext|\bcontexte|\bcontexto|контекст|上下文|컨텍스트|コンテキスト/i,
  },
  ['prompt |prompts |промпт|подсказка', '提示词|提示詞', '프롬프트', 'プロンプト'],
  {
    near: [
      'assistant|agent|assistent|asistente|ассистент',
      '助手|智能体',
      '어시스턴트|에이전트',
      'アシスタント|エージェント',
    ],
    says: /\bassist[ae]nt(?!\w)|\basistente|(?:^|\b(?:the|an?|our|this|AI|chat|sub)[- ])agents?\b|ассистент|助手|智能体|어시스턴트|에이전트|アシスタント|エージェント/i,
  },
  ['tool |tools |herramienta|ferramenta', '工具调用', '도구', 'ツール'],
  ['embedding|эмбеддинг', '嵌入|向量', '임베딩', '埋め込み'],
  [
    'conversation history|chat history|message history',
    'gesprächsverlauf|chatverlauf',
    'historique de conversation|historique de la conversation',
    'historial de conversación|historial de la conversación',
    'histórico da conversa|histórico de conversa',
    'истори … диалога|истори … чата',
    '对话历史|對話歷史|会话历史|历史对话',
    '대화 기록|대화 이력|대화 내역',
    '会話履歴|会話の履歴',
  ],
  [
    'text generation|textgenerierung|génération de texte|generación de texto|geração de texto',
    'генерация текста|генерации текста|文本生成|文章生成|텍스트 생성',
    'テキスト生成|文章の生成|説明文の生成|要約の生成',
  ],
  ['streaming response|streamed response|流式', '스트리밍 응답', 'ストリーミング応答'],
  [
    'safety filter|sicherheitsfilter|filtre de sécurité|filtro de seguridad|filtro de segurança',
    'inhaltsfilter|filtre de contenu|filtro de contenido|filtro de conteúdo|контент … фильтр',
    '安全过滤|安全審查|安全审查|内容过滤',
    '안전 필터|콘텐츠 필터',
    '安全フィルター|コンテンツフィルター',
  ],
  [
    'another model|different model|anderes modell|autre modèle|otro modelo|outro modelo|другую модель',
    '其他模型|其它模型|别的模型',
    '다른 모델',
    '別のモデル',
  ],
];

/** This alone says so much that one thing that goes wrong is enough. */
export const AI: Clue = {
  near: [
    'ai|ki|ia|l ia|d ia|artificial intelligence|künstliche|künstlichen|intelligence artificielle',
    'd intelligence artificielle|l intelligence artificielle|inteligencia artificial|inteligência artificial',
    'ии|нейросет|искусственн',
    '人工',
    '인공지능',
  ],
  says: /(?<![.\w])(?:AI|KI)(?!\w|-\d)|\b[Aa]rtificial [Ii]ntelligence|\b[Kk]ünstlichen? Intelligenz|\bintelligence artificielle|\b[Ii]ntelig(?:encia|ência) artificial|(?:И|и)скусственн[а-яё]{2,3} интеллект|\b[lLdD]['’]IA(?!\w)|à IA(?!\w)|\b(?:[Ll]a|[Dd]a|[Dd]e|[Aa]|[Pp]or|[Cc]om|[Cc]on|[Nn]a|[Ss]ervi[cç][ei]o?|[Cc]r[ée]dit\w{0,2}|[Rr]éponse|[Qq]uota|[Pp]asserelle|[Aa]n[aá]l[iy]s[ei]s?|[Gg]énération|[Aa]ssistante?|[Aa]s+istente|[Aa]gente?|[Ee]rr(?:or|o|eur)|[Bb]udget|[Pp]resupuesto|[Oo]rçamento|[Cc]o[uû]ts?|[Pp]ar|[Mm]od(?:èle|elo)|[Ll]imites?|[Aa]ppels?|[Cc]l[ée]|[Cc]onsultar|[Cc]hamar|[Ll]lamar|[Aa]ppeler|[Ii]nterroger|API) IA(?!\w)|^IA (?:no |non |não |indispon)|(?<![а-яё])ИИ(?![а-яё])|нейросет|人工智能|人工智慧|人工知能|인공지능/,
};

/** What goes wrong with them. */
export const TROUBLES: readonly Concept[] = [
  // An answer
  [
    'response|respond|output|answer|reply|replies|replied|completion|generat|returned',
    'antwort|ausgabe|modellantwort|modellausgabe|lieferte|geliefert|zurückgegeben',
    'réponse|répondu|répondre|sortie|renvoyé|retourné',
    'respuesta|salida|devolvió|devuelto|generar',
    'resposta|devolveu|retornou|retornaram|respondeu|gerou',
    'ответ|вернул|вывод|сгенер',
    '回复|回覆|返回|输出|輸出|回答|响应|回應|回傳|生成',
    '응답|출력|답변|반환|생성',
    '応答|出力|返|レスポンス',
  ],
  // Not in the form it should have
  [
    'json |parse|parsing|empty |malformed|schema |unparsable|invalid arguments|tool arguments',
    'leer |leere|ungültig|unvollständig',
    'vide |invalide|introuvable',
    'vacía|vacío|vacia|vacio|no válid|no es válid|inválid',
    'vazi|inválid',
    'пуст|разобрать|невалид|некорректн',
    '空|解析|不完整|无效|無效',
    '빈 |비어|파싱|잘못된|올바르지|형식',
    '不正|空|パース|解析',
  ],
  // Too much of it, or used up
  [
    'exceed|limit|maximum|too long|too large|too many|quota|credits',
    'überschritten|zu lang|grenze|kontingent|guthaben|erschöpft',
    'dépass|trop long|crédits|épuisé',
    'límite|máxim|excedi|superó|superad|cuota|crédito|agotad',
    'esgotad|atingid',
    'превыш|лимит|слишком|исчерпан',
    '超过|超過|超出|上限|限制|过长|過長|额度|額度|余额|餘額|配额',
    '초과|한도|제한|너무|할당량|크레딧|소진',
    '超え|長す|クレジット|残高|使い切|制限|上限',
  ],
  // Nobody there, or too late
  [
    'overloaded|busy |timed out|timeout|time out|in time |unavailable|unreachable|couldn t reach',
    'überlastet|nicht erreichbar|nicht verfügbar|zeitüberschreitung|rechtzeitig',
    'surchargé|indisponible|pas disponible|injoignable|délai|à temps ',
    'sobrecargad|no disponible|no está disponible|tiempo de espera|a tiempo ',
    'sobrecarregad|indisponível|sem resposta|carregando|a tempo ',
    'перегруж|недоступ|тайм аут|таймаут|загружается|не успел|вовремя|отведённое время',
    '繁忙|过载|過載|负载|超时|逾時|不可用|无可用|未及时|及时响应',
    '과부하|시간 초과|혼잡|타임아웃|제시간|시간 내',
    '過負荷|混雑|混み合|タイムアウト|利用できません|時間内',
  ],
  // Refused
  [
    'refused|refusal|declined to',
    'abgelehnt|verweigert|blockiert',
    'a refusé|bloqué',
    'rechazó|rechazad|bloquead|bloqueó',
    'recusou|bloqueou',
    'отказал|заблокирован',
    '拒绝|拒絕|审核|審核|过滤|過濾|违规|違規',
    '거부|거절|차단|안전 필터',
    '拒否|安全フィルター|ブロック',
  ],
  // Cut off
  [
    'truncated|cut off|mid stream',
    'abgeschnitten|abgebrochen|vorzeitig',
    'tronqué|interrompu',
    'truncad|se cortó|cortad|interrumpid',
    'interrompid',
    'обрезан|прерван',
    '截断|截斷|中断|中斷',
    '잘렸|중단',
    '途中で切れ|切り詰め',
  ],
  // The call
  [
    'aufruf|anfrage',
    'l appel|requête',
    'llamada a|llamó a|solicitud',
    'requisiç|chamada',
    'запрос|вызов',
    '接口|调用|請求|请求',
    '호출|요청',
    '呼び出し|リクエスト',
  ],
];

/** What besides is an error of it: a page, a button or a player of that name does not fail like this. */
export const FAILURE: Concept = [
  'request failed|service error|service failed|generation failed|analysis failed',
  'échec … ia|falha … ia|fallo … ia|falla … ia|error … ia|erro … ia|erreur … ia|quota ia|session … ia',
  'translation failed|summary failed|extraction failed|classification failed|transcription failed',
  'call ai |call the ai |calling ai |is not running|nicht gestartet|не запущен|未启动|未啟動',
  '翻译失败|写作失败|总结失败|识别失败|润色失败|对话失败|ai错误|ai 错误|ai … 出错',
  '번역|요약|추천|통신|기능을|ai … 오류|翻訳|要約|機能は|ai … エラー|起動してい|실행되지',
  // It did not do what it was asked
  'process your|could not process|couldn t process|cannot process|talking to the ai |talking to ai ',
  'beantworten|verarbeiten|verarbeitet|konnte nicht erstellt|konnte nicht geladen|traiter|procesar|processar',
  'обработать|处理|處理|처리|処理',
  // Nobody is reached
  'reach the ai |contact the ai |reaching the ai |contacting the ai |communicating with',
  'connect to ai |connect to the ai |connecting to |connection to ',
  'verbindung|verbinden|connexion|connecter|contacter|joindre|conexión|conectar|contactar|conexão',
  'связаться|подключ|соединен|连接|連接|連線|연결|接続|つながり',
  // It has no key, is not set up, or costs too much
  'not configured|isn t configured|are disabled|is disabled|ai key |budget|spend |spending|cost limit|cost cap',
  'nicht konfiguriert|nicht eingerichtet|deaktiviert|schlüssel|kosten|aufgebraucht',
  'configuré|désactivé|clé |coût|échoué|génération',
  'configurad|desactivad|desativad|clave |chave |presupuesto|orçamento|coste|costo|gasto|custo',
  'falló|ha fallado|falhou|не настроен|отключен|отключён|ключ|бюджет|стоимост',
  '未配置|未設定|密钥|密鑰|金鑰|配置ai|ai的api|预算|預算|费用',
  '키가|설정되지|비용|예산|사용량|キーが|設定され|予算|費用|利用上限',
  'sesión … ia|sessão … ia|conversa … ia|conversación … ia|ki … fehlgeschlagen|fehler … ki',
  'ошибк … ии|закончились кредиты|кредиты закончились',
  'ai服务|ai 服务|ai … 请求失败|ai … 调用失败|ai … 分析失败|ai … 生成失败',
  'ai 세션|ai 서비스|ai … 호출',
  'aiサービス|aiとの通信|ai … 分析に失敗|レート制限|クレジット',
];

/** What is said of a model only, unless it is a thing of another trade: what it gives, who calls it, what it bears. */
export const TOLD: readonly Concept[] = [
  [
    'reach the model |connect to the model |contacting the model |local model is not running',
    'model stopped responding|model stopped generating|model stopped before|too long for this model ',
  ],
  // German, French, Spanish, Portuguese
  {
    near: [
      'modell|assistenten|modèle|l assistant|modelo|asistente|assistente|prompt ist|prompt est|prompt es|prompt é',
    ],
    says: /\b(?:(?:Antwort|JSON|Aufruf|Verbindung|Zugriff) (?:de[rs]|vom|zum|auf das) (?:Modells?(?!\w)|Assistenten)|Modell(?:antwort|aufruf)|zu lang für das Modell|(?:réponse|JSON|appel|connexion) (?:du|au) modèle|(?:joindre|contacter|interroger) le modèle|accès au modèle|réponse de l['’]assistant|trop long pour le modèle|le modèle a (?:refusé|mis trop)|(?:respuesta|resposta|JSON|llamada|chamada|acceso|acesso|conexión|conexão) (?:del|do|al|ao) (?:modelo|asistente|assistente)|(?:llamar|conectar|contactar|consultar|chamar) (?:al|ao|el|o|con el|com o) modelo|(?:demasiado largo|muito longo|longo demais) para (?:el|o) modelo|modelo (?:rechazó|recusou|tardó|demorou|está sobrecarregado)|prompt (?:ist zu lang|est trop long|es demasiado largo|é (?:muito longo|longo demais)))/i,
  },
  // Russian
  {
    near: ['модел|ассистент'],
    says: /(?:ответ|json|вызов|запрос|доступ|обращени)[а-яё]{0,2} (?:от |к )?(?:модели|моделью|ассистента)|(?:связаться|соединение) с моделью|подключиться к модели|длинный (?:[а-яё]{1,20} )?для модели|модель (?:отказалась|слишком долго|перегружена)/i,
  },
  // Chinese, Korean, Japanese
  {
    near: ['模型|助手|모델|챗봇|モデル|アシスタント'],
    says: /(?:模型|助手)的(?:回复|回答|响应|输出)|模型(?:拒绝|超时|繁忙|过载|访问)|(?:超出|超过|连接到?|連接|访问|未配置|无可用|可用的?)模型|本地模型未|모델(?:이 거부|에 (?:연결|접근)|과 연결| 접근|이 처리할 수)|챗봇 응답|モデル(?:が拒否|がタイムアウト|で処理でき|サーバ|に接続|への(?:接続|アクセス))|アシスタントの応答/,
  },
];

/** What else is said of a call to something that is known to be a model. */
export const CALL: Concept = [
  'api |apis |key |keys |tokens |respon|repl|return|pars|stream|block|safety',
  'filter|prompt|request|fetch|connection|websocket|socket |mime |scope|model |models |capacity|unauthorized|authenticat|chat ',
  'context |tool |tools |throttl|finish|call |calls |called |calling |credit|balance|400|401|402|403|404|413|422',
  '429|500|502|503|504|529',
  'generate text|generate content|generating text|generating content|summary|embedding',
  'schlüssel|clé |clave|chave|ключ|espera|délai',
  // Italian, Dutch, Polish, Turkish, Vietnamese, Indonesian, Ukrainian, Arabic, Thai
  'risposta|richiesta|chiave|antwoord|verzoek|sleutel|odpowied|zapytani|klucz|yanıt|istek|anahtar|kota',
  'phản hồi|yêu cầu|khóa|hạn mức|permintaan|kunci|квот|відповід|запит|استجابة|طلب|مفتاح|คำขอ',
  '频繁|拦截|密钥|服务器|模型|连接',
  '서버|키가|키를|답변|연결',
  '制限|接続|サーバ|エラー|キー',
];
