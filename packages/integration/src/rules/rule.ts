import type { DefaultCategory } from '../taxonomy.js';
import type { Rule } from '../types.js';
import type { Advice } from './suggestions/advice.js';

/** A line of the built-in tables: its suggestion exists in every built-in language. */
export interface BuiltInRule extends Omit<Rule, 'suggestion'> {
  category: DefaultCategory;
  /** Default: the category's advice. */
  advice?: Advice;
}
