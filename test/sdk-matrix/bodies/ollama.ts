import type { Expected, Failure } from '../cell.js';

const refusal = (name: string, status: number, error: string, means: Expected): Failure => ({
  name,
  behaviour: { status, body: { error } },
  means,
});

const wrong: Expected = { category: 'invalid_request_error', retryable: false };
const down: Expected = { category: 'provider_error', retryable: true };

// docs/api.md and "FAQ"; server/routes.go, server/sched.go and llm/server.go

export const unknownModel = refusal('unknown model', 404, "model 'llama9' not found", wrong);
export const noTools = refusal(
  'model without tools',
  400,
  'registry.ollama.ai/library/llama2:latest does not support tools',
  wrong,
);
export const noChat = refusal(
  'model without chat',
  400,
  '"all-minilm" does not support chat',
  wrong,
);
export const busy = refusal(
  '503 queue full',
  503,
  'server busy, please try again.  maximum pending requests exceeded',
  down,
);
export const noMemory = refusal(
  'not enough memory',
  500,
  'model requires more system memory (8.4 GiB) than is available (4.1 GiB)',
  // The machine stays as small as it is.
  { ...down, retryable: false },
);
export const runnerDied = refusal(
  'runner died',
  500,
  'llama runner process has terminated: exit status 2',
  down,
);
export const tooLong = refusal(
  'context too long',
  400,
  'the input length exceeds the context length',
  { category: 'token_limit_error', retryable: false },
);
export const unauthorised = refusal('key refused by the cloud', 401, 'unauthorized', {
  category: 'authentication_error',
  retryable: false,
});
export const cloudLimit = refusal(
  'usage limit of the cloud',
  429,
  'you have reached your weekly usage limit, upgrade for higher limits: https://ollama.com/upgrade',
  { category: 'quota_exceeded_error', retryable: false },
);

const line = (fields: object) => `${JSON.stringify(fields)}\n`;

/** The beginning of a chat's stream. */
export const chatBegins = line({
  model: 'llama3.2',
  created_at: '2026-01-01T00:00:00Z',
  message: { role: 'assistant', content: 'Hel' },
  done: false,
});
export const NDJSON = 'application/x-ndjson';

export const runnerDiedInStream: Failure = {
  name: 'error inside the stream',
  behaviour: {
    begins:
      chatBegins +
      line({ error: 'an error was encountered while running the model: unexpected EOF' }),
    contentType: NDJSON,
    end: 'closed',
  },
  means: down,
};
export const endsEarly: Failure = {
  name: 'stream ends early',
  behaviour: { begins: chatBegins, contentType: NDJSON, end: 'closed' },
  means: { category: 'api_connection_error', retryable: true },
};
