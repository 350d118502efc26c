import { type Expected, events, type Failure } from '../cell.js';

const length: Expected = { category: 'token_limit_error', retryable: false };
const policy: Expected = { category: 'content_policy_error', retryable: false };
const unusable: Expected = { category: 'response_quality_error', retryable: true };

// API reference: chat completion object, chat completion chunk, streaming events of responses

const completion = (choice: object) => ({
  status: 200,
  body: {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'gpt-4o',
    choices: [{ index: 0, logprobs: null, ...choice }],
    usage: { prompt_tokens: 9, completion_tokens: 4, total_tokens: 13 },
  },
});
const said = (content: string | null) => ({ role: 'assistant', content, refusal: null });

export const answerCut: Failure = {
  name: 'answer cut at max_tokens',
  behaviour: completion({ finish_reason: 'length', message: said('{"item": "ket') }),
  means: length,
};
export const answerFiltered: Failure = {
  name: 'answer filtered',
  behaviour: completion({ finish_reason: 'content_filter', message: said('') }),
  means: policy,
};
export const proseForJson: Failure = {
  name: 'prose instead of JSON',
  behaviour: completion({ finish_reason: 'stop', message: said('Sure! Here is the order.') }),
  means: unusable,
};
export const otherSchema: Failure = {
  name: 'JSON of another schema',
  behaviour: completion({ finish_reason: 'stop', message: said('{"name": 1}') }),
  means: unusable,
};
export const emptyAnswer: Failure = {
  name: 'empty answer',
  behaviour: completion({ finish_reason: 'stop', message: said('') }),
  means: unusable,
};

const chunk = (content: string) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'gpt-4o',
  choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }],
});

/** The beginning of a chat's stream. */
export const chatBegins = events(chunk('Hel'));
/** The beginning of a response's stream. */
export const responseBegins = events('event: response.output_text.delta', {
  type: 'response.output_text.delta',
  item_id: 'msg_1',
  output_index: 0,
  content_index: 0,
  delta: 'Hel',
  sequence_number: 4,
});

/** Reports an error after the answer has begun. */
export const errorInChat: Failure = {
  name: 'error inside the stream',
  behaviour: {
    begins: events(chunk('Hel'), {
      error: {
        message: 'The server had an error while processing your request. Sorry about that!',
        type: 'server_error',
        param: null,
        code: null,
      },
    }),
    contentType: 'text/event-stream',
    end: 'closed',
  },
  means: { category: 'provider_error', retryable: true },
};

/** Responses reference, streaming event `error`. */
export const errorInResponse: Failure = {
  name: 'error inside the stream',
  behaviour: {
    begins:
      responseBegins +
      events('event: error', {
        type: 'error',
        sequence_number: 5,
        error: {
          type: 'tokens',
          code: 'rate_limit_exceeded',
          message: 'Rate limit reached for gpt-5',
          param: null,
        },
      }),
    contentType: 'text/event-stream',
    end: 'closed',
  },
  means: { category: 'rate_limit_error', retryable: true },
};
