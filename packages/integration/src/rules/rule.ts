import type { Clue } from '../facts/phrases.js';
import type { DefaultCategory } from '../taxonomy.js';
import type { Conditions, Rule } from '../types.js';
import type { Advice } from './suggestions/advice.js';

/** A line of the built-in tables: its suggestion exists in every built-in language. */
export interface BuiltInRule extends Omit<Rule, 'suggestion' | 'when'> {
  category: DefaultCategory;
  when: RuleConditions;
  /** Against other rules, where that is not its confidence: what it says counts where no other speaks. */
  weight?: number;
  /** Default: the category's advice. */
  advice?: Advice;
}

export interface RuleConditions extends Omit<Conditions, 'says' | 'saysNot'> {
  says?: readonly Saying[];
  saysNot?: readonly Saying[];
}

/** Phrases with `|` between them, or an expression. */
export type Saying = string | RegExp | Clue;
