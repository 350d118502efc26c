import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';
import { VAGUE } from './statuses.js';

const category = 'token_limit_error';

/** 429 is a matter of rate, whatever it says of tokens; so is a limit per minute without a status. */
const RATE = [
  'tokens per min',
  'per minute',
  { near: ['tpm'], says: /\bTPM\b/ },
  'enqueued token',
  'rate limit',
  'por minuto',
  'par minute',
  'pro minute',
  '每分钟',
  '毎分',
  '분당',
];

export const TOKEN_LIMIT_RULES: readonly BuiltInRule[] = [
  {
    // LiteLLM, exceptions.py; LangChain
    name: 'context-window-class',
    category,
    confidence: 0.97,
    when: {
      type: [
        'ContextWindowExceededError',
        'ContextLengthExceededError',
        'ContextOverflowError',
        // WebLLM
        'ContextWindowSizeExceededError',
      ],
    },
  },
  {
    // OpenAI "Error codes"; Cohere; llama.cpp server; LangChain; Mistral 3051
    name: 'token-limit-code',
    category,
    confidence: 0.98,
    when: {
      code: [
        'context_length_exceeded',
        'context_window_exceeded',
        'TOO_MANY_TOKENS',
        'exceed_context_size_error',
        'CONTEXT_OVERFLOW',
        'max_tokens_exceeded',
        'invalid_request_prompt',
        'tokens_limit_reached',
        // ModelVerse; gateways
        'tokens_too_long',
        'prompt_too_long',
        'input_too_long',
        'context_limit_exceeded',
      ],
    },
  },
  {
    // openai, core/error.js: thrown by `parse` and the stream helpers at finish_reason "length"; Instructor; opencode
    name: 'answer-cut',
    category,
    confidence: 0.97,
    when: {
      type: [
        'LengthFinishReasonError',
        'MaxTokensReachedError',
        'IncompleteOutputException',
        'MessageOutputLengthError',
        // Ragas
        'LLMDidNotFinishException',
      ],
    },
    advice: 'answerCut',
  },
  {
    // Vercel AI SDK "AI_NoObjectGeneratedError": its finish reason
    name: 'object-cut',
    category,
    confidence: 0.97,
    when: { type: ['AI_NoObjectGeneratedError', 'NoObjectGeneratedError'], code: ['length'] },
    advice: 'answerCut',
  },
  {
    // OpenAI, Google finishReason MAX_TOKENS, Vercel AI SDK; as applications report them
    name: 'answer-cut-words',
    category,
    confidence: 0.955,
    when: {
      status: ['none', 400, 500, 502],
      says: [
        'length limit was reached|max tokens length limit|output is incomplete due to',
        'max tokens or model output limit was reached|finish reason max tokens',
        'finishreason max tokens|finish reason length|finishreason length',
        'finish reason was length|stop reason max tokens|truncated … max tokens',
        'response was truncated|output was truncated|output truncated|answer truncated',
        'response truncated|answer was truncated|reached max tokens',
        'maximum output tokens|output token maximum|output token limit',
        'respuesta … cortó|respuesta … truncada|antwort … abgeschnitten',
        'réponse … tronquée|resposta … truncada|ответ … обрезан|回答が途中で|回复被截断',
        '输出被截断|回答被截断|途中で切れ|응답이 잘렸|응답이 잘려',
        'finish reason 2 |finish reason … is 2 ',
      ],
      saysNot: [ECHO],
    },
    advice: 'answerCut',
  },
  {
    // Anthropic, OpenAI, DeepSeek, OpenRouter: more output asked for than the model gives
    name: 'output-limit',
    category,
    confidence: 0.955,
    when: {
      status: ['none', 400, 422, 500, 503],
      says: [
        'max tokens is too large|max completion tokens is too large',
        'max tokens … exceeds|maximum allowed number of output tokens',
        'max new tokens … exceeds|max output tokens … exceeds',
        'max tokens must be less than|max tokens limit exceeded',
        'range of max tokens should be|max tokens … cannot exceed',
        'max tokens of … exceeded',
      ],
      saysNot: RATE,
    },
    advice: 'outputLimit',
  },
  {
    // Applications that count before they send: `The prompt has 140201 tokens, more than the 128000 allowed`
    name: 'token-count-words',
    category,
    confidence: 0.93,
    when: {
      status: [...VAGUE, 413],
      says: [
        'longer than the model|too long for the model|too long for this model',
        'too large for the model|max token limit|maximum token limit',
        'max tokens … model limit',
        {
          near: ['longer than', 'larger than', 'bigger than'],
          says: /\b(?:longer|larger|bigger) than \d[\d,]{1,9} tokens?\b/i,
        },
        {
          near: ['token'],
          says: /\b\d[\d,.]{1,9}k? tokens?\b.{1,25}\b(?:more than|limit|maximum|max|allowed)(?!\w)/i,
        },
      ],
      saysNot: [ECHO, ...RATE, 'month|day|daily|hour|quota|credit|budget|plan'],
    },
  },
  {
    // OpenAI, Anthropic, Google, Bedrock, DeepSeek, xAI, Ollama, vLLM, SGLang, TGI, LM Studio, llama.cpp,
    // OpenRouter, Perplexity, Workers AI, DashScope, Baidu
    name: 'context-window-words',
    category,
    confidence: 0.96,
    when: {
      status: [...VAGUE, 413],
      says: [
        'maximum context length|max context length|maximum context size',
        'number of tokens … exceed|too many tokens in batch|prompt token count',
        'over budget of … tokens|exceeds model s window|exceeds the model s window',
        {
          near: ['token'],
          says: /\b\d[\d,]{2,9} tokens? (?:is |are |was |were )?(?:over|above|beyond|more than|exceed(?:s|ed|ing)?)\b/i,
        },
        'prompt tokens too long|prompt tokens … exceed|messages are too long',
        'request too large for|hit a token limit|context window is|find a kv slot',
        'find a kv cache slot|find kv cache slot|available context size',
        'maximum model length|maximum prompt length|maximum input length',
        'maximum sequence length|maximum input token|tokens in the prompt cannot exceed',
        'input tokens … cannot exceed|maximum supported sequence length',
        'prompt length … exceeds|max input characters|model s context length',
        'context length of only|context length exceeded|context length limit',
        'context length is too|contextwindowexceeded|context window … exceed',
        'context window limit|room in the … context window',
        'context window of this model|context size has been exceeded',
        'context size exceeded|context … overflow|exceeds the context',
        'exceed the context|exceeded the context|exceeds context|exceed context',
        'exceeded context|exceed … context size|exceeds the maximum context',
        'exceeds … context limit|exceed … context window',
        'fit into the model context|fit in the context',
        'larger than the context|longer than the model s context',
        'longer than the context|too large for model with|prompt is too long',
        'prompt too long|prompt too large|prompt … is too long to fit|prompt exceeds',
        'prompt exceeded|input is too long|input is too large|input too long',
        'input token length|text too long|input tokens exceed|input token count',
        'input tokens … exceeds|input length … exceed',
        'inputs tokens … max new tokens must be|inputs must have less than',
        'must have less than … tokens|exceeds … maximum number of tokens',
        'exceeded the maximum number of tokens|exceed … token limit',
        'requested tokens … exceed',
        'tokens … exceed … maximum|tokens … exceeds … limit|too many tokens size limit',
        'too many input tokens|total length of all messages is too long',
        'range of input length should be|reduce the length of the messages',
        'reduce the length of your|reduce your prompt|max size … tokens',
        'max allowed tokens|less than max seq len|equal to max seq len',
        'input tokens … must be|expected maxlength',
        'conversation is too long|token limit reached|token limit exceeded|n ctx',
        '超出最大长度|超过最大长度|超过 … 上下文|超出 … 上下文|上下文长度|上下文窗口',
        '上下文超|最大上下文|上下文過長|输入过长|输入长度|提示词过长|内容过长|文本过长',
        'prompt 超长|prompt超长|消息过长|超过 … token|超出 … token|最大token|token数超',
        'token数量超|token 数量超|token 数超|上下文过长|上下文太长|tokens总数|token总数',
        '超过模型限制|超出模型限制|tokens 超|最大コンテキスト|コンテキスト長',
        'コンテキストウィンドウ|トークン数が|トークン数 … 超|トークン制限|トークン上限',
        '最大トークン|入力が長すぎ|プロンプトが長すぎ|컨텍스트 길이|컨텍스트 윈도우',
        '컨텍스트 창|컨텍스트 한도|최대 토큰|토큰 수|토큰 한도|토큰 제한|입력이 너무 길',
        '프롬프트가 너무 길|입력 길이|longitud … contexto',
        'ventana de contexto|límite de contexto|límite de tokens|contexto máximo',
        'número máximo de tokens|demasiado largo|demasiado larga|kontextlänge',
        'kontextfenster|tokenlimit|token limit überschritten|prompt ist zu lang',
        'text ist zu lang|anfrage ist zu lang|überschreitet das token limit',
        'texte est trop long|eingabe ist zu lang|longueur … contexte',
        'fenêtre de contexte|limite de tokens|limite de jetons|invite est trop longue',
        'janela de contexto|comprimento … contexto|контекстн',
        'exceeded max tokens|exceeds max tokens',
        'tokens to keep from the initial prompt',
      ],
      saysNot: [ECHO, ...RATE, 'monthly', 'this month', 'daily', 'weekly'],
    },
  },
  {
    // Groq, "Error codes": one request that is larger than a whole minute's tokens
    name: 'more-than-a-minute',
    category,
    confidence: 0.93,
    when: { status: [413], says: ['tokens per minute|tpm '] },
  },
];
