import type { CompleteFacts } from '../facts/complete.js';
import { type Clue, PhraseBook } from '../facts/phrases.js';
import type { Conditions } from '../types.js';
import type { RuleConditions, Saying } from './rule.js';

interface Matchable {
  confidence: number;
  weight?: number;
  when: RuleConditions;
}

/** Finds the matching rule of the highest confidence, or weight; among equals the one that states more. */
export type RuleMatcher<R extends Matchable> = (facts: CompleteFacts) => R | undefined;

/**
 * Each rule waits under one of its conditions, the one that fewest errors meet. What an error brings,
 * its codes, classes, phrases and so on, leads to the few rules whose other conditions are worth a look.
 */
export function createMatcher<R extends Matchable>(rules: readonly R[]): RuleMatcher<R> {
  if (rules.length === 0) return () => undefined;
  const book = new PhraseBook();
  const index = new RuleIndex();
  const ranked = [...rules].sort(
    (a, b) => weightOf(b) - weightOf(a) || Object.keys(b.when).length - Object.keys(a.when).length,
  );
  const tests = ranked.map(({ when }, rank) => {
    const test = compile(when, book);
    index.add(test, rank);
    return test;
  });

  return (facts) => {
    const reading: Reading = {
      facts,
      codes: facts.codes.map((code) => code.toLowerCase()),
      said: book.read(facts.text),
    };
    let best = ranked.length;
    const consider = (ranks: readonly number[] | undefined): void => {
      if (!ranks) return;
      for (const rank of ranks) {
        // Ranks come in ascending order: none behind this one is better.
        if (rank >= best) return;
        if (holds(tests[rank] as Test, reading)) best = rank;
      }
    };
    for (const phrases of reading.said) consider(index.bySaying.get(phrases));
    for (const code of reading.codes) consider(index.byCode.get(code));
    for (const name of facts.classes) consider(index.byType.get(name));
    for (const name of facts.packages) consider(index.byPackage.get(name));
    if (facts.provider) consider(index.byProvider.get(facts.provider));
    consider(index.byStatus.get(facts.status ?? 'none'));
    consider(index.always);
    return ranked[best];
  };
}

const weightOf = ({ confidence, weight }: Matchable): number => weight ?? confidence;

/** What conditions compare with. */
interface Reading {
  facts: CompleteFacts;
  /** Lower case. */
  codes: readonly string[];
  /** Numbers of the sets of phrases of which the text holds one. */
  said: readonly number[];
}

/** Conditions in the form in which they are looked up. */
interface Test {
  status: Conditions['status'];
  code: ReadonlySet<string> | undefined;
  type: ReadonlySet<string> | undefined;
  provider: Conditions['provider'];
  package: ReadonlySet<string> | undefined;
  says: Sayings | undefined;
  saysNot: Sayings | undefined;
}

interface Sayings {
  /** Number of its phrases in the book. */
  phrases: number;
  clues: readonly { near: number; says: RegExp }[];
  patterns: readonly RegExp[];
}

function compile(when: RuleConditions, book: PhraseBook): Test {
  return {
    status: when.status,
    code: when.code && new Set(when.code.map((code) => code.toLowerCase())),
    type: when.type && new Set(when.type),
    provider: when.provider,
    package: when.package && new Set(when.package),
    says: when.says && sayings(when.says, book),
    saysNot: when.saysNot && sayings(when.saysNot, book),
  };
}

function sayings(texts: readonly Saying[], book: PhraseBook): Sayings {
  const phrases: string[] = [];
  const clues: Clue[] = [];
  const patterns: RegExp[] = [];
  for (const text of texts) {
    if (typeof text === 'string') phrases.push(text);
    else if (text instanceof RegExp) patterns.push(text);
    else clues.push(text);
  }
  return {
    phrases: book.add(phrases),
    clues: clues.map(({ near, says }) => ({ near: book.add(near), says })),
    patterns,
  };
}

/** From what an error brings to the ranks of the rules that ask for it, in ascending order. */
class RuleIndex {
  readonly bySaying = new Map<number, number[]>();
  readonly byCode = new Map<string, number[]>();
  readonly byType = new Map<string, number[]>();
  readonly byPackage = new Map<string, number[]>();
  readonly byProvider = new Map<string, number[]>();
  readonly byStatus = new Map<number | 'none', number[]>();
  /** Rules that ask for nothing that could be looked up. */
  readonly always: number[] = [];

  /** To be called in the order of the ranks. */
  add(test: Test, rank: number): void {
    if (test.code) addTo(this.byCode, test.code, rank);
    else if (test.type) addTo(this.byType, test.type, rank);
    else if (test.says?.patterns.length === 0) this.#addSayings(test.says, rank);
    else if (test.package) addTo(this.byPackage, test.package, rank);
    else if (test.provider) addTo(this.byProvider, test.provider, rank);
    else if (test.status) addTo(this.byStatus, test.status, rank);
    else this.always.push(rank);
  }

  #addSayings({ phrases, clues }: Sayings, rank: number): void {
    this.bySaying.set(phrases, [rank]);
    for (const { near } of clues) this.bySaying.set(near, [rank]);
  }
}

function addTo<K>(map: Map<K, number[]>, keys: Iterable<K>, rank: number): void {
  for (const key of new Set(keys)) {
    const ranks = map.get(key);
    if (ranks) ranks.push(rank);
    else map.set(key, [rank]);
  }
}

function holds(test: Test, { facts, codes, said }: Reading): boolean {
  return (
    (!test.status || test.status.includes(facts.status ?? 'none')) &&
    (!test.code || hasAny(test.code, codes)) &&
    (!test.type || hasAny(test.type, facts.classes)) &&
    (!test.provider || test.provider.includes(facts.provider ?? '')) &&
    (!test.package || hasAny(test.package, facts.packages)) &&
    (!test.says || isSaid(test.says, facts.text, said)) &&
    (!test.saysNot || !isSaid(test.saysNot, facts.text, said))
  );
}

function hasAny<T>(wanted: ReadonlySet<T>, values: readonly T[]): boolean {
  for (const value of values) if (wanted.has(value)) return true;
  return false;
}

function isSaid(
  { phrases, clues, patterns }: Sayings,
  text: string,
  said: readonly number[],
): boolean {
  if (said.includes(phrases)) return true;
  for (const { near, says } of clues) if (said.includes(near) && says.test(text)) return true;
  // `search` ignores `lastIndex`, so that a pattern with the flag g or y answers the same every time.
  for (const pattern of patterns) if (text.search(pattern) >= 0) return true;
  return false;
}
