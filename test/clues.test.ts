import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { expect, test } from 'vitest';
import { type Clue, PhraseBook, plainPhrase } from '../packages/integration/src/facts/phrases.js';
import * as lexicon from '../packages/integration/src/gate/lexicon.js';
import { SERVICE_WORDS, UNSTARTED_WORDS } from '../packages/integration/src/gate/ordinary.js';
import { LLM_NAMES, LLM_PHRASES } from '../packages/integration/src/gate/phrases.js';
import * as words from '../packages/integration/src/gate/words.js';
import { BUILT_IN_RULES } from '../packages/integration/src/rules/builtin.js';

const isClue = (value: unknown): value is Clue =>
  typeof value === 'object' && value !== null && 'near' in value;

const clues = [
  ...SERVICE_WORDS,
  ...UNSTARTED_WORDS,
  ...[...Object.values(words), ...Object.values(lexicon)].flat(),
  ...BUILT_IN_RULES.flatMap(({ when }) => [...(when.says ?? []), ...(when.saysNot ?? [])]),
].filter(isClue);

test.each(clues)('$says is tried on every text that it matches', ({ near, says }) => {
  const book = new PhraseBook();
  book.add(near);
  const { alternatives } = new RegExpParser().parseLiteral(String(says)).pattern;
  for (const alternative of alternatives) {
    const matching = samplesOf(alternative).filter((sample) => says.test(sample));
    expect(matching, `samples of ${alternative.raw}`).not.toEqual([]);
    expect(matching.filter((sample) => book.read(sample).length === 0)).toEqual([]);
  }
});

const lines = [
  ...LLM_PHRASES,
  ...LLM_NAMES,
  ...Object.values(lexicon).flat(2),
  ...BUILT_IN_RULES.flatMap(({ when }) => [...(when.says ?? []), ...(when.saysNot ?? [])]),
  ...clues.flatMap(({ near }) => near),
].filter((line) => typeof line === 'string');
const phrases = lines.flatMap((line) => line.split('|'));

test('every phrase of the tables is written as books take it', () => {
  expect(phrases.length).toBeGreaterThan(5_000);
  expect(phrases.filter((phrase) => phrase !== plainPhrase(phrase))).toEqual([]);
});

/** Texts that an expression may match: each of its alternatives and options occurs in one of them. */
function samplesOf(node: AST.Alternative | AST.Element): string[] {
  switch (node.type) {
    case 'Alternative':
      return sequences(node.elements.map(samplesOf));
    case 'Group':
    case 'CapturingGroup':
      return node.alternatives.flatMap(samplesOf);
    case 'Quantifier': {
      const once = samplesOf(node.element).map((sample) => sample.repeat(Math.max(node.min, 1)));
      return node.min === 0 ? [...once, ''] : once;
    }
    case 'Character':
      return [String.fromCodePoint(node.value)];
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const one = new RegExp(`^${node.raw}$`, 'su');
      return [...LETTERS].filter((letter) => one.test(letter));
    }
    default:
      return [''];
  }
}

const LETTERS = ' 145abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZя/.,-:`"\'’[{()]（';

/** All first choices, and each other choice among first ones. */
function sequences(choices: readonly (readonly string[])[]): string[] {
  const firsts = choices.map(([first = '']) => first);
  const others = choices.flatMap((samples, i) =>
    samples.slice(1).map((sample) => firsts.with(i, sample).join('')),
  );
  return [firsts.join(''), ...others];
}
