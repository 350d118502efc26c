import type { CompleteFacts } from './facts/complete.js';

/**
 * What differs between two errors of the same kind. In this order: the wide ones first, numbers last.
 */
const MASKS: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [/\bhttps?:\/\/[^\s"'<>)]{1,500}/gi, '<url>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?[.,\d]{0,10}(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/"[^"\n]{0,400}"|'[^'\n]{0,400}'|`[^`\n]{0,400}`/g, '<quoted>'],
  [/\b[a-z]{2,12}[_-](?=[A-Za-z0-9]*\d)[A-Za-z0-9]{6,200}\b/g, '<id>'],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{8,200}\b/gi, '<hash>'],
  [/\b(?=[A-Za-z]{0,60}\d)[A-Za-z0-9]{20,200}\b/g, '<id>'],
  [/\d{1,50}(?:[.,]\d{1,50}){0,8}/g, '<n>'],
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
