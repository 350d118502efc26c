import { ECHO } from './echo.js';
import { WRONG_PARAMETER } from './parameter.js';
import type { BuiltInRule } from './rule.js';

const category = 'invalid_request_error';

/** The call is at fault: what SDKs say before they send anything, and what is left where the 400 did not survive. */
export const WRONG_CALL_RULES: readonly BuiltInRule[] = [
  {
    // openai, client.js; Vercel AI SDK; @aws-sdk: the request never left
    name: 'wrong-call',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      type: [
        'AI_InvalidPromptError',
        'AI_InvalidArgumentError',
        'AI_InvalidMessageRoleError',
        'AI_InvalidDataContentError',
        'AI_DownloadError',
        'AI_MessageConversionError',
        'AI_UnsupportedFunctionalityError',
        'AI_NoSuchModelError',
        'NoSuchModelError',
        'GatewayModelNotFoundError',
        'ProviderModelNotFoundError',
        'UnsupportedModelVersionError',
        'InvalidMessageRoleError',
        'MessageConversionError',
        'TooManyEmbeddingValuesForCallError',
        'AI_NoSuchProviderError',
        'AI_UnsupportedModelVersionError',
        'AI_LoadSettingError',
        'AI_TooManyEmbeddingValuesForCallError',
        'InputError',
      ],
    },
    advice: 'wrongCall',
  },
  {
    // openai, @anthropic-ai/sdk, @langchain/openai, replicate, Vercel AI SDK, LiteLLM: said before sending;
    // Google and Bedrock, where the 400 did not survive
    name: 'wrong-call-words',
    category,
    confidence: 0.92,
    when: {
      status: ['none'],
      says: [
        'arguments are mutually exclusive|must provide one of the baseurl',
        'browser like environment|region is missing|no value provided for input',
        'missing value for input|api instance name not found',
        'api deployment name not found|endpoint is missing',
        'streaming is strongly recommended|unsupported message role|must be a valid url',
        'protocols are supported|failed to parse url from|model … are not valid',
        'this is not a chat model|models are not supported for',
        'contains an invalid argument|the model returned the following errors',
        'operation is not implemented|operation is not supported',
        'not found for api version|illegal model request|json unknown field',
        'invalid params|not supported for provider|unsupported ai provider',
        'unsupported llm provider|streaming is required|error unknown argument',
        'internalerror algo invalidparameter|model is required',
        'model parameter is required|valid path parameter|invalid request error',
        'invalid api parameter|400 bad request|404 not found|unprocessable entity|unprocessable content|cannot both be|unable to submit request because|must be non empty|invalid value at|requested entity was not found|参数错误',
        '参数无效|パラメータが無効|パラメータが不正|無効なパラメータ|잘못된 파라미터',
        'parámetro no válido|parámetro inválido|ungültiger parameter|ungültige anfrage',
        'paramètre invalide',
        'param error|entity too large|payload too large|body too large',
        'unexpected keyword argument',
        'invalid user message',
        'incomplete input for',
        'communication protocol incompatib|creationparameter',
        ...WRONG_PARAMETER,
      ],
      saysNot: [ECHO],
    },
    advice: 'wrongCall',
  },
];
