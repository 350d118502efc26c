import type { OpenAiClient } from '../llm/openai.js';
import type { Settings } from './settings.js';

const HOLYSHEEP = 'https://api.holysheep.ai/v1';
const HOLYSHEEP_MODEL = 'deepseek/deepseek-chat-v3-0324';
const OPENAI = 'https://api.openai.com/v1';
const OPENAI_MODEL = 'gpt-4.1-mini';

/** Where and how the LLM is asked, with nothing left open. */
export interface Endpoint {
  apiKey: string;
  baseURL: string;
  /** In the order in which they are asked. */
  models: readonly string[];
  escalate: { below: number; model: string } | undefined;
  params: Record<string, unknown>;
  headers: Record<string, string>;
  timeoutMs: number;
  /** USD per million tokens, by model. */
  prices: Record<string, { input: number; output: number }>;
  client: OpenAiClient | undefined;
}

type Environment = Record<string, string | undefined>;

/**
 * Finds the endpoint from the options and the environment; `false`: rules only.
 * A wrong value in the environment is warned about and leaves rules only: guessing another endpoint
 * would send a key to where it does not belong.
 */
export function findEndpoint(
  llm: Settings['llm'],
  warn: (message: string) => void,
  env: Environment = processEnvironment(),
): Endpoint | false {
  if (llm === false) return false;
  const read = (key: string) => env[key]?.trim() || undefined;
  const own = read('SENTRY_LLM_API_KEY') ?? read('HOLYSHEEP_API_KEY');
  const ownURL = read('SENTRY_LLM_BASE_URL');
  const openAiKey = llm && !llm.apiKey && !own ? read('OPENAI_API_KEY') : undefined;

  if (!llm && !own && !ownURL) return false;
  if (!llm?.baseURL && ownURL && !isWebAddress(ownURL)) {
    warnOnce(
      warn,
      'SENTRY_LLM_BASE_URL is not an http(s) address; errors are classified by rules only.',
    );
    return false;
  }
  const baseURL = llm?.baseURL ?? ownURL ?? (openAiKey ? OPENAI : HOLYSHEEP);
  const apiKey = llm?.apiKey ?? own ?? openAiKey;
  const needsKey = baseURL === HOLYSHEEP || baseURL === OPENAI;
  if (!apiKey && needsKey && !llm?.client) {
    warnOnce(
      warn,
      'llm is given without an API key and none is in the environment; errors are classified by rules only.',
    );
    return false;
  }
  return {
    // Local servers take any key, and the openai package wants one.
    apiKey: apiKey ?? 'none',
    baseURL,
    models: llm?.models ?? [
      llm?.model ??
        read('SENTRY_LLM_MODEL') ??
        (baseURL === OPENAI ? OPENAI_MODEL : HOLYSHEEP_MODEL),
    ],
    escalate: llm?.escalate,
    params: llm?.params ?? {},
    headers: llm?.headers ?? {},
    timeoutMs: llm?.timeoutMs ?? 10_000,
    prices: llm?.prices ?? {},
    client: llm?.client,
  };
}

const warned = new Set<string>();

/** Some platforms make a client, and so an integration, for each request. */
function warnOnce(warn: (message: string) => void, message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  warn(message);
}

/** Edge runtimes and browsers may have no `process`. */
export function processEnvironment(): Environment {
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
