import type { BuiltInRule } from './rule.js';

const category = 'token_limit_error';

export const TOKEN_LIMIT_RULES: readonly BuiltInRule[] = [
  {
    // OpenAI "Error codes"; Cohere; llama.cpp server; LangChain
    name: 'token-limit-code',
    category,
    confidence: 0.98,
    when: {
      code: [
        'context_length_exceeded',
        'TOO_MANY_TOKENS',
        'exceed_context_size_error',
        'CONTEXT_OVERFLOW',
        'max_tokens_exceeded',
      ],
    },
  },
  {
    // openai, core/error.js: thrown by `parse` and the stream helpers at finish_reason "length"
    name: 'answer-cut',
    category,
    confidence: 0.97,
    when: { type: ['LengthFinishReasonError', 'MaxTokensReachedError'] },
    advice: 'answerCut',
  },
  {
    // Words of OpenAI, Anthropic, Google, Bedrock, DeepSeek, xAI, Ollama, vLLM, OpenRouter, Perplexity
    name: 'context-window-words',
    category,
    confidence: 0.96,
    when: {
      says: [
        'maximum context length',
        'max context length',
        'maximum prompt length',
        'exceeds the context window',
        'exceed the context window',
        'exceed context limit',
        'exceeds the available context size',
        'context length exceeded',
        'context window … exceeded',
        'context size has been exceeded',
        'prompt is too long',
        'prompt too long',
        'input is too long',
        'input too long',
        'input tokens exceed',
        'number of input tokens exceeds',
        'input token count … exceeds',
        'input tokens … exceeds',
        'exceeds … maximum number of tokens',
        'too many tokens size limit',
        'total length of all messages is too long',
        'range of input length should be',
        'reduce the length of the messages',
        '超出最大长度',
        '上下文长度',
      ],
      // 429 with "Request too large … tokens per min" is a matter of rate
      saysNot: ['tokens per min', 'per minute'],
    },
  },
];
