/** The value below which such a share of the samples lies; sorts them. */
export function quantile(samples: Float64Array, share: number): number {
  samples.sort();
  return samples[Math.min(samples.length - 1, Math.floor(samples.length * share))] ?? 0;
}

export const micro = (milliseconds: number): string => `${(1000 * milliseconds).toFixed(2)} µs`;

export const milli = (milliseconds: number): string => `${milliseconds.toFixed(2)} ms`;

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Markdown, so that it can be pasted. */
export function printTable(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = heads.map((head, i) =>
    Math.max(...[head, ...rows.map((row) => row[i] ?? '')].map(({ length }) => length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  console.log([`\n${title}\n`, line(heads), rule, ...rows.map(line)].join('\n'));
}
