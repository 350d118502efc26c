import { type Letters, readLetters, SPACE } from './letters.js';

/**
 * All phrases of all rules, looked up in one pass over a text: the first letters of each of its words
 * lead to the few phrases that begin so.
 */
export class PhraseBook {
  readonly #byStart: Phrase[][] = Array.from({ length: BUCKETS }, () => []);
  /** Too short for a place by their start; tried at every word. */
  readonly #short: Phrase[] = [];
  /** By the first letter: in scripts without spaces between words a phrase may begin anywhere. */
  readonly #anywhere: Phrase[][] = Array.from({ length: BUCKETS }, () => []);
  /** Number of a phrase → number of the last reading that found it. */
  readonly #foundIn: number[] = [];
  #readings = 0;

  /** @returns the number under which the phrase is reported */
  add(text: string): number {
    const id = this.#foundIn.push(0) - 1;
    const [first, ...rest] = text.split('…').map(partOfPhrase).filter(isNotEmpty);
    if (first) {
      const phrase: Phrase = { id, first, rest };
      if (first[0] !== SPACE) this.#anywhere[(first[0] ?? 0) & LAST_BUCKET]?.push(phrase);
      else if (first.length <= START) this.#short.push(phrase);
      else this.#byStart[bucketAt(first, 1)]?.push(phrase);
    }
    return id;
  }

  /** @returns the numbers of the phrases that the text holds, each once */
  read(text: string): readonly number[] {
    this.#readings++;
    const found: number[] = [];
    const letters = readLetters(text);
    const { units, length } = letters;
    for (let at = 0; at < length - 1; at++) {
      const unit = units[at] as number;
      if (unit === SPACE) {
        this.#try(this.#byStart[bucketAt(units, at + 1)], letters, at, found);
        this.#try(this.#short, letters, at, found);
      } else if (unit > 127) {
        this.#try(this.#anywhere[unit & LAST_BUCKET], letters, at, found);
      }
    }
    return found;
  }

  /** Was the phrase in the text that was read last? */
  has(id: number): boolean {
    return this.#foundIn[id] === this.#readings;
  }

  #try(phrases: readonly Phrase[] = [], letters: Letters, at: number, found: number[]): void {
    for (const phrase of phrases) {
      if (this.has(phrase.id) || !beginsAt(letters, at, phrase)) continue;
      this.#foundIn[phrase.id] = this.#readings;
      found.push(phrase.id);
    }
  }
}

/** Letters that lead to a phrase. */
const START = 3;
/** A power of two, so that a mask finds the bucket. */
const BUCKETS = 1024;
const LAST_BUCKET = BUCKETS - 1;

interface Phrase {
  id: number;
  /** Up to the first ` … `, with a space before where it must start a word. */
  first: Units;
  rest: readonly Units[];
}

type Units = ArrayLike<number>;

const isNotEmpty = ({ length }: Units): boolean => length > 0;

/** Beyond the end of the letters stands what an earlier text left; the phrase itself is compared anyway. */
function bucketAt(units: Units, at: number): number {
  return ((units[at] ?? 0) * 961 + (units[at + 1] ?? 0) * 31 + (units[at + 2] ?? 0)) & LAST_BUCKET;
}

/** What ` … ` may stand for, in characters. */
const GAP = 80;

function beginsAt(letters: Letters, start: number, { first, rest }: Phrase): boolean {
  if (!standsAt(letters, start, first)) return false;
  let at = start + first.length;
  for (const part of rest) {
    const last = at + GAP;
    while (at <= last && !standsAt(letters, at, part)) at++;
    if (at > last) return false;
    at += part.length;
  }
  return true;
}

function standsAt({ units, length }: Letters, at: number, part: Units): boolean {
  if (at + part.length > length) return false;
  for (let i = 0; i < part.length; i++) {
    if (units[at + i] !== part[i]) return false;
  }
  return true;
}

/** A part starts at a word's start, except in scripts that do not put spaces between words. */
function partOfPhrase(part: string): Units {
  const { units, length } = readLetters(part);
  const first = units[1] as number;
  return units.slice(length > 1 && first < 128 ? 0 : 1, length - 1);
}
