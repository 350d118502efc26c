/** What looks like the field's and is another trade's. */
import type { Clue } from '../facts/phrases.js';

/** Whoever threw it: the program cannot be put together or started, or a tool of it has called another service. */
export const UNSTARTED: ReadonlySet<string> = new Set([
  'ModuleNotFoundError',
  'ImportError',
  'MODULE_NOT_FOUND',
  'ERR_MODULE_NOT_FOUND',
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
  'ERR_REQUIRE_ESM',
  'EADDRINUSE',
  'ToolProviderCredentialValidationError',
  // A graph of LangGraph that does not hang together
  'UnreachableNodeError',
]);

/** The same in words: where something is missing or misspelt in the program, it has called nobody. */
export const UNSTARTED_WORDS: readonly Clue[] = [
  {
    near: [
      'no module named|failed building wheel|could not build wheels|cannot find module|cannot find package',
      'cannot find name|can t resolve|failed to resolve import|failed to resolve module|cannot import name',
      'cannot use import statement',
    ],
    says: /\b(?:no module named|failed building wheel|could not build wheels|cannot find (?:module|package|name)|can't resolve|failed to resolve (?:import|module specifier)|cannot import name|cannot use import statement)(?!\w)/i,
  },
  {
    near: [
      'does not provide an export named|is not exported by|is not exported from|no exports main defined',
      'is not defined by exports|require of es module',
    ],
    says: /\bdoes not provide an export named(?!\w)|\bis not exported (?:by|from)(?!\w)|\bno "exports" main defined|\bis not defined by "exports"|\brequire\(\) of ES module/i,
  },
  {
    near: ['please install|optional dependency|peer dependency'],
    says: /\bplease install [^\n]{1,80}(?:dependency|package(?!d)|[`'"](?:npm|pnpm|yarn|bun|pip|uv|poetry) )|\b(?:optional|peer) dependency \S{1,80} (?:is )?(?:missing|not found|not installed)(?!\w)/i,
  },
  // Not a call to a model that the client lacks in this version
  {
    near: ['is not a function|is not a constructor'],
    says: /^(?:TypeError: )?(?![\w.$()[\]]*(?:creat|generat|chat|complet|invoke|stream|embed|response|message|result|choice))[\w.$()[\]]{1,80} is not a (?:function|constructor)$/i,
  },
  // The runtime lacks what it needs, or runs another build's
  {
    near: [
      'is not defined|class extends value|dynamic require of|requires node|requires python',
      'invalid elf header|compiled against a different|dll load failed|undefined symbol|glibc',
    ],
    says: /^(?:ReferenceError: )?[\w$]{1,60} is not defined$|^(?:TypeError: )?Class extends value |\bDynamic require of |\brequires (?:Node(?:\.?js)?|Python) (?:version )?[>=^v\d]|\binvalid ELF header(?!\w)|\bcompiled against a different Node|\bDLL load failed|\bundefined symbol: |\bGLIBC\w{0,4}_[\d.]{1,8}' not found/i,
  },
  // Command lines
  {
    near: ['unrecognized arguments|the following arguments are required|argument '],
    says: /\bunrecognized arguments: |\bthe following arguments are required: |\bargument \S{1,40}: (?:expected|invalid) /,
  },
];

/** Of the file system: the application's own, whatever the file is called. */
export const FILE_CODES: ReadonlySet<string> = new Set(['ENOENT', 'EACCES', 'EMFILE', 'ENOSPC']);

/** Of databases, mail, storage and chat rooms, whoever asked them. */
export const SERVICE_CLASS =
  /(?:^|[.:\\])(?:(?:TypeORM|Prisma|Sequelize|Mongo|Redis|Sqlite|Milvus|Qdrant|Chroma|Pinecone|Weaviate|SMTP|LDAP|Slack|Discord|Stripe|ChunkLoad)\w{0,40}(?:Error|Exception)|(?:Operational|Integrity)Error|NoSuch(?:Bucket|Key)|Undefined(?:Column|Table)|(?:Unique|ForeignKey|NotNull)Violation)$|^(?:redis|sqlalchemy|sqlite3|psycopg2?|asyncpg|pymysql|pymongo|alembic|kombu|smtplib)\./;

/** What they say, and the machine's own files and ports. */
export const SERVICE_WORDS: readonly Clue[] = [
  // SQL
  {
    near: [
      'column|relation|sqlite|sqlstate|no such table|no such column|no such index|unknown column',
      'duplicate key|duplicate entry|constraint failed|violates',
    ],
    says: /\b(?:column|relation) ["'`]?[\w.]{1,80}["'`]? (?:does not exist|already exists)(?!\w)|\bSQLITE_[A-Z]{3}|\bSQLSTATE\b|\b(?:no such (?:table|column|index)|unknown column|duplicate (?:key|entry)|constraint failed|violates \S{1,20}(?: key)? constraint)(?!\w)/i,
  },
  {
    near: [
      'database is locked|unable to open database|deadlock detected|driver not connected',
      'canceling statement|current transaction is aborted|password authentication failed',
      'access denied for user|accepting tcp|remaining connection slots|queuepool limit',
      'locate revision|can t reach database|invalid prisma|to match input value|to host ',
    ],
    says: /\b(?:database is locked|unable to open database|deadlock detected|Driver not Connected|canceling statement due to|current transaction is aborted|password authentication failed for user|Access denied for user|accepting TCP\/IP connections|remaining connection slots|QueuePool limit|locate revision identified by|Can't reach database server|Invalid `prisma)|\bto match input value to any allowed input type(?!\w)|\bto `host=\w/i,
  },
  // Postgres, MySQL, Redis, MongoDB, Milvus, AMQP, Kafka; mail
  {
    near: ['5432|3306|6379|27017|19530|5672|9092|on querynode|wrongpass|noauth|enotfound|53|55'],
    says: /(?:ECONNREFUSED|ETIMEDOUT|ECONNRESET|dial tcp|connect(?:ing)? to|connection to) [^\s,]{1,80}:(?:5432|3306|6379|27017|19530|5672|9092)(?!\d)|\bon QueryNode \d|\b(?:WRONGPASS|NOAUTH) |\bENOTFOUND (?:postgres|mysql|mariadb|redis|mongo|rabbitmq|kafka|smtp|imap|minio|elasticsearch|db|database)(?![a-z])|\b5[35]\d[ -]5\.\d\.\d{1,2}(?!\d)/,
  },
  // Classes of their clients, printed
  {
    near: [
      'redis exceptions|sqlalchemy exc|sqlite3|psycopg|asyncpg exceptions|pymysql err|pymongo errors',
    ],
    says: /\b(?:redis\.exceptions|sqlalchemy\.exc|sqlite3|psycopg2?(?:\.errors)?|asyncpg\.exceptions|pymysql\.err|pymongo\.errors)\.[A-Z]\w/,
  },
  // Databases by name, and browsers that an agent drives
  {
    near: [
      'chroma|qdrant|weaviate|milvus|pinecone|redis|postgres|mongo|mysql|elasticsearch|neo4j|rabbitmq',
      'kafka|browsertype|page |frame |locator |net err|target page context or browser',
    ],
    says: /\bconnect(?:ing|ion)?(?: failed)? to (?:the )?(?:chroma(?:db)?|qdrant|weaviate|milvus|pinecone|redis|postgres\w{0,6}|mongo(?:db)?|mysql|elasticsearch|neo4j|rabbitmq|kafka)(?!\w)|\b(?:browserType|page|frame|locator)\.(?:launch|connect|goto|click|fill|waitFor\w{0,20}|evaluate): |\bnet::ERR_[A-Z_]{1,40} at http|\bTarget page, context or browser has been closed/i,
  },
  // Pages
  {
    near: [
      'hydration failed|minified react|loading chunk|loading css chunk|not valid as a react child',
      'rendered more|rendered fewer|maximum update depth|resizeobserver loop|invalid hook call',
    ],
    says: /\b(?:Hydration failed|Minified React error|Loading (?:CSS )?chunk \S|not valid as a React child|Rendered (?:more|fewer) hooks|Maximum update depth|ResizeObserver loop|Invalid hook call)/i,
  },
  // Prisma's compiler; Firebase's other services; a parser that was given a path
  {
    near: ['prisma schema|error code p|firebase|unexpected token'],
    says: /\bPrisma schema (?:validation|loaded)|\bError code: P[1-3]\d{3}(?!\w)|@firebase\/(?!ai\W|vertexai\W)\w|\bUnexpected token '\/', "\/(?:home|Users|usr|var|tmp|opt|etc)\//,
  },
  // AWS, Google
  {
    near: ['to s3|when calling the|api has not been used'],
    says: /\bto S3: |\bwhen calling the (?:Get|Put|Head|Delete|List)(?:Object|Bucket|Item)\w{0,20} operation(?!\w)|\b(?:Sheets|Drive|Calendar|Docs|Gmail|YouTube Data|Custom Search) API has not been used(?!\w)/,
  },
  // Templates that their parser cannot read: LangChain's, Python's, mustache's
  {
    near: ['unclosed|unopened section|single'],
    says: /\b(?:Unclosed '\{'|Single '[{}]') (?:in template|encountered in format string)(?!\w)|\b(?:Unclosed|Unopened) section ["']|\bUnclosed tag at \d/,
  },
  // A file that is neither a model's nor a client's own, where nobody says what it was for
  {
    near: ['enoent no such file', 'errno 2'],
    says: /^(?:(?:FileNotFound)?Error: )?(?:ENOENT: no such file or directory, \w{1,20}|\[Errno 2\] No such file or directory:) (?!['"][^'"\n]{0,200}(?:model|token|config|prompt|credential|auth|key|\.gguf|\.onnx|\.safetensors|\.bin))['"]/i,
  },
  // Files and ports of the machine
  {
    near: [
      'errno|no space left|eacces|eperm|ebusy|eisdir|enotdir|eexist|enotempty|emfile|enospc|erofs',
      'eaddrinuse|no such file|is already in use',
    ],
    says: /\[Errno 13\] Permission denied: ['"]|\[Errno (?:28|30|98)\] |\bno space left on device|\b(?:EACCES|EPERM|EBUSY|EISDIR|ENOTDIR|EEXIST|ENOTEMPTY|EMFILE|ENOSPC|EROFS|EADDRINUSE): |\bno such file or directory[:,][^\n]{1,200}\.(?:ya?ml|env|toml|ini|pem|crt|db|sqlite3?|log|csv|png|jpe?g|pdf|docx?|xlsx?|pptx?|txt|md|html?)['"]|\bport \d{2,5} is already in use(?!\w)/i,
  },
];

/** Texts in which a name of the field is a file, a module, a table or a currency. */
export const ORDINARY_WORDS: readonly RegExp[] = [
  /\b(?:no such file|too many open files)(?!\w)/i,
  /\b(?:violates|relation ["'`]|column ["'`]|table ["'`]|database ["'`])/i,
  /\b(?:InsufficientFunds|InvalidNonce|InvalidSignature|order ?book|(?:buy|sell|limit) order|api\.gemini\.com|sandbox\.gemini\.com)(?!\w)/i,
];

/** Other trades that have the field's words, which count for nothing beside a provider's call. */
export const OTHER_TRADES: readonly RegExp[] = [
  /\btokens? per interval(?!\w)/i,
  // Parsers, passwords, databases
  /\btokens in expression(?!\w)|\b(?:reset|refresh|device|csrf) token(?!\w)|\bmigrations?\b(?! guide)/i,
  // Preprocessors; captchas and codes that are sent and checked, not those of which a prompt speaks
  /^#(?:if|ifdef|elif|define|include|pragma)(?!\w)|\bmacro expansion(?!\w)|\bpreprocessor(?!\w)|マクロ|プリプロセッサ|宏展开|매크로|\bcaptcha (?:verification |check |token )?(?:failed|expired|is (?:invalid|required|wrong)|required|timed out|could)|\b(?:invalid|wrong|expired|verify the|complete the) captcha|(?:获取|发送|取得|發送)(?:验证码|驗證碼)|(?:验证码|驗證碼)(?:错误|錯誤|失效|已过期|已過期|不正确|不正確|获取|发送|发送失败)|認証コード(?:が|の)|인증번호(?:가|를|이)|капч[аиу] (?:не|неверн)/i,
  // Encoders
  /\b(?:distil|al|ro)?berta?-(?:base|large)(?!\w)/i,
  // Lexers, sound
  /\baudio contexts?\b|\bfenced block(?!\w)|\blexer(?!\w)|\b(?:search|query) tokenizer(?!\w)|\btokens per line(?!\w)/i,
  // Philosophy, play, three dimensions
  /\banthropic principle(?!\w)|\bboard game(?!\w)|\bchess(?!\w)|\bGLTF|\.(?:glb|gltf|fbx)(?!\w)|\b3D model|\bminimax algorithm|\balpha-beta(?!\w)|车型|車型|(?:数据|數據|领域|三维)模型|データモデル|데이터 ?모델/i,
  // Advertisements, query planners
  /\bad (?:blocked|blocker|slots?|units?)(?!\w)|\bquery exceeded the maximum(?!\w)/i,
  // Elasticsearch, Django
  /\b_analyze(?!\w)|\banalysis\.\w|\bindex\.\w{1,30}\.max_|\bCannot resolve keyword(?!\w)/,
  // mongoose, YAML
  /\bSchema hasn't been registered(?!\w)|(?<![Tt]ype )\bvalidation failed: [\w.]{1,80}: |\bCast to \w{1,20} failed(?!\w)|(?<!parse error )\bat line \d{1,6}, column \d{1,6}:/,
];

/** Things of other trades under the same names. */
export const OTHER_THINGS: readonly RegExp[] = [
  /\b(?:build|user|sales|payment|travel|ticket|estate|insurance|monitoring|backup|deploy\w{0,4}|transfer) agents?\b|\bagents? de (?:paiement|voyage|ventas|viajes)(?!\w)|\bassistant (?:manager|director|coach|editor|professor)(?!\w)/i,
  /\bEloquent(?!\w)|\b(?:schema|data|domain|view|entity|car|vehicle|pricing|permission) models?\b|\bmodel (?:binding|binder|validation|class|field)(?!\w)|\bembed(?:ding)? (?:widget|iframe|video|code)(?!\w)|\bcontext (?:menu|provider|manager)(?!\w)|\b(?:enemy|opponent|NPC|bot|computer) AI(?!\w)|\b(?:Adobe|Illustrator) AI(?!\w)|\bAI (?:files?|artworks?) |\bAI (?:opponent|player|enemy|unit|turn|move|(?:couldn't|could not|can't|cannot) (?:reach|move|attack))s?(?!\w)|\bIA (?:inimiga|enemiga|ennemie|d(?:el|o|u) (?:inimigo|enemigo|jogo|juego|jeu))(?!\w)|\b(?:audio|security|canvas|WebGL|execution) contexts?\b/i,
  /\bKI-(?:Gegner|Spieler|Einheit)|AI ?(?:对手|玩家|상대|プレイヤー)|(?:敌人|敌方|敵|적) ?AI|\b(?:this|the) model of(?!\w)|\bmod(?:elo|èle) [A-Z]\w{1,40}::/,
  /(?:数据|數據|领域|三维|机器学习)模型|データモデル|데이터 ?모델|\bmodelo de (?:celular|tel[eé]fono|coche|carro|auto|producto|produto|datos|dados|veh[ií]culo)|\bDatenmodell|\bmodèle de (?:données|voiture|téléphone)|модел[ьи] (?:данных|телефона|автомобиля|машины|товара|устройства)/i,
];

/** People, places and games of the same name. */
export const NAMESAKES: readonly RegExp[] = [
  /\b(?:claude|gemini)[._-]\w{1,30}@/i,
  /\b(?:exchange|orders?|trad(?:e|es|ing)|crypto\w{0,8}|wallet|withdraw\w{0,3}|ticker|horoscope|zodiac|constellation|telescope|spacecraft|partition|disk|Minecraft|logstash|grok patterns?|farm|debussy|monet|assigned|assignee|appointment|meeting)(?!\w)/i,
  /\b(?:user|customer|contact|employee|guest|patient|author|passenger|project|mission|Mr|Jean)[- ](?:Claude|Gemini)(?!\w)/i,
  // Claude Dupont, and not Claude Code
  /\bClaude (?!Code|Opus|Sonnet|Haiku|Desktop|Max|Pro|API|AI|SDK|Agent|Console|Instant|Model|Request|Response|Error)[A-Z][a-z]/,
];
