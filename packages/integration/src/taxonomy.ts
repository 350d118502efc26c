import type { Category, Taxonomy } from './types.js';

/** Name of the category for an error about which nothing more can be said. */
export const UNKNOWN = 'unknown_error';

/** The names of {@link defaultTaxonomy}. */
export type DefaultCategory =
  | 'api_connection_error'
  | 'rate_limit_error'
  | 'quota_exceeded_error'
  | 'authentication_error'
  | 'token_limit_error'
  | 'content_policy_error'
  | 'context_loss_error'
  | 'response_quality_error'
  | 'invalid_request_error'
  | 'provider_error'
  | 'unknown_error';

/** A category that the LLM can be told about. */
export interface DescribedCategory extends Category {
  description: string;
}

/** The eleven categories. */
export const defaultTaxonomy: Readonly<Record<DefaultCategory, DescribedCategory>> = {
  api_connection_error: {
    description:
      'No usable HTTP answer: DNS, refused or reset connection, TLS, proxy, any timeout (408, 504, 524 too), a stream cut off in the middle, an aborted request.',
    retryable: true,
  },
  rate_limit_error: {
    description: 'Too many requests, tokens or parallel calls per time; waiting a little helps.',
    retryable: true,
  },
  quota_exceeded_error: {
    description:
      'Credit, billing, spend cap or plan quota used up; waiting a little does not help.',
    foldsInto: 'rate_limit_error',
  },
  authentication_error: {
    description:
      'API key missing, malformed, wrong or expired; permission, organisation or region refused.',
  },
  token_limit_error: {
    description: 'Context window or max_tokens exceeded; the answer was cut at the token limit.',
  },
  content_policy_error: {
    description: 'Blocked by moderation, safety or a content filter; the model refused.',
    foldsInto: 'response_quality_error',
  },
  context_loss_error: {
    description:
      "The conversation's state is broken or gone: orphan tool calls, wrong role order, expired thread, run or response id, missing messages.",
    foldsInto: 'invalid_request_error',
  },
  response_quality_error: {
    description:
      'The model answered, unusably: invalid or cut JSON, schema mismatch, empty answer, unknown tool, bad tool arguments.',
    retryable: true,
  },
  invalid_request_error: {
    description:
      'The request is wrong or unsupported: unknown or retired model, unsupported parameter, bad schema, bad file.',
    foldsInto: UNKNOWN,
  },
  provider_error: {
    description:
      'The provider or the local inference server failed: 500, 502, 503, 529, overloaded, model loading, out of GPU memory.',
    foldsInto: 'api_connection_error',
    retryable: true,
  },
  [UNKNOWN]: {
    description: 'About an LLM, and nothing more can be said.',
  },
};

/** Six categories, where eleven are too many; the other five fold into these. */
export const basicTaxonomy: Taxonomy = {
  api_connection_error: defaultTaxonomy.api_connection_error,
  token_limit_error: defaultTaxonomy.token_limit_error,
  rate_limit_error: defaultTaxonomy.rate_limit_error,
  response_quality_error: defaultTaxonomy.response_quality_error,
  authentication_error: defaultTaxonomy.authentication_error,
  [UNKNOWN]: defaultTaxonomy[UNKNOWN],
};

/** A taxonomy with its questions answered: which names there are and where others fold. */
export interface Categories {
  /** Name → description, without the entries that only fold. */
  readonly descriptions: ReadonlyMap<string, string>;
  /** The category's own name, the one it folds into, or nothing. */
  resolve(name: string): string | undefined;
  isRetryable(name: string): boolean;
}

export function readTaxonomy(taxonomy: Taxonomy): Categories {
  const own = new Map(Object.entries(taxonomy).map(([name, value]) => [name, asCategory(value)]));
  const descriptions = new Map<string, string>();
  for (const [name, { description }] of own) {
    if (description !== undefined) descriptions.set(name, description);
  }
  const lookUp = (name: string): Category | undefined =>
    own.get(name) ?? (isDefault(name) ? defaultTaxonomy[name] : undefined);

  return {
    descriptions,
    resolve(name) {
      if (descriptions.has(name)) return name;
      const seen = new Set<string>();
      let candidate: string | undefined = name;
      while (candidate !== undefined && !seen.has(candidate)) {
        if (descriptions.has(candidate)) return candidate;
        seen.add(candidate);
        candidate = lookUp(candidate)?.foldsInto;
      }
      return undefined;
    },
    isRetryable: (name) => lookUp(name)?.retryable ?? false,
  };
}

function isDefault(name: string): name is DefaultCategory {
  return Object.hasOwn(defaultTaxonomy, name);
}

function asCategory(value: string | Category): Category {
  return typeof value === 'string' ? { description: value } : value;
}
