import type { BuiltInRule } from './rule.js';

const category = 'content_policy_error';

export const CONTENT_POLICY_RULES: readonly BuiltInRule[] = [
  {
    // OpenAI and Azure OpenAI content filtering; OpenAI images; Zhipu 1301; DashScope
    name: 'content-policy-code',
    category,
    confidence: 0.98,
    when: {
      code: [
        'content_filter',
        'content_policy_violation',
        'ResponsibleAIPolicyViolation',
        'moderation_blocked',
        'DataInspectionFailed',
        'data_inspection_failed',
        'PROHIBITED_CONTENT',
        'cyber_policy_violation',
      ],
    },
  },
  {
    // openai, core/error.js; LiteLLM, exceptions.py
    name: 'content-filter-class',
    category,
    confidence: 0.98,
    when: { type: ['ContentFilterFinishReasonError', 'ContentPolicyViolationError'] },
  },
  {
    name: 'content-policy-words',
    category,
    confidence: 0.96,
    when: {
      says: [
        'content management policy',
        'content policy',
        'content filtering policy',
        'blocked by content filter',
        'rejected … safety system',
        'blocked … safety',
        'was blocked due to',
        'usage policies',
        'violating our usage policy',
        'flagged as potentially violating',
        'requires moderation',
        'input was flagged',
        '不安全或敏感内容',
        '敏感内容',
        '内容安全',
        '违规内容',
        'コンテンツポリシー',
        '不適切な',
        '콘텐츠 정책',
        '안전 정책',
        '유해',
        'content filter',
        'content moderation',
        'safety filter',
        'safety reasons',
        'blocked because',
        'harmful content',
        'responsible ai',
        'inappropriate content',
        'guardrail … blocked',
        'guardrail intervened',
        'prohibited content',
        'finish reason safety',
        'recitation',
      ],
    },
  },
];
