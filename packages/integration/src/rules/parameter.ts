import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';

const category = 'invalid_request_error';

/** Their order and pairing matter: the conversation may be what is wrong. */
const PAIRED_BLOCKS = ['tool use|tooluse|tool result|toolresult|tool call|toolcall|thinking'];

/** Said of a request by those who answer 400, and by SDKs and gateways that send nothing. */
export const WRONG_PARAMETER = [
  'unsupported parameter',
  'unsupported content',
  'invalid parameter',
  'invalid temperature',
  'invalid max tokens',
  'unsupported value',
  'not a multimodal model',
  // Qianfan
  'code 336001|code 336002|code 336003',
  'supported with this model',
  'must be at least 1 token',
  '参数不正确',
  'extra inputs are not permitted',
  'extraneous key',
  'malformed input request',
  '参数非法',
  '无效的参数',
  '無効なリクエスト',
  '잘못된 요청',
  'solicitud no válida',
  'requête invalide',
];

/** A parameter is at fault, or a schema or a tool that was given with it. */
export const PARAMETER_RULES: readonly BuiltInRule[] = [
  {
    // OpenAI "Error codes" of parameter validation
    name: 'parameter-code',
    category,
    confidence: 0.945,
    when: {
      status: [400, 404, 422],
      code: [
        'unsupported_parameter',
        'unknown_parameter',
        'unsupported_value',
        'invalid_type',
        'invalid_value',
        'missing_required_parameter',
        'string_above_max_length',
        'string_below_min_length',
        'array_above_max_length',
        'array_below_min_length',
        'integer_above_max_value',
        'integer_below_min_value',
        'decimal_above_max_value',
        'decimal_below_min_value',
        'OperationNotSupported',
      ],
    },
    advice: 'parameter',
  },
  {
    // LangChain, "Error reference": what it was given, before any call
    name: 'langchain-input-code',
    category,
    confidence: 0.945,
    when: { code: ['MESSAGE_COERCION_FAILURE', 'INVALID_PROMPT_INPUT'] },
    advice: 'parameter',
  },
  {
    // OpenAI structured outputs and function calling, Google, Anthropic, xAI
    name: 'schema-refused',
    category,
    confidence: 0.95,
    when: {
      status: ['none', 400, 422, 500],
      says: [
        'invalid schema for|invalid json schema|invalid tool schema',
        'json schema is invalid|json schema … not supported',
        'does not support json schema|does not support … structured output',
        'schema … too complex|schema produces a constraint|too many states for serving',
        'additionalproperties is required to be supplied',
        'additionalproperties … cannot find field|should be non empty for object type',
        'input schema|array schema missing items|response format … not supported',
        'response format … unavailable|schema to json schema|represented in json schema',
      ],
      saysNot: [ECHO],
    },
    advice: 'schemaRefused',
  },
  {
    // The same as codes
    name: 'schema-refused-code',
    category,
    confidence: 0.96,
    when: { code: ['invalid_function_parameters', 'invalid_json_schema', 'invalid_schema'] },
    advice: 'schemaRefused',
  },
  {
    // The parameter is named by its place in the request: `messages[3].content`, `tools.0.custom.name`
    name: 'parameter-path',
    category,
    confidence: 0.92,
    when: {
      status: [400, 422],
      says: [
        {
          near: ['messages|input|tools|functions|tool config|stop sequences|content'],
          says: /\b(?:messages|contents|input|tools|functions|tool_config|stop_sequences|content)[.[]\d{1,4}\b/,
        },
        {
          near: ['generation', 'system', 'response', 'safety'],
          says: /\b(?:generation_?config|system_?instruction|response_?format|safety_?settings)[.[]/i,
        },
      ],
      saysNot: PAIRED_BLOCKS,
    },
    advice: 'parameter',
  },
  {
    // opencode, Helicone, Portkey: gateways that miss a header of theirs, under any status; SageMaker's
    // containers that miss a key
    name: 'header-missing',
    category,
    confidence: 0.945,
    when: {
      status: ['none', 400, 422, 424, 500, 503],
      says: [
        'payload must contain',
        'request is missing|request missing|missing … header|header is required',
        'header is missing',
      ],
      saysNot: [ECHO, 'authorization', 'authentication', 'api key', 'credential', 'token'],
    },
    advice: 'parameter',
  },
  {
    // OpenAI, Azure OpenAI, Anthropic, Google, Bedrock, xAI, DeepSeek, vLLM, FastAPI and serde behind them
    name: 'parameter-words',
    category,
    confidence: 0.94,
    when: {
      status: [400, 422],
      says: [
        'unknown parameter|unexpected value|unexpected model|unsupported model',
        'unavailable model|invalid params|param incorrect|is unsupported',
        'may only be set|valid range|llm provider not provided',
        'unsupported message|unrecognized request argument',
        'unrecognized argument|unknown name|unknown variant|unknown field',
        'unexpected field|missing required|missing parameter|missing field',
        'missing value|required key|invalid type|invalid value|invalid argument',
        'invalid request|invalid json payload|invalid message|invalid role|invalid tool',
        'invalid function|input tag|input should be|input does not match|field required',
        'could not parse the json body|failed to deserialize',
        'failed to parse the request|validation error|validation failed',
        'unable to submit request because|not supported|not currently supported',
        'does not support|doesn t support|isn t supported|only supported|only supports',
        'only support stream|must be set to|must be a positive|empty array',
        'is only available|enabled only for|additional properties are not allowed',
        'mutually exclusive|should match pattern|too many total text bytes|out of range',
        'not a valid|expected one of|fewer than|string too long|array too long',
        'please use a valid role|参数不合法|参数有误|参数 … 错误|参数 … 无效|请求格式',
        '请求参数|パラメータ|リクエストが不正|サポートされていません',
        'サポートしていません|매개변수|파라미터|지원하지 않|지원되지 않|parámetro',
        'no es compatible|no es válid|ungültig|wird nicht unterstützt|paramètre',
        'pas pris en charge|parâmetro|параметр',
        ...WRONG_PARAMETER,
      ],
    },
    advice: 'parameter',
  },
  {
    // The same of a parameter that every chat API has, named in quotes
    name: 'named-parameter',
    category,
    confidence: 0.925,
    when: {
      status: [400, 422],
      says: [
        {
          near: [
            'temperature|top|max|tool|messages|model|stream|stop|seed|input|prompt',
            'system|role|content|thinking|reasoning|response format|logprobs|function',
            'metadata|store|n ',
          ],
          says: /["'`](?:temperature|top_[pk]|max_\w+|tools?|tool_choice|messages|model|stream|stop|seed|input|prompt|system|role|content|thinking|reasoning\w*|response_format|logprobs|functions?|metadata|store|n)["'`.[]/,
        },
      ],
      saysNot: PAIRED_BLOCKS,
    },
    advice: 'parameter',
  },
  {
    // What any validation says: of a 400 a hint, as long as nothing is named
    name: 'parameter-hint',
    category,
    confidence: 0.9,
    when: {
      status: [400],
      says: [
        'must be|duplicate tool|not enabled for|have a chat template|does not accept',
        'must start with|must end with|must contain|must have|must match|must provide',
        'should be|does not match|is required|are required|is missing|requires',
        'require at least|at least one|at most|too many images|too many documents',
        'exceeding the limit of|not declared in|not in the catalog|does not exist',
        'does not have the|missing or invalid|missing either|invalid dimensions',
        'unknown extra|invalid base model|are not valid|cannot cancel|cannot update',
        'please specify|need to pass|is not running|must not be|check the image',
        'a maximum of|maximum number of|is too large|is too long',
        'is too small|too short|is invalid|is not valid|expected a|but got',
        'must not exceed|exceeds the maximum|exceeds maximum|exceeds limit',
        'is not allowed|are not allowed|not permitted|cannot be|can not be|cannot both',
        'blank|non empty|不能为空|必须|必須|필수|invalid input|invalid format',
        'not compatible|不支持',
        'allowed per prediction|allowed per request|allowed per call',
      ],
      saysNot: [ECHO],
    },
    advice: 'parameter',
  },
  {
    // llama.cpp and Ollama answer 500, gateways nothing at all: what they cannot do is no failure
    name: 'unsupported-feature',
    category,
    confidence: 0.955,
    when: {
      status: ['none', 404, 500, 501, 502],
      says: [
        'does not support tools|not supported by this model|not supported by the model',
        '不支持图片|不支持图像|不支持工具|不支持函数|画像入力をサポートして',
        'ツール呼び出しをサポートして|ツールをサポートして|画像に対応して|画像入力に対応して',
        '이미지 입력을 지원하지|이미지를 지원하지|도구 호출을 지원하지',
        'no admite imágenes|no admite entrada de imágenes|no admite herramientas',
        'unterstützt keine bilder|unterstützt keine werkzeuge',
        'ne prend pas en charge les images|ne prend pas en charge les outils',
        'must support tool calling|does not support tool calling|does not support image',
        'does not support vision|does not support chat|does not support embeddings',
        'does not support generate|is not enabled for models|does not support thinking',
        'does not support streaming|does not support function calling|support tool use',
        'requires jinja flag|functionality not supported|unsupported parameter',
        'unknown parameter|unsupportedparamserror|unrecognized request argument',
        'llm provider not provided|thinking is not supported',
        'image input is not supported|multimodal is not supported|模型不支持',
        '模型暂不支持|モデルは … サポートしていません|モデルは … 対応していません',
        '모델은 … 지원하지 않|모델이 … 지원하지 않|modell unterstützt keine',
        'modelo no admite|modelo no soporta|modèle ne prend pas en charge',
        'enable auto tool choice',
      ],
      saysNot: [ECHO],
    },
    advice: 'parameter',
  },
];
