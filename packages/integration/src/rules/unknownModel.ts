import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';

const category = 'invalid_request_error';

/** The model itself is what is missing, whatever the status. */
const NO_SUCH_MODEL = [
  'no endpoints found',
  'no endpoints available',
  'no such model',
  'unknown model',
  'not a valid model',
  'try pulling it first',
  '模型不存在',
  '模型未找到',
  '找不到模型',
  '未找到模型',
  '不支持的模型',
  '不支持该模型',
  'モデルが見つかりません',
  'モデルは存在しません',
  'モデルが存在しません',
  '모델을 찾을 수 없',
  '존재하지 않는 모델',
  '모델이 존재하지',
  '지원하지 않는 모델',
];

/** The model itself is at fault: not there, not yet there for this caller, or not any more. */
export const UNKNOWN_MODEL_RULES: readonly BuiltInRule[] = [
  {
    // OpenAI, Azure OpenAI, Groq, Anthropic, Ollama, Google, Bedrock, OpenRouter, Perplexity, Workers AI
    name: 'unknown-model',
    category,
    confidence: 0.96,
    when: {
      status: [400, 404, 410, 412, 422],
      says: [
        'model … not exist|model … not found|model identifier is invalid',
        'no allowed providers|not a chat model|deployment … does not exist',
        'invalid model|model … not available|model … unavailable|model … unsupported',
        'does not work with the specified model|non serverless model|inference profile',
        'no models loaded|no models are currently loaded|no model is loaded',
        ...NO_SUCH_MODEL,
      ],
      saysNot: [ECHO],
    },
    advice: 'unknownModel',
  },
  {
    // The same without a status: only where the model itself is what is missing
    name: 'unknown-model-words',
    category,
    confidence: 0.945,
    when: {
      status: ['none', 500, 502, 503],
      says: [
        'the model … does not exist',
        'the model … not found',
        { near: ['model'], says: /\bmodel \\?["'`][\w.:/-]{2,60}["'`] not found\b/i },
        {
          near: ['不存在', 'が見つかりません', 'は存在しません', '찾을 수 없'],
          says: /(?:模型|モデル|모델) ?[\w.:/-]{3,60} ?(?:不存在|が見つかりません|は存在しません|[을를] 찾을 수 없)/,
        },
        'model with key … not loaded|no models loaded|no model is loaded',
        'model not found|model not exist|model does not exist|no such languagemodel',
        'is not served by|invalid model name|invalid model id|unsupported model',
        'no inference provider available for model|no provider found for model',
        'ollama pull|model are not supported|no provider configured for model',
        'on demand throughput|model is not supported',
        'model … is not supported for|no model found|no such deployment',
        'unsupported llm model|unsupported chat model|unsupported embedding model',
        'invalid embedding model|model … is not available for',
        'model … not in the list of|model … not in the supported|model … not among the',
        'modell … nicht in der liste|modelo … en la lista|modelo … na lista|modèle … dans la liste',
        '模型 … 不在 … 列表|モデル … 一覧にあり|모델 … 목록에 없|модель … в списке',
        'invalid reference to model|サポートされていないモデル',
        'modelo … no existe|modelo no encontrado|modelo … no está disponible',
        'modell … nicht gefunden|modell … existiert nicht|modèle … introuvable',
        'modèle … n existe pas|modelo … não encontrado|modelo … não existe',
        'model not loaded before|unable to resolve model|failed to resolve model',
        'could not resolve model|model parameter must not be empty|model name must not be empty',
        'model identifier is invalid',
        'deployment … does not exist',
        ...NO_SUCH_MODEL,
      ],
      saysNot: [ECHO, 'hallucinated', 'made up', 'invented'],
    },
    advice: 'unknownModel',
  },
  {
    // OpenAI, Groq, Cohere, Bedrock, Google: it was there once
    name: 'retired-model',
    category,
    confidence: 0.965,
    when: {
      status: ['none', 400, 404, 410, 422],
      says: [
        'model … has been deprecated|model … is deprecated|model … was removed',
        'model … has been removed|model … retired|model … decommissioned',
        'model … discontinued|model … no longer available|model … no longer supported',
        'model … reached the end of its life|model … end of life',
        'model … marked by provider as legacy|模型 … 已下线|模型 … 停止服务|モデル … 廃止',
        'モデル … 提供を終了|모델 … 지원 … 종료|모델 … 서비스 … 종료|모델 … 제공 … 종료|종료된 모델',
        'model fade out|model … sunset|model has been shut down',
      ],
      saysNot: [ECHO],
    },
    advice: 'retiredModel',
  },
  {
    // OpenAI and Azure OpenAI "Error codes"; LangChain; Mistral 1500; Together; Moonshot. NewAPI gateways
    // say model_not_found with 503 for a channel that is down, OpenAI with 403 for one without access.
    name: 'unknown-model-code',
    category,
    confidence: 0.96,
    when: {
      status: ['none', 400, 404, 410, 422],
      code: [
        'model_not_found',
        'MODEL_NOT_FOUND',
        'model_not_supported',
        'unavailable_model',
        'dedicated_endpoint_not_running',
        'ModelNotFound',
        'model_not_available',
        'invalid_model',
        'resource_not_found_error',
      ],
    },
    advice: 'unknownModel',
  },
  {
    // Azure OpenAI, Volcengine: what was deployed or opened under this name, whatever a gateway made of it
    name: 'unknown-deployment-code',
    category,
    confidence: 0.96,
    when: {
      code: ['DeploymentNotFound', 'InvalidEndpoint.NotFound', 'InvalidEndpointOrModel.NotFound'],
    },
    advice: 'unknownModel',
  },
  {
    // Groq "Deprecations"
    name: 'retired-model-code',
    category,
    confidence: 0.97,
    when: { code: ['model_decommissioned', 'model_deprecated', 'model_terms_required'] },
    advice: 'retiredModel',
  },
];
