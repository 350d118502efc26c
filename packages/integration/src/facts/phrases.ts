import { LAST_ASCII, type Letters, plainLetters, readLetters, SPACE } from './letters.js';

/**
 * An expression, and lines of phrases of which every text that it matches has one: without, it is not even
 * compiled.
 */
export interface Clue {
  near: readonly string[];
  says: RegExp;
}

/** Stands in a phrase for some words, or none. */
const GAP = ' … ';

/** A phrase as a book takes it: letters as {@link plainLetters} gives them, gaps, and the space at its end. */
export const plainPhrase = (text: string): string =>
  text.split(GAP.trim()).map(plainLetters).join(GAP) + (text.endsWith(' ') ? ' ' : '');

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
   * @param lines of phrases with `|` between them; plain ones, as all of the tables are: to make them so
   *   takes longer than the rest
   * @returns the number under which a text that holds any of the phrases is reported
   */
  add(lines: readonly string[]): number {
    const group = this.#foundIn.push(0) - 1;
    for (const line of lines) {
      let gap = placeOf(GAP, line, 0);
      for (let from = 0, to = 0; to < line.length; from = to + 1) {
        to = placeOf(SEPARATOR, line, from);
        if (gap < from) gap = placeOf(GAP, line, from);
        this.#addPhrase(group, line, from, Math.min(gap, to), to);
      }
    }
    return group;
  }

  #addPhrase(group: number, line: string, from: number, end: number, to: number): void {
    if (from === end) return;
    const last = line.charCodeAt(end - 1) === SPACE ? end - 2 : end - 1;
    const hashed = hashOf(line, from, end);
    const bucket = hashed % BUCKETS;
    setBit(this.#hashes, hashed);
    this.#buckets[bucket] = {
      group,
      line,
      from,
      end,
      to,
      reach: last - from,
      last: line.charCodeAt(last),
      pair: end === to ? -1 : pairAt(line, end + GAP.length, to),
      next: this.#buckets[bucket],
    };
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

/** A part of a line. */
interface Phrase {
  group: number;
  line: string;
  from: number;
  /** Where its first gap begins, or it ends. */
  end: number;
  to: number;
  /** Where the last letter before that gap stands, from its first, and which it is. */
  reach: number;
  last: number;
  /** How the word begins that must follow somewhere, or -1: without one in the text there is nothing to look for. */
  pair: number;
  /** The next in the same bucket. */
  next: Phrase | undefined;
}

const SEPARATOR = '|';

/** Where something stands in a line, or the line's end. */
function placeOf(what: string, line: string, from: number): number {
  const at = line.indexOf(what, from);
  return at < 0 ? line.length : at;
}

const BUCKETS = 4096;
const HASHES = 2 ** 16;
const PART = 3;

/** Of how a phrase begins: its first two words, its first word, or its first letter. */
function hashOf(line: string, from: number, end: number): number {
  const first = line.charCodeAt(from);
  if (first > LAST_ASCII || end < from + PART) return hash(first, 0, 0);
  const space = line.indexOf(' ', from);
  return space > from && end > space + 2
    ? hashOfWords(
        first,
        line.charCodeAt(space - 1),
        space - from,
        line.charCodeAt(space + 1),
        line.charCodeAt(space + 2),
      )
    : hash(first, line.charCodeAt(from + 1), line.charCodeAt(from + 2));
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

function pairAt(line: string, at: number, to: number): number {
  const first = line.charCodeAt(at);
  return to < at + 2 || first > LAST_ASCII ? -1 : hashOfPair(first, line.charCodeAt(at + 1));
}

function setBit(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << bit);
}

const hasBit = (bits: Uint32Array, bit: number): boolean =>
  ((bits[bit >>> 5] as number) & (1 << bit)) !== 0;

/** Of what a gap may stand for, in characters. */
const MAX_GAP = 80;

function isSaidAt(letters: Letters, start: number, word: number, phrase: Phrase): boolean {
  const { line, from, end, to } = phrase;
  if (!standsAt(letters, start, line, from, end)) return false;
  let at = start + end - from;
  for (let gap = end; gap < to; ) {
    const part = gap + GAP.length;
    gap = Math.min(placeOf(GAP, line, part), to);
    at =
      line.charCodeAt(part) > LAST_ASCII
        ? endOf(letters, at, line, part, gap)
        : endOfWords(letters, at, word, line, part, gap);
    if (at < 0) return false;
  }
  return true;
}

/** Where the next part of a phrase ends, or -1, in scripts that do not put spaces between words. */
function endOf(letters: Letters, after: number, line: string, from: number, to: number): number {
  for (let at = after; at <= after + MAX_GAP; at++) {
    if (standsAt(letters, at, line, from, to)) return at + to - from;
  }
  return -1;
}

/** The same where a part starts a word, one behind `word`. */
function endOfWords(
  letters: Letters,
  after: number,
  word: number,
  line: string,
  from: number,
  to: number,
): number {
  const { units, starts, words } = letters;
  const first = line.charCodeAt(from);
  for (let i = word + 1; i < words; i++) {
    const at = starts[i] as number;
    if (at > after + MAX_GAP) break;
    if (at >= after && units[at] === first && standsAt(letters, at, line, from, to)) {
      return at + to - from;
    }
  }
  return -1;
}

/** Does this part of a phrase stand there? */
function standsAt(
  { units, length }: Letters,
  at: number,
  line: string,
  from: number,
  to: number,
): boolean {
  if (at + to - from > length) return false;
  for (let i = from; i < to; i++) {
    const letter = line.charCodeAt(i);
    const unit = units[at + i - from];
    if (unit === letter) continue;
    // A space at the end of a phrase: the word ends where another script begins, too.
    return letter === SPACE && i === to - 1 && isChange(line.charCodeAt(i - 1), unit);
  }
  return true;
}

const isChange = (before: number, after = 0): boolean => before <= LAST_ASCII && after > LAST_ASCII;
