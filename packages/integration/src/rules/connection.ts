import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';

const category = 'api_connection_error';

const ASKED_TO_CHECK = ['ensure', 'make sure', 'check', 'verify'].flatMap((asked) =>
  ['up ', 'running', 'started', 'reachable', 'online'].map((state) => `${asked} … is ${state}`),
);

/** No usable HTTP answer. Every rule on words or system codes demands that there is no status. */
export const CONNECTION_RULES: readonly BuiltInRule[] = [
  {
    // RFC 9110 §15.5.9 and §15.6.5, nginx 499, Cloudflare 522–524
    name: 'http-timeout',
    category,
    confidence: 0.96,
    when: { status: [408, 499, 504, 522, 523, 524] },
    advice: 'timeout',
  },
  {
    // openai and @anthropic-ai/sdk, core/error.js; cohere-ai; @mistralai/mistralai; undici; httpx; Bedrock
    name: 'sdk-timeout',
    category,
    confidence: 0.98,
    when: {
      status: ['none'],
      type: [
        'APIConnectionTimeoutError',
        'APITimeoutError',
        'TimeoutError',
        'CohereTimeoutError',
        'RequestTimeoutError',
        'HeadersTimeoutError',
        'BodyTimeoutError',
        'ConnectTimeoutError',
        'ConnectTimeout',
        'ReadTimeout',
        'Timeout',
        'ModelTimeoutException',
        // httpx, urllib3, aiohttp, huggingface_hub
        'PoolTimeout',
        'WriteTimeout',
        'ReadTimeoutError',
        'ServerTimeoutError',
        'InferenceTimeoutError',
        // Java, OkHttp, .NET, Ruby
        'TimeoutException',
        'SocketTimeoutException',
        'HttpTimeoutException',
        'HttpConnectTimeoutException',
        'OpenTimeout',
        // google.api_core.exceptions
        'DeadlineExceeded',
      ],
    },
    advice: 'timeout',
  },
  {
    // @mistralai/mistralai: models/errors/httpclienterrors.js
    name: 'sdk-connection',
    category,
    confidence: 0.97,
    when: {
      status: ['none'],
      type: [
        'ConnectionError',
        'ConnectError',
        'HTTPClientError',
        // botocore, aiohttp, urllib3, httpx, requests
        'EndpointConnectionError',
        'ClientConnectorError',
        'ServerDisconnectedError',
        'NewConnectionError',
        'MaxRetryError',
        'RemoteProtocolError',
        'ChunkedEncodingError',
        'ConnectionRefusedError',
        'ConnectionResetError',
        // Java, Spring, LangChain4j, Faraday, Guzzle, OpenAI for PHP
        'ConnectException',
        'UnknownHostException',
        'SocketException',
        'ResourceAccessException',
        'UnresolvedModelServerException',
        'ConnectionFailed',
        'TransporterException',
      ],
    },
  },
  {
    // openai, @anthropic-ai/sdk, groq-sdk: core/error.js; what is said beside it counts more
    name: 'api-connection-class',
    category,
    confidence: 0.91,
    when: { status: ['none'], type: ['APIConnectionError'], saysNot: ['litellm'] },
  },
  {
    // LiteLLM gives it to whatever it does not know, its own faults too
    name: 'litellm-connection-class',
    category,
    confidence: 0.75,
    when: { status: ['none'], type: ['APIConnectionError'], says: ['litellm'] },
  },
  {
    // @mistralai/mistralai, models/errors/httpclienterrors.js: a kind of connection error, and yet no failure
    name: 'aborted-by-caller',
    category,
    confidence: 0.98,
    when: { status: ['none'], type: ['RequestAbortedError'] },
    retryable: false,
    advice: 'aborted',
  },
  {
    // cohere-ai, core/fetcher/RawResponse.js: a status made up for calls that were aborted
    name: 'aborted-499',
    category,
    confidence: 0.97,
    when: { status: [499], type: ['AbortError'] },
    retryable: false,
    advice: 'aborted',
  },
  {
    // openai, @anthropic-ai/sdk: core/error.js; DOMException of an AbortController (WHATWG DOM)
    name: 'aborted',
    category,
    confidence: 0.95,
    when: {
      status: ['none'],
      type: ['APIUserAbortError', 'AbortError', 'GoogleGenerativeAIAbortError'],
    },
    retryable: false,
    advice: 'aborted',
  },
  {
    // Node.js "Common system errors", undici core/errors.js, axios
    name: 'system-timeout',
    category,
    confidence: 0.97,
    when: {
      status: ['none'],
      code: [
        'ETIMEDOUT',
        'ESOCKETTIMEDOUT',
        'ECONNABORTED',
        'UND_ERR_CONNECT_TIMEOUT',
        'UND_ERR_HEADERS_TIMEOUT',
        'UND_ERR_BODY_TIMEOUT',
        'DEADLINE_EXCEEDED',
        // Anthropic in streams; gateways
        'timeout_error',
        'request_timeout',
        'gateway_timeout',
      ],
    },
    advice: 'timeout',
  },
  {
    // Node.js "Common system errors": nobody listens there, or the name means nothing
    name: 'system-unreachable',
    category,
    confidence: 0.97,
    when: {
      status: ['none'],
      code: [
        'ECONNREFUSED',
        'ENOTFOUND',
        'EAI_AGAIN',
        'EHOSTUNREACH',
        'ENETUNREACH',
        'ENETDOWN',
        'EADDRNOTAVAIL',
      ],
    },
    advice: 'unreachable',
  },
  {
    // Node.js "Common system errors", undici core/errors.js, node:http2; Dify
    name: 'system-cut',
    category,
    confidence: 0.97,
    when: {
      status: ['none'],
      code: [
        'ECONNRESET',
        'EPIPE',
        'UND_ERR_SOCKET',
        'UND_ERR_CLOSED',
        'UND_ERR_DESTROYED',
        'UND_ERR_ABORTED',
        'ERR_HTTP2_STREAM_CANCEL',
        'ERR_HTTP2_STREAM_ERROR',
        'ERR_HTTP2_GOAWAY_SESSION',
        'ERR_HTTP2_ERROR',
        'ERR_STREAM_PREMATURE_CLOSE',
        'InvokeConnectionError',
      ],
    },
  },
  {
    // gRPC code 14 stands for a server that is down and for one that is not reached
    name: 'grpc-unreachable',
    category,
    confidence: 0.97,
    when: {
      status: ['none'],
      code: ['UNAVAILABLE'],
      says: [
        'failed to connect|connection refused|connection reset|connection … closed',
        'no connection established|name resolution failure|dns resolution failed',
        'io exception|socket closed|error while dialing|unable to resolve host',
      ],
    },
    advice: 'unreachable',
  },
  {
    // OpenSSL's verification errors as node:tls names them
    name: 'system-tls',
    category,
    confidence: 0.97,
    when: {
      status: ['none'],
      code: [
        'EPROTO',
        'ERR_SSL_WRONG_VERSION_NUMBER',
        'ERR_TLS_CERT_ALTNAME_INVALID',
        'CERT_HAS_EXPIRED',
        'DEPTH_ZERO_SELF_SIGNED_CERT',
        'SELF_SIGNED_CERT_IN_CHAIN',
        'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        'UNABLE_TO_GET_ISSUER_CERT',
        'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      ],
    },
    retryable: false,
    advice: 'tls',
  },
  {
    // OpenSSL and node:tls, in messages whose code did not survive
    name: 'tls-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: [
        'self signed certificate|certificate has expired|certificate verify failed',
        'certificate is not trusted|unable to verify the first certificate',
        'unable to get local issuer certificate|does not match certificate',
        'tls handshake|ssl handshake|ssl routines|ssl error|wrong version number',
        'secure tls connection',
        'ssl tlsv|ssl sslv3|tlsv1 alert|tlsv13 alert',
        'record layer failure',
      ],
      saysNot: [ECHO],
    },
    retryable: false,
    advice: 'tls',
  },
  {
    // Messages of undici, node:http, browsers, Bun and requests, for errors whose code did not survive
    name: 'connection-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: [
        'is not running',
        'connection … lost',
        'connection … terminated',
        'connection … interrupted',
        // Whoever asks for that has not reached it
        ...ASKED_TO_CHECK,
        '请确保 … 运行|请确认 … 启动|请检查 … 启动|起動しているか|起動していること',
        '실행 중인지|esté en ejecución|se está ejecutando',
        {
          near: ['fetch failed', 'terminated', 'failed to fetch', 'load failed'],
          says: /(?:^|[:.] |\()(?:fetch failed(?: sending request)?|terminated|Failed to fetch|Load failed)(?:$|[.;)])/im,
        },
        'connection error|connectionerror|connection refused',
        'connection reset|connection closed|connection aborted|connection was closed',
        'closed the connection|socket closed before|dns failure|connection failed',
        'connection attempts failed|no connection could be made|actively refused',
        'max retries exceeded with url|socket hang up|other side closed|premature close',
        'remote end closed|network error|network socket disconnected',
        'network is unreachable|host unreachable',
        'no route to host|name or service not known',
        'failed to establish a new connection|getaddrinfo|dial tcp|no such host',
        'unexpected eof|dns lookup|unable to connect|unable to reach|could not reach',
        'cannot reach|not reachable|failed to connect|could not connect',
        'couldn t connect|cannot connect|econnrefused|econnreset|enotfound|eai again',
        'proxy error|cors error|closed by remote host|proxy connection',
        'stream has been canceled|event stream closed|websocket … closed',
        'websocket … not open|网络错误|网络异常|连接失败|连接错误|连接 … 断开',
        '连接 … 中断|连接被|无法连接|ネットワークエラー|接続に失敗|接続エラー',
        '接続できません|接続が切断|네트워크 오류|네트워크 에러|연결에 실패|연결 실패',
        '연결 오류|연결할 수 없|연결이 끊|연결이 거부|error de conexión',
        'no se pudo conectar|no se puede conectar|conexión rechazada|verbindungsfehler',
        'verbindung … fehlgeschlagen|keine verbindung|verbindung … unterbrochen',
        'verbindung … abgebrochen|nicht erreichbar|erreur de connexion',
        'connexion refusée|impossible de se connecter|erro de conexão',
        'couldn t reach|can t reach|läuft nicht|起動していない|起動していません|未启动',
        '未啟動|실행되고 있지|실행 중이 아닙|no está en ejecución',
        'n est pas lancé',
        'não está em execução',
        'не запущен|请检查 … 正常访问',
        'ollama n est pas accessible|serveur n est pas accessible',
        '未运行',
        'could not be reached|cannot be reached',
      ],
      // Haystack wires `'a.out' with 'b.in'`; an engine or a model that does not run is the server's fault
      // A closing socket may give the true reason
      saysNot: [
        ECHO,
        /\bcannot connect ['"`]/i,
        'engine loop|while running the model|operation is not implemented',
        'operation is not supported|invalid argument|is not supported for',
        'not found for api version',
      ],
    },
    advice: 'unreachable',
  },
  {
    // LiteLLM gives its connection errors 500, applications 502: what Python's sockets say tells
    name: 'unreachable-behind-5xx',
    category,
    confidence: 0.945,
    when: {
      status: [500, 502, 503],
      says: ['cannot connect to host|connect call failed|errno 110|errno 111'],
      saysNot: [ECHO],
    },
    advice: 'unreachable',
  },
  {
    // Gateways and local servers that waited for a model: what they say then has a status of their own
    name: 'timeout-behind-status',
    category,
    confidence: 0.943,
    when: {
      status: [400, 424, 500, 502, 503],
      says: [
        'request timed out|read timed out|connection timed out|timeouterror|timed out after',
        'deadline exceeded|request timeout|upstream timed out|请求超时',
      ],
      // Of what did not start in time the server is to blame
      saysNot: [ECHO, 'runner|to start|load|download|image|cuda|overload'],
    },
    advice: 'timeout',
  },
  {
    // "Request timed out." (openai), "The operation was aborted due to timeout" (AbortSignal.timeout),
    // "timeout of 150ms exceeded" (axios), "Headers Timeout Error" (undici), smithy's requestTimeout
    name: 'timeout-words',
    category,
    confidence: 0.935,
    when: {
      status: ['none'],
      says: [
        { near: ['timeout', 'timed out'], says: /(?:^|: )"?(?:timeout|timed out)"?$/im },
        'request timeout|request time out|timeouterror|aborted due to timeout|etimedout',
        'headers timeout|body timeout|connect timeout|gateway timeout|gateway time out',
        'timeout of … exceeded|requesttimeout|deadline exceeded|deadline expired',
        'timeout exceeded',
        { near: ['waiting for', 'while'], says: /^timeout (?:waiting for|while)\b/im },
        'exceeded … timeout',
        'exceeded … deadline',
        'setup timeout|server timeout|timeout after',
        'stalled for',
        'stalled after',
        {
          near: ['did not', 'didn t'],
          says: /\bdid(?: not|n't) (?:answer|respond|reply|finish|complete) (?:within|in time)\b/i,
        },
        'within the timeout|httpclient timeout|timeout period|timeout window',
        'interruptedioexception timeout|net readtimeout|net opentimeout|timed out|超时',
        '逾時|タイムアウト|시간 초과|시간이 초과|타임아웃|tiempo de espera',
        'tiempo … agotado|zeitüberschreitung|délai … dépassé|délai d attente',
        'dans le délai imparti|tempo limite|tempo esgotado|превышено время ожидания',
      ],
      saysNot: [ECHO],
    },
    advice: 'timeout',
  },
  {
    // "The user aborted a request" (node-fetch, cohere-ai), "This operation was aborted" (AbortController)
    name: 'aborted-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: [
        'user aborted a request|request was aborted|request aborted',
        'operation was aborted|operation was cancelled|signal is aborted|请求已取消',
      ],
      saysNot: ['timeout'],
    },
    retryable: false,
    advice: 'aborted',
  },
  {
    // openai, lib/ChatCompletionStream.js; @anthropic-ai/sdk, lib/MessageStream.js; Vercel AI SDK;
    // @google/genai, processStreamResponse; ollama
    name: 'stream-cut',
    category,
    confidence: 0.935,
    when: {
      status: ['none'],
      says: [
        'stream ended without|stream ended before|stream ended early',
        'failed to parse stream|request ended without sending any',
        'stream … ended unexpectedly|stream … interrupted|stream … closed before',
        'stream disconnected before|stream closed prematurely|ended prematurely',
        'stream closed unexpectedly|unexpected event order|incomplete chunk',
        'error decoding response body|响应中断|流中断|incomplete json segment',
        'did not receive done or success|incompleteread|peer closed connection',
        'unexpected end of stream|stream was closed|stream … aborted',
        'stream idle timeout|流式 … 中断|流 … 被中断|스트리밍 … 끊|스트림이 … 끊',
        'ストリーミング … 切断|ストリームが … 中断|stream … vorzeitig beendet',
        'stream … abgebrochen|stream … unterbrochen',
        'rst stream|stream error stream id|not closed cleanly',
      ],
      saysNot: [ECHO],
    },
  },
];
