import { captureException, type ScopeContext } from '@sentry/core';
import { AI_CALL_CONTEXT } from '../facts/aiCall.js';

/** What `captureAiError` attaches, next to what any Sentry capture takes (tags, extra, level ...). */
export interface AiErrorContext extends Partial<ScopeContext> {
  /** What the model answered: a string, or anything that JSON can hold. Cut to 4,000 characters. */
  llmResponse?: unknown;
  /** Facts of the call: `{ provider: 'openai', model: 'gpt-4.1', promptTokens: 812 }`. */
  requestMetadata?: Record<string, unknown>;
}

const MAX_RESPONSE = 4_000;
const MAX_VALUE = 500;
const MAX_WORD = 200;

/**
 * `captureException` with the LLM's response and the call's metadata in the event's context `ai_call`.
 * The event is classified as one about an LLM, whatever its error says.
 * @returns the event's id
 */
export function captureAiError(error: unknown, context: AiErrorContext = {}): string {
  const { llmResponse, requestMetadata, ...scope } = context ?? {};
  const call: Record<string, string | number | boolean> = {};
  // First: it tells most, and the LLM is sent no more than fits.
  const response = flatten(llmResponse, MAX_RESPONSE);
  if (response !== undefined) call.response = response;
  for (const [key, value] of Object.entries(requestMetadata ?? {})) {
    const flat = flatten(value, MAX_VALUE);
    if (flat !== undefined && !Object.hasOwn(call, key)) call[key] = flat;
  }
  return captureException(error, {
    captureContext: { ...scope, contexts: { ...scope.contexts, [AI_CALL_CONTEXT]: call } },
  });
}

function flatten(value: unknown, max: number): string | number | boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return cut(asText(value), max);
}

/** Back to the end of a word, and before a number in groups: nobody recognises half of a secret. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = max;
  while (end > max - MAX_WORD && !/[\s"',;]/.test(text.charAt(end - 1))) end--;
  while (end > max - 2 * MAX_WORD && /[\d\s().-]/.test(text.charAt(end - 1))) end--;
  return text.slice(0, Math.max(end, 0));
}

/** Responses of SDKs may hold cycles, big integers or throwing getters. */
function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
