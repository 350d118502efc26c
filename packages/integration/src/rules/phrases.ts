/**
 * All phrases of all rules, looked up in one pass over a text: the first letters of each of its words
 * lead to the few phrases that begin so.
 */
export class PhraseBook {
  readonly #byStart = new Map<string, Phrase[]>();
  /** In scripts that do not put spaces between words a phrase may begin anywhere. */
  readonly #anywhere: Phrase[] = [];
  #count = 0;

  /** @returns the number under which {@link find} reports the phrase */
  add(text: string): number {
    const [first = '', ...rest] = text.split('…').map(partOfPhrase);
    const phrase = { id: this.#count++, first, rest };
    if (first.startsWith(' ')) {
      const start = first.slice(1, 1 + START);
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), phrase]);
    } else {
      this.#anywhere.push(phrase);
    }
    return phrase.id;
  }

  /** The phrases that the text holds. */
  find(text: string): ReadonlySet<number> {
    const found = new Set<number>();
    const words = plain(text);
    for (let at = 0; at >= 0; at = words.indexOf(' ', at + 1)) {
      for (const phrase of this.#byStart.get(words.slice(at + 1, at + 1 + START)) ?? []) {
        if (beginsAt(words, at, phrase)) found.add(phrase.id);
      }
    }
    if (!NON_ASCII.test(words)) return found;
    for (const phrase of this.#anywhere) {
      for (
        let at = words.indexOf(phrase.first);
        at >= 0;
        at = words.indexOf(phrase.first, at + 1)
      ) {
        if (!beginsAt(words, at, phrase)) continue;
        found.add(phrase.id);
        break;
      }
    }
    return found;
  }
}

/** Letters that lead to a phrase; no phrase is shorter. */
const START = 3;

const NON_ASCII = /[^ -~]/;

interface Phrase {
  id: number;
  /** Up to the first ` … `, with a space before where it must start a word. */
  first: string;
  rest: readonly string[];
}

/** What ` … ` may stand for, in characters. */
const GAP = 80;

function beginsAt(text: string, start: number, { first, rest }: Phrase): boolean {
  if (!text.startsWith(first, start)) return false;
  let at = start + first.length;
  for (const part of rest) {
    const found = text.slice(at, at + GAP + part.length).indexOf(part);
    if (found < 0) return false;
    at += found + part.length;
  }
  return true;
}

/** A part starts at a word's start, except in scripts that do not put spaces between words. */
function partOfPhrase(part: string): string {
  const words = plain(part).trimEnd();
  return /^ [\x21-\x7e]/.test(words) ? words : words.trimStart();
}

/** Lower case, everything but letters and digits one space, with a space before and after. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
