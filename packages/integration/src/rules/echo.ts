/**
 * The error quotes what was sent or answered: `content: "HTTP 429 rate limit"`, `Text: {"a":`. Words
 * inside such a quotation are nobody's verdict.
 */
export const ECHO =
  /\b(?:content|prompt|text|input|answer|output|value|completion|query|question|said|wrote|asked|got|received)(?:["'`]?[:=] ?| was | )["'`“{[]/i;
