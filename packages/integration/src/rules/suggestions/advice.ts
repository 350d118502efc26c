import { UNKNOWN } from '../../taxonomy.js';
import { en } from './en.js';
import { ko } from './ko.js';

/** What can be advised: one text per category, and finer ones that rules ask for. */
export type Advice = keyof typeof en;

const LANGUAGES: Readonly<Record<string, Readonly<Record<Advice, string>>>> = { en, ko };

/**
 * The texts in the wanted language (`ko-KR` is `ko`), else in English; for a name that is no advice, such
 * as a user's own category, that of the unknown error.
 */
export function adviserIn(language: string): (name: string) => string {
  const texts = LANGUAGES[language.toLowerCase().split('-', 1)[0] ?? ''] ?? en;
  return (name) => (Object.hasOwn(texts, name) ? texts[name as Advice] : texts[UNKNOWN]);
}
