import type { Classification, Source } from '../../types.js';
import { type LabelledError, NOT_AI } from './records.js';

/** So many of so many, and the share; no share of nothing. */
export interface Share {
  count: number;
  of: number;
  /** 0 to 1. */
  share: number | null;
}

/** How often answers of a confidence from `from` up to the next band's were right. */
export interface Band extends Share {
  from: number;
}

/** An error that was put where it does not belong. */
export interface Miss {
  line: number;
  id?: string;
  label: string;
  predicted: string;
  confidence: number;
  source: Source;
  rule?: string;
  skipped?: string;
  error: string;
}

export interface Report {
  errors: number;
  /** LLM errors that got a right category. */
  accuracy: Share;
  /** Of what rules decided, what they decided right; an ordinary error that they took is wrong. */
  precision: Share;
  /** LLM errors that rules decided. */
  coverage: Share;
  /** LLM errors that were seen as such. */
  gateRecall: Share;
  /** Ordinary errors that were taken for LLM errors. */
  ordinaryMistaken: Share;
  calibration: Band[];
  /** label → predicted → errors. */
  confusion: Record<string, Record<string, number>>;
  misses: Miss[];
}

/** Lower ends of the bands. Confidence 0 has one of its own: nothing is known. */
const BANDS = [0, 0.01, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** Counts what became of each error. */
export class Scores {
  #ordinary = 0;
  #llm = 0;
  #right = 0;
  #mistaken = 0;
  #passed = 0;
  #decided = 0;
  #decidedOfLlm = 0;
  #decidedRight = 0;
  readonly #bands = BANDS.map((from) => ({ from, count: 0, of: 0 }));
  readonly #confusion = new Map<string, Map<string, number>>();
  readonly #misses: Miss[] = [];

  add(record: LabelledError, classification: Classification): void {
    const { label, alt } = record;
    const isOrdinary = label === NOT_AI;
    const isTaken = classification.skipped !== 'not_ai';
    const predicted = isTaken ? classification.category : NOT_AI;
    const isRight = predicted === label || alt.includes(predicted);
    const isDecided = classification.source === 'rules';

    if (isOrdinary) {
      this.#ordinary++;
      if (isTaken && !isRight) this.#mistaken++;
    } else {
      this.#llm++;
      if (isTaken) this.#passed++;
      if (isRight) this.#right++;
      if (isDecided) this.#decidedOfLlm++;
    }
    if (isDecided) {
      this.#decided++;
      if (isRight) this.#decidedRight++;
    }
    if (isTaken) {
      const band = this.#bands.findLast(({ from }) => from <= classification.confidence);
      if (band) {
        band.of++;
        if (isRight) band.count++;
      }
    }
    const row = this.#confusion.get(label) ?? new Map<string, number>();
    this.#confusion.set(label, row.set(predicted, (row.get(predicted) ?? 0) + 1));
    if (!isRight) this.#misses.push(missOf(record, predicted, classification));
  }

  report(): Report {
    return {
      errors: this.#llm + this.#ordinary,
      accuracy: shareOf(this.#right, this.#llm),
      precision: shareOf(this.#decidedRight, this.#decided),
      coverage: shareOf(this.#decidedOfLlm, this.#llm),
      gateRecall: shareOf(this.#passed, this.#llm),
      ordinaryMistaken: shareOf(this.#mistaken, this.#ordinary),
      calibration: this.#bands
        .filter(({ of }) => of > 0)
        .map(({ from, count, of }) => ({ from, ...shareOf(count, of) })),
      confusion: Object.fromEntries(
        [...this.#confusion].map(([label, row]) => [label, Object.fromEntries(row)]),
      ),
      misses: this.#misses.sort((a, b) => a.line - b.line),
    };
  }
}

function shareOf(count: number, of: number): Share {
  return { count, of, share: of > 0 ? count / of : null };
}

function missOf(
  { line, id, label, facts }: LabelledError,
  predicted: string,
  { confidence, source, rule, skipped }: Classification,
): Miss {
  return {
    line,
    ...(id !== undefined && { id }),
    label,
    predicted,
    confidence,
    source,
    ...(rule !== undefined && { rule }),
    ...(skipped !== undefined && { skipped }),
    error: `${facts.type}: ${facts.message}`,
  };
}
