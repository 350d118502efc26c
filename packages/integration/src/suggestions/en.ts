/** What a developer can do about it. One or two sentences, no promise that depends on a provider's plan. */
export const en = {
  api_connection_error:
    'Check the network path, base URL, proxy and TLS settings to the endpoint. Retry with exponential backoff and set a timeout that fits the model and streaming.',
  aborted:
    'The caller or a timeout in the application cancelled the request. Expected when a user leaves; otherwise raise the timeout or stream the answer.',
  rate_limit_error:
    'Retry with exponential backoff and jitter, and honour retry-after. Lower the concurrency or tokens per request, or ask the provider for a higher limit.',
  quota_exceeded_error:
    'Add credit or raise the spending limit in the provider’s billing page; retrying will not help until then. Alert on usage before it runs out.',
  authentication_error:
    'Check that the API key is set, belongs to this provider and project, is not revoked, and may use this model and region. Retrying will not help.',
  token_limit_error:
    'Shorten the input: trim or summarise the history, cut documents, or choose a model with a larger context window. Count tokens before sending.',
  answerCut:
    'The answer was cut at the token limit. Raise max_tokens, ask for a shorter answer, or split the task.',
  content_policy_error:
    'A safety filter blocked the request or the answer. Show the user a clear message, review the prompt, and do not retry it unchanged.',
  context_loss_error:
    'Rebuild the conversation before retrying: roles in the expected order, no empty history, and ids that still exist.',
  orphanToolCall:
    'Send every tool call together with its result: keep both when trimming the history, and answer each tool call id exactly once.',
  stateGone:
    'The thread, run or response that the request refers to does not exist or is in another state. Create it anew and send the messages again.',
  response_quality_error:
    'Validate the model’s answer and retry once with the validation error in the prompt. Use structured output (JSON schema), a lower temperature or a stronger model.',
  invalid_request_error:
    'Fix the request: the message names the wrong or unsupported parameter, schema or file. Check it against the API reference of this model; retrying will not help.',
  unknownModel:
    'Check the model’s name, its retirement date, and that this account, region and endpoint offer it; pull it first on a local server.',
  provider_error:
    'The provider or the local server failed. Retry with exponential backoff, fail over to another model or region, and look at the provider’s status page.',
  unknown_error:
    'Read the original error and its cause. If it recurs, add a rule for it, or let an LLM classify it.',
} as const;
