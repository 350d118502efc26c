import * as z from 'zod/mini';
import type { Answer } from '../cache/answers.js';

const MAX_SUGGESTION = 500;
/** Room for one huge suggestion beside good ones; an honest answer is far shorter. */
const MAX_CONTENT = 2_000_000;

const resultSchema = z.object({
  id: z.int(),
  category: z.string(),
  confidence: z.number().check(z.gte(0), z.lte(1)),
  suggestion: z.string(),
});

/**
 * Reads the model's answer: JSON, maybe in a code fence or with prose around. Results are judged one by
 * one; those with an id that was not asked, an unknown category or a wrong field are left out.
 */
export function readAnswer(
  content: string,
  asked: number,
  isKnown: (category: string) => boolean,
): Map<number, Omit<Answer, 'model'>> {
  const answers = new Map<number, Omit<Answer, 'model'>>();
  for (const item of resultsIn(content.slice(0, MAX_CONTENT))) {
    const result = resultSchema.safeParse(item);
    if (!result.success) continue;
    const { id, category, confidence, suggestion } = result.data;
    if (id < 0 || id >= asked || answers.has(id) || !isKnown(category)) continue;
    answers.set(id, { category, confidence, suggestion: plainText(suggestion) });
  }
  return answers;
}

function resultsIn(content: string): unknown[] {
  const body = parseBetween(content, '{', '}');
  if (
    typeof body === 'object' &&
    body !== null &&
    Array.isArray((body as { results?: unknown }).results)
  ) {
    return (body as { results: unknown[] }).results;
  }
  const list = parseBetween(content, '[', ']');
  return Array.isArray(list) ? list : [];
}

/** The JSON between the first and the last bracket, or `undefined`. */
export function parseBetween(text: string, open: string, close: string): unknown {
  const start = text.indexOf(open);
  const end = text.lastIndexOf(close);
  if (start < 0 || end <= start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}

/** One line without control characters, markup brackets or lone surrogates. */
export function plainText(text: string): string {
  return text
    .slice(0, 4 * MAX_SUGGESTION)
    .replace(/[\p{C}<>]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_SUGGESTION)
    .toWellFormed();
}
