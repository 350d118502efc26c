/**
 * What in a text can only be about an LLM and has no plain form: the rest are phrases. In expressions a word
 * ends with `(?!\w)`: V8 takes twice as long to compile them with `\b` behind alternatives.
 */
import type { Clue } from '../facts/phrases.js';

/** Names that stand within others, too. */
export const LLM_NAME = /OpenAI|Anthropic|LiteLLM|GoogleGenerativeAI/i;

/** One of these is enough. */
export const LLM_WORDS: readonly Clue[] = [
  // Models by name
  {
    near: [
      'gpt|claude|anthropic claude|gemini|gemma|text embedding|text bison|deepseek|llama',
      'mixtral|mistral|codestral|qwen|grok|command r|kimi|glm|dall e|whisper 1|amazon|ernie',
      'hunyuan|baichuan|moonshot v|large|medium|lightning|34b|jamba|databricks|cohere',
      'granite|dbrx|pixtral|magistral|devstral|nemotron|internlm|mini|cf',
    ],
    says: /(?<![\w@-])(?:gpt-(?:\d|oss)|gpt-realtime|claude-(?:\d|opus|sonnet|haiku|instant|fable|mythos|v\d|code)|anthropic\.claude|gemini-(?:\d|pro|flash|ultra)|gemma-?\d|text-embedding-|text-bison|deepseek-|(?:meta-)?llama-?\d|llama_|mixtral|mistral-(?:\d|large|small|medium|tiny|nemo|7b)|codestral|qwen-?\d|qwen-|grok-\d|command-r(?:-plus|-?\d|[:'"`+]|$)|kimi-|glm-\d|dall-e|gpt-image|whisper-1|amazon\.(?:nova|titan)-|ernie-(?:\d|bot|speed|lite)|hunyuan-|baichuan-?\d|moonshot-v\d|yi-(?:large|medium|lightning|34b)|jamba-|cohere\.(?:command|embed)|databricks-(?:dbrx|meta|claude|gpt|gemini|gemma|llama|mixtral|qwen)-?|granite-(?:\d{1,2}b|\d\.\d|code)|dbrx|pixtral|ministral|magistral-(?:small|medium)|devstral|nemotron-(?:\d|nano|super|ultra)|internlm|o[134]-mini|@cf\/)/i,
  },
  // Products that share their names, only with what they do
  {
    near: ['gpt|mistral|minimax|cohere|llama|perplexity|bedrock|copilot|ai21|whisper'],
    says: /\b(?:GPT|Mistral|MiniMax|Cohere|Llama|Perplexity|Bedrock|Copilot|AI21) (?:throttled|API|SDK|model|completions?|requests?(?:$|:| (?:failed|to|was|were|are|is|could|timed|error|rejected|blocked|aborted|limit|exceeded|per|for))|responses?|chat|stream|call|output|answer|error|rate limit|client|接口|호출|の|returned (?:an? )?(?:empty|invalid|malformed|unexpected|non|no|bad|[45]\d\d))|\bWhisper (?:API (?:error|request|call|returned|\()|error \d|transcription|model|failed \([45]\d\d)/i,
  },
  // Where their consoles and documentation are
  {
    near: [
      'openai com|anthropic com|claude com|ai google dev|generativeai google',
      'cloud google com vertex ai|groq com|x ai|z ai|cohere|langchain com|perplexity ai',
      'sambanova ai|cerebras ai|mistral ai|litellm ai|together|fireworks ai|openrouter ai',
      'deepseek com|stepfun com|moonshot|bigmodel cn|siliconflow|voyageai com|elevenlabs io',
      'aliyun com|replicate com|huggingface co',
    ],
    says: /(?<![\w-])(?:openai\.com|anthropic\.com|claude\.com|ai\.google\.dev|generativeai\.google|cloud\.google\.com\/vertex-ai|groq\.com|x\.ai|z\.ai|cohere\.(?:com|ai)|langchain\.com|perplexity\.ai|sambanova\.ai|cerebras\.ai|mistral\.ai|litellm\.ai|together\.(?:ai|xyz)|fireworks\.ai|openrouter\.ai|deepseek\.com|stepfun\.com|moonshot\.(?:cn|ai)|bigmodel\.cn|siliconflow\.(?:cn|com)|voyageai\.com|elevenlabs\.io|aliyun\.com\/\w\w\/model-studio|replicate\.com|huggingface\.co)\b(?!\.[a-z])/i,
  },
  {
    near: [
      'openai|anthropic|claude|gemini|google gen|groq|mistral|cohere|deepseek|xai|together',
      'fireworks|openrouter|perplexity|huggingface|hf|replicate|dashscope|moonshot|kimi',
      'zhipu|zai|bigmodel|qwen|qianfan|minimax|siliconflow|stepfun|ark|nvidia|nim|cerebras',
      'sambanova|nebius|novita|deepinfra|upstage|elevenlabs|deepgram|assemblyai|stability',
      'jina|voyage|watsonx|clovastudio|copilot|litellm|portkey|ollama|azure openai|llm|ai',
    ],
    says: /\b(?:OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GEN(?:ERATIVE_)?AI|GROQ|MISTRAL|COHERE|DEEPSEEK|XAI|TOGETHER(?:_AI)?|FIREWORKS|OPENROUTER|PERPLEXITY|HUGGINGFACE|HF|REPLICATE|DASHSCOPE|MOONSHOT|KIMI|ZHIPU(?:AI)?|ZAI|BIGMODEL|QWEN|QIANFAN|MINIMAX|SILICONFLOW|STEPFUN|ARK|NVIDIA|(?:NVIDIA_)?NIM|CEREBRAS|SAMBANOVA|NEBIUS|NOVITA|DEEPINFRA|AI21|UPSTAGE|ELEVENLABS|DEEPGRAM|ASSEMBLYAI|STABILITY|JINA|VOYAGE|WATSONX|CLOVASTUDIO|COPILOT|LITELLM|PORTKEY|OLLAMA|AZURE_OPENAI|AI_GATEWAY|LLM|AI)_(?:API_)?(?:KEY|TOKEN|ENDPOINT|BASE_URL)(?!\w)/,
  },
  // Gateways and SDKs, in their own words: One API, OpenCode, OpenRouter, @google/genai, go-openai, Dify, Cline
  {
    near: [
      'upstream error do request failed|bad response status code|request id|returned error',
      'got status|error status code|plugininvokeerror|opencode|cline|api error',
    ],
    says: /\bupstream error: do request failed|\bbad response status code \d{3}\b|\(request id: \d{14}|(?:^|[:\n] ?['"]?|\d )Provider returned error|\bGot status: (?:[45]\d\d|[A-Z]{2,20}_?[A-Z]{0,20})\b|^error, status code: \d{3}|^\[API Error: [^\n]|\bPluginInvokeError\b|\bopencode\b|\[cline\b/i,
  },
  // DashScope, SiliconFlow, Zhipu, Baidu, iFlytek, Google, Ollama's and LM Studio's own sentences
  {
    near: [
      'internalerror algo|datainspectionfailed|appid|invalid api key provided',
      'model does not exist please check|limit|exhausted|exceeded|336',
    ],
    says: /\bInternalError\.Algo(?!\w)|\bDataInspectionFailed(?!\w)|\bAppId(?:NoAuth|QpsOverFlow|AuthQpsOverFlow)Error(?!\w)|\bInvalid API-key provided(?!\w)|\bModel does not exist\. Please check|\b[RT]PM (?:limit|exhausted|exceeded)|error_code"?: ?336\d{3}/i,
  },
  {
    near: ['resource has been exhausted e g', 'input length'],
    says: /\bResource has been exhausted \(e\.g\.|\bInput length \(\d{1,9} tokens\)/i,
  },
  // OpenAI's, Anthropic's, Replicate's, Volcengine's, LiteLLM's, Azure's own sentences; Python modules
  {
    near: ['doubao', 'exceededbudget', 'limit type'],
    says: /\bdoubao-|\bExceededBudget(?!\w)|\bfor (?:api_key|key|team|user): \S{1,80} Limit type: /i,
  },
  {
    near: [
      'anthropic|litellm|langchain|langgraph|llama index|semantic kernel|pydantic ai',
      'autogen|crewai|vllm|huggingface hub|vertexai|dashscope|org springframework ai',
      'dev langchain4j|com openai',
    ],
    says: /\b(?:anthropic|litellm|langchain(?:_[a-z]{2,20})?|langgraph|llama_index|semantic_kernel|pydantic_ai|autogen_[a-z]{2,20}|crewai|vllm|huggingface_hub|vertexai|dashscope|org\.springframework\.ai|dev\.langchain4j|com\.openai)\.[a-z_]{2,40}\b/,
  },
  {
    near: ['loading', 'overloaded', 'mod'],
    says: /\bmodel \S{1,100} is (?:currently |still )?(?:loading|overloaded)(?!\w)|\bmod(?:elo|ell|èle)\b.{0,30}(?:sobrecargad|überlastet|surchargé)/i,
  },
  // The status that Anthropic has made up for it
  {
    near: ['529'],
    says: /\b(?:HTTP|[Ss]tatus(?: code)?|API [Ee]rror)[:= (]{1,3}529\b(?! (?!overloaded)[a-z])|\b529 Overloaded(?!\w)/,
  },
  // Keys of OpenAI, Anthropic and OpenRouter, as providers mask them
  {
    near: ['sk '],
    says: /(?<![\w-])sk-(?:(?:proj|ant|or)-\w|[\w-]{0,60}(?:\*{3,}|\.{3})\w{2})/,
  },
  // Replicate, not the imperative
  {
    near: ['replicate'],
    says: /\bReplicate(?: API (?:error|returned|request|call|token)| predictions? (?:failed|timed|was|canceled|did|could|\w{20,30} failed)| returned| error:|\] .{0,40}\b[Pp]rediction)|\b(?:from|by|on) Replicate(?=$|[.:,;])/,
  },
  // What the Python SDKs of OpenAI, Anthropic, Groq and Zhipu make of an answer, Codex, proxies of Claude Code
  {
    near: ['error code'],
    says: /\bError code: [45]\d\d(?: - \{['"](?:error|message|code|detail|title|object|type|id|status|request_id)['"]: |, with error text \{)/,
  },
  {
    near: ['unexpected status'],
    says: /\bunexpected status [45]\d\d [A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}: /,
  },
  // Volcengine's ids of requests; NVIDIA's, MiniMax's, Cerebras's own sentences and codes
  {
    near: ['request id 02', 'function'],
    says: /\bRequest [Ii][Dd]: 02\d{11,14}[\da-f]{16,40}\b|\bFunction '[\da-f-]{4,40}': Not found for account(?!\w)/,
  },
  {
    near: ['insufficient balance 1008', 'new sensitive 10', '2013', '2049', '2056'],
    says: /\binsufficient balance \(1008\)|\bnew_sensitive \(10\d\d\)|\binvalid params, (?:chat|messages?|role|model|tools?|function|prompt|tokens?) [^()\n]{1,120}\(2013\)|\b(?:setting|params?|not found|empty)\)? \(2013\)|\binvalid api key \(2049\)|\busage limit exceeded[^()\n]{0,40}\(2056\)/i,
  },
  // Zhipu's codes, as its clients print them; a model of pictures and what it was answered
  {
    near: ['11|12|13'],
    says: /\[1[1-3]\d\d\]\[[^\]\n]{0,80}(?:请|模型|参数|余额|并发|频率|内容)/,
  },
  {
    near: ['image model|video model'],
    says: /\b(?:image|video) model \S{1,80} (?:failed|returned|responded) (?:with )?\(?[45]\d\d\b/i,
  },
  // DeepSeek's and Copilot's, as OpenAI's SDK prints them
  {
    near: ['402 insufficient balance', '402 you have no quota'],
    says: /^402 (?:Insufficient Balance$|You have no quota\b)/,
  },
  // DashScope's, Bedrock's, OpenAI's, watsonx's own sentences
  {
    near: ['range of', 'must contain the word json', 'is not supported'],
    says: /\bRange of (?:input length|max_tokens|temperature|top_p|n) should be [[(]|\bmust contain the word ['"]json['"]|\bmodel ['"`][\w.-]{1,40}\/[\w.:-]{1,60}['"`] is not supported(?!\w)/i,
  },
  // Google's Python SDK's form of an answer; what validators of chat requests complain about
  {
    near: ['error', 'body'],
    says: /^[45]\d\d [A-Z_]{5,30}\. \{['"]error['"]: |["']loc["']: ?\[["']body["'], ?["'](?:messages|model|prompt|tools|temperature|stream|max_\w{3,20})["']/,
  },
  { near: ['message must have role'], says: /\bmessage must have role [`'"]/i },
  // xAI's, Moonshot's, OpenAI's, Fireworks', Bedrock's, GitHub's, Replicate's own sentences
  {
    near: ['organization', 'rate limit reached for', 'rate limit exceeded for'],
    says: /\borganization (?:max )?[RT]P[MD]\b|\bRate limit (?:reached|exceeded) for (?:requests\. |images per|\S{1,60} in organization)/i,
  },
  {
    near: [
      'userbymodelby|models permission is required|sensitive|inappropriate|potentially',
      'unsafe|harmful',
    ],
    says: /\bUserByModelBy(?:Minute|Day)(?!\w)|`models` permission is required|\b(?:input|output|prompt)s? (?:or output )?(?:was|were) flagged as (?:sensitive|inappropriate|potentially|unsafe|harmful)(?!\w)/i,
  },
  {
    near: [
      'enable thinking|thinking budget|budget tokens|reasoning|parallel tool calls|penalty',
      'logit bias|stop sequences|incremental output|messages|input|tools|functions',
    ],
    says: /\b(?:enable_thinking|thinking_budget|budget_tokens|reasoning_(?:effort|content)|parallel_tool_calls|(?:frequency|presence|repetition)_penalty|logit_bias|stop_sequences|incremental_output)(?!\w)|\bInvalid ['"](?:messages|input|tools|functions)(?:\[\d{1,4}\])?[.\w]{0,60}['"]: /,
  },
  {
    near: [
      'rate limit|调用参数有误|thread|ai query|snowflake cortex|google generative ai|moonshot',
      'upstage|candidatestokencount|safetyratings',
    ],
    says: /\b[rt]pm_rate_limit|API 调用参数有误|\bthread \S{1,60} already has an active run(?!\w)|\bai_query(?!\w)|\bSNOWFLAKE\.CORTEX(?!\w)|\bgoogle_generative_ai|[([](?:Moonshot|Upstage)[)\]]|\b(?:candidatesTokenCount|safetyRatings)(?!\w)/i,
  },
  // Bedrock's fields and sentences: its SDK may be in no stack
  {
    near: [
      'toolconfig|inferenceconfig|additionalmodelrequestfields|guardrailconfig|contentblock',
      'toolspec|modelid failed to satisfy|malformed input request',
    ],
    says: /\b(?:toolConfig|inferenceConfig|additionalModelRequestFields|guardrailConfig|ContentBlock|toolSpec)(?!\w)|'modelId' failed to satisfy(?!\w)|\b[Mm]alformed input request(?!\w)/,
  },
  // llama.cpp's, Mastra's, Pydantic AI's, Genkit's, the AI SDK's and OpenAI's own sentences
  {
    near: [
      'failed to parse input at pos|please fix the following|maximum retries|messages',
      'could not load model rpc error',
    ],
    says: /\bfailed to parse input at pos \d|\bvalidation failed for [\w-]{1,60}\. Please fix the following(?!\w)|\bmaximum retries \(\d{1,4}\) for (?:result|output) validation(?!\w)|\binvalid prompt: (?:the )?messages(?!\w)|\bcould not load model: rpc error(?!\w)/i,
  },
  // LangChain's ReAct, gemini-cli's, Cline's and Roo's, TEI's, Copilot's, Flowise's, MCP's
  {
    near: [
      'after thought|in the output|less than|predictionsservices|error executing',
      'stream disconnected before completion|type error|error code 1',
      'could not respond to message|400',
    ],
    says: /['"`]Action(?: Input)?:['"`] (?:after ['"`]Thought|in the output)|\bless than \d{1,9} tokens(?!\w)|\bpredictionsServices(?!\w)|\berror executing (?:MCP tool(?!\w)|tool \w{1,60}:)|\bstream disconnected before completion: |^API Error: (?:[45]\d\d )?\{"(?:type":"error"|error":\{"code":"1[123]\d\d")|\bcould not respond to message\.|^400 (?:tools|thinking|tool_choice): /i,
  },
  // Events and fields of answers: OpenAI responses and chat
  {
    near: ['in progress', 'output item', 'output text', 'before response completed', 'choices'],
    says: /\bresponse\.(?:in_progress|output_item|output_text)(?!\w)|\bbefore response\.completed(?!\w)|\b(?:response|completion)\.choices(?!\w)|\bchoices\[0\]\.(?:message|delta|text|finish)/,
  },
  // A parser that met the model's manners
  {
    near: ['is not valid json'],
    says: /\bUnexpected token .{1,14}"(?:```|<think>)[^"]{0,20}"?.{0,30} is not valid JSON/s,
  },
  // Codes and fields of chat APIs
  {
    near: [
      'insufficient quota|context length exceeded|content filter|model not found',
      'overloaded error|content policy violation|finish|stop reason|block|prompt',
      'harm category|prohibited content|recitation|response format|tokens|max|invokemodel',
      'generate|stream|embedmany|conversestream|tool|function call|functioncall',
      'thought signature|system instruction|logprobs|top p|json schema|base model|chatcmpl',
      'ftjob',
    ],
    says: /\b(?:insufficient_quota|context_length_exceeded|content_filter|model_not_found|overloaded_error|content_policy_violation|finish_?[rR]eason|stop_reason|block_?[rR]eason|prompt_?[fF]eedback|HARM_CATEGORY_\w+|PROHIBITED_CONTENT|RECITATION|response_format|max_(?:output_|completion_|new_|total_|input_|prompt_|num_(?:batched_)?|batch_(?:prefill|total)_)?tokens|max(?:Output|Completion|New)?Tokens|generateContent|GenerateContentRequest|InvokeModel\w{0,30}|(?:generate|stream)(?:Text|Object)|embedMany|ConverseStream|tool_(?:calls?|call_id|use|result|choice)|tool(?:Use|Result|Call|Choice)|function_call|functionCall|thought_signature|system_instruction|logprobs|top_p|json_schema|base_model|chatcmpl-\w+|ftjob-\w+)\b/,
  },
  {
    near: ['thread', 'asst', 'toolu', 'resp', 'call', 'conv', 'fc', 'rs'],
    says: /\b(?:thread|asst|toolu|resp|call|conv|fc|rs)_(?=[A-Za-z]{0,15}\d)[A-Za-z\d]{16,64}\b/,
  },
  {
    near: ['messages', 'contents'],
    says: /\b(?:messages[./]\d{1,4}[./](?:content[./]\d|tool)|contents\[\d{1,4}\]\.(?:parts|role))/,
  },
  {
    near: ['messages'],
    says: /\bmessages: (?:text content|final assistant|first message|at least one|roles)/i,
  },
  { near: ['tools'], says: /\btools[./[]\d{1,4}\]?[.:] ?(?:custom|function|input)/i },
  // Tokens and context
  {
    near: ['length', 'window', 'size', 'context'],
    says: /\b(?:maximum|model'?s?|available) context (?:length|window|size)(?!\w)|\bcontext (?:length|window|size|limit) (?:has been |was |is )?(?:exceeded|overflow|reached|of \d+ tokens)|\b(?:exceed\w{0,3}|beyond|than|over|increas\w{1,3}|fit(?:s|ting)? (?:in|into)) (?:the |its |your )?(?:available |maximum )?context(?!\w)/i,
  },
  {
    near: ['max'],
    says: /\bmax(?:imum)?[_ ](?:output[_ ]|completion[_ ]|new[_ ])?tokens\b(?! per (?:user|account|device))/i,
  },
  {
    near: ['number of'],
    says: /\b(?:total )?number of (?:request |input |output )?tokens (?:in the prompt|has exceeded|cannot exceed|to keep)(?!\w)/i,
  },
  {
    near: ['input', 'output', 'prompt', 'completion', 'context'],
    says: /\b(?:input|output|prompt|completion|context) (?:tokens|token count|token limit)(?!\w)/i,
  },
  { near: ['min', 'day'], says: /\b(?:tokens?|requests) per (?:min|minute|day) \([TR]P[MD]\)/i },
  {
    near: ['tokens'],
    says: /\b\d[\d,]{2,9} tokens (?:>|exceed|but the (?:limit|maximum)|in the (?:messages|prompt|completion))/i,
  },
  {
    near: ['tokens'],
    says: /\b(?:requested|exceeds? (?:the )?(?:maximum|limit|context)[ of]{0,6}) ?\d[\d,]{2,9} tokens(?!\w)/i,
  },
  {
    near: ['prompt length', 'token limit reached'],
    says: /\bprompt length \(\d|^token limit reached$/i,
  },
  // Prompts, completions, embeddings
  {
    near: ['blocked|flagged|rejected|filtered|adjust|modify|change|shorten|rephrase'],
    says: /\b(?:prompt (?:was|has been) (?:blocked|flagged|rejected|filtered)|(?:adjust|modify|change|shorten|rephrase) (?:your|the) prompt)(?!\w)/i,
  },
  {
    near: ['chat', 'completion', 'messages or completion'],
    says: /(?<![a-z])chat[. _-]?completions?\b|\b(?:completions? (?:API|endpoint|choices)|completion (?:request|response)|(?:from|triggered on) completion|messages or completion)(?!\w)/i,
  },
  {
    near: ['embedding', 'create', 'generate', 'compute', 'creating', 'generating', 'computing'],
    says: /\b(?:embeddings? (?:API|models?|requests?|endpoint|provider|service|generation)|(?:create|generate|compute|creating|generating|computing) (?:text )?embeddings?)(?!\w)/i,
  },
  {
    near: ['generated', 'returned'],
    says: /\bno (?:object|output|choices|candidates|completion|generation)s? (?:was |were )?(?:generated|returned)(?!\w)/i,
  },
  // Messages, roles and tools
  {
    near: ['with role'],
    says: /\bmessages? with role ?[:=]? ?[`'"]?(?:tool|assistant|system|user|developer|function|model|\$)/i,
  },
  {
    near: ['assistant', 'tool', 'developer'],
    says: /\b(?:assistant|tool|developer) messages? (?:must|with|cannot|without|containing|in the)(?!\w)/i,
  },
  {
    near: ['while a run', 'toolcallid', 'delta', 'start', 'stop'],
    says: /\bwhile a run \w|\btoolCallId(?!\w)|\b(?:content_block|message)_(?:delta|start|stop)(?!\w)/i,
  },
  {
    near: ['stopped', 'finished', 'loop', 'recursion limit of', 'max turns'],
    says: /\bagent (?:stopped|finished|loop) (?:due to|because of|exceeded) (?:max|iteration)|\brecursion limit of \d{1,6} reached(?!\w)|\bmax turns \(\d/i,
  },
  {
    near: ['invalid schema for', 'failed to parse text'],
    says: /\binvalid schema for (?:function|response_format|tool)(?!\w)|^Failed to parse\. Text: "/i,
  },
  // Models as such
  {
    near: [
      'overloaded',
      'loading',
      'busy',
      'rate limited',
      'getting throttled',
      'warming up',
      'connect to',
      'connection to',
    ],
    says: /\bmodel (?:is |was )?(?:currently |temporarily |too )?(?:overloaded|loading|busy|rate[- ]limited|getting throttled|warming up)(?!\w)|\b(?:assistant|chatbot|AI) (?:is |was )?(?:currently |temporarily )?overloaded(?!\w)|\bconnect(?:ion)? to (?:the )?(?:AI )?model(?:$|[.:,!]| (?:was )?(?:lost|refused|timed out))/i,
  },
  {
    near: ['model'],
    says: /\bthe (?:requested )?model [`'"][^`'"]{1,80}[`'"] (?:does not exist|was not found|is not|has been|could not)/i,
  },
  { near: ['not found'], says: /\bmodel ['"`][^'"`]{1,80}['"`] not found(?:,| \(|$)/i },
  { near: ['model not exist'], says: /^Model Not Exist$/i },
  { near: ['access to', 'use'], says: /\b(?:access to|use) (?:the )?model [`'"]/i },
  {
    near: ['from', 'by'],
    says: /\b(?:from|by) (?:the )?(?:LLM|AI|model|Claude|GPT|Gemini)(?: (?:response|output|answer|reply))?(?::|$|\.| was| is| could| as JSON)/i,
  },
  {
    near: ['ai', 'llm', 'gpt'],
    says: /\b(?:AI|LLM|GPT) (?:\w{1,20} )?(?:model|provider|service|response|reply|request|completion|generation|chat|API|SDK|call|output|answer|backend|inference|quota|credit|usage)s?\b/i,
  },
  {
    near: [
      'replied|refused|gave up|attempted to|tried to call|hallucinated|did not|didn t',
      'return|answer|respond|reply|produce|generate|provide|call',
    ],
    says: /(?:\b(?:the|an|our) (?:AI|model)|^model) (?:unexpectedly )?(?:returned(?! by)|answered|responded|replied|refused|gave up|tried to call|attempted to|produced|hallucinated|(?:did not|didn't) (?:return|answer|respond|reply|produce|generate|provide|call))|\b(?:the|an|our) (?:AI|model) (?:could not|couldn't|failed to) (?:return|answer|respond|reply|produce|generate|provide|call)/i,
  },
  {
    near: ['chat|language|embedding|reasoning|completion|model|tool call|function calling'],
    says: /\b(?:chat|language|embedding|reasoning|completion) models?\b|\b(?<!threat |data )model (?:requests?|responses?|outputs?(?! director)|answers?(?! (?:key|sheet|book))|repl(?:y|ies)|completions?)(?!\w)|\bmodel call (?:failed|timed out|error)(?!\w)|\btool[ -]calls? (?:that|in|is|are|must|with|require|arguments?|results?|id|validation|failed|for|names?|errors?)(?!\w)|\bfunction calling(?! convention)|\btool[ -]calling(?!\w)/i,
  },
  { near: ['this model'], says: /\b(?:with|for) this model\.|\bsupported with this model$/i },
  { near: ['loaded'], says: /\bno models? (?:are |is )?(?:currently )?loaded(?!\w)/i },
  // Bedrock's own sentences, Anthropic's, Google's, Ollama's, LiteLLM's
  {
    near: [
      'unexpected error during processing try your request again',
      'too many requests please wait before trying again',
    ],
    says: /\bunexpected error during processing\. Try your request again(?!\w)|^Too many requests, please wait before trying again\.$/i,
  },
  {
    near: ['invalid x api key', 'budget has been exceeded current cost'],
    says: /^(?:401 )?invalid x-api-key$|\bBudget has been exceeded! Current cost(?!\w)/,
  },
  // Safety
  {
    near: ['content moderation', 'safety'],
    says: /\brequest was (?:flagged|rejected|denied|blocked) (?:by|due to) (?:our |the )?(?:content moderation|safety (?:system|filter))/i,
  },
  {
    near: ['safety|moderation|content filter|usage polic|recitation|other|prohibited|sensitive'],
    says: /\b(?:response|output|answer|candidate|completion|generation|prompt) (?:was |is |has been )?(?:blocked|filtered|flagged|stopped) (?:by|due to|because of|for) (?:the |our |its )?(?:safety|moderation|content filter|usage polic|RECITATION|OTHER|prohibited|sensitive)/i,
  },
  // Google's reasons to end, in capitals as they come
  {
    near: ['safety|recitation|blocklist|spii'],
    says: /\b(?:[Ff]inish(?:ed|[ _]?[Rr]eason)(?: with| was| is)?|(?:[Rr]esponse|[Aa]nswer|[Cc]andidate|[Cc]ompletion|[Gg]eneration|[Pp]rompt|[Cc]ontent|[Tt]ranslation|[Ss]ummary)(?: was| is)? (?:blocked|filtered|stopped|rejected)(?: with| due to| because of)?|(?:[Tt]ransla|[Ss]ummari|[Gg]enera|[Rr]espon|[Aa]nswer)\w{0,8} (?:by|for|due to|because of|blocked|stopped))[:= ]{1,3}["'(`]?(?:SAFETY|RECITATION|BLOCKLIST|SPII)(?!\w| [A-Z])/,
  },
  // Local inference
  {
    near: ['kv', '11434', 'engine', 'max model len', 'max seq len', 'n ctx'],
    says: /\bKV[ _]?cache(?!\w)|(?::|\bport=)11434\b|\bEngine ?Core(?:_DP\d+)? (?:encountered|init|proc|died|failed|is dead)|\bmax_(?:model|seq)_len(?:gth)?(?!\w)|\bn_ctx(?!\w)/i,
  },
  // Bedrock's operations, as botocore names them; Google's answers through a proxy
  {
    near: ['when calling the'],
    says: /\bwhen calling the (?:Converse|InvokeModel|InvokeAgent|InvokeInlineAgent|InvokeFlow|Retrieve|RetrieveAndGenerate|Rerank|ApplyGuardrail|\w{3,30}FoundationModels?|\w{3,30}ModelInvocationJobs?)(?:Stream|With\w{3,30})? operation(?!\w)/,
  },
  {
    near: ['google api returned error'],
    says: /\bGoogle API returned error: [45]\d\d [A-Z_]{5,30} \{/,
  },
  // One API's codes; Claude Code; Black Forest Labs; AssemblyAI
  {
    near: ['new api error|one api error|insufficient user quota|credit balance is too low'],
    says: /\b(?:new_api_error|one_api_error|insufficient_user_quota)\b|(?:^|: |· )Credit balance is too low(?!\w)/,
  },
  {
    near: [
      'please run login|request moderated|content moderated|aai|bfl',
      'reached maximum number of turns',
    ],
    says: /\bRequest Moderated(?!\w)|['"]Content Moderated['"]|\bPlease run \/login(?!\w)|\b(?:AAI|BFL) (?:transcript|API|error|request|status)(?!\w)|\bReached maximum number of turns \(\d/,
  },
  // What Pydantic calls the output of a model; what is missing where the answer was no completion; opencode
  {
    near: ['validation error for', 'validation errors for'],
    says: /\bvalidation errors? for (?:Agent(?:Output|Response|Action)|(?:AI|Model|Prompt)(?:Output|Response|Message)|LLM|Completion|ToolCall|Chat(?:Completion|OpenAI|Anthropic|Groq|Ollama|Google|Vertex|Bedrock))/,
  },
  {
    near: ['choices', 'model not found', 'overloaded', 'embedding', 'failed to'],
    says: /\bUndefined (?:array key|index:?) ['"]?choices(?!\w)|\bModel not found: [a-z][\w.-]{0,40}\/[\w.:/-]{1,60}|"message": ?"Overloaded(?!\w)|^Embeddings? (?:failed|error)(?!\w)|\bFailed to (?:run|invoke|call) (?:the )?assistant(?:$|[.:])/,
  },
  // What functions are called that ask a model
  {
    near: ['get', 'call', 'generate', 'run', 'fetch', 'ask', 'parse', 'request', 'query'],
    says: /\b(?:get|call|generate|run|fetch|ask|parse|request|query)(?:_(?:ai|llm|gpt)_|(?:AI|LLM|GPT|Ai|Llm|Gpt)_?)(?:[Rr]esponse|[Aa]nalysis|[Ss]ummary|[Rr]eply|[Aa]nswer|[Cc]ompletion|[Ss]uggestion|[Tt]ext|[Cc]ontent|[Cc]hat|[Ii]nsight)/,
  },
  // What only models and assistants do: they answer, or not. German, French, Spanish, Portuguese, Russian
  {
    near: ['chatbot|assistant|model|models'],
    says: /\b(?:chatbot|assistant|this model|models) (?:has |have )?(?:failed to|did not|didn't|could not|couldn't|was unable to|cannot|can't) (?:respond|reply|answer|(?:generate|return|produce) (?:an? |any )?(?:reply|response|answer|text))(?!\w)/i,
  },
  {
    near: ['chatbot|assistent|assistant|modell|l assistant|modèle|asistente|modelo|assistente'],
    says: /\b(?:Chatbot|Assistent|Modell) (?:hat (?:nicht|keine Antwort) (?:rechtzeitig )?(?:ge(?:antwortet|liefert|geben)|erhalten|zurückgegeben)|antwortet (?:\w{1,12} )?nicht|konnte (?:nicht antworten|keine (?:gültige )?Antwort))|\b(?:assistant|modèle|chatbot) (?:n['’]a pas (?:pu )?(?:répond|génér)|ne répond)|\b(?:asistente|modelo|chatbot) no (?:respondi|responde|ha respondido|pudo (?:responder|generar)|gener[óo])|\b(?:assistente|modelo|chatbot) não (?:respond|gerou|conseguiu (?:responder|gerar))/i,
  },
  {
    near: ['модель|ассистент|чат бот|помощник'],
    says: /(?:модель|ассистент|чат-бот|помощник) не (?:ответил|отвечает|смогл?а? (?:ответить|сгенерировать))/i,
  },
  {
    near: ['助手|模型|机器人|챗봇|어시스턴트|모델|チャットボット|アシスタント|モデル'],
    says: /(?:助手|模型|聊天机器人)(?:没有|未能|没能|無法|无法)(?:返回|回复|回覆|回答|响应|回應|给出)|(?:챗봇|어시스턴트|모델)(?:이|가|은|는) ?(?:응답|답변|대답)(?:하지|을 (?:하지|생성))|(?:チャットボット|アシスタント|モデル)(?:が|は)(?:応答|返答|回答)(?:し|でき|を(?:返|生成))/,
  },
  // German, French, Spanish, Portuguese
  {
    near: ['sprachmodell', 'kontext', 'token', 'die ki', 'ki'],
    says: /\bSprachmodell|\bKontext(?:länge|fenster)|\bKontext des Modells|\bToken-?(?:limit|grenze|anzahl|kontingent)|\bKI-(?:Modell|Anbieter|Dienst|Antwort|Anfrage|Schnittstelle)/i,
  },
  {
    near: ['modèle|fenêtre|longueur|nombre|limite|service|fournisseur|réponse|requête|quota|l ia'],
    says: /modèle de langage|fenêtre de contexte|longueur (?:maximale )?(?:du|de) contexte|(?:nombre|limite) (?:maximal )?de (?:jetons|tokens)|(?:service|modèle|fournisseur|réponse|requête|quota) (?:de l|d)['’]IA(?!\w)|\b(?:service|réponse|requête|modèle) IA(?!\w)|\bl['’]IA (?:locale|a (?:refusé|renvoyé|retourné|répondu|généré)|est (?:surchargée|indisponible)|ne répond pas|n['’]a (?:pas |rien )?(?:pu |retourné|renvoyé|généré|produit|répondu))/i,
  },
  {
    near: [
      'modelo|ventana|longitud|janela|tamanho|comprimento|contexto|límite|limite|máximo',
      'servicio|proveedor|serviço|provedor|respuesta|texto|resumen|contenido|clave|uso',
      'cuota|cota|solicitud|solicitação|resposta|la ia|a ia',
    ],
    says: /modelo de len?gua|modelo de linguagem|(?:ventana|longitud|janela|tamanho|longitud máxima|comprimento) (?:de|do|del) contexto|límite de (?:tokens|contexto)|contexto del modelo|limite de tokens|máximo de tokens|(?:servicio|modelo|proveedor|serviço|provedor) de IA(?!\w)|(?:respuesta|texto|resumen|contenido|clave) (?:con|por|de la) IA(?!\w)|\b(?:uso|cuota|límite|solicitud|respuesta) (?:de )?(?:la )?IA(?!\w)|\b(?:uso|cota|limite|resposta|solicitação) (?:de |da )?IA(?!\w)|\b(?:la IA (?:no )?(?:devolvi[óo]|gener[óo]|respondió|rechazó|pudo (?:generar|responder)|está (?:limitando|saturada|sobrecargada))|a IA (?:não )?(?:retornou|devolveu|gerou|respondeu|recusou|conseguiu (?:gerar|responder)|está sobrecarregada))(?!\w)/i,
  },
  // Chinese
  {
    near: ['模型', '語言', '提示', '上下文', 'token', '输入', '输出', '最大', '单次', '该模型'],
    says: /大模型|语言模型|語言模型|提示词|提示语|提示詞|上下文(?:长度|長度|窗口|视窗|过长|超|丢失)|(?:输入|输出|最大|单次)\s?(?:的)?\s?tokens?|tokens?\s?(?:数|数量|总数|超|限额|上限|长度|用量)|(?:向量|嵌入)模型|当前模型|该模型(?:遇到官方|当前访问|繁忙)|触发了?模型的?安全|(?:选择|请求)的模型(?:服务|需通过)/i,
  },
  {
    near: [
      '令牌额度|上游负载|分组负载|无可用渠道|预扣费|无可用资源包|达到速率限制|文心一言|百炼|千帆|混元|讯飞星火|月之暗面|硅基流动|人工智能|ai',
    ],
    says: /令牌额度|(?:上游|分组)负载已饱和|无可用渠道|预扣费|无可用资源包|达到速率限制，请您控制|文心一言|百炼|千帆|混元大|讯飞星火|月之暗面|硅基流动|人工智能(?:服务|接口|响应)|AI\s?(?:无法|無法|拒绝|拒絕|服务|服務|回應|回傳|回覆|請求|產生|呼叫|額度|接口|响应|返回|回复|生成|模型|助手返回|调用|请求|对话|回答|额度)/i,
  },
  {
    near: ['模型'],
    says: /模型(?:服务|服務|请求|請求|连接失败|连接超时|連線失敗|未|返回|回傳|回應|響應|響应|响应|输出|輸出|调用|呼叫|名称|名稱|接口|介面|无可用(?:令牌|渠道|密钥|额度|通道)|(?:暂)?不支持(?:图|工具|函数|流式|视觉|思考|多模态))|(?:^|[\s/：:，,])模型不(?:可用|存在)/,
  },
  // Korean
  {
    near: ['모델'],
    says: /모델(?:이|의)? ?(?:응답|출력|빈 |반환|과부하|호출|혼잡|서버)|모델(?:은|이) (?:이미지 입력|도구|함수 호출|스트리밍|비전)/,
  },
  {
    near: [
      '언어|컨텍스트|입력|출력|최대|완성|토큰|프롬프트|도구 호출 결과|생성형|ai|챗|하이퍼클로바|클로바|임베딩',
    ],
    says: /언어 ?모델|컨텍스트 ?(?:길이|윈도우|창|크기|한도)|(?:입력|출력|최대|프롬프트|완성|컨텍스트) ?토큰|토큰 ?(?:한도|수가|수를|개수|길이)|프롬프트|도구 호출 결과|생성형 ?AI|AI ?(?:모델|응답|서비스|답변|호출|요청|요약|생성|분석|가 (?:응답|답변|빈|잘못|거부|유효))|챗GPT|챗지피티|하이퍼클로바|클로바 ?스튜디오|임베딩/i,
  },
  // Japanese
  {
    near: ['モデル'],
    says: /モデル(?:が|の)(?:過負荷|応答|出力|空|返|混雑|呼び出し)|モデルは(?:画像|ツール|関数|ストリーミング|JSON).{0,12}(?:サポート|対応)して|モデルは(?:画像入力|ツール|関数呼び出し|ストリーミング|思考)/,
  },
  {
    near: ['言語モデル|コンテキスト|トークン|プロンプト|生成|ai|安全フィルター|埋め込み'],
    says: /言語モデル|コンテキスト(?:長|ウィンドウ|の長さ|の上限)|(?:入力|出力|最大)トークン|トークン(?:数|上限|制限|の上限)|(?:^|[^ドﾄ])プロンプト|生成 ?AI|AI ?(?:モデル|リクエスト|の?応答|の?レスポンス|サービス|の?回答|クレジット|生成(?:に失敗|エラー|中に)|が.{0,24}(?:返しません|返さな|生成でき|応答し|拒否)|から(?:の|有効))|安全フィルターに(?:より|よって)?.{0,4}ブロック|埋め込み(?:モデル|ベクトル|生成)/i,
  },
  // Russian
  {
    near: [
      'язык|контекстн|длин|лимит|количеств|числ|нейросет|промпт|ответ|запрос|сервис|модел',
      'ии|ллм',
    ],
    says: /язык[а-яё]{2,4} модел|контекстн[а-яё]{2,3} окн|длин[а-яё]{1,2} контекста|(?:лимит|количеств|числ)[а-яё]{0,2} токенов|нейросет|промпт|(?:ответ[а-яё]{0,2}|запрос[а-яё]{0,2}|сервис[а-яё]{0,2}|модел[а-яё]{1,2}) (?:от |к |для )?(?:ИИ|ЛЛМ)(?![а-яё])|(?<![а-яё])(?:ИИ|ЛЛМ) (?:не |вернул|отказал|недоступ|перегруж)/i,
  },
  // Italian, Dutch, Polish, Turkish, Vietnamese, Indonesian, Ukrainian
  {
    near: ['modello|modelli|l ia|risposta|servizio|richiesta|finestra|taalmodel|ai|model'],
    says: /\bmodell[oi] (?:linguistic[oi]|di linguaggio|(?:di )?IA(?!\w))|\bl['’]IA (?:non )?(?:ha|è) (?:restituito|risposto|generato|rifiutato|sovraccaric)|\b(?:risposta|servizio|richiesta) (?:dell['’]|di )?(?:IA|AI)(?!\w)|\bfinestra di contesto|\btaalmodel|\bAI-(?:model|antwoord|dienst|verzoek|aanvraag)|\bmodel(?:u|em)? językow|\bmodel bahasa(?!\w)/i,
  },
  {
    near: [
      'odpowiedź|odpowiedzi|usług|zapytan|dil modeli|yapay zeka|mô hình|phản hồi|dịch vụ',
      'layanan|respons|мовн|відповід|запит|сервіс',
    ],
    says: /(?:odpowied(?:ź|zi)|usług[aię]|zapytan(?:ie|ia)) (?:od |do )?AI(?!\w)|dil modeli|yapay zek[aâ] (?:model|servis|yanıt|istek|hizmet)|mô hình (?:ngôn ngữ|AI(?!\w))|(?:phản hồi|dịch vụ) (?:từ |của )?AI(?!\w)|\b(?:layanan|respons) (?:dari )?AI(?!\w)|мовн[а-яіїє]{1,3} модел|(?:відповід|запит|сервіс)[а-яіїє]{0,2} (?:від |до )?ШІ(?![а-яіїє])/i,
  },
];

/** Names of models and assistants that hardly anything else has. */
export const NAMED: readonly Clue[] = [
  {
    near: [
      'claude|gemini|chat gpt|chatgpt|gigachat|yandexgpt|gpt|kimi|qwen|glm|gemma|grok|groq',
      'deepseek|千问|文心|豆包|智谱|클로드|제미나이|クロード',
    ],
    says: /(?<![\w@/.-])(?:Claude|Gemini|Chat ?GPT|GigaChat|YandexGPT|GPT|Kimi|Qwen|GLM|Gemma|Grok|Groq|DeepSeek)(?:Service|Client|Provider|Api|Adapter|Model|LLM|Chat)?(?![a-z\d@]|:\/\/)|千问|文心|豆包|智谱|클로드|제미나이|クロード/i,
  },
  // As a part of the application's own name for it
  {
    near: ['mistral', 'cohere', 'perplexity', 'minimax'],
    says: /(?<![\w@/.-])(?:Mistral|Cohere|Perplexity|MiniMax)(?:Le)?(?:Service|Client|Provider|A[Pp][Ii]|Adapter|Model|LLM|Chat)(?![a-z])/,
  },
];

/** A provider and the call that failed, in one breath; LangChain's own manual, DashScope's codes, a call's fields. */
export const NAMED_CALL =
  /\bHF inference failed(?!\w)|\b(?:OpenAI|Anthropic|LiteLLM|Claude|ChatGPT|Gemini|Groq|DeepSeek|Mistral|Ollama|OpenRouter|Bedrock|Vertex AI|LangChain) (?:(?:API|chat|completions?|embeddings?|model) ){0,2}(?:(?:requests?|calls?|API|stream) (?:failed|error|returned|timed out|was|to)|(?:API )?(?:error|returned [45]\d\d|responded|rate limit|quota)|API key)(?!\w)|langchain\.com\/docs\/troubleshooting|\bInternalError\.Algo\.|["']max_tokens["']: ?\d|\bmax_(?:new|output|completion)_tokens(?!\w)/i;

/** Functions and classes of applications that call an LLM. */
export const CALLERS: readonly RegExp[] = [
  /open_?ai|anthropic|chatgpt|ollama|litellm|langchain|deepseek|\b(?:llms?|gpt|claude|gemini)(?!\w)/i,
  /[a-z_](?:Llm|LLM|Gpt|GPT|Claude|Gemini)(?![a-z])|(?:[Cc]all|[Aa]sk|[Qq]uery|[Ii]nvoke|[Pp]rompt|With)AI(?![a-z])/,
];

/** What else of an application is named for it. */
export const NOT_CALLERS: readonly RegExp[] = [
  /controller|rout(?:e|er)|repositor|store|config|limiter|billing|webhook|auth|user|account/i,
];

/** Names that also mean a wind, a game, an animal or an office suite: they need a word of the trade. */
export const SHARED_NAMES: Clue = {
  near: ['mistral|minimax|cohere|copilot|perplexity|bedrock|llama|sonnet|opus|haiku'],
  says: /(?<![\w@/.-])(?:Mistral|MiniMax|Cohere|Copilot|Perplexity|Bedrock|Llama|Sonnet|Opus|Haiku)(?![a-z\d@])/i,
};
export const TRADE =
  /\b(?:(?:erreurs?|errore?s?|erros?) (?:de (?:l['’]|la )?|da |na )?API|API-Fehler|API (?:errors?|keys?|calls?|requests?|quota|limits?)|cl[ée]s? (?:d['’])?API|clave (?:de )?API|chave (?:de |da )?API|API-Schlüssel|rate[- ]limit\w{0,3}|tokens?|prompts?|JSON|completions?|overloaded|quota|guardrails?|(?:a répondu|respondió|respondeu) [45]\d\d|requêtes|Anfragen|solicitudes|l['’]appel|Aufruf|llamada)(?!\w)|模型|모델|モデル|请求|요청|リクエスト|内容审核|ошибк[аи] API|API ?(?:키|キー|密钥|金鑰|错误|錯誤|오류|エラー)/i;
