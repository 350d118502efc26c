import { type Loopback, readJson, sendJson, startLoopback } from '../local/loopback.js';

interface AskedError {
  id: number;
  message: string;
  hint?: string;
}

/** What a word in an error makes it look like. A real model reads; this stand-in only spots words. */
const WORDS: [pattern: RegExp, category: string, suggestion: string][] = [
  [
    /\b(?:JSON|schema|empty|nothing|unusable)\b/i,
    'response_quality_error',
    'Ask for structured output and validate it; retry once with the validation error.',
  ],
  [
    /\b(?:conversation|turn|history|thread)\b/i,
    'context_loss_error',
    'Send the whole conversation again, in order, with every tool result.',
  ],
  [
    /\b(?:timed? ?out|connection|socket)\b/i,
    'api_connection_error',
    'Check the network and retry with backoff.',
  ],
];

/** An OpenAI-compatible endpoint for those who have no key at hand. It is not an LLM, and says so. */
export function startStandIn(): Promise<Loopback> {
  return startLoopback(async (request, response) => {
    const body = (await readJson(request)) as { model: string; messages: { content: string }[] };
    const { errors } = JSON.parse(body.messages[1]?.content ?? '{}') as { errors: AskedError[] };
    sendJson(response, 200, {
      id: 'stand-in',
      object: 'chat.completion',
      created: 0,
      model: body.model,
      choices: [
        {
          index: 0,
          finish_reason: 'stop',
          message: {
            role: 'assistant',
            content: JSON.stringify({ results: errors.map(classify) }),
          },
        },
      ],
      usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    });
  });
}

function classify({ id, message, hint }: AskedError) {
  const [, category, suggestion] = WORDS.find(([pattern]) => pattern.test(message)) ?? [
    /./,
    hint ?? 'unknown_error',
    'Read the original error.',
  ];
  return { id, category, confidence: 0.75, suggestion };
}
