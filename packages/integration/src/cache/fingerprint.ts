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
const MAX_CAUSE = 200;

/** As `captureAiError` cuts it. */
const MAX_RESPONSE = 4_000;
/** What an answer is stands at its beginning. */
const MAX_JUDGED = 500;
const MAX_REASONS = 3;

/** Why the model ended, in the call's metadata or in the response itself. */
const REASON = /(?:finish|stop|done|block)_?reason\W{1,8}(\w{1,30})/gi;

/**
 * One string for all errors of one kind: the message's template, and what the facts tell apart.
 * @param categoryOf what the rules make of a text
 */
export function fingerprintOf(facts: CompleteFacts, categoryOf: (text: string) => string): string {
  return [
    facts.type,
    facts.status,
    facts.code,
    facts.provider,
    template(facts.text, MAX_TEMPLATE),
    ...facts.causes.map((cause) => template(cause, MAX_CAUSE)),
    ...(facts.context ? kindOfCall(facts.context, categoryOf) : []),
  ]
    .map((part) => part ?? '')
    .join('|');
}

function template(text: string, max: number): string {
  let masked = text.slice(0, 2 * max);
  for (const [pattern, mask] of MASKS) masked = masked.replace(pattern, mask);
  return masked.replace(/\s+/g, ' ').slice(0, max);
}

/**
 * The same error can come of a refusal, of JSON that is cut, of nothing at all. The words of an answer are
 * never the same twice, so that kinds are told apart by its form, and by what the rules make of it.
 */
function kindOfCall(
  context: NonNullable<CompleteFacts['context']>,
  categoryOf: (text: string) => string,
): string[] {
  const lines = Object.entries(context).map(
    ([key, value]) => `${key}: ${String(value).slice(0, MAX_RESPONSE)}`,
  );
  const reasons = Array.from(lines.join('\n').matchAll(REASON), ([, reason = '']) => reason);
  if (context.response === undefined) return reasons.slice(0, MAX_REASONS);
  const response = String(context.response).slice(0, MAX_RESPONSE).trim();
  return [
    formOf(response[0]),
    formOf(response.at(-1)),
    categoryOf(response.slice(0, MAX_JUDGED)),
    ...reasons.slice(0, MAX_REASONS),
  ];
}

/** Brackets tell JSON and markup, and whether they are whole; all letters are one. */
function formOf(character: string | undefined): string {
  if (character === undefined) return 'empty';
  return /[{}[\]<>`]/.test(character) ? character : 'words';
}
