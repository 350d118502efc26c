import type { BuiltInRule } from './rule.js';

const category = 'response_quality_error';

const SPOKEN_OF_JSON = ['model', 'llm', 'ai', 'assistant', 'gpt', 'claude', 'gemini'].flatMap(
  (who) =>
    ['response', 'output', 'answer', 'reply', 'completion'].flatMap((what) => [
      `${who} ${what} … json`,
      `${who} s ${what} … json`,
    ]),
);

/** What could not be read begins like the words of a server, a proxy or a client. */
const NOT_THE_MODELS = {
  near: ['unexpected token'],
  says: /\bUnexpected token .{1,14}"(?:All conn|Internal S|Bad Gatew|Gateway T|Service Un|upstream |error code|no healthy|Too Many|Unauthoriz|Forbidden|Not Found|Connection)/,
};

export const RESPONSE_QUALITY_RULES: readonly BuiltInRule[] = [
  {
    // Vercel AI SDK "AI SDK Errors"; output parsers of LangChain and LangChain4j; DSPy; smolagents
    name: 'unusable-answer-class',
    category,
    confidence: 0.96,
    when: {
      type: [
        'AI_NoObjectGeneratedError',
        'AI_NoOutputGeneratedError',
        'AI_NoOutputSpecifiedError',
        'AI_NoImageGeneratedError',
        'AI_NoTranscriptGeneratedError',
        'AI_NoSpeechGeneratedError',
        'AI_NoContentGeneratedError',
        'AI_EmptyResponseBodyError',
        'AI_InvalidResponseDataError',
        // The same as Node prints them
        'NoObjectGeneratedError',
        'NoOutputGeneratedError',
        'NoImageGeneratedError',
        'NoTranscriptGeneratedError',
        'NoSpeechGeneratedError',
        'NoContentGeneratedError',
        'InvalidResponseDataError',
        'AdapterParseError',
        'BamlValidationError',
        'AgentParsingError',
        'OutputParsingException',
        'OutputParserException',
        'UnexpectedModelBehavior',
        'ProviderOutputError',
        'AI_NoTextGeneratedError',
        'AI_NoVideoGeneratedError',
        'NoTextGeneratedError',
        'NoVideoGeneratedError',
        // WebLLM, CrewAI, Prism
        'ToolCallOutputParseError',
        'ConverterError',
        'PrismStructuredDecodingException',
        // LangExtract
        'ResolverParsingError',
        // OpenHands
        'LLMNoActionError',
        'LLMNoResponseError',
        'LLMResponseError',
      ],
    },
  },
  {
    // Vercel AI SDK "AI SDK Errors"; @openai/agents-core, errors.js; LangChain: the model called a tool wrongly
    name: 'wrong-tool-call-class',
    category,
    confidence: 0.96,
    when: {
      type: [
        'AI_InvalidToolInputError',
        'AI_InvalidToolArgumentsError',
        'AI_NoSuchToolError',
        'AI_ToolCallRepairError',
        'InvalidToolInputError',
        'InvalidToolArgumentsError',
        'NoSuchToolError',
        'ToolCallRepairError',
        'ModelBehaviorError',
        'InvalidToolCallException',
        'ToolInputParsingException',
        'ToolInvocationError',
        'ToolArgumentsException',
        'AgentToolCallError',
        'FunctionCallInvalidArgumentsException',
        // OpenHands
        'LLMMalformedActionError',
        'FunctionCallConversionError',
        'FunctionCallValidationError',
        'FunctionCallNotExistsError',
      ],
    },
    advice: 'wrongToolCall',
  },
  {
    // Instructor, Pydantic AI: every try ended in pydantic's verdict on the answer
    name: 'retried-answer',
    category,
    confidence: 0.95,
    when: {
      type: ['InstructorRetryException', 'UnexpectedModelBehavior', 'ModelRetry'],
      says: ['validation error for', 'validation errors for', 'invalid json'],
    },
  },
  {
    // Groq "Error codes": the model failed to call the tool or to write JSON; LangChain
    name: 'unusable-answer-code',
    category,
    confidence: 0.97,
    when: {
      code: [
        'tool_use_failed',
        'json_validate_failed',
        'OUTPUT_PARSING_FAILURE',
        'output_parse_failed',
        'MALFORMED_FUNCTION_CALL',
        'malformed_tool_use',
        'malformed_model_output',
        // Applications
        'empty_response',
      ],
    },
  },
  {
    // Gemini finishReason MALFORMED_FUNCTION_CALL; Groq; Bedrock ModelErrorException; LangChain; MCP; agents
    name: 'wrong-tool-call-words',
    category,
    confidence: 0.955,
    when: {
      status: ['none', 400, 422, 424, 500],
      says: [
        'malformed function call|malformed tool use|malformed model output',
        'unexpected tool call|failed to call a function|tool call validation failed',
        'invalid sequence as part of tooluse|model tried to call unavailable tool',
        'attempted to call tool … not in request|attempted to call … not available',
        'invalid tool call|error parsing tool call|tool call … did not match schema',
        'unknown tool|malformed tool call|calling unknown function',
        'called unknown function',
        {
          near: ['called', 'returned', 'invoked', 'selected'],
          says: /\b(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini) (?:called|returned|invoked|selected) (?:\S{1,30} ){0,2}(?:tool|function) (?:\S{1,30} ){0,3}(?:does not exist|not exist|unknown|unavailable|not registered|not found|not available)\b/i,
        },
        'not found in the tools dict',
        'no toolcallback found',
        {
          near: ['tool'],
          says: /(?:^|: )Tool (?:["'`]?[\w.:/-]{1,80}["'`]? (?:is |was )?(?:not found|does not exist)|["'`][\w.:/-]{0,80}["'`] is (?:not available|unavailable))\b/im,
        },
        'is not a valid tool try|try again with one of these tools',
        'no such tool|tool … not found in agent|called a tool that does not exist',
        'invalid tool arguments|malformed tool arguments|parse … tool arguments',
        'parse … function arguments|parse … tool call arguments',
        'invalid arguments for tool|tool call arguments … not valid json',
        'arguments for tool call … not valid|invalid input for tool',
        'tool input did not match expected schema|unterminated string … arguments',
        'extract tool use|expected tool calls in|failed to parse input at pos',
        'validation failed for … please fix the following|did not use a tool in your',
        'tool … is not registered|ツール … 引数 … 不正|도구 … 인수 … 잘못',
        'expected tool use block in|expected a tool call|no tool use block in',
        'no tool call in|no tool calls in|without value for required parameter',
        'failed to decode tool args|action after thought|不存在的工具|工具参数 … 解析失败',
        '工具调用参数解析失败|存在しないツール|존재하지 않는 도구',
        'herramienta inexistente|ferramenta inexistente',
        'failed to parse generated',
        'no tool call found in the|no function call found in|no tool calls found',
        'no tool use block returned|tool use … 返され|未返回 tool use',
      ],
    },
    advice: 'wrongToolCall',
  },
  {
    // Applications that read the answer, whatever status they put on their own error
    name: 'unusable-answer-of-model',
    category,
    confidence: 0.945,
    when: {
      status: ['none', 400, 422, 500, 502, 503],
      says: [
        // `LLM did not return valid JSON`, `AI output was not a JSON array`
        {
          near: [
            'did not|didn t|failed to|never|returned|generated|produced|gave',
            'responded with',
          ],
          says: /\b(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini|OpenAI|Anthropic|Grok|Mistral|DeepSeek|Ollama|Qwen|Llama) (?:did(?: not|n't)|failed to|never|returned|generated|produced|gave|responded with)(?: return| produce| generate| give| respond with)? (?:an? |any )?(?:valid|invalid|empty|blank|malformed|non|no|broken|incomplete|unusable|unparsable|JSON|wrong|nothing|garbage|prose|unexpected (?:format|output|shape|structure|response|answer|value|type|tool))\b/i,
        },
        {
          near: [
            'is empty|was empty|is blank|was blank|is null|was null|is incomplete',
            'was incomplete|is truncated|was truncated',
          ],
          says: /\b(?:model|LLM|AI|assistant|GPT|Claude|Gemini|generated) (?:text|summary|message|content|result|translation|plan) (?:is|was) (?:empty|blank|null|incomplete|truncated)\b/i,
        },
        {
          near: ['did not', 'didn t', 'answered with', 'replied with', 'responded with'],
          says: /\b(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini) (?:(?:did not|didn't) (?:follow|match|conform|respect|call|use|pick|choose)|(?:answered|replied|responded) with (?:text|prose|plain))\b/i,
        },
        {
          near: ['validation of'],
          says: /\bvalidation of (?:the )?(?:model|LLM|AI|assistant|GPT|Claude|Gemini)(?:'s)? (?:output|response|answer|reply)\b/i,
        },
        // `AI response has no choices`, `Gemini reply was cut`
        {
          near: ['response', 'output', 'answer', 'reply'],
          says: /\b(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini|OpenAI|Anthropic|Grok|Mistral|DeepSeek|Ollama|Qwen|Llama)(?:'s)? (?:response|output|answer|reply) (?:has no|had no|contains no|contained no|is missing|was missing|missing|lacks|lacked|is incomplete|was incomplete|is malformed|was malformed|is invalid|was invalid|is unusable|was unusable|validation failed|failed validation|failed schema validation|could not be|cannot be|can't be)\b/i,
        },
        {
          near: ['find', 'extract', 'locate', 'pars', 'decode', 'read'],
          says: /\b(?:could not|couldn't|cannot|can't|failed to|unable to|error) (?:find|extract|locate|parse|parsing|decode|read) .{1,60}\b(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini|OpenAI)(?:'s)? (?:response|output|answer|reply)\b/i,
        },
        {
          near: ['generated by', 'returned by', 'produced by', 'given by'],
          says: /\b(?:invalid|malformed|unparsable|unusable) (?:\S{1,20} ){1,2}(?:generated|returned|produced|given) by (?:the )?(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini|OpenAI|Anthropic|Grok|Mistral|DeepSeek|Ollama|Qwen|Llama)\b/i,
        },
        {
          near: ['returned', 'gave', 'produced', 'generated'],
          says: /\b(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini) (?:returned|gave|produced|generated) \d{1,5} \w{1,30},? (?:but |instead of |when )?(?:\d|expected)/i,
        },
        // `Model returned finish_reason=stop with no content`
        {
          near: ['with no', 'but no'],
          says: /\b(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini|OpenAI|Anthropic|Grok|Mistral|DeepSeek|Ollama|Qwen|Llama) returned (?:\S{1,40} ){1,5}(?:with|but) no (?:content|text|output|message|choices|tool calls?|data)\b/i,
        },
        {
          near: [
            'no response|invalid json|invalid response|invalid output|invalid answer',
            'invalid reply|malformed json|malformed response|malformed output',
            'malformed answer|malformed reply|empty json|empty response|empty output',
            'empty answer|empty reply',
          ],
          says: /\b(?:no response|(?:invalid|malformed|empty) (?:JSON )?(?:response|output|answer|reply|JSON))(?: (?:was )?(?:received|returned))? from (?:the )?(?:model|LLM|AI|assistant|agent|GPT|Claude|Gemini|OpenAI|Anthropic|Grok|Mistral|DeepSeek|Ollama|Qwen|Llama)\b/i,
        },
        ...SPOKEN_OF_JSON,
      ],
      // Why there is none
      saysNot: [
        NOT_THE_MODELS,
        'request failed|bad gateway|service unavailable|gateway timeout|fetch failed',
      ],
    },
  },
  {
    // @anthropic-ai/sdk, lib/parser.js; Vercel AI SDK; LangChain; Groq; what applications say of an answer
    name: 'unusable-answer-words',
    category,
    confidence: 0.935,
    when: {
      status: ['none', 400, 500, 502, 503],
      says: [
        'failed to generate json|failed to validate json|response did not match schema',
        'no object generated|no output generated|returned … invalid json',
        'returned … malformed json|returned … not valid json|invalid json … model',
        'invalid json from|invalid json returned by|model did not return',
        'did not provide any … message|answered with an empty|responded with an empty',
        'with an empty message|validate structured output',
        'validation error for agentoutput|validation errors for agentoutput',
        {
          near: ['output', 'response', 'answer', 'reply'],
          says: /\b(?:invalid|malformed|unparsable|unusable) (?:model|LLM|LM|AI|assistant) (?:output|response|answer|reply)\b/i,
        },
        {
          near: ['contain', 'fit', 'match', 'follow', 'conform', 'include'],
          says: /\b(?:model|LLM|LM|AI|assistant)(?:'s)? (?:output|response|answer|reply) (?:does not|doesn't|did not|didn't) (?:contain|fit|match|follow|conform|include)\b/i,
        },
        // No JSON, no tool call, no field `res` in it
        {
          near: ['output', 'response', 'answer', 'reply'],
          says: /\bno (?:\S{1,40} ){1,4}(?:found )?in (?:the )?(?:model|LLM|LM|AI|assistant)(?:'s)? (?:API )?(?:output|response|answer|reply)\b/i,
        },
        // The field that ought to hold the answer
        {
          near: ['choices'],
          says: /\bchoices[\w.[\]"']{0,40} (?:is|was|are|were) (?:null|undefined|empty|none|missing|not an? )/i,
        },
        'missing choices|extract json from|failed to extract json',
        'missing from function call|missing … llm response|missing … model response',
        'missing … ai response|candidates가 없|did not return a response',
        'json did not match|generated an empty|did not use a tool',
        {
          near: ['is not valid json'],
          says: /\bUnexpected token .{1,14}"(?:```|<think>)[^"]{0,20}"?.{0,30} is not valid JSON/s,
        },
        // Sentences with which models begin
        {
          near: ['is not valid json', 'is not a valid json'],
          says: /\bUnexpected token .{1,14}"(?:Here|Sure|Certainly|Of cour|Okay|Based|I'll|I have|I need|I will|The |To |Let |Looking|Thank|As an|Below|This |Yes|Great|Absol)[^"]{0,20}"?.{0,30} is not (?:a )?valid JSON/s,
        },
        'schema validation failed parse errors|non json content|non json response',
        'matching provided output schema|model stream was invalid',
        'completed without valid content|stream ended with empty',
        'did not conform to the edit format|no generations returned',
        'maximum retries … for result validation',
        'maximum retries … for output validation|plain text responses are not permitted',
        'none or empty|no candidates returned|returned no candidates',
        'empty or unparsable response|could not be parsed as json|not a valid json',
        'returned an empty response|returned empty response|returned an empty answer',
        'returned no choices|returned no content|returned no text',
        {
          near: ['empty', 'blank'],
          says: /\b(?:empty|blank) (?:\w{1,20} )?(?:response|answer|completion|candidate|output|choices)\b/i,
        },
        'message was empty|missing finish reason|returned null content',
        'neither content nor tool|type json invalid',
        {
          near: ['no '],
          says: /\bno (?:valid |usable )?(?:content|text|choices|candidates|completion|message|output|parts) (?:\w{1,20} ){0,2}(?:in|from) (?:\S{1,30} ){0,3}(?:response|reply|answer|completion|output)\b/i,
        },
        'no content in response',
        'no choices in response',
        'response has no choices',
        {
          near: ['empty', 'blank', 'null', 'undefined'],
          says: /\b(?:response|reply|answer|output|completion)(?: payload| content| text| body| message)? (?:is|was) (?:empty|blank|null|undefined)\b/i,
        },
        'response contained no|missing role for choice|failed to parse … response',
        'failed to parse … output|failed to parse llm|parsing tool call arguments',
        'parse tool call arguments|failed to parse model|failed to parse ai',
        'could not parse … response|could not parse … output|cannot parse … response',
        'unable to parse … response|unable to parse … output|error parsing … response',
        'error parsing … output|response is not valid json|response was not valid json',
        'output is not valid json|not valid json in response|output validation failed',
        'does not match the expected schema|does not match the required schema',
        'did not match the expected schema|model produced invalid content',
        'could not extract json|no json found|no valid json found|expected json but',
        'instead of json|返回 … 解析失败|返回 … 不是有效|返回 … 无效|未返回任何内容',
        '输出无法解析|返回 … 格式错误|返回 … 格式不正确|返回内容为空|返回为空|返回了空',
        '返回空|空响应|回复为空|回答为空|回覆為空|回答為空|读取 … 回复|解析 … 回复|解析 … 回答|模型 … 解析失败|模型 … 无法解析|无法解析模型|无法解析 … 返回',
        '解析模型 … 失败|解析大模型 … 失败|输出 … 解析失败|输出格式错误|输出格式不',
        'json 格式错误|json解析错误|json 解析错误|json解析失败|json 解析失败|未返回有效',
        '不是 json|пустой ответ|ответ … пуст|некорректный ответ|невалидный json',
        'некорректный json|返回结果为空|不是合法 json|不是合法json|json이 올바르지',
        'kein gültiges json|pas un json valide|json ではありません|jsonではありません',
        'json inválido|json invalide|回應 … 解析|応答 … 解析|空の応答',
        '空のレスポンス|応答を読|回答を読|出力 … 解析|回答 … 解析|レスポンス … 解析|응답 … 파싱|응답 … 해석|답변 … 파싱|답변 … 해석',
        '출력 … 파싱|응답이 비|답변이 비|응답을 읽|답변을 읽|빈 응답|respuesta … vacía|respuesta … json',
        'respuesta … formato|antwort … json|réponse … vide|réponse … json',
        'resposta … vazia|resposta … json',
        'transcript is empty|transcript text is empty|empty transcript',
        'returned text instead|text instead of an image|text instead of a tool',
        'for chatcompletion choices|for chatcompletionchunk choices',
        'unreadable response|unreadable answer|response … not readable',
        // One line, one text for each that was sent
        {
          near: ['expected'],
          says: /\bexpected \d{1,5} (?:lines|translations|sentences|segments|subtitles|answers|summaries|labels),? (?:but )?(?:got|received|found) \d/i,
        },
      ],
      saysNot: [NOT_THE_MODELS],
    },
  },
  {
    // What applications say of an answer in other languages, unless it is the request that is no JSON
    name: 'unusable-answer-words-abroad',
    category,
    confidence: 0.928,
    when: {
      status: ['none', 500, 502, 503],
      says: [
        '不是合法的 json|不是合法的json|不是有效的 json|不是有效的json|json 不完整',
        'json不完整|出力が空|回答が空|不正なjson|출력이 비어',
        '유효한 json이 아닙|올바른 json이 아닙|ungültiges json',
        'kein valides json|json no válido|json non valide',
        'no cumple el esquema|no coincide con el esquema|entspricht nicht dem … schema',
        'ne respecte pas le schéma|スキーマに一致しま|スキーマと一致しま',
        '스키마와 일치하지|不符合 … schema|不符合 json',
        'formato de respuesta … inesperado|formato de resposta … inesperado',
        'format de réponse … inattendu|неверный формат ответа',
        'réponse … illisible|antwort … unlesbar',
        'respuesta … ilegible|resposta … ilegível|ответ … нечита|返回 … 无法解析|아닌 텍스트를 반환',
        '대신 텍스트를 반환|ではなくテキスト|代わりにテキスト|返回了文本|返回的是文本|text statt|texte au lieu',
        'texto en lugar de|texto em vez de|текст вместо',
        'formato de respuesta … no válido|formato de respuesta … inválido',
        'formato de resposta … inválido|応答の形式|respuesta de la ia no es',
        'respuesta del modelo no es|resposta da ia não é|resposta do modelo não é',
        'antwort nicht parsen|ungültige antwort vom modell|無効なjson|잘못된 json',
        'respondió en el formato|respondeu no formato|répondu au format',
        // The AI gave nothing, or not what was asked for, in eight languages
        {
          near: ['devolvi|devuelve|gener|produjo|retornou|devolveu|gerou'],
          says: /\b(?:IA|modelo) (?:no|não) (?:devolvi[óo]|devuelve|gener[óo]|produjo|retornou|devolveu|gerou)(?!\w)/i,
        },
        {
          near: ['retourné', 'renvoyé', 'généré', 'produit', 'fourni'],
          says: /\b(?:IA|mod[eè]le) n['’]a (?:pas |rien )?(?:retourné|renvoyé|généré|produit|fourni)/i,
        },
        {
          near: ['kein', 'leer', 'unvollständig', 'nicht'],
          says: /\b(?:Modell hat|KI(?:-Antwort)?) (?:.{0,20} )?(?:kein(?:en?)? (?:\S{1,20} )?(?:Antwort|Daten|Inhalte?|Ergebnisse?|JSON|Text)|leer|unvollständig|nicht (?:im|dem) erwarteten)\b/i,
        },
        {
          near: ['aiが', 'モデルが'],
          says: /(?:AI|モデル)が[^。]{1,30}(?:返しませんでした|返しません|生成しませんでした)/,
        },
        {
          near: ['応答', '出力', '回答'],
          says: /(?:応答|出力|回答)(?:を(?:解析|解釈|パース|JSON)|が(?:配列|JSON|空|不正|正しく)|に[^。]{1,20}(?:含まれて|がありません))/i,
        },
        {
          near: ['찾지 못', '형식이'],
          says: /(?:응답|출력|답변)(?:에서 .{1,15}찾지 못| 형식이 (?:올바르지|잘못))/,
        },
        {
          near: ['回', '响应', '输出', '没有返回'],
          says: /(?:返回|响应|输出|回复)的?(?:内容|数据|结果|格式){1,2}(?:为空|不是|异常|错误|不正确)|响应缺少|没有返回(?:可用|任何|有效)|返回了?(?:非 ?JSON|意外)/i,
        },
      ],
      saysNot: ['请求|リクエスト|요청|anfrage|solicitud|petición|requête|requisição'],
    },
  },
  {
    // Vercel AI SDK: what was answered is not what the provider answers with, and neither an error nor a page
    name: 'unread-answer-class',
    category,
    confidence: 0.92,
    when: {
      status: ['none'],
      type: ['AI_TypeValidationError', 'AI_JSONParseError'],
      says: ['type validation failed value', 'json parsing failed text'],
      saysNot: ['value error|value message|doctype|text html|text error|sorry|internal server'],
    },
  },
  {
    // A JSON error inside an LLM library: the model's text, or a broken stream. The LLM may tell.
    name: 'json-in-llm-library',
    category,
    confidence: 0.6,
    when: {
      status: ['none'],
      type: [
        'SyntaxError',
        'JSONDecodeError',
        'ZodError',
        '$ZodError',
        'AI_JSONParseError',
        'AI_TypeValidationError',
      ],
    },
  },
];
