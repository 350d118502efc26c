import { AnswerCache } from '../cache/answers.js';
import type { Endpoint } from '../options/environment.js';
import type { Settings } from '../options/settings.js';
import type { Categories } from '../taxonomy.js';
import { Budget } from './budget.js';
import type { ModelHealth } from './health.js';
import { PROMPT_VERSION } from './prompt.js';

/** What outlives a client: platforms such as Cloudflare Workers make one for each request. */
export interface Shared {
  /** Sets answers apart that were asked for otherwise: other categories, another language, another prompt. */
  question: string;
  cache: AnswerCache;
  budget: Budget;
  /** By model; filled with the first question to it. */
  models: Map<string, ModelHealth>;
}

const byConfiguration = new Map<string, Shared>();

/** An application has a few; one that makes objects of its own for each request would make no end of them. */
const MAX_CONFIGURATIONS = 50;

/** One per configuration of this process: equal settings share answers and budget, others do not. */
export function shareFor(
  settings: Settings,
  endpoint: Endpoint,
  categories: Categories,
  warn: (message: string) => void,
): Shared {
  const question = JSON.stringify([
    PROMPT_VERSION,
    [...categories.descriptions],
    settings.language,
    endpoint.models,
    endpoint.escalate,
  ]);
  const configuration = JSON.stringify([
    question,
    endpoint.baseURL,
    endpoint.apiKey,
    addressOf(endpoint.client),
    // Whatever the store, the answers are the same; a worker makes one for each request, and limiters too.
    { ...settings.cache, store: undefined },
    { ...settings.budget, limiter: undefined, tokenLimiter: undefined },
  ]);
  let shared = byConfiguration.get(configuration);
  if (!shared) {
    shared = {
      question,
      cache: new AnswerCache(settings.cache),
      budget: new Budget(settings.budget, warn),
      models: new Map(),
    };
    const [oldest] = byConfiguration.keys();
    if (oldest !== undefined && byConfiguration.size >= MAX_CONFIGURATIONS) {
      byConfiguration.delete(oldest);
    }
  }
  // The latest used stays longest.
  byConfiguration.delete(configuration);
  byConfiguration.set(configuration, shared);
  return shared;
}

/** Clients of the openai package for one place are alike, also where each request makes its own. */
function addressOf(client: Endpoint['client']): unknown {
  const { baseURL, apiKey } = (client ?? {}) as { baseURL?: unknown; apiKey?: unknown };
  return typeof baseURL === 'string' && typeof apiKey === 'string'
    ? [baseURL, apiKey]
    : identityOf(client);
}

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

function identityOf(value: object | undefined): number {
  if (!value) return 0;
  let identity = identities.get(value);
  if (!identity) {
    identity = nextIdentity++;
    identities.set(value, identity);
  }
  return identity;
}
