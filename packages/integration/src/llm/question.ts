import { estimateTokenCount, sliceByTokens } from 'tokenx';
import type { CompleteFacts } from '../facts/complete.js';
import type { Redact } from './redact.js';

/** One error as the LLM sees it: an element of `errors` in the user message. */
export interface Question {
  type: string;
  message: string;
  status?: number;
  code?: string;
  provider?: string;
  model?: string;
  causes?: string[];
  frames?: string[];
  hint?: string;
  context?: Record<string, string | number | boolean>;
}

const FIRST_LINES = 20;
const LAST_LINES = 10;
const MAX_MESSAGE_TOKENS = 600;
const MAX_CAUSE_TOKENS = 60;
const MAX_VALUE_TOKENS = 200;
/** Of all fields together. */
const MAX_CONTEXT_TOKENS = 300;
/** Redaction reads no more than this of one text; the rest is cut before. */
const MAX_CHARACTERS = 8_000;

/** After so many milliseconds of redacting others get their turn. */
const MAX_BLOCKING = 2;

/** A full batch of the longest errors takes some milliseconds, which nobody's request should feel. */
export async function toQuestions(
  asked: readonly { facts: CompleteFacts; hint: string | undefined }[],
  redact: Redact,
): Promise<Question[]> {
  const questions: Question[] = [];
  let start = performance.now();
  for (const { facts, hint } of asked) {
    if (performance.now() - start > MAX_BLOCKING) {
      await new Promise((resolve) => setTimeout(resolve));
      start = performance.now();
    }
    questions.push(toQuestion(facts, hint, redact));
  }
  return questions;
}

/** Everything is redacted before it is cut, so that no half of a secret stays. About 1,000 tokens at most. */
function toQuestion(facts: CompleteFacts, hint: string | undefined, redact: Redact): Question {
  const clean = (text: string, tokens: number) =>
    sliceByTokens(redact(text.slice(0, MAX_CHARACTERS)), 0, tokens).toWellFormed();
  const { status, code, provider, model, causes, frames = [], context } = facts;
  return {
    type: clean(facts.type, 20),
    message: keepEnds(redact(wholeLines(facts)), MAX_MESSAGE_TOKENS).toWellFormed(),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code: clean(code, 20) }),
    ...(provider !== undefined && { provider: clean(provider, 20) }),
    ...(model !== undefined && { model: clean(model, 20) }),
    ...(causes.length > 0 && { causes: causes.slice(0, 3).map((c) => clean(c, MAX_CAUSE_TOKENS)) }),
    ...(frames.length > 0 && { frames: frames.map((frame) => clean(frame, 20)) }),
    ...(hint !== undefined && { hint }),
    ...(context && { context: cleanContext(context, clean, redact) }),
  };
}

function cleanContext(
  context: NonNullable<CompleteFacts['context']>,
  clean: (text: string, tokens: number) => string,
  redact: Redact,
): NonNullable<Question['context']> {
  const cleaned: NonNullable<Question['context']> = {};
  let left = MAX_CONTEXT_TOKENS;
  for (const [key, value] of Object.entries(context)) {
    const name = clean(key, 10);
    const kept = typeof value === 'boolean' ? value : cleanValue(key, value, clean, redact);
    left -= estimateTokenCount(`${name}: ${kept}`);
    if (left < 0) break;
    cleaned[name] = kept;
  }
  return cleaned;
}

/** A name can make a secret of what has not its form (`password`), and a number can be one. */
function cleanValue(
  key: string,
  value: string | number,
  clean: (text: string, tokens: number) => string,
  redact: Redact,
): string | number {
  const text = String(value);
  if (typeof value === 'number') return redact(text) === text ? value : redact(text);
  const isSecret = redact(`${key}=undisclosed`).endsWith('=[redacted]');
  return isSecret ? '[redacted]' : clean(text, MAX_VALUE_TOKENS);
}

/** Of a message that was cut. The line in which it was may hold half of a secret, which nobody recognises. */
function wholeLines({ message, ending }: CompleteFacts): string {
  if (ending === undefined) return message;
  const cut = message.lastIndexOf('\n');
  return cut < 0 ? message : `${message.slice(0, cut)}\n${ending}`;
}

/** What an error means stands at its beginning and at its end. */
function keepEnds(text: string, tokens: number): string {
  const lines = text.split('\n');
  const last = Math.min(LAST_LINES, Math.floor(lines.length / 3));
  const first = Math.min(FIRST_LINES, lines.length - last);
  const left = lines.length - first - last;
  if (last === 0 || (left === 0 && estimateTokenCount(text) <= tokens)) {
    return sliceByTokens(text, 0, tokens);
  }
  const end = lines.slice(-last).join('\n');
  const share = Math.ceil(tokens / 3);
  return [
    sliceByTokens(lines.slice(0, first).join('\n'), 0, tokens - share),
    '[…]',
    sliceByTokens(end, Math.max(0, estimateTokenCount(end) - share)),
  ].join('\n');
}
