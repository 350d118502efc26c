import type { Answer } from './answers.js';
import { Consultant, type Reply } from './consultant.js';
import type { Endpoint } from './environment.js';
import type { CompleteFacts } from './facts/complete.js';
import { fingerprintOf } from './fingerprint.js';
import { isAboutLlm } from './gate.js';
import { createGuesser, type Guess } from './guess.js';
import type { Host } from './host.js';
import type { Settings } from './settings.js';
import { readTaxonomy } from './taxonomy.js';
import type { Classification, SkipReason, Stats } from './types.js';
import { WaitingRoom } from './waitingRoom.js';

/** How an error came. */
export interface Circumstances {
  /** The process is about to end: answer at once. */
  isFatal?: boolean;
  /** Share of events that the sender itself keeps, 0 to 1; scales the share that may ask. */
  keptShare?: number;
}

export interface Pipeline {
  /**
   * At once where rules or memory decide, else a promise that settles within `maxWaitMs` and never
   * rejects. `undefined`: not about an LLM.
   */
  classify(
    facts: CompleteFacts,
    circumstances?: Circumstances,
  ): Classification | Promise<Classification> | undefined;
  /** A flush of so many milliseconds has begun; call what is returned when it has ended. */
  drain(timeoutMs: number | undefined): () => void;
  stats(): Stats;
  /** Ends requests in flight and asks no more. */
  close(): void;
}

/** The stations in their order: gate → rules → memory → LLM. */
export function createPipeline(
  settings: Settings,
  endpoint: Endpoint | false,
  host: Host,
): Pipeline {
  const categories = readTaxonomy(settings.taxonomy);
  const guess = createGuesser(settings, categories);
  const room = new WaitingRoom({
    maxWaitMs: settings.maxWaitMs,
    maxPending: Math.min(settings.maxPending, host.maxPending ?? settings.maxPending),
    isCrowded: host.isCrowded,
  });
  const stats = noStats();
  const openConsultant = (at: Endpoint) =>
    new Consultant(settings, at, categories, host, stats, () => room.isCrowded());
  const consultant = endpoint ? openConsultant(endpoint) : undefined;

  return {
    classify(facts, circumstances = {}) {
      const start = performance.now();
      if (settings.scope === 'ai' && !isAboutLlm(facts)) return undefined;
      const finish = (decision: Decision): Classification => {
        stats[decision.source]++;
        if (decision.skipped) {
          stats.skipped[decision.skipped] = (stats.skipped[decision.skipped] ?? 0) + 1;
        }
        return { ...decision, ...told(facts), latency_ms: Math.round(performance.now() - start) };
      };
      const decision = decide(facts, circumstances);
      return decision instanceof Promise ? decision.then(finish) : finish(decision);
    },
    drain: (timeoutMs) => room.drain(timeoutMs),
    stats: () => ({ ...stats, skipped: { ...stats.skipped } }),
    close: () => consultant?.close(),
  };

  function decide(
    facts: CompleteFacts,
    { isFatal, keptShare = 1 }: Circumstances,
  ): Decision | Promise<Decision> {
    const guessed = guess(facts);
    if (guessed.confidence >= settings.ruleThreshold) {
      return { ...guessed, source: 'rules', model_used: 'rules' };
    }
    if (!endpoint || !consultant) return fallBack(guessed, 'off');
    const fingerprint = fingerprintOf(facts);
    const known = consultant.recall(fingerprint);
    if (known) return adopt(known, 'cache');
    if (isFatal) return fallBack(guessed, 'fatal');
    if (Math.random() >= settings.sampleRate * keptShare) return fallBack(guessed, 'sampled');

    const hint = guessed.rule && guessed.category;
    const conclude = (reply: Reply): Decision =>
      typeof reply === 'string' ? fallBack(guessed, reply) : adopt(reply.answer, reply.source);
    // A consultant gathers questions in batches, and whose request ends would take the others' with it.
    const asked = host.isSharedByRequests ? openConsultant(endpoint) : consultant;
    const waited = room.wait(asked.ask(fingerprint, facts, hint));
    return waited instanceof Promise ? waited.then(conclude) : conclude(waited);
  }

  function adopt(answer: Answer, source: 'cache' | 'llm'): Decision {
    const { category, confidence, suggestion, model } = answer;
    const retryable = categories.isRetryable(category);
    return { category, confidence, suggestion, retryable, source, model_used: model };
  }
}

type Decision = Omit<
  Classification,
  'latency_ms' | 'provider' | 'model' | 'status' | 'retry_after_ms'
>;

function fallBack(guess: Guess, skipped: SkipReason): Decision {
  return { ...guess, source: 'fallback', model_used: 'rules', skipped };
}

/** What the error itself told and a reader of the event wants to see. */
function told({ provider, model, status, retryAfterMs }: CompleteFacts) {
  return {
    ...(provider !== undefined && { provider }),
    ...(model !== undefined && { model }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retry_after_ms: retryAfterMs }),
  };
}

function noStats(): Stats {
  return {
    rules: 0,
    cache: 0,
    llm: 0,
    fallback: 0,
    skipped: {},
    asked: 0,
    answered: 0,
    requests: 0,
    tokensIn: 0,
    tokensOut: 0,
  };
}
