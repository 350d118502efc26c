import type { Isolate } from '../host.js';
import type { Endpoint } from '../options/environment.js';
import type { Usage } from '../stats.js';
import { parseBetween } from './answer.js';
import { endpointFetch } from './endpointFetch.js';

/** As much of the `openai` package's client as is used; any version from 4 on has it. */
export interface OpenAiClient {
  /** As in the package. */
  chat: {
    /** As in the package. */
    completions: {
      /** `POST /chat/completions` */
      // biome-ignore lint/suspicious/noExplicitAny: the body's type differs between the package's versions
      create(body: any, options?: any): PromiseLike<unknown>;
    };
  };
}

/** What an endpoint has been found to take; learned from its refusals and remembered. */
export interface Abilities {
  format: 'json_schema' | 'json_object' | 'none';
  temperature: boolean;
  limit: 'max_tokens' | 'max_completion_tokens' | 'none';
}

export interface Completion {
  content: string;
  /** Absent where the endpoint does not count. */
  usage?: Usage;
}

/** What is sent, before it is brought into the form that the endpoint takes. */
export interface Prompt {
  system: string;
  user: string;
  format: object;
  maxTokens: number;
}

export const allAbilities = (): Abilities => ({
  format: 'json_schema',
  temperature: true,
  limit: 'max_tokens',
});

/** Loaded on the first question: most processes never ask one. */
export async function openClient(
  endpoint: Endpoint,
  fetch: typeof globalThis.fetch | undefined,
): Promise<OpenAiClient> {
  if (endpoint.client) return endpoint.client;
  const { OpenAI } = await import('openai');
  return new OpenAI({
    apiKey: endpoint.apiKey,
    baseURL: endpoint.baseURL,
    maxRetries: 0,
    timeout: endpoint.timeoutMs,
    fetch: endpointFetch(endpoint, fetch),
    // A page that names its own server route as `baseURL` has no key in it.
    dangerouslyAllowBrowser: true,
    logLevel: 'off',
  });
}

/** No answer within `timeoutMs`. */
export class TimedOut extends Error {}

/** Asked before each request; what it throws ends the asking. */
export type Permit = () => Promise<void>;

/**
 * Asks once, and again in a simpler form where the endpoint refuses a field: what it names, else every
 * optional field at once. What then works is remembered in `abilities`.
 * @throws what the openai package throws, or what `permit` throws
 */
export async function complete(
  {
    client,
    endpoint,
    model,
    abilities,
    isolate,
  }: {
    client: OpenAiClient;
    endpoint: Endpoint;
    model: string;
    abilities: Abilities;
    isolate: Isolate;
  },
  prompt: Prompt,
  signal: AbortSignal,
  permit: Permit,
): Promise<Completion> {
  const tried = { ...abilities };
  for (;;) {
    await permit();
    try {
      const answer = await inTime(endpoint.timeoutMs, signal, async (signal) =>
        isolate(() =>
          client.chat.completions.create(bodyOf(endpoint, model, tried, prompt), {
            signal,
            maxRetries: 0,
          }),
        ),
      );
      Object.assign(abilities, tried);
      return readCompletion(answer);
    } catch (error) {
      if (!giveUp(tried, error)) throw error;
    }
  }
}

/**
 * The openai package watches the time until the headers are there, and some gateways send them at once and
 * then empty lines; another client may know neither time-outs nor signals.
 */
async function inTime<T>(
  ms: number,
  outer: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () =>
      reject(new TimedOut(`Request timed out: no answer within ${ms} ms`)),
    );
  });
  const abort = () => controller.abort();
  const timer = setTimeout(abort, ms);
  outer.addEventListener('abort', abort);
  if (outer.aborted) abort();
  try {
    return await Promise.race([run(signal), ended]);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', abort);
  }
}

function bodyOf(endpoint: Endpoint, model: string, abilities: Abilities, prompt: Prompt): object {
  return {
    model,
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ],
    ...(abilities.format === 'json_schema' && { response_format: prompt.format }),
    ...(abilities.format === 'json_object' && { response_format: { type: 'json_object' } }),
    ...(abilities.temperature && { temperature: 0 }),
    ...(abilities.limit !== 'none' && { [abilities.limit]: prompt.maxTokens }),
    ...endpoint.params,
  };
}

function readCompletion(answer: unknown): Completion {
  // Some servers call their JSON text.
  const body = typeof answer === 'string' ? parseBetween(answer, '{', '}') : answer;
  const { choices, usage } = (body ?? {}) as {
    choices?: { message?: { content?: unknown } }[];
    usage?: {
      prompt_tokens?: unknown;
      completion_tokens?: unknown;
      prompt_tokens_details?: { cached_tokens?: unknown };
      /** DeepSeek's name for it. */
      prompt_cache_hit_tokens?: unknown;
    };
  };
  const content = textOf(choices?.[0]?.message?.content);
  const tokensIn = count(usage?.prompt_tokens);
  const tokensCached = count(
    usage?.prompt_tokens_details?.cached_tokens ?? usage?.prompt_cache_hit_tokens,
  );
  return {
    content,
    ...(tokensIn > 0 && {
      usage: {
        tokensIn,
        tokensOut: count(usage?.completion_tokens),
        tokensCached: Math.min(tokensCached, tokensIn),
      },
    }),
  };
}

/** A string, or the parts of one. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  const parts = Array.isArray(content) ? content : [];
  return parts.map((part: { text?: unknown }) => part?.text ?? '').join('');
}

function count(tokens: unknown): number {
  return typeof tokens === 'number' && tokens > 0 ? tokens : 0;
}

/** Gives up what a refusal (400, 422) is about; `false`: it is about something else. */
function giveUp(abilities: Abilities, error: unknown): boolean {
  const { status, param, message } = error as { status?: number; param?: string; message?: string };
  if (status !== 400 && status !== 422) return false;
  const said = `${param ?? ''} ${message ?? ''}`.toLowerCase();
  if (/max_(?:completion_)?tokens/.test(said) && abilities.limit !== 'none') {
    const newer = abilities.limit === 'max_tokens' && said.includes('max_completion_tokens');
    abilities.limit = newer ? 'max_completion_tokens' : 'none';
    return true;
  }
  if (said.includes('temperature') && abilities.temperature) {
    abilities.temperature = false;
    return true;
  }
  if (
    /response_format|json_schema|json_object|json schema/.test(said) &&
    abilities.format !== 'none'
  ) {
    abilities.format = abilities.format === 'json_schema' ? 'json_object' : 'none';
    return true;
  }
  if (abilities.format === 'none' && !abilities.temperature && abilities.limit === 'none')
    return false;
  Object.assign(abilities, {
    format: 'none',
    temperature: false,
    limit: 'none',
  } satisfies Abilities);
  return true;
}
