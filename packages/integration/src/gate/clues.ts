import { type Clue, PhraseBook } from '../facts/phrases.js';
import type { Concept } from './lexicon.js';

/**
 * Finds in one pass over a text which expressions are worth a try. To compile all of them would hold up the
 * process at its first error.
 */
export class ClueBook<Kind extends string> {
  readonly #book = new PhraseBook();
  /** By the number of their words in the book. */
  readonly #entries: Entry<Kind>[] = [];

  /** Phrases that need no expression. */
  addPhrases(kind: Kind, phrases: readonly string[]): void {
    this.#entries[this.#book.add(phrases)] = { kind, says: undefined };
  }

  add(kind: Kind, clues: readonly Clue[]): void {
    for (const { near, says } of clues) this.#entries[this.#book.add(near)] = { kind, says };
  }

  addConcepts(kind: Kind, concepts: readonly Concept[]): void {
    for (const concept of concepts) {
      if ('near' in concept) this.add(kind, [concept]);
      else this.addPhrases(kind, concept);
    }
  }

  /** @returns how many clues of a kind the text has, up to a maximum */
  read(text: string): (kind: Kind, max?: number) => number {
    const near = this.#book.read(text).map((group) => this.#entries[group] as Entry<Kind>);
    return (wanted, max = 1) => {
      let found = 0;
      for (const { kind, says } of near) {
        if (kind !== wanted || (says && !says.test(text))) continue;
        if (++found === max) break;
      }
      return found;
    };
  }
}

interface Entry<Kind> {
  kind: Kind;
  says: RegExp | undefined;
}
