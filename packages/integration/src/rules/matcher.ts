import type { CompleteFacts } from '../facts/complete.js';
import type { Conditions, Rule } from '../types.js';

/** Facts in the form that conditions compare with; made once per error. */
interface Reading {
  facts: CompleteFacts;
  codes: ReadonlySet<string>;
  types: ReadonlySet<string>;
  packages: ReadonlySet<string>;
  /** Lower case, everything but letters and digits one space, with a space before. */
  plain: string;
}

/** Finds the matching rule of the highest confidence; among equals the one that states more. */
export type RuleMatcher<R extends Rule> = (facts: CompleteFacts) => R | undefined;

export function createMatcher<R extends Rule>(rules: readonly R[]): RuleMatcher<R> {
  const prepared = rules
    .map((rule) => ({ rule, test: compile(rule.when), weight: Object.keys(rule.when).length }))
    .sort((a, b) => b.rule.confidence - a.rule.confidence || b.weight - a.weight);
  return (facts) => {
    const reading = read(facts);
    return prepared.find(({ test }) => test(reading))?.rule;
  };
}

function read(facts: CompleteFacts): Reading {
  return {
    facts,
    codes: new Set(facts.codes.map((code) => code.toLowerCase())),
    types: new Set(facts.classes),
    packages: new Set(facts.packages),
    plain: plain(facts.text),
  };
}

type Test = (reading: Reading) => boolean;

function compile(when: Conditions): Test {
  const tests: Test[] = [];
  const { status, code, type, provider, package: packages, says, saysNot } = when;
  if (status) tests.push(({ facts }) => status.includes(facts.status ?? 'none'));
  if (code) {
    const wanted = code.map((value) => value.toLowerCase());
    tests.push(({ codes }) => wanted.some((value) => codes.has(value)));
  }
  if (type) tests.push(({ types }) => type.some((value) => types.has(value)));
  if (provider) tests.push(({ facts }) => provider.includes(facts.provider ?? ''));
  if (packages) tests.push((reading) => packages.some((name) => reading.packages.has(name)));
  if (says) tests.push(anyOf(says));
  if (saysNot) {
    const said = anyOf(saysNot);
    tests.push((reading) => !said(reading));
  }
  return (reading) => tests.every((test) => test(reading));
}

function anyOf(phrases: readonly (string | RegExp)[]): Test {
  const tests = phrases.map((phrase) =>
    typeof phrase === 'string' ? phraseTest(phrase) : patternTest(phrase),
  );
  return (reading) => tests.some((test) => test(reading));
}

function patternTest(pattern: RegExp): Test {
  // `search` ignores `lastIndex`, so that a rule with the flag g or y answers the same every time.
  return ({ facts }) => facts.text.search(pattern) >= 0;
}

const GAP = 80;

function phraseTest(phrase: string): Test {
  const [first = '', ...rest] = phrase.split('…').map(partOfPhrase);
  return ({ plain: text }) => {
    for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
      if (continues(text, at + first.length, rest)) return true;
    }
    return false;
  };
}

/** A part starts at a word's start, except in scripts that do not put spaces between words. */
function partOfPhrase(part: string): string {
  const word = plain(part).trimEnd();
  return /^ [\x21-\x7e]/.test(word) ? word : word.trimStart();
}

function continues(text: string, from: number, parts: readonly string[]): boolean {
  let at = from;
  for (const part of parts) {
    const found = text.slice(at, at + GAP + part.length).indexOf(part);
    if (found < 0) return false;
    at += found + part.length;
  }
  return true;
}

function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
