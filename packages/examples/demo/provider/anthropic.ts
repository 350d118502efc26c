import { sendJson } from '../../local/loopback.js';
import { type Call, countTokens, requestId, type Vendor } from './vendor.js';

const CONTEXT_WINDOW = 200_000;

interface Block {
  type: string;
  id?: string;
  tool_use_id?: string;
}

interface Conversation {
  messages: { role: string; content: string | Block[] }[];
}

interface Refusal {
  status: number;
  type: string;
  message: string;
}

/** What is well-formed meets an overloaded model. Forms and words: Anthropic's page "Errors". */
export const anthropic: Vendor = (call, response) => {
  const refusal = checkTools(call) ?? checkLength(call) ?? overloaded;
  const { status, type, message } = refusal;
  const request_id = requestId();
  const body = { type: 'error', error: { type, message }, request_id };
  sendJson(response, status, body, { 'request-id': request_id });
};

const overloaded: Refusal = { status: 529, type: 'overloaded_error', message: 'Overloaded' };

function checkTools({ body }: Call): Refusal | undefined {
  const { messages } = body as Conversation;
  for (const [index, message] of messages.entries()) {
    const asked = blocksOf(message).flatMap(({ type, id }) => (type === 'tool_use' && id) || []);
    const answered = blocksOf(messages[index + 1]).map(({ tool_use_id }) => tool_use_id);
    const missing = asked.filter((id) => !answered.includes(id));
    if (missing.length === 0) continue;
    return {
      status: 400,
      type: 'invalid_request_error',
      message: `messages.${index}: \`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${missing.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`,
    };
  }
  return undefined;
}

function blocksOf(message: Conversation['messages'][number] | undefined): Block[] {
  return Array.isArray(message?.content) ? message.content : [];
}

function checkLength({ body }: Call): Refusal | undefined {
  const tokens = countTokens((body as Conversation).messages);
  if (tokens <= CONTEXT_WINDOW) return undefined;
  return {
    status: 400,
    type: 'invalid_request_error',
    message: `prompt is too long: ${tokens} tokens > ${CONTEXT_WINDOW} maximum`,
  };
}
