import type { Classifier } from '../../classifier.js';
import type { EvalOptions } from '../commands/eval.js';
import { Failed } from '../failed.js';
import { openClassifier } from '../llm.js';
import { formatReport } from './print.js';
import { Progress } from './progress.js';
import { type Corpus, openCorpus } from './records.js';
import { Scores } from './scores.js';

/** Errors under way at once: enough to fill the batches that may be in flight. */
const AT_ONCE = 50;

export async function evaluate(file: string, { llm, json }: EvalOptions): Promise<void> {
  const corpus = await openCorpus(file);
  const { classifier, explain } = await openClassifier(llm, {
    // A pass over a file is no trickle of events; what it may cost a day stays bounded.
    budget: { requestsPerMinute: 6000 },
  });
  try {
    const report = (await score(corpus, classifier)).report();
    const stats = llm ? classifier.stats() : undefined;
    console.log(
      json ? JSON.stringify({ ...report, stats }, undefined, 2) : formatReport(report, stats),
    );
    const trouble = await explain();
    if (trouble) throw new Failed(trouble);
  } finally {
    classifier.close();
  }
}

async function score(corpus: Corpus, classifier: Classifier): Promise<Scores> {
  const scores = new Scores();
  const progress = new Progress(corpus.size);
  const underWay = new Set<Promise<void>>();
  try {
    for await (const record of corpus.records((bytes) => progress.advance(bytes))) {
      const task = classifier.classify(record.facts).then((classification) => {
        scores.add(record, classification);
        underWay.delete(task);
      });
      underWay.add(task);
      if (underWay.size >= AT_ONCE) await Promise.race(underWay);
    }
    await Promise.all(underWay);
  } finally {
    progress.end();
  }
  return scores;
}
