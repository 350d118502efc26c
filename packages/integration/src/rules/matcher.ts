import type { CompleteFacts } from '../facts/complete.js';
import type { Conditions, Rule } from '../types.js';
import { PhraseBook } from './phrases.js';

/** Facts in the form that conditions compare with; made once per error. */
interface Reading {
  facts: CompleteFacts;
  codes: ReadonlySet<string>;
  types: ReadonlySet<string>;
  packages: ReadonlySet<string>;
  /** Numbers of the phrases that the text holds. */
  phrases: ReadonlySet<number>;
}

/** Finds the matching rule of the highest confidence; among equals the one that states more. */
export type RuleMatcher<R extends Rule> = (facts: CompleteFacts) => R | undefined;

export function createMatcher<R extends Rule>(rules: readonly R[]): RuleMatcher<R> {
  const book = new PhraseBook();
  const prepared = rules
    .map((rule) => ({
      rule,
      tests: compile(rule.when, book),
      weight: Object.keys(rule.when).length,
    }))
    .sort((a, b) => b.rule.confidence - a.rule.confidence || b.weight - a.weight);
  return (facts) => {
    const reading: Reading = {
      facts,
      codes: new Set(facts.codes.map((code) => code.toLowerCase())),
      types: new Set(facts.classes),
      packages: new Set(facts.packages),
      phrases: book.find(facts.text),
    };
    return prepared.find(({ tests }) => tests.every((test) => test(reading)))?.rule;
  };
}

type Test = (reading: Reading) => boolean;

function compile(when: Conditions, book: PhraseBook): Test[] {
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
  if (says) tests.push(saysAny(says, book));
  if (saysNot) {
    const said = saysAny(saysNot, book);
    tests.push((reading) => !said(reading));
  }
  return tests;
}

function saysAny(texts: readonly (string | RegExp)[], book: PhraseBook): Test {
  const phrases: number[] = [];
  const patterns: RegExp[] = [];
  for (const text of texts) {
    if (typeof text === 'string') phrases.push(book.add(text));
    else patterns.push(text);
  }
  return ({ facts, phrases: said }) =>
    phrases.some((phrase) => said.has(phrase)) ||
    // `search` ignores `lastIndex`, so that a pattern with the flag g or y answers the same every time.
    patterns.some((pattern) => facts.text.search(pattern) >= 0);
}
