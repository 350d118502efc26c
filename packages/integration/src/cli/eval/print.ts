import { defaultTaxonomy } from '../../taxonomy.js';
import type { Stats } from '../../types.js';
import { formatTable, oneLine } from '../table.js';
import { NOT_AI } from './records.js';
import type { Band, Miss, Report, Share } from './scores.js';

/** The report for people; `stats` where an LLM was asked. */
export function formatReport(report: Report, stats: Stats | undefined): string {
  return [
    formatShares(report),
    ...(stats ? [formatCost(stats)] : []),
    formatCalibration(report.calibration),
    formatConfusion(report.confusion),
    formatMisses(report.misses),
  ].join('\n\n');
}

function formatShares(report: Report): string {
  const rows: [name: string, share: Share, what: string][] = [
    ['accuracy', report.accuracy, 'LLM errors in a right category'],
    ['precision of the rules', report.precision, 'decisions of the rules right'],
    ['coverage of the rules', report.coverage, 'LLM errors decided by rules'],
    ['gate recall', report.gateRecall, 'LLM errors seen as such'],
    ['ordinary errors mistaken', report.ordinaryMistaken, 'ordinary errors taken for LLM errors'],
  ];
  return formatTable(
    ['measure', 'share', `of ${report.errors} errors`],
    rows.map(([name, share, what]) => [
      name,
      percent(share),
      `${share.count} of ${share.of} ${what}`,
    ]),
    [1],
  );
}

function formatCost(stats: Stats): string {
  const skipped = Object.entries(stats.skipped)
    .filter(([reason]) => reason !== 'not_ai')
    .map(([reason, count]) => `${reason} ${count}`);
  return formatTable(
    ['LLM', 'amount'],
    [
      ['requests', `${stats.requests}`],
      ['kinds asked', `${stats.asked}`],
      ['kinds answered', `${stats.answered}`],
      ['tokens in', `${stats.tokensIn}`],
      ['tokens out', `${stats.tokensOut}`],
      ['cost', stats.costUsd === undefined ? 'no price known' : `$${stats.costUsd.toFixed(4)}`],
      ...(skipped.length > 0 ? [['errors not answered', skipped.join(', ')]] : []),
    ],
  );
}

function formatCalibration(bands: readonly Band[]): string {
  return formatTable(
    ['confidence', 'errors', 'right', 'share'],
    bands.map((band, i) => {
      const next = bands[i + 1]?.from;
      const from = band.from.toFixed(2);
      const name = next ? `${from} to ${next.toFixed(2)}` : `${from} and more`;
      return [band.from === 0 ? 'not known' : name, `${band.of}`, `${band.count}`, percent(band)];
    }),
    [1, 2, 3],
  );
}

/** Rows are the labels, columns the same categories by number. */
function formatConfusion(confusion: Report['confusion']): string {
  const found = new Set(
    Object.entries(confusion).flatMap(([label, row]) => [label, ...Object.keys(row)]),
  );
  const names = [...Object.keys(defaultTaxonomy), NOT_AI].filter((name) => found.has(name));
  return formatTable(
    ['label ↓  predicted →', ...names.map((_, i) => `${i + 1}`)],
    names.map((label, i) => [
      `${String(i + 1).padStart(2)} ${label}`,
      ...names.map((predicted) => `${confusion[label]?.[predicted] ?? '·'}`),
    ]),
    names.map((_, i) => i + 1),
  );
}

function formatMisses(misses: readonly Miss[]): string {
  if (misses.length === 0) return 'no misses';
  return formatTable(
    [`misses (${misses.length})`, 'label', 'predicted', 'sure', 'by', 'error'],
    misses.map((miss) => [
      `line ${miss.line}${miss.id ? ` ${oneLine(miss.id, 20)}` : ''}`,
      miss.label,
      miss.predicted,
      miss.confidence.toFixed(2),
      miss.rule ?? miss.source,
      oneLine(miss.error, 100),
    ]),
  );
}

function percent({ share }: Share): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}
