/** The words of the gate: what in a text can only be about an LLM, and what looks like it and is not. */

/** Class names of which no other library has the like. */
export const LLM_CLASS =
  /^(?:AI_|A[iI]Error$|InferenceUpstreamError|OpenAI|Bedrock|Model(?:Error|NotReady|Timeout|StreamError)Exception|AzureOpenAI|Anthropic|Claude|ChatGPT|GoogleGenerativeAI|VertexAI|DeepSeek|OpenRouter|HuggingFace|Ollama|LLM|Llm|Llama|Mastra|Cohere(?:Error|Timeout)|GroqError|Mistral|InferenceClient|ContentFilterFinishReason|LengthFinishReason|ContextWindowExceeded|ContentPolicyViolation|(?:Structured)?OutputParser|LangChain|LangGraph|GraphRecursion|McpError|ModelBehaviorError|MaxTurnsExceeded|ToolCallError|EngineDeadError|GuardrailTripwire|(?:Input|Output)Guardrail|(?:openai|anthropic|litellm|groq|cohere|mistralai|ollama|langchain\w{0,20}|llama_index|vertexai|huggingface_hub|vllm|pydantic_ai|google\.(?:genai|generativeai))\.)/;

/** Names that the SDKs of LLM providers share with those of other services made by the same generator. */
export const SDK_CLASSES: ReadonlySet<string> = new Set([
  'APIConnectionError',
  'APIConnectionTimeoutError',
  'APIUserAbortError',
]);

/** Codes and error types that only LLM providers and LLM frameworks give. Lower case. */
export const LLM_CODES: ReadonlySet<string> = new Set([
  'insufficient_quota',
  'context_length_exceeded',
  'content_policy_violation',
  'content_filter',
  'responsibleaipolicyviolation',
  'model_not_found',
  'model_not_available',
  'model_decommissioned',
  'model_overloaded',
  'overloaded_error',
  'tool_use_failed',
  'json_validate_failed',
  'billing_hard_limit_reached',
  'output_parsing_failure',
  'invalid_prompt_input',
  'invalid_tool_results',
  'model_authentication',
  'model_rate_limit',
  'invalid_prompt',
  'modelnotreadyexception',
  'modelerrorexception',
  'modeltimeoutexception',
  'modelstreamerrorexception',
  'unsupported_country_region_territory',
  'previous_response_not_found',
  'image_generation_user_error',
  'deploymentnotfound',
  'string_above_max_length',
  'max_tokens_exceeded',
  'exceed_context_size_error',
  'graph_recursion_limit',
]);

/** The program itself is at fault, whatever the file or module is called. */
export const ORDINARY_CODES: ReadonlySet<string> = new Set([
  'MODULE_NOT_FOUND',
  'ERR_MODULE_NOT_FOUND',
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
  'ERR_REQUIRE_ESM',
  'ENOENT',
  'EACCES',
  'EMFILE',
  'ENOSPC',
  'EADDRINUSE',
]);

/** Texts in which a name of the field is a file, a module, a table, a person or a currency. */
export const ORDINARY_WORDS: readonly RegExp[] = [
  /\b(?:cannot find (?:module|package|name)|can't resolve|failed to resolve import|loading (?:css )?chunk|no such file|too many open files)\b/i,
  /\bis not (?:defined|a constructor)$/,
  /\b(?:violates|duplicate (?:key|entry)|no such (?:table|column|index)|(?:unique )?constraint failed|unknown column|relation ["'`]|column ["'`]|table ["'`]|database ["'`]|Invalid `prisma)/i,
  /\b(?:InsufficientFunds|InvalidNonce|InvalidSignature|order ?book|(?:buy|sell|limit) order|api\.gemini\.com|sandbox\.gemini\.com)\b/i,
  /\btokens? per interval\b/i,
];

/** Phrases about LLMs and nothing else, by what they speak of. */
export const LLM_WORDS: readonly RegExp[] = [
  // Models by name
  /(?<![\w@-])(?:gpt-(?:3|4|5|6|oss)|claude-(?:\d|opus|sonnet|haiku|instant|fable|mythos|v\d|code)|anthropic\.claude|gemini-(?:\d|pro|flash|ultra)|gemma-?\d|text-embedding-|deepseek-|(?:meta-)?llama-?[234]|llama_|mixtral|mistral-(?:\d|large|small|medium|tiny|nemo|7b)|codestral|qwen-?\d|qwen-|grok-\d|command-r|kimi-|glm-\d|dall-e|whisper-1|o[134]-mini|@cf\/)/i,
  // Providers, products and servers by name
  /\b(?:LLMs?|large language models?|language model|OpenAI|ChatGPT|Anthropic|DeepSeek|Vertex ?AI|Azure ?OpenAI|(?:Amazon|AWS) Bedrock|bedrock-runtime|Bedrock is unable|Ollama|OpenRouter|LiteLLM|LangChain|LangGraph|LlamaIndex|vLLM|llama\.cpp|llama runner|LM ?Studio|Hugging ?Face|Workers? AI|DashScope|ggml|gguf|MCP (?:error|server|client|tool))\b/i,
  /\b(?:GPT|Claude|Gemini|Mistral|Cohere|Groq|Grok|Llama|Perplexity|Qwen|Bedrock|Copilot) (?:API|SDK|model|completions?|requests?|responses?|chat|stream|call|output|answer|error|rate limit|client|returned (?:an? )?(?:empty|invalid|malformed|unexpected|non|no|bad|[45]\d\d))\b/i,
  /\b(?:platform\.openai\.com|(?:docs|console|support)\.anthropic\.com|platform\.claude\.com|ai\.google\.dev|console\.groq\.com|console\.x\.ai|js\.langchain\.com|replicate\.com|huggingface\.co)\b/i,
  /\b(?:OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GOOGLE_GENAI|GROQ|MISTRAL|COHERE|DEEPSEEK|XAI|TOGETHER|TOGETHER_AI|FIREWORKS|OPENROUTER|PERPLEXITY|HUGGINGFACE|HF|REPLICATE|DASHSCOPE|MOONSHOT|AZURE_OPENAI|AI_GATEWAY|LLM|AI)_(?:API_)?(?:KEY|TOKEN|ENDPOINT|BASE_URL)\b/,
  // Codes and fields of chat APIs
  /\b(?:insufficient_quota|context_length_exceeded|content_filter|model_not_found|overloaded_error|content_policy_violation|finish_?reason|stop_reason|block_?reason|prompt_?feedback|HARM_CATEGORY_\w+|PROHIBITED_CONTENT|RECITATION|response_format|max_(?:output_|completion_|new_)?tokens|max(?:Output|Completion|New)?Tokens|generateContent|InvokeModel|Converse(?:Stream)? operation|ConverseStream|tool_(?:calls?|call_id|use|result|choice)|tool(?:Use|Result|Call|Choice)|function_call|system_instruction|logprobs|top_p|json_schema|chatcmpl-\w+)\b/,
  /\b(?:thread|asst|toolu|resp|call)_(?=[A-Za-z]{0,15}\d)[A-Za-z\d]{16,64}\b/,
  /\b(?:messages|contents)[./[]\d{1,4}\]?[./](?:content\.\d|role|parts|tool)/,
  /\bmessages\[\d{1,4}\]\.content['"]?: /,
  /\btools[./[]\d{1,4}\]?[.:] ?(?:custom|function|input)/i,
  // Tokens and context
  /\b(?:maximum |model'?s? )?context (?:length|window|size)\b/i,
  /\bmax(?:imum)?[_ ](?:output[_ ]|completion[_ ]|new[_ ])?tokens\b/i,
  /\bmaximum number of (?:input |output )?tokens\b/i,
  /\b(?:input|output|prompt|completion|context) (?:tokens|token count|token limit)\b/i,
  /\btokens? per (?:min|minute|day)\b/i,
  /\btoo many (?:input |output |prompt )?tokens\b/i,
  /\b\d[\d,]{2,9} tokens (?:>|exceed|but the (?:limit|maximum)|in the (?:messages|prompt|completion))/i,
  /\b(?:requested|exceeds? (?:the )?(?:maximum|limit|context)[ of]{0,6}) ?\d[\d,]{2,9} tokens\b/i,
  /\b(?:token limit (?:reached|exceeded)|exceed(?:s|ed)? the token limit|counting tokens|number of tokens to keep|reduce the length of the (?:messages|prompt))\b/i,
  /\b(?:input|request|prompt|text|conversation) (?:is|was) too long for (?:the )?(?:requested )?model\b/i,
  // Prompts, completions, embeddings
  /\b(?:prompt (?:is )?too long|prompt (?:was|has been) (?:blocked|flagged|rejected|filtered)|prompt tokens|prompt injection|(?:adjust|modify|change|shorten|rephrase) (?:your|the) prompt|prompt exceeds|prompt triggering|prompt caching)\b/i,
  /\bchat[. _-]completions?\b|\b(?:completions? (?:API|endpoint|choices)|completion (?:request|response)|(?:from|triggered on) completion|messages or completion)\b/i,
  /\b(?:embeddings? (?:API|model|request|response|endpoint|provider|service|generation)|(?:create|generate|compute|fetch|get|creating|generating|computing|fetching) (?:text )?embeddings?|embed (?:documents|query|chunks))\b/i,
  /\bno (?:object|output|text|image|choices|candidates|completion)s? (?:was |were )?(?:generated|returned)\b/i,
  // Messages and roles
  /\bmessages? with role\b|\brole ['"`](?:assistant|tool|model)['"`] (?:must|cannot|can't|is not|in|at|after)|\brole=assistant\b|\broles must alternate\b/i,
  /\b(?:assistant|tool|system|developer) messages? (?:must|with|cannot|without|containing|in the)\b|\bmultiple ['"`]?(?:user|assistant)['"`]? roles\b/i,
  /\bassistant (?:reply|response|answer|message|run) (?:as JSON|as|failed|was|is|could|did)\b|\bparse assistant\b/i,
  /\bno thread found with id\b|\bprevious (?:response|interaction) with id\b|\bbefore message_(?:stop|start)\b|\b(?:content_block|message)_(?:delta|start|stop)\b/i,
  /\bagent (?:stopped|finished) (?:due to|because of) (?:max|iteration)|\brecursion limit of \d{1,6} reached\b|\bmax turns \(\d/i,
  /\b(?:tool call|tool invocation|function calling|structured output|output parser)s?\b/i,
  /\bfailed to call a function\b|\binvalid schema for (?:function|response_format|tool)\b/i,
  // Models as such
  /\bmodel (?:is |was )?(?:currently |temporarily )?(?:overloaded|loading|busy|rate[- ]limited)\b/i,
  /\bthe (?:requested )?model [`'"][^`'"]{1,80}[`'"] (?:does not exist|was not found|is not|has been|could not)/i,
  /\bmodel ['"`][\w./:@-]{1,80}['"`] not found(?:,| \(|$)/i,
  /\bmodel (?:output|response|answer|inference|refused|refusal|generation|provider|endpoint|identifier|deployment)\b/i,
  /\b(?:model|AI|assistant|agent) (?:returned|produced|generated|responded with|gave|sent) (?:an? |the )?(?:empty|invalid|malformed|no|non|unparsable|unexpected|bad|truncated|incomplete|wrong|JSON|text|prose|response)\b/i,
  /\b(?:from|by) (?:the )?(?:LLM|AI|model|assistant|Claude|GPT|Gemini)(?: (?:response|output|answer|reply))?(?::|$|\.| was| is| could| as| after)/i,
  /\b(?:AI|LLM|GPT) (?:model|provider|service|response|reply|request|gateway|completion|generation|API|SDK|call|output|answer|backend|inference)s?\b/i,
  /\bthis model (?:doesn't|does not|is not|is marked by provider)\b|\b(?:with|by|for) this model\b|\bnot supported by model\b|\brequested model\b/i,
  /\bmodel requires more (?:system )?memory\b|\bno models? loaded\b|\bno such model\b|\bspecified model ID\b|\binvalid model name passed\b/i,
  /\bthe model returned the following errors\b|\bmalformed input request: #|\bInvocation of model ID\b|\bfailed to decode, try again\b/i,
  // Bedrock's own sentences
  /\btext block must be included\b|\bunexpected error during processing\. Try your request again\b|\bservice capacity limit has been reached\b|^Too many requests, please wait before trying again\.$/i,
  // Anthropic's
  /^(?:401 )?invalid x-api-key$/,
  // Safety
  /\b(?:safety (?:system|settings?|filters?|ratings?|policy|policies|reasons?)|due to safety|content (?:management policy|filter(?:ing)? polic|filtering? system))/i,
  /\b(?:response|output|answer|candidate|completion|generation|prompt|image) (?:was |is |has been )?(?:blocked|filtered|flagged|stopped) (?:by|due to|because of|for) (?:the )?(?:safety|moderation|content|RECITATION|policy|OTHER|prohibited|sensitive)/i,
  // Money, in the words of OpenAI, Anthropic and OpenRouter
  /\bcurrent quota, please check your plan\b|\bcredit balance is too low to access\b|\brequires more credits, or fewer\b|\bmatching your data policy\b|\brate-limited upstream\b|\bwould exceed your organization's rate limit\b/i,
  /\bLast error: /,
  // Local inference
  /\bCUDA (?:out of memory|error)|\bKV cache\b|\bconnect ECONNREFUSED \S{2,40}:11434\b|\bkv_?cache\b|\bEngineCore\b|\bslot unavailable\b|\bn_ctx\b/i,
];

/** The same in scripts without word boundaries, and in other European languages. */
export const LLM_WORDS_ABROAD: readonly RegExp[] = [
  // Chinese
  /大模型|语言模型|語言模型|提示词|提示语|提示詞|上下文(?:长度|長度|窗口|视窗|过长|超)|(?:输入|输出|最大|单次)\s?(?:的)?\s?tokens?|tokens?\s?(?:数|数量|总数|超|限额|上限|长度|用量)|(?:向量|嵌入)模型/i,
  /(?:^|[^据数訂单品号])模型(?:服务|接口|响应|返回|输出|推理|过载|负载|繁忙|限流|调用|生成|名称|代码|已下线|未开通|拒绝|最大|不支持|回复|超时|正在加载|访问)|调用(?:AI|GPT|模型)|该模型|请检查模型|对于模型|所选模型/,
  /令牌额度|上游负载已饱和|无可用渠道|预扣费|无可用资源包|达到速率限制，请您控制|通义千问|智谱|文心一言|文心大模型|豆包|百炼|千帆|混元|讯飞星火|月之暗面|硅基流动|百川|人工智能(?:服务|接口|响应)|AI\s?(?:服务|接口|响应|返回|回复|生成|模型|助手返回)/i,
  // Korean
  /언어 ?모델|컨텍스트 ?(?:길이|윈도우|창|크기|한도)|(?:입력|출력|최대|프롬프트|완성|컨텍스트) ?토큰|토큰 ?(?:한도|수가|수를|제한|개수|길이)|프롬프트|모델이 (?:과부하|응답|빈|잘못된|반환|JSON|생성|요청)|모델(?:의)? (?:응답|출력|호출|컨텍스트|최대)|(?:생성형|AI) ?(?:AI|모델|응답|서비스|답변|호출|요청)|챗GPT|챗지피티|제미나이|클로드 (?:API|모델|응답)|임베딩/i,
  // Japanese
  /言語モデル|コンテキスト(?:長|ウィンドウ|サイズ|の長さ|の上限)|(?:入力|出力|最大)トークン|トークン(?:数|上限|制限|の上限)|\d\s?トークン|(?:^|[^ドﾄ])プロンプト|モデル(?:の(?:応答|出力|呼び出し|最大)|が(?:過負荷|空|応答|不正|無効|返|見つかりません|混雑)|から(?:の|空))|生成 ?AI|AI(?:モデル|の応答|サービス|の回答|が)|埋め込み(?:の|モデル|ベクトル|生成)/i,
  // German, French, Spanish, Portuguese, Russian
  /Sprachmodell|Kontext(?:länge|fenster|größe)|Token-?(?:limit|grenze|anzahl|kontingent)|\bKI-(?:Modell|Anbieter|Dienst|Antwort|Anfrage|Schnittstelle)|Antwort des Modells|das Modell (?:hat|ist überlastet|antwortet|lieferte|konnte)|Modell ist (?:derzeit |momentan )?überlastet/i,
  /modèle de langage|fenêtre de contexte|longueur (?:maximale )?(?:du|de) contexte|(?:nombre|limite) (?:maximal )?de (?:jetons|tokens)|réponse du modèle|le modèle (?:a renvoyé|a retourné|est surchargé|n'a pas|ne répond)|(?:service|modèle|fournisseur) d['’]IA\b/i,
  /modelo de len?gua|modelo de linguagem|(?:ventana|longitud|janela|tamanho|longitud máxima|comprimento) (?:de|do|del) contexto|límite de tokens|limite de tokens|máximo de tokens|respuesta del modelo|resposta do modelo|el modelo (?:devolvió|no respondió|está sobrecargado|ha devuelto)|o modelo (?:retornou|está sobrecarregado)|(?:servicio|modelo|proveedor|serviço|provedor) de IA\b/i,
  /язык[а-яё]{2,4} модел|контекстн[а-яё]{2,3} окн|длин[а-яё]{1,2} контекста|(?:лимит|количеств|числ)[а-яё]{0,2} токенов|нейросет|ответ[а-яё]{0,2} модели|модель (?:вернула|перегружена|не ответила|недоступна)|промпт/i,
];
