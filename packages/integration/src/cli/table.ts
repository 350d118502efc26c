/** Columns as wide as their widest cell; `right` are the numbers of those that stand to the right. */
export function formatTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const widths = heads.map((head, i) =>
    rows.reduce((widest, row) => Math.max(widest, row[i]?.length ?? 0), head.length),
  );
  const pad = (cell: string, i: number) =>
    right.includes(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
  return [heads, ...rows].map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** One line of so many characters at most; control characters would act on the terminal. */
export function oneLine(text: string, length: number): string {
  const plain = text
    .slice(0, 4 * length)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  const characters = [...plain];
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : plain;
}
