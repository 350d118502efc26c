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
    identityOf(endpoint.client),
    { ...settings.cache, store: identityOf(settings.cache.store) },
    {
      ...settings.budget,
      limiter: identityOf(settings.budget.limiter),
      tokenLimiter: identityOf(settings.budget.tokenLimiter),
    },
  ]);
  let shared = byConfiguration.get(configuration);
  if (!shared) {
    shared = {
      question,
      cache: new AnswerCache(settings.cache),
      budget: new Budget(settings.budget, warn),
      models: new Map(),
    };
    byConfiguration.set(configuration, shared);
  }
  return shared;
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
