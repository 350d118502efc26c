import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';

const category = 'content_policy_error';

export const CONTENT_POLICY_RULES: readonly BuiltInRule[] = [
  {
    // Portkey: a guardrail of the gateway refused
    name: 'http-446',
    category,
    confidence: 0.95,
    when: { status: [446] },
    advice: 'guardrail',
  },
  {
    // OpenAI and Azure OpenAI content filtering; OpenAI images; Google block reasons; DashScope;
    // Volcengine Ark; NewAPI gateways
    name: 'content-policy-code',
    category,
    confidence: 0.98,
    when: {
      code: [
        'content_filter',
        'content_policy_violation',
        'content_policy',
        'ResponsibleAIPolicyViolation',
        'moderation_blocked',
        'DataInspectionFailed',
        'data_inspection_failed',
        'InternalError.Algo.DataInspectionFailed',
        'PROHIBITED_CONTENT',
        'SAFETY',
        'IMAGE_SAFETY',
        'IMAGE_PROHIBITED_CONTENT',
        'BLOCKLIST',
        'RECITATION',
        'SPII',
        'cyber_policy_violation',
        'sensitive_content',
        'sensitive_words_detected',
        'SensitiveContentDetected',
        'InputTextSensitiveContentDetected',
        'OutputTextSensitiveContentDetected',
        'image_generation_user_error',
        // ModelVerse; gateways
        'sensitive_check_error',
        'content_blocked',
        'content_filtered',
        'moderation_error',
        'prompt_blocked',
      ],
    },
  },
  {
    // openai, core/error.js; LiteLLM, exceptions.py
    name: 'content-filter-class',
    category,
    confidence: 0.98,
    when: {
      type: [
        'ContentFilterFinishReasonError',
        'ContentPolicyViolationError',
        'ContentFilterAIException',
        'BlockedPromptException',
        'PromptBlockedException',
        'GenerationBlockedError',
        // generative-ai-go, LangChain4j
        'BlockedError',
        'ContentFilteredException',
      ],
    },
  },
  {
    // @openai/agents-core, errors.js; LiteLLM, exceptions.py: a check that the application itself set up
    name: 'guardrail-class',
    category,
    confidence: 0.95,
    when: {
      type: [
        'InputGuardrailTripwireTriggered',
        'OutputGuardrailTripwireTriggered',
        'GuardrailTripwireTriggered',
        'GuardrailRaisedException',
      ],
    },
    advice: 'guardrail',
  },
  {
    // Bedrock Guardrails, Portkey, LiteLLM
    name: 'guardrail-words',
    category,
    confidence: 0.955,
    when: {
      says: [
        'guardrailintervened|guardrail … blocked|guardrail intervened',
        'guardrail triggered|detected by guardrail|rejected by guardrail',
        'guardrail … violat|guardrail checks … failed|guardrail failed',
        'blocked by guardrail|violated guardrail',
      ],
      saysNot: [ECHO],
    },
    advice: 'guardrail',
  },
  {
    // OpenAI, Azure OpenAI, Anthropic, Google, OpenRouter, xAI, Moonshot, DashScope, MiniMax, Replicate
    name: 'content-policy-words',
    category,
    confidence: 0.965,
    when: {
      says: [
        'blocked by … prompt guard|bloqueada por el filtro|bloqueado por el filtro',
        'bloqueada por los filtros|bloqueado por los filtros|bloquée par le filtre',
        'antwort blockiert|bloqué par le filtre|触发 … 安全策略|拒绝回答',
        'content management policy|content policy|content policies|content filter',
        'contentpolicyviolation|content moderation|safety system|blocked … safety',
        'was blocked due to|matched public code|blocked due to prohibited',
        'usage policies|violating our usage policy',
        'violate … usage policy|violate … terms of service|violates our policies',
        'violates … community guidelines|content that is not allowed',
        'flagged as sensitive|usage guidelines|content … violat|content … is blocked',
        'content … inappropriate|content … unsafe|content … prohibited',
        'content … harmful|safety guidelines|flagged as potentially violating',
        'flagged as inappropriate|flagged by … moderation|requires moderation',
        'input was flagged|moderation blocked|moderation failed|moderation rejected',
        'prompt injection detected|request moderated|moderation check|safety checker',
        'flagged this prompt|flagged this request|prompt … flagged|content moderated',
        'prompt … blocked|filtered words|considered high risk|content exists risk',
        'safety filter|safety reasons|safety settings … blocked|safety policy',
        'harmful content|sensitive content|sensitive words|may contain sensitive',
        'new sensitive|nsfw content|explicit content|responsible ai',
        'inappropriate content|datainspectionfailed|prohibited content',
        'prohibited use policy|finish reason safety|finish reason content',
        'finishreason safety|blockreason',
        { near: ['recitation'], says: /\bRECITATION\b/ },
        'finishreasonsafety|finishreasonrecitation|finishreasonprohibited',
        'finishreasonblocklist|不安全内容|不安全的内容|敏感内容|敏感词|敏感信息',
        '敏感內容|内容安全|违规|违反 … 政策|不合规|内容审核|安全审核|审核未通过',
        '审核不通过|内容过滤|风险内容|コンテンツポリシー|コンテンツフィルタ',
        '不適切なコンテンツ|不適切な内容|不適切な表現|有害なコンテンツ|有害な内容',
        '安全フィルタ|セーフティ|安全上の理由|安全性の理由|ポリシーに違反',
        'ガイドラインに違反|規約に違反|ポリシー違反|콘텐츠 정책|콘텐츠 필터',
        '콘텐츠가 차단|안전 정책|안전 필터|안전상의 이유|부적절한 콘텐츠|부적절한 내용',
        '부적절한 표현|유해한 콘텐츠|유해한 내용|유해 콘텐츠|정책에 위반',
        'políticas de uso',
        'motivos de seguridad|nutzungsrichtlinien',
        'unangemessene inhalte|sicherheitsgründen',
        'raisons de sécurité',
        'политик',
        'finish reason 3 |finish reason 4 |finish reason … is 3 |finish reason … is 4 ',
        'políticas de seguridad',
        'políticas de segurança',
        'ответ заблокирован',
        'respuesta fue bloqueada|ia fue bloqueada',
        'ia foi bloqueada|ia a été bloquée',
        'antwort wurde blockiert',
        'response is blocked|may violate our policies|content was filtered|response was filtered',
      ],
      // A reader that lists the reasons it knows tells of none
      saysNot: [ECHO, 'expected one of', 'unknown variant'],
    },
  },
  {
    // What the models themselves say, where an application passes it on as an error
    name: 'refusal',
    category,
    confidence: 0.92,
    when: {
      status: ['none'],
      says: [
        { near: ['sorry'], says: /\bI(?:'|’)?(?: a)?m sorry, (?:but )?I can(?:'|’|no)t\b/i },
        {
          near: ['assist', 'help', 'fulfill', 'comply', 'provide', 'answer'],
          says: /\bI (?:can(?:'|’)?t|cannot|can not|won(?:'|’)?t|am unable to) (?:assist|help|fulfill|comply|provide|answer) (?:with )?(?:th(?:is|at|ese)|your)\b/i,
        },
        'model refused|llm refused|ai refused|assistant refused|claude refused',
        'gemini refused|refused to generate|declined to answer|declined to respond',
        'stop reason refusal|finish reason refusal',
        {
          near: ['cannot answer', 'can t answer'],
          says: /\b(?:cannot|can't) answer (?:\S{1,20} ){1,3}(?:due to|because of) (?:\S{1,20} ){0,2}(?:guidelines|policy|policies|safety)\b/i,
        },
        'refused to answer',
        'refused to respond',
        'refusal from the model',
      ],
    },
    advice: 'refusal',
  },
];
