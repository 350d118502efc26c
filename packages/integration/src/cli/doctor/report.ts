import { styleText } from 'node:util';
import type { Finding } from './finding.js';

const COLOURS = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

/** For people: coloured where the output is a terminal. */
export function report(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.flatMap(({ check, status, message, advice }) => [
    `${paint(COLOURS[status], status.padEnd(4))}  ${check.padEnd(width)}  ${message}`,
    ...(advice ? [`${' '.repeat(width + 8)}→ ${advice}`] : []),
  ]);
  return [...lines, '', summary(findings)].join('\n');
}

function summary(findings: readonly Finding[]): string {
  const count = (wanted: Finding['status']) =>
    findings.filter(({ status }) => status === wanted).length;
  if (count('fail') > 0) return `${count('fail')} failed, ${count('warn')} to look at`;
  return count('warn') > 0 ? `works, ${count('warn')} to look at` : 'all is well';
}

function paint(colour: (typeof COLOURS)[keyof typeof COLOURS], text: string): string {
  return styleText(colour, text, { stream: process.stdout });
}
