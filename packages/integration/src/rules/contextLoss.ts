import type { BuiltInRule } from './rule.js';

const category = 'context_loss_error';

/** The conversation's state is broken: told from other 400 and 404 by what they say is missing. */
export const CONTEXT_LOSS_RULES: readonly BuiltInRule[] = [
  {
    // OpenAI chat and responses, Anthropic messages, Gemini function calling, DeepSeek, Mistral
    name: 'orphan-tool-call',
    category,
    confidence: 0.96,
    when: {
      says: [
        'tool_calls must be followed by tool messages',
        'role tool must be a response to a … message with tool_calls',
        'tool_call_ids did not have response messages',
        'tool_use ids were found without tool_result',
        'tool_use … without … tool_result',
        'unexpected tool_use_id',
        'tool_result … blocks … corresponding tool_use',
        'no tool call found for function call output',
        'no tool output found for',
        'function call turn comes immediately after',
        'function response parts … equal to the number of function call parts',
        'not the same number of function calls and responses',
        'missing … tool results',
        'was provided without its required following item',
        'without its required reasoning item',
        'reasoning_content … must be passed back',
        'missing a thought_signature',
        'must start with a thinking block',
      ],
    },
    advice: 'orphanToolCall',
  },
  {
    name: 'role-order',
    category,
    confidence: 0.95,
    when: {
      says: [
        'roles must alternate',
        'roles should be alternating',
        'should alternate with',
        'unexpected role … after role',
        'conversation roles must alternate',
        'first message must use the user role',
        'conversation must end with a user message',
        'expected last role user',
        'final position … pre fill',
        'messages must not be empty',
        'at least one message is required',
        'contents is not specified',
        'contents are required',
        'must have a user message',
        'requires a thread with a user message',
      ],
    },
  },
  {
    // OpenAI assistants and responses: ids that are gone
    name: 'state-gone',
    category,
    confidence: 0.95,
    when: {
      says: [
        'no thread found',
        'no run found',
        'no run step found',
        'no message found with id',
        'previous response with id',
        'previous_response_not_found',
        'response with id … not found',
        'conversation with id … not found',
        'do not accept tool outputs',
        'item with id … not found',
        'already has an active run',
      ],
    },
    advice: 'stateGone',
  },
  {
    name: 'state-gone-code',
    category,
    confidence: 0.96,
    when: {
      code: [
        'previous_response_not_found',
        'invalid_request_message_order',
        'conversation_not_found',
        'invalid_thread',
        'INVALID_TOOL_RESULTS',
      ],
    },
    advice: 'stateGone',
  },
];
