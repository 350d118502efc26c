import { type Letters, readLetters, SPACE } from './letters.js';

/**
 * All phrases of all rules, looked up in one pass over a text. Each phrase waits under its beginning, of
 * the longest of a few sizes, so that a place in the text leads to hardly any that do not stand there.
 */
export class PhraseBook {
  readonly #byBeginning: (Phrase[] | undefined)[] = new Array(BUCKETS);
  /** 1 where a longer beginning starts with this one; elsewhere there is nothing more to look up. */
  readonly #goesOn = new Uint8Array(BUCKETS);
  /** Number of a phrase → number of the last reading that found it. */
  readonly #foundIn: number[] = [];
  #readings = 0;

  /** @returns the number under which the phrase is reported */
  add(text: string): number {
    const id = this.#foundIn.push(0) - 1;
    const [first, ...rest] = text.split('…').map(partOfPhrase).filter(isNotEmpty);
    if (first) {
      const beginning = first[0] === SPACE ? first.subarray(1) : first;
      const size = SIZES.findLast((each) => each <= beginning.length) ?? 1;
      const phrase: Phrase = { id, size, beginning, rest };
      for (const each of SIZES) {
        const bucket = bucketOf(hash(beginning, 0, 0, each), each);
        if (each < size) {
          this.#goesOn[bucket] = 1;
          continue;
        }
        this.#byBeginning[bucket] ??= [];
        this.#byBeginning[bucket].push(phrase);
        break;
      }
    }
    return id;
  }

  /** @returns the numbers of the phrases that the text holds, each once */
  read(text: string): readonly number[] {
    this.#readings++;
    const found: number[] = [];
    const letters = readLetters(text);
    const { units, length } = letters;
    let last = SPACE;
    for (let at = 1; at < length; at++) {
      const unit = units[at] as number;
      // In scripts that do not put spaces between words a phrase may begin anywhere.
      if (last === SPACE || unit > LAST_ASCII) this.#lookUp(letters, at, found);
      last = unit;
    }
    return found;
  }

  #lookUp(letters: Letters, at: number, found: number[]): void {
    let hashed = 0;
    let done = 0;
    for (const size of SIZES) {
      if (at + size > letters.length) return;
      hashed = hash(letters.units, at + done, hashed, size - done);
      done = size;
      const bucket = bucketOf(hashed, size);
      for (const phrase of this.#byBeginning[bucket] ?? NONE) {
        if (phrase.size !== size || this.#foundIn[phrase.id] === this.#readings) continue;
        if (!beginsAt(letters, at, phrase)) continue;
        this.#foundIn[phrase.id] = this.#readings;
        found.push(phrase.id);
      }
      if (this.#goesOn[bucket] === 0) return;
    }
  }
}

const LAST_ASCII = 127;

/** Of beginnings, in letters. */
const SIZES: readonly number[] = [1, 3, 5, 8, 14];

/** A power of two, so that a mask finds the bucket. */
const BUCKETS = 4096;

const NONE: readonly Phrase[] = [];

interface Phrase {
  id: number;
  /** Of the beginning under which it waits. */
  size: number;
  /** Up to the first ` … `. */
  beginning: Uint16Array;
  /** Each with a space before where it must start a word. */
  rest: readonly Uint16Array[];
}

const isNotEmpty = ({ length }: Uint16Array): boolean => length > 0;

/** Goes on from `hashed` over so many units. */
function hash(units: Uint16Array, start: number, hashed: number, count: number): number {
  let result = hashed;
  for (let at = start; at < start + count; at++) {
    result = (Math.imul(result, 31) + (units[at] as number)) | 0;
  }
  return result;
}

function bucketOf(hashed: number, size: number): number {
  return (hashed + (hashed >>> 12) + size) & (BUCKETS - 1);
}

/** What ` … ` may stand for, in characters. */
const GAP = 80;

function beginsAt(letters: Letters, start: number, { beginning, rest }: Phrase): boolean {
  if (!standsAt(letters, start, beginning)) return false;
  let at = start + beginning.length;
  for (const part of rest) {
    const last = at + GAP;
    while (at <= last && !standsAt(letters, at, part)) at++;
    if (at > last) return false;
    at += part.length;
  }
  return true;
}

function standsAt({ units, length }: Letters, at: number, part: Uint16Array): boolean {
  if (at + part.length > length) return false;
  for (let i = 0; i < part.length; i++) {
    if (units[at + i] !== part[i]) return false;
  }
  return true;
}

/** A part starts at a word's start, except in scripts that do not put spaces between words. */
function partOfPhrase(part: string): Uint16Array {
  const { units, length } = readLetters(part);
  const isAscii = (units[1] as number) <= LAST_ASCII;
  return units.slice(length > 1 && isAscii ? 0 : 1, length - 1);
}
