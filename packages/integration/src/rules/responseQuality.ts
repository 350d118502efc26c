import type { BuiltInRule } from './rule.js';

const category = 'response_quality_error';

export const RESPONSE_QUALITY_RULES: readonly BuiltInRule[] = [
  {
    // Vercel AI SDK "AI SDK Errors"; LangChain output parsers; OpenAI Agents SDK errors
    name: 'unusable-answer-class',
    category,
    confidence: 0.96,
    when: {
      type: [
        'AI_NoObjectGeneratedError',
        'AI_NoOutputGeneratedError',
        'AI_NoImageGeneratedError',
        'AI_InvalidToolInputError',
        'AI_InvalidToolArgumentsError',
        'AI_NoSuchToolError',
        'AI_ToolCallRepairError',
        'AI_NoContentGeneratedError',
        'AI_EmptyResponseBodyError',
        'OutputParserException',
        'ModelBehaviorError',
        'ProviderOutputError',
      ],
    },
  },
  {
    // Groq "Error codes": the model failed to call the tool or to write JSON
    name: 'unusable-answer-code',
    category,
    confidence: 0.96,
    when: {
      code: [
        'tool_use_failed',
        'json_validate_failed',
        'OUTPUT_PARSING_FAILURE',
        'output_parse_failed',
      ],
    },
  },
  {
    // @anthropic-ai/sdk, lib/parser.js; Vercel AI SDK; LangChain
    name: 'unusable-answer-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: [
        'failed to parse structured output',
        'could not parse the response',
        'response did not match schema',
        'model returned invalid json',
        'model returned … invalid json',
        'model did not return',
        'model returned an empty',
        'empty response from model',
        'missing role for choice',
        'failed to parse … response',
        'failed to parse … output',
        'failed to parse … json',
        'could not parse … response',
        'could not parse … output',
        'could not parse llm output',
        'invalid json … model',
        'response is not valid json',
        'not valid json in response',
        'no object generated',
        'type validation failed',
        'schema validation failed',
        'does not match the expected schema',
        'empty response',
        'returned no content',
        'no content in response',
        'response was empty',
        'malformed function call',
        'invalid tool call',
        'unknown tool',
        'tool … not found in agent',
        'no such tool',
        'tool arguments',
        'invalid arguments for tool',
        'unterminated string … arguments',
        'モデルの応答',
        '응답을 파싱',
      ],
    },
  },
  {
    // A JSON error inside an LLM library: the model's text, or a broken stream. The LLM may tell.
    name: 'json-in-llm-library',
    category,
    confidence: 0.6,
    when: {
      status: ['none'],
      type: ['SyntaxError', 'ZodError', '$ZodError', 'AI_JSONParseError', 'AI_TypeValidationError'],
    },
  },
];
