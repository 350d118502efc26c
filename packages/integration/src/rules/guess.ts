import type { CompleteFacts } from '../facts/complete.js';
import { plainPhrase } from '../facts/phrases.js';
import type { Settings } from '../options/settings.js';
import { type Categories, defaultTaxonomy, UNKNOWN } from '../taxonomy.js';
import type { Rule } from '../types.js';
import { BUILT_IN_RULES } from './builtin.js';
import { createMatcher, type RuleMatcher } from './matcher.js';
import type { BuiltInRule } from './rule.js';
import { adviserIn } from './suggestions/advice.js';

/** The best that can be said without an LLM: decided, a hint, or `unknown_error` with confidence 0. */
export interface Guess {
  category: string;
  confidence: number;
  suggestion: string;
  retryable: boolean;
  /** Name of the rule that says so. */
  rule?: string;
}

export type Guesser = (facts: CompleteFacts) => Guess;

/** The user's rules first, then the built-in ones; those whose category has no place in the taxonomy are left out. */
export function createGuesser(settings: Settings, categories: Categories): Guesser {
  const adviceOn = adviserIn(settings.language);
  const hasPlace = (category: string) => categories.resolve(category) !== undefined;
  const matchOwn = createMatcher(
    settings.rules.filter((rule) => hasPlace(rule.category)).map(inPlainPhrases),
  );
  let matchBuiltIn: RuleMatcher<BuiltInRule> | undefined;
  const openBuiltIn = () =>
    Object.keys(defaultTaxonomy).every(hasPlace)
      ? matcherOfAll()
      : createMatcher(BUILT_IN_RULES.filter((rule) => hasPlace(rule.category)));

  return (facts) => {
    const own = matchOwn(facts);
    // Not before an error is about an LLM: many processes never meet one.
    if (!own) matchBuiltIn ??= openBuiltIn();
    const builtIn = own ? undefined : matchBuiltIn?.(facts);
    const rule = own ?? builtIn;
    if (!rule) {
      return {
        category: UNKNOWN,
        confidence: 0,
        suggestion: adviceOn(UNKNOWN),
        retryable: facts.retryable ?? false,
      };
    }
    return {
      category: categories.resolve(rule.category) ?? UNKNOWN,
      confidence: rule.confidence,
      suggestion: own?.suggestion ?? adviceOn(builtIn?.advice ?? rule.category),
      retryable: rule.retryable ?? categories.isRetryable(rule.category),
      rule: rule.name,
    };
  };
}

function inPlainPhrases({ when, ...rule }: Rule): Rule {
  const { says, saysNot } = when;
  const plain = (sayings: readonly (string | RegExp)[]) =>
    sayings.map((saying) => (typeof saying === 'string' ? plainPhrase(saying) : saying));
  return {
    ...rule,
    when: {
      ...when,
      ...(says && { says: plain(says) }),
      ...(saysNot && { saysNot: plain(saysNot) }),
    },
  };
}

let ofAll: RuleMatcher<BuiltInRule> | undefined;

/** Made once: it takes longer than hundreds of errors, and some platforms make a client for each request. */
function matcherOfAll(): RuleMatcher<BuiltInRule> {
  ofAll ??= createMatcher(BUILT_IN_RULES);
  return ofAll;
}
