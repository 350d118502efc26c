import type { CompleteFacts } from './facts/complete.js';
import { APPLICATION, RUNTIME } from './facts/packages.js';
import { isCarrier, isLlmAddress, isLlmPackage, namesLlmEndpoint } from './facts/providers.js';

/**
 * Is this error about an LLM at all? Ordinary errors are left untouched, so what counts is who threw;
 * words count only where they can mean nothing else.
 */
export function isAboutLlm(facts: CompleteFacts): boolean {
  if (facts.marked) return true;
  if (facts.classes.some((name) => LLM_CLASS.test(name))) return true;
  if (facts.codes.some((code) => LLM_CODES.has(code.toLowerCase()))) return true;
  if (namesLlmEndpoint(facts.text)) return true;
  const thrower = throwerIn(facts.packages);
  if (thrower !== undefined && thrower !== APPLICATION) return isLlmPackage(thrower);
  return (
    (isCutAnswer(facts) && isLlmAddress(facts.lastRequest ?? '')) ||
    hasLlmCause(facts) ||
    hasLlmWords(facts)
  );
}

/** Who threw: carriers and the runtime throw on behalf of their caller. */
function throwerIn(packages: readonly string[]): string | undefined {
  return packages.find((name) => name !== RUNTIME && !isCarrier(name));
}

/** The application has wrapped what an LLM's package threw. */
function hasLlmCause({ causePackages, classes }: CompleteFacts): boolean {
  return (
    isLlmPackage(throwerIn(causePackages) ?? '') || classes.some((name) => SDK_CLASSES.has(name))
  );
}

function hasLlmWords({ codes, text }: CompleteFacts): boolean {
  if (codes.some((code) => ORDINARY_CODES.has(code))) return false;
  return LLM_PHRASES.some((phrase) => phrase.test(text));
}

/**
 * A connection lost in the middle of an answer is thrown by the runtime alone, with nobody else in its
 * stack. Its request had been answered, so it is the last one that Sentry noted.
 */
function isCutAnswer({ text }: CompleteFacts): boolean {
  return /^(?:terminated|aborted|premature close|other side closed)\b/im.test(text);
}

/** Class names of which no other library has the like. */
const LLM_CLASS =
  /^(?:AI_|OpenAI|Bedrock|Model(?:Error|NotReady|Timeout|StreamError)Exception|AzureOpenAI|Anthropic|GoogleGenerativeAI|Cohere(?:Error|Timeout)|GroqError|Mistral|InferenceClient|ContentFilterFinishReason|LengthFinishReason|ContextWindowExceeded|ContentPolicyViolation|OutputParser|LangChain|LangGraph|McpError|ModelBehaviorError|GuardrailTripwire|(?:Input|Output)Guardrail)/;

/** Names that the SDKs of LLM providers share with those of other services made by the same generator. */
const SDK_CLASSES: ReadonlySet<string> = new Set([
  'APIConnectionError',
  'APIConnectionTimeoutError',
  'APIUserAbortError',
]);

/** The program itself is at fault, whatever the file or module is called. */
const ORDINARY_CODES: ReadonlySet<string> = new Set([
  'MODULE_NOT_FOUND',
  'ERR_MODULE_NOT_FOUND',
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
  'ERR_REQUIRE_ESM',
  'ENOENT',
  'EACCES',
  'EADDRINUSE',
]);

/** Codes that only LLM providers give. */
const LLM_CODES: ReadonlySet<string> = new Set([
  'insufficient_quota',
  'context_length_exceeded',
  'content_policy_violation',
  'content_filter',
  'responsibleaipolicyviolation',
  'model_not_found',
  'overloaded_error',
  'tool_use_failed',
  'json_validate_failed',
  'billing_hard_limit_reached',
  'output_parsing_failure',
  'model_rate_limit',
  'invalid_prompt_input',
  'modelnotreadyexception',
  'modelerrorexception',
  'modeltimeoutexception',
  'modelstreamerrorexception',
]);

/** Phrases about LLMs and nothing else. */
const LLM_PHRASES: readonly RegExp[] = [
  /\b(?:gpt-(?:3|4|5|oss)|claude-|gemini-\d|text-embedding-|deepseek-|llama-?[234]|mixtral|qwen\d|grok-\d)/i,
  /\b(?:maximum )?context (?:length|window)\b/i,
  /\bmax(?:imum)?[_ ](?:output[_ ]|completion[_ ]|new[_ ])?tokens\b/i,
  /\b(?:input|output|prompt|completion) (?:tokens|token count|token limit)\b/i,
  /\btokens? per (?:min|minute|day)\b/i,
  /\bchat[. _-]completions?\b/i,
  /\b(?:language model|LLM|OpenAI|Anthropic|Gemini API|Vertex AI|Azure OpenAI|(?:Amazon|AWS) Bedrock|bedrock-runtime|Ollama|OpenRouter|LiteLLM|vLLM|llama\.cpp)\b/i,
  /\btool_(?:calls?|call_id|use|result)\b/i,
  /\bcontent (?:management policy|filter(?:ing)? polic|moderation)/i,
  /\bthe model returned the following errors\b/i,
  /\b(?:the specified model ID|model identifier|input is too long for requested model)\b/i,
  /\bthis model (?:doesn't|does not) support\b/i,
  // Paths into the requests of chat APIs
  /\b(?:messages|contents)[./[]\d{1,4}\]?[./](?:content|role|parts|tool)/,
  /\btools[./[]\d{1,4}\]?[.:] ?(?:custom|function|input)/i,
  /\b(?:tool(?:Use|Result)|counting tokens|system prompt|token limit (?:reached|exceeded)|increasing context size)\b/i,
  /\b(?:response_format|generateContent|InvokeModel|ConverseStream)\b/,
];
