import type { Advice } from '../suggestions/advice.js';
import type { defaultTaxonomy } from '../taxonomy.js';
import type { Rule } from '../types.js';

/** A line of the built-in tables: its suggestion exists in every built-in language. */
export interface BuiltInRule extends Omit<Rule, 'suggestion'> {
  category: keyof typeof defaultTaxonomy;
  /** Default: the category's advice. */
  advice?: Advice;
}
