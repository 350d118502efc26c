import type { Answer } from './cache/answers.js';
import { fingerprintOf } from './cache/fingerprint.js';
import type { CompleteFacts } from './facts/complete.js';
import { isAboutLlm } from './gate/gate.js';
import type { Host } from './host.js';
import { Consultant, type Reply } from './llm/consultant.js';
import type { Endpoint } from './options/environment.js';
import type { Settings } from './options/settings.js';
import { createGuesser, type Guess } from './rules/guess.js';
import type { Tally } from './stats.js';
import { readTaxonomy } from './taxonomy.js';
import { isThenable } from './thenable.js';
import type { Classification, SkipReason } from './types.js';
import type { WaitingRoom } from './waitingRoom.js';

/** How an error came. */
export interface Circumstances {
  /** When it came, by `performance.now()`; default: now. */
  since?: number;
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
  /** Ends requests in flight and asks no more. */
  close(): void;
}

/** The stations in their order: gate → rules → memory → LLM. */
export function createPipeline(
  settings: Settings,
  endpoint: Endpoint | false,
  host: Host,
  tally: Tally,
  room: WaitingRoom,
): Pipeline {
  const categories = readTaxonomy(settings.taxonomy);
  const guess = createGuesser(settings, categories);
  const openConsultant = (at: Endpoint) =>
    new Consultant(settings, at, categories, host, tally, () => room.isCrowded());
  const consultant = endpoint ? openConsultant(endpoint) : undefined;
  /** Those who ask for one request alone, the latest last. */
  const others = new Set<Consultant>();
  let isClosed = false;

  return {
    classify(facts, circumstances = {}) {
      const { since = performance.now() } = circumstances;
      if (settings.scope === 'ai' && !isAboutLlm(facts)) return undefined;
      const finish = (decision: Decision): Classification => {
        tally.classified(decision);
        const classification = decision as Classification;
        addTold(classification, facts);
        classification.latency_ms = Math.round(performance.now() - since);
        return classification;
      };
      const decision = decide(facts, since, circumstances);
      return isThenable<Decision>(decision) ? decision.then(finish) : finish(decision);
    },
    close() {
      isClosed = true;
      consultant?.close();
      for (const other of others) other.close();
    },
  };

  function decide(
    facts: CompleteFacts,
    since: number,
    { isFatal, keptShare = 1 }: Circumstances,
  ): Decision | Promise<Decision> {
    const guessed = guess(facts);
    if (guessed.confidence >= settings.ruleThreshold) {
      return Object.assign(guessed, BY_RULES);
    }
    if (!endpoint || !consultant) return fallBack(guessed, 'off');
    const fingerprint = fingerprintOf(facts, (text) => guess({ ...BARE, text }).category);
    const known = consultant.recall(fingerprint);
    if (known) return adopt(known, 'cache');
    if (isFatal) return fallBack(guessed, 'fatal');
    if (isClosed) return fallBack(guessed, 'pressure');
    if (Math.random() >= settings.sampleRate * keptShare) return fallBack(guessed, 'sampled');

    const hint = guessed.rule && guessed.category;
    const conclude = (reply: Reply): Decision =>
      typeof reply === 'string' ? fallBack(guessed, reply) : adopt(reply.answer, reply.source);
    const asked = host.isSharedByRequests
      ? askAlone(openConsultant(endpoint), fingerprint, facts, hint)
      : consultant.ask(fingerprint, facts, hint);
    const waited = room.wait(asked, since);
    return isThenable<Reply>(waited) ? waited.then(conclude) : conclude(waited);
  }

  /** A consultant gathers questions in batches, and whose request ends would take the others' with it. */
  async function askAlone(
    other: Consultant,
    ...question: Parameters<Consultant['ask']>
  ): Promise<Reply> {
    // The promise of a request that was ended never settles, and nobody tells.
    const [oldest] = others;
    if (oldest && others.size >= MAX_OTHERS) others.delete(oldest);
    others.add(other);
    const reply = await other.ask(...question);
    others.delete(other);
    return reply;
  }

  function adopt(answer: Answer, source: 'cache' | 'llm'): Decision {
    const { category, confidence, suggestion, model } = answer;
    const retryable = categories.isRetryable(category);
    return { category, confidence, suggestion, retryable, source, model_used: model };
  }
}

/** More than are asking at once: Sentry's client holds 64 events. */
const MAX_OTHERS = 100;

/** Facts of which nothing but the text is known. */
const BARE: CompleteFacts = {
  type: '',
  message: '',
  text: '',
  causes: [],
  packages: [],
  causePackages: [],
  codes: [],
  classes: [],
};

const BY_RULES = { source: 'rules', model_used: 'rules' } as const;

type Decision = Omit<
  Classification,
  'latency_ms' | 'provider' | 'model' | 'status' | 'retry_after_ms' | 'request_id'
>;

function fallBack(guess: Guess, skipped: SkipReason): Decision {
  return { ...guess, source: 'fallback', model_used: 'rules', skipped };
}

/** What the error itself told and a reader of the event wants to see. */
function addTold(
  classification: Classification,
  { provider, model, status, retryAfterMs, requestId }: CompleteFacts,
): void {
  if (provider !== undefined) classification.provider = provider;
  if (model !== undefined) classification.model = model;
  if (status !== undefined) classification.status = status;
  if (retryAfterMs !== undefined) classification.retry_after_ms = retryAfterMs;
  if (requestId !== undefined) classification.request_id = requestId;
}
