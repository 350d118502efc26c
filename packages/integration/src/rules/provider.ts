import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';

const category = 'provider_error';

/** All but those that tell of a time-out, and the one of overload. */
const SERVER_FAILURES = Array.from({ length: 100 }, (_, i) => 500 + i).filter(
  (status) => ![504, 522, 523, 524, 529].includes(status),
);
/** Applications put these on errors of their own. */
const BORROWED: readonly number[] = [424, 500, 502, 503];

/** Of a time-out, overload is the guess why. */
export const TIMED_OUT = ['timed out|timeout|超时|タイムアウト|시간 초과'];

export const PROVIDER_RULES: readonly BuiltInRule[] = [
  {
    // RFC 9110 §15.6, and §15: one of a class that is not known means what the first of it means; 498:
    // Groq's flex tier is full
    name: 'http-5xx',
    category,
    confidence: 0.94,
    when: { status: [498, ...SERVER_FAILURES.filter((each) => !BORROWED.includes(each))] },
  },
  {
    // The same where it may be the application's own, or the model's container's that a gateway asked (424,
    // Bedrock's ModelErrorException): any word of what really happened counts more
    name: 'http-500',
    category,
    confidence: 0.915,
    weight: 0.795,
    when: { status: BORROWED },
  },
  {
    // Anthropic "Errors"
    name: 'http-529',
    category,
    confidence: 0.96,
    when: { status: [529] },
    advice: 'overloaded',
  },
  {
    // Anthropic "Errors"; OpenAI stream errors; gRPC; Moonshot. Servers and gateways give it to anything that
    // they did not expect, so that what they say beside it counts more
    name: 'provider-code',
    category,
    confidence: 0.925,
    weight: 0.796,
    when: {
      status: ['none', 500, 502, 503, 529],
      code: [
        'api_error',
        'server_error',
        'internal_server_error',
        'internal_error',
        'INTERNAL',
        'server_unavailable',
        'upstream_error',
        'bad_response_status_code',
        'do_request_failed',
        'InvokeServerUnavailableError',
        // Jiekou, Novita, Copilot; gateways
        'SERVICE_NOT_AVAILABLE',
        'service_unavailable',
        'service_unavailable_error',
        'bad_gateway',
        'provider_error',
        'get_channel_failed',
      ],
    },
  },
  {
    // Bedrock, also inside of a stream, whose exceptions clients report as 400
    name: 'aws-provider-code',
    category,
    confidence: 0.95,
    when: {
      status: ['none', 400, 424, 500, 502, 503],
      code: [
        'InternalServerException',
        'InternalFailure',
        'ServiceUnavailableException',
        'ModelErrorException',
        'ModelStreamErrorException',
      ],
    },
  },
  {
    // The same: too many at once, or not yet ready
    name: 'overloaded-code',
    category,
    confidence: 0.96,
    when: {
      status: ['none', 500, 502, 503, 529],
      code: [
        'overloaded_error',
        'engine_overloaded_error',
        'ModelNotReadyException',
        'unavailable',
        'overloaded',
      ],
    },
    advice: 'overloaded',
  },
  {
    // openai, @anthropic-ai/sdk: core/error.js; LiteLLM, which gives it to whatever it does not know; Bedrock;
    // web frameworks have classes of the same names
    name: 'provider-class',
    category,
    confidence: 0.925,
    weight: 0.796,
    when: {
      status: ['none', ...SERVER_FAILURES],
      type: [
        'InternalServerError',
        'ServiceUnavailableError',
        'ModelErrorException',
        'ModelStreamErrorException',
        'InternalServerException',
        'ServiceUnavailableException',
        // vLLM
        'EngineDeadError',
        'AsyncEngineDeadError',
        'MQEngineDeadError',
        'EngineGenerateError',
        // google.api_core.exceptions, openai-java has the same as Bedrock
        'ServiceUnavailable',
        'PrismServerException',
      ],
    },
  },
  {
    // Anthropic in streams; Bedrock
    name: 'overloaded-class',
    category,
    confidence: 0.95,
    when: {
      type: ['OverloadedError', 'ModelNotReadyException', 'PrismProviderOverloadedException'],
    },
    advice: 'overloaded',
  },
  {
    // CUDA, PyTorch, Ollama, vLLM, llama.cpp: the machine is too small, and stays so
    name: 'out-of-memory',
    category,
    confidence: 0.95,
    when: {
      status: ['none', 422, 424, 500, 502, 503],
      says: [
        'cudamalloc failed|out of gpu memory|outofmemoryerror|out of memory',
        'not enough memory|insufficient memory|requires more system memory',
        'unable to allocate|failed to allocate|cannot allocate memory|not enough ram',
        'bad alloc|metal malloc|tried to allocate|not enough space in the context',
        'available vram|insufficient vram|device was lost|device lost',
        'greater than the maximum allowed buffer',
        'errordevicelost',
        { near: ['oom'], says: /\bOOM\b/ },
        '显存不足|内存不足|メモリ不足|메모리가 부족|메모리 부족',
      ],
      saysNot: [ECHO],
    },
    retryable: false,
    advice: 'outOfMemory',
  },
  {
    // Hugging Face, llama.cpp (503), LM Studio: the server is there and the model is not yet
    name: 'model-loading',
    category,
    confidence: 0.95,
    when: {
      status: ['none', 500, 503],
      says: [
        'model … is currently loading|model … is loading|loading model',
        'currently pulling model|still pulling model|model is being downloaded|model is not ready|model … warming up',
        'モデルを読み込み中|모델을 로딩|모델 로딩|모델을 로드하는 중',
      ],
      saysNot: [ECHO, 'error loading model', 'failed to load'],
    },
    advice: 'modelLoading',
  },
  {
    // OpenAI, Anthropic, Google, Groq, Zhipu, Bedrock: too many at once for the provider
    name: 'overloaded-words',
    category,
    confidence: 0.945,
    when: {
      status: ['none', 400, 403, 500, 503],
      says: [
        { near: ['overloaded'], says: /(?:^|: )"?Overloaded"?\.?$/im },
        'overloaded error|currently overloaded|is overloaded|are overloaded',
        'service overloaded|temporarily overloaded|at capacity|over capacity',
        'capacity limit|service capacity|capacity temporarily exceeded',
        'currently experiencing high|experiencing high demand|experiencing heavy load',
        'server busy|server is busy|servers are busy|system is busy|system is too busy',
        'degraded function cannot be invoked|service is too busy|服务繁忙|服务器繁忙',
        '系统繁忙|系統繁忙|模型繁忙|访问量过大|过载|負載過高|负载过高|负载已饱和',
        '负载已经达到上限|サーバーが混|混み合って|混雑|過負荷|アクセスが集中|과부하',
        '혼잡|요청이 몰려|überlastet|surchargé|sobrecarregado',
      ],
      saysNot: [ECHO, ...TIMED_OUT],
    },
    advice: 'overloaded',
  },
  {
    // OpenAI "Error codes": with 503 it is about all of its callers, else about this one's rate
    name: 'slow-down-503',
    category,
    confidence: 0.96,
    when: { status: [503], says: ['slow down'] },
    advice: 'overloaded',
  },
  {
    // Envoy: what answers is the proxy, whatever status it was told to give
    name: 'proxy-lost-upstream',
    category,
    confidence: 0.955,
    when: { says: ['upstream connect error', 'reset before headers', 'no healthy upstream'] },
  },
  {
    // LM Studio: the channel to its engine broke, because the engine did
    name: 'engine-channel',
    category,
    confidence: 0.93,
    when: {
      status: ['none', 500],
      provider: ['lmstudio'],
      says: ['channel error', 'in channel handler', 'received load error'],
    },
  },
  {
    // OpenAI mid-stream, Anthropic in streams, Ollama, llama.cpp, vLLM and LM Studio engines, gateways
    name: 'provider-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none', 400],
      says: [
        'the server had an error|while processing your request you can retry',
        'service unavailable|bad gateway',
        'internal error|server error|temporarily unavailable|currently unavailable',
        'endpoint is unavailable|failed to deserialize api response',
        'unexpected error during processing|upstream error',
        'upstream service|no available channel',
        'no available server|no available worker|no available backend|no available slot … model',
        'no available provider|no deployments available|no healthy deployment',
        'no instances available|all providers failed|backend unavailable',
        'runner process has terminated|runner process no longer running',
        'start a llama runner|model is unloaded',
        'error was encountered while running the model|failed to decode try again',
        'failed to decode ret|failed to decode the batch|failed to load model',
        'model failed to load|error loading model|unable to load model',
        'model has crashed|model crashed|model has unloaded|engine … dead',
        'engine process failed|enginecore encountered|engine core|inference failed',
        'worker crashed|worker died|temporarily unable|outage',
        'unexpected error handling prediction|background loop has errored',
        'engine loop is not running|scheduler hit an exception',
        'executor worker returned error|mlx runner failed|model process encountered',
        'backend process has terminated|grpc process not ready|cudnn|cuda error|cublas',
        'nccl error|triton error|device kernel image|no kernel image is available|服务不可用|服务器内部错误|服务器错误',
        '服务内部错误|服务异常|系统内部错误|上游 … 错误|上游 … 异常|无可用渠道|服務不可用',
        'サーバーエラー|サーバー内部|内部サーバー|サービスを利用できません',
        'サービスが利用できません|メンテナンス中|서버 오류',
        '서버 에러|서버 내부|내부 서버|서비스를 사용할 수 없|서비스를 이용할 수 없',
        '일시적으로 사용할 수 없|일시적인 오류|일시적인 장애|점검 중',
        'error interno del servidor|servicio no disponible|interner serverfehler',
        'dienst … nicht verfügbar|erreur interne du serveur|service indisponible',
        'temporairement indisponible|has unexpectedly stopped|erro interno do servidor',
        'serviço indisponível',
        'prediction interrupted|no more data centers',
        'grpc service not ready',
        'could not load model all backends|could not load model rpc',
        'ggml assert|protobuf parsing failed',
        'upstream request',
        // What was to be JSON was a server's or a gateway's page
        {
          near: ['unexpected token'],
          says: /\bUnexpected token .{1,14}"(?:Internal S|Bad Gatew|Service Un|upstream |no healthy)/,
        },
      ],
      saysNot: [ECHO, 'the model returned the following errors', 'server error 4'],
    },
  },
];
