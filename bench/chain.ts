import type { CompleteFacts } from '../packages/integration/src/facts/complete.js';
import type { BuiltInRule, Saying } from '../packages/integration/src/rules/rule.js';

/** The way it is mostly written: one `if` after the other, the surest first, each with its `/…/.test()`. */
export function createChain(rules: readonly BuiltInRule[]): (facts: CompleteFacts) => string {
  const links = [...rules]
    .sort((a, b) => b.confidence - a.confidence)
    .map(({ name, when }) => ({
      name,
      when,
      says: when.says && patternOf(when.says),
      saysNot: when.saysNot && patternOf(when.saysNot),
    }));
  return (facts) => {
    for (const { name, when, says, saysNot } of links) {
      if (when.status && !when.status.includes(facts.status ?? 'none')) continue;
      if (when.code && !when.code.some((code) => has(facts.codes, code))) continue;
      if (when.type && !when.type.some((type) => facts.classes.includes(type))) continue;
      if (when.provider && !when.provider.includes(facts.provider ?? '')) continue;
      if (when.package && !when.package.some((each) => facts.packages.includes(each))) continue;
      if (says && !says.test(facts.text)) continue;
      if (saysNot?.test(facts.text)) continue;
      return name;
    }
    return '';
  };
}

function has(codes: readonly string[], wanted: string): boolean {
  return codes.some((code) => code.toLowerCase() === wanted.toLowerCase());
}

/** All phrases of a rule as one expression. */
function patternOf(sayings: readonly Saying[]): RegExp {
  const parts = sayings.map((saying) => {
    if (typeof saying === 'string') return phraseSource(saying);
    return saying instanceof RegExp ? saying.source : saying.says.source;
  });
  return new RegExp(parts.map((part) => `(?:${part})`).join('|'), 'im');
}

function phraseSource(phrase: string): string {
  const isAscii = /^[\x20-\x7e]/.test(phrase);
  const words = phrase.split('…').map((part) =>
    part
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join('[^a-z0-9]+'),
  );
  return `${isAscii ? '\\b' : ''}${words.join('.{0,80}?')}`;
}
