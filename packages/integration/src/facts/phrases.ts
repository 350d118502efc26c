import { LAST_ASCII, type Letters, plainLetters, readLetters, SPACE } from './letters.js';

/** An expression, and phrases of which every text that it matches has one: without, it is not even compiled. */
export interface Clue {
  near: readonly string[];
  says: RegExp;
}

/** Stands in a phrase for some words, or none. */
const GAP = ' … ';

/** A phrase as a book takes it: letters as {@link plainLetters} gives them, gaps, and the space at its end. */
export const plainPhrase = (text: string): string =>
  text.split(GAP.trim()).map(plainLetters).join(GAP) + (text.endsWith(' ') ? ' ' : '');

/** Long lists that can still be read: `'one|two', 'three'`. */
export const phrases = (...lines: string[]): string[] => lines.flatMap((line) => line.split('|'));

/**
 * Phrases of the rules or of the gate, looked up in one pass over a text. Each waits under how it begins,
 * so that a word of the text leads to hardly any that do not stand there. A phrase may end within a word,
 * unless a space follows it.
 *
 * An object a phrase and nothing around: the book is written when the first error comes, and nobody wants
 * that one to stop the process.
 */
export class PhraseBook {
  readonly #buckets: (Phrase | undefined)[] = new Array(BUCKETS);
  /** A bit for each hash that a phrase has: small enough to stay in the processor's cache. */
  readonly #hashes = new Uint32Array(HASHES / 32);
  /** Number of a group → number of the last reading that found it. */
  readonly #foundIn: number[] = [];
  #readings = 0;
  /** A bit for each two letters with which a word of the text begins; filled when a phrase asks. */
  readonly #pairs = new Uint32Array(PAIRS / 32);
  #pairsOf = 0;

  /**
   * @param phrases plain ones, which all of the tables are: to make them so takes longer than the rest
   * @returns the number under which a text that holds any of the phrases is reported
   */
  add(phrases: readonly string[]): number {
    const group = this.#foundIn.push(0) - 1;
    for (const text of phrases) {
      const gap = text.indexOf(GAP);
      const end = gap < 0 ? text.length : gap;
      if (end === 0) continue;
      const hashed = hashOf(text, end);
      const bucket = hashed % BUCKETS;
      const reach = text.charCodeAt(end - 1) === SPACE ? end - 2 : end - 1;
      setBit(this.#hashes, hashed);
      this.#buckets[bucket] = {
        group,
        text,
        end,
        reach,
        last: text.charCodeAt(reach),
        pair: gap < 0 ? -1 : pairAt(text, gap + GAP.length),
        next: this.#buckets[bucket],
      };
    }
    return group;
  }

  /** @returns the numbers of the groups of which the text holds a phrase, each once */
  read(text: string): readonly number[] {
    this.#readings++;
    const found: number[] = [];
    const letters = readLetters(text);
    const { units, length, starts, words, isAscii } = letters;
    for (let word = 0; word < words; word++) {
      const start = starts[word] as number;
      const next = word + 1 < words ? (starts[word + 1] as number) : length;
      const first = units[start] as number;
      const ofPart = hash(first, units[start + 1] as number, units[start + 2] as number);
      this.#find(ofPart, letters, start, word, found);
      const ofWords = hashOfWords(
        first,
        units[next - 2] as number,
        next - 1 - start,
        units[next] as number,
        units[next + 1] as number,
      );
      this.#find(ofWords, letters, start, word, found);
      this.#find(hash(first, 0, 0), letters, start, word, found);
      // In scripts that do not put spaces between words a phrase may begin anywhere.
      for (let at = isAscii ? next : start + 1; at < next; at++) {
        const unit = units[at] as number;
        if (unit > LAST_ASCII) this.#find(hash(unit, 0, 0), letters, at, word, found);
      }
    }
    return found;
  }

  #find(hashed: number, letters: Letters, start: number, word: number, found: number[]): void {
    if (!hasBit(this.#hashes, hashed)) return;
    const { units } = letters;
    for (let phrase = this.#buckets[hashed % BUCKETS]; phrase; phrase = phrase.next) {
      // Tells nearly all that begin alike apart.
      if (units[start + phrase.reach] !== phrase.last) continue;
      if (this.#foundIn[phrase.group] === this.#readings) continue;
      if (phrase.pair >= 0 && !this.#hasPair(phrase.pair, letters)) continue;
      if (!isSaidAt(letters, start, word, phrase)) continue;
      this.#foundIn[phrase.group] = this.#readings;
      found.push(phrase.group);
    }
  }

  #hasPair(pair: number, { units, starts, words }: Letters): boolean {
    if (this.#pairsOf !== this.#readings) {
      this.#pairsOf = this.#readings;
      this.#pairs.fill(0);
      for (let word = 0; word < words; word++) {
        const start = starts[word] as number;
        setBit(this.#pairs, hashOfPair(units[start] as number, units[start + 1] as number));
      }
    }
    return hasBit(this.#pairs, pair);
  }
}

interface Phrase {
  group: number;
  text: string;
  /** Where its first gap begins, or it ends. */
  end: number;
  /** Where the last letter before that stands, and which it is. */
  reach: number;
  last: number;
  /** How the word begins that must follow somewhere, or -1: without one in the text there is nothing to look for. */
  pair: number;
  /** The next in the same bucket. */
  next: Phrase | undefined;
}

const BUCKETS = 4096;
const HASHES = 2 ** 16;
const PART = 3;

/** Of how a phrase begins: its first two words, its first word, or its first letter. */
function hashOf(text: string, end: number): number {
  const first = text.charCodeAt(0);
  if (first > LAST_ASCII || end < PART) return hash(first, 0, 0);
  const word = text.indexOf(' ');
  return word > 0 && end > word + 2
    ? hashOfWords(
        first,
        text.charCodeAt(word - 1),
        word,
        text.charCodeAt(word + 1),
        text.charCodeAt(word + 2),
      )
    : hash(first, text.charCodeAt(1), text.charCodeAt(2));
}

/** For a phrase of several words: the ends of the first, its length, and how the second begins. */
const hashOfWords = (first: number, last: number, length: number, next: number, second: number) =>
  hash(Math.imul(first, 31) + last + length, next, second);

/** @returns less than `HASHES` */
function hash(first: number, second: number, third: number): number {
  const letters = Math.imul(Math.imul(first, 31) + second, 31) + third;
  return Math.imul(letters, 0x9e3779b1) >>> 16;
}

const PAIRS = 1024;
const hashOfPair = (first: number, second: number): number => (first * 31 + second) % PAIRS;

function pairAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  return text.length < at + 2 || first > LAST_ASCII
    ? -1
    : hashOfPair(first, text.charCodeAt(at + 1));
}

function setBit(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << bit);
}

const hasBit = (bits: Uint32Array, bit: number): boolean =>
  ((bits[bit >>> 5] as number) & (1 << bit)) !== 0;

/** Of what a gap may stand for, in characters. */
const MAX_GAP = 80;

function isSaidAt(letters: Letters, start: number, word: number, { text, end }: Phrase): boolean {
  if (!standsAt(letters, start, text, 0, end)) return false;
  let at = start + end;
  for (let gap = end; gap < text.length; ) {
    const from = gap + GAP.length;
    gap = text.indexOf(GAP, from);
    if (gap < 0) gap = text.length;
    at =
      text.charCodeAt(from) > LAST_ASCII
        ? endOf(letters, at, text, from, gap)
        : endOfWords(letters, at, word, text, from, gap);
    if (at < 0) return false;
  }
  return true;
}

/** Where the next part of a phrase ends, or -1, in scripts that do not put spaces between words. */
function endOf(letters: Letters, after: number, text: string, from: number, to: number): number {
  for (let at = after; at <= after + MAX_GAP; at++) {
    if (standsAt(letters, at, text, from, to)) return at + to - from;
  }
  return -1;
}

/** The same where a part starts a word, one behind `word`. */
function endOfWords(
  letters: Letters,
  after: number,
  word: number,
  text: string,
  from: number,
  to: number,
): number {
  const { units, starts, words } = letters;
  const first = text.charCodeAt(from);
  for (let i = word + 1; i < words; i++) {
    const at = starts[i] as number;
    if (at > after + MAX_GAP) break;
    if (at >= after && units[at] === first && standsAt(letters, at, text, from, to)) {
      return at + to - from;
    }
  }
  return -1;
}

/** Does the part of a phrase stand there? */
function standsAt(
  { units, length }: Letters,
  at: number,
  text: string,
  from: number,
  to: number,
): boolean {
  if (at + to - from > length) return false;
  for (let i = from; i < to; i++) {
    const letter = text.charCodeAt(i);
    const unit = units[at + i - from];
    if (unit === letter) continue;
    // A space at the end of a phrase: the word ends where another script begins, too.
    return letter === SPACE && i === to - 1 && isChange(text.charCodeAt(i - 1), unit);
  }
  return true;
}

const isChange = (before: number, after = 0): boolean => before <= LAST_ASCII && after > LAST_ASCII;
