import type { CompleteFacts } from '../facts/complete.js';

/** What differs between two errors of the same kind; the wide before the narrow. */
const MASKS: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [/\bhttps?:\/\/[^\s"'<>)]+/gi, '<url>'],
  [/(?<![\w"])"[^"\n]*"(?!\w)|(?<!\w)'[^'\n]*'(?!\w)|`[^`\n]*`/g, '<quoted>'],
  [/(?<![\w.%+-])[\w.%+-]+@[\w.-]+/g, '<email>'],
  [/(?<![\w.:/\\-])(?:[a-z]:)?[/\\][\w.@-]+(?:[/\\][\w.@-]+)+/gi, '<path>'],
  // Any word with a digit in it: numbers, ids, hashes, UUIDs, times, versions
  [/(?<![\w.,:+-])[\w.,:+-]*\d[\w.,:+-]*/g, '<n>'],
];

/** Longer messages differ in what they echo, not in kind. */
const MAX_TEMPLATE = 1_000;

/** One string for all errors of one kind: the message's template, and what the facts tell apart. */
export function fingerprintOf(facts: CompleteFacts): string {
  const [cause = ''] = facts.causes;
  return [
    facts.type,
    facts.status,
    facts.code,
    facts.provider,
    template(facts.text),
    template(cause),
  ]
    .map((part) => part ?? '')
    .join('|');
}

function template(text: string): string {
  let masked = text.slice(0, 2 * MAX_TEMPLATE);
  for (const [pattern, mask] of MASKS) masked = masked.replace(pattern, mask);
  return masked.replace(/\s+/g, ' ').slice(0, MAX_TEMPLATE);
}
