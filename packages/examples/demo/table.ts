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
  /** What is wrong with it; empty: as expected. */
  problem: string;
}

const LEFT_ALONE = '– (left alone)';

/** Compares what arrived with what was expected, job by job. */
export function compare(events: readonly ErrorEvent[]): Row[] {
  return Object.entries(EXPECTED).map(([job, expected]) => {
    const arrived = events.filter(({ tags }) => tags?.job === job);
    const [event] = arrived;
    const tags = event?.tags ?? {};
    const category = String(tags.ai_error_category ?? LEFT_ALONE);
    const isRight = category === (expected ?? LEFT_ALONE);
    return {
      job,
      error: describe(event),
      category,
      confidence: String(tags.ai_error_confidence ?? ''),
      source: String(tags.ai_error_source ?? ''),
      suggestion: String(event?.contexts?.ai_classification?.suggestion ?? ''),
      problem:
        arrived.length !== 1
          ? `arrived ${arrived.length} times`
          : isRight
            ? ''
            : `expected ${expected ?? LEFT_ALONE}`,
    };
  });
}

function describe(event: ErrorEvent | undefined): string {
  const error = event?.exception?.values?.at(-1);
  const value = error?.value ?? 'nothing arrived';
  // Some SDKs print the whole body of the answer; its message is what a person reads.
  const message = /"message":"((?:[^"\\]|\\.)+)"/.exec(value)?.[1] ?? value;
  return `${error?.type ?? ''}: ${message.replace(/\s+/g, ' ')}`;
}

const CATEGORY = 22;
const CONFIDENCE = 4;
const SOURCE = 6;

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
