import type { ErrorEvent } from '@sentry/core';
import { EXPECTED } from './expectations.js';

/** One job of the application, and what arrived of it. */
export interface Row {
  job: string;
  error: string;
  category: string;
  confidence: string;
  source: string;
  suggestion: string;
  /** Why the LLM did not decide. */
  skipped: string;
  /** What is wrong with it; empty: as expected. */
  problem: string;
}

/** Stands for the category of an error that carries no trace of the classifier. */
export const LEFT_ALONE = '– (left alone)';

/** Compares what arrived with what was expected, job by job; what nobody expected comes last. */
export function compare(events: readonly ErrorEvent[]): Row[] {
  const jobs = new Set([...Object.keys(EXPECTED), ...events.map(jobOf)]);
  return [...jobs].map((job) => {
    const arrived = events.filter((event) => jobOf(event) === job);
    const [event] = arrived;
    const tags = event?.tags ?? {};
    const classification = event?.contexts?.ai_classification;
    const category = event ? categoryOf(event) : '';
    return {
      job,
      error: describe(event),
      category,
      confidence: String(tags.ai_error_confidence ?? ''),
      source: String(tags.ai_error_source ?? ''),
      suggestion: String(classification?.suggestion ?? ''),
      skipped: String(classification?.skipped ?? ''),
      problem: findProblem(job, arrived.length, category),
    };
  });
}

const jobOf = ({ tags }: ErrorEvent): string => String(tags?.job ?? 'no job');

function categoryOf({ tags = {}, contexts }: ErrorEvent): string {
  const isTouched =
    contexts?.ai_classification || Object.keys(tags).some((name) => name.startsWith('ai_'));
  return isTouched ? String(tags.ai_error_category) : LEFT_ALONE;
}

function findProblem(job: string, times: number, category: string): string {
  const expected = EXPECTED[job];
  if (expected === undefined) return 'nobody expected this error';
  if (times !== 1) return `arrived ${times} times`;
  return category === (expected ?? LEFT_ALONE) ? '' : `expected ${expected ?? LEFT_ALONE}`;
}

function describe(event: ErrorEvent | undefined): string {
  if (!event) return 'nothing arrived';
  const error = event.exception?.values?.at(-1);
  const value = error?.value ?? '';
  // Some SDKs print the whole body of the answer; its message is what a person reads.
  const message = /"message":"((?:[^"\\]|\\.)+)"/.exec(value)?.[1] ?? value;
  return `${error?.type}: ${message.replace(/\s+/g, ' ')}`;
}

const CATEGORY = 22;
const CONFIDENCE = 4;
const SOURCE = 8;

/** Two lines an error: what it became, and what to do. The error itself gets what the terminal leaves. */
export function formatTable(rows: readonly Row[], width: number): string {
  const error = Math.max(20, Math.min(width, 140) - CATEGORY - CONFIDENCE - SOURCE - 6);
  const line = (...[first, category, confidence, source]: string[]) =>
    [
      fit(first, error),
      fit(category, CATEGORY),
      fit(confidence, CONFIDENCE),
      fit(source, SOURCE),
    ].join('  ');
  return [
    line('error', 'category', 'sure', 'source'),
    '─'.repeat(error + CATEGORY + CONFIDENCE + SOURCE + 6),
    ...rows.flatMap((row) => [
      line(row.error, row.category, row.confidence, row.source),
      ...wrap(row.suggestion, Math.min(width, 140) - 4).map(
        (text, i) => `${i ? '    ' : '  → '}${text}`,
      ),
      ...(row.problem ? [`  ✗ ${row.job}: ${row.problem}`] : []),
    ]),
  ].join('\n');
}

function fit(text = '', width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}(?= |$)`, 'g'))?.map((part) => part.trim()) ?? [];
}
