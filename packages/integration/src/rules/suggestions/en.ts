import type { DefaultCategory } from '../../taxonomy.js';

/** What a developer can do about it. One or two sentences, no promise that depends on a provider's plan. */
export const en = {
  api_connection_error:
    'Check the network path, base URL, proxy and TLS settings to the endpoint. Retry with exponential backoff and set a timeout that fits the model and streaming.',
  timeout:
    'Raise the timeout to fit the model and the length of its answer, or stream the answer. Retry with exponential backoff; if it recurs, shorten the prompt or take a faster model.',
  unreachable:
    'Check the base URL, DNS, firewall and proxy, and that the server listens there: a local server must run, a container must reach its host. Retry with exponential backoff.',
  tls: 'Check the certificate chain: give a company’s own root to NODE_EXTRA_CA_CERTS, look at the proxy that opens TLS, and check http against https in the base URL. Do not switch verification off.',
  aborted:
    'The caller or a timeout in the application cancelled the request. Expected when a user leaves; otherwise raise the timeout or stream the answer.',
  rate_limit_error:
    'Retry with exponential backoff and jitter, and honour retry-after. Lower the concurrency or tokens per request, or ask the provider for a higher limit.',
  quota_exceeded_error:
    'Add credit or raise the spending limit in the provider’s billing page; retrying will not help until then. Alert on usage before it runs out.',
  freeTierPerDay:
    'The free tier’s requests of the day are used up; they come back at midnight Pacific time. Enable billing for the project or use a model with a higher daily limit.',
  authentication_error:
    'Check that the API key is set, belongs to this provider and project, is not revoked, and may use this model and region. Retrying will not help.',
  permission:
    'The key is known but may not do this. Grant its project, role or organisation access to the model and the API in the provider’s console; retrying will not help until then.',
  regionRefused:
    'The provider does not serve the country that the request came from. Run the call from a supported region, or use a cloud provider’s regional endpoint; retrying will not help.',
  token_limit_error:
    'Shorten the input: trim or summarise the history, cut documents, or choose a model with a larger context window. Count tokens before sending.',
  answerCut:
    'The answer was cut at the token limit. Raise max_tokens, ask for a shorter answer, or split the task.',
  outputLimit:
    'Lower max_tokens to what this model can answer with; the message or the model’s page names the limit. For longer answers take another model or continue in a second call.',
  content_policy_error:
    'A safety filter blocked the request or the answer. Show the user a clear message, review the prompt, and do not retry it unchanged.',
  guardrail:
    'A guardrail that was configured for this application stopped the call. Show the user a clear message; if it was wrong, look at that guardrail’s result and loosen its condition.',
  refusal:
    'The model refused to answer. Show the user its refusal as an answer, and say in the system prompt what the application is for if such questions are legitimate.',
  context_loss_error:
    'Rebuild the conversation before retrying: roles in the expected order, no empty history, and ids that still exist.',
  orphanToolCall:
    'Send every tool call together with its result: keep both when trimming the history, and answer each tool call id exactly once.',
  roleOrder:
    'Put the messages in the order this model expects: system first, then user and assistant in turn, a user message at the end, none of them empty. Merge neighbours of the same role.',
  stateGone:
    'The thread, run or response that the request refers to does not exist or is in another state. Create it anew and send the messages again.',
  response_quality_error:
    'Validate the model’s answer and retry once with the validation error in the prompt. Use structured output (JSON schema), a lower temperature or a stronger model.',
  wrongToolCall:
    'The model called a tool wrongly. Give the error back to it as the tool’s result and let it try again; simplify the tool’s schema and description, or use strict tool schemas.',
  invalid_request_error:
    'Fix the request: the message names the wrong or unsupported parameter, schema or file. Check it against the API reference of this model; retrying will not help.',
  parameter:
    'Change or leave out the parameter that the message names: models differ in what they support. Check it against the API reference of this model; retrying will not help.',
  schemaRefused:
    'Simplify the JSON schema to what this model accepts: objects with additionalProperties false, every property required, no unsupported keywords; or ask for plain JSON and validate it yourself.',
  badFile:
    'Check the file before sending it: a format and size that the model takes, base64 without line breaks, a URL that the provider can reach without a login.',
  notFound:
    'Check the base URL (its /v1, no path twice), the API version, and the name or id of the model, file or deployment. Retrying will not help.',
  tooLarge:
    'The request is larger than the endpoint takes. Send large files by upload or URL instead of base64, and send less history.',
  unknownModel:
    'Check the model’s name, its retirement date, and that this account, region and endpoint offer it; pull it first on a local server.',
  retiredModel:
    'The model has been retired. Move to its successor from the provider’s deprecation page, and keep the model’s name in configuration.',
  wrongCall:
    'The call itself is wrong, and no request was answered. Fix the arguments that the message names against the SDK’s documentation for the installed version.',
  provider_error:
    'The provider or the local server failed. Retry with exponential backoff, fail over to another model or region, and look at the provider’s status page.',
  overloaded:
    'The provider has no capacity at the moment. Retry with exponential backoff and jitter, and fail over to another model, region or provider if it lasts.',
  modelLoading:
    'The model is still being loaded. Wait for the server’s health check or retry after some seconds, and keep the model loaded or warm it up before traffic.',
  outOfMemory:
    'The server’s memory does not hold this model and context. Use a smaller or quantised model, a shorter context, fewer parallel requests, or a larger GPU.',
  unknown_error:
    'Read the original error and its cause. If it recurs, add a rule for it, or let an LLM classify it.',
} as const satisfies Record<DefaultCategory, string> & Record<string, string>;
