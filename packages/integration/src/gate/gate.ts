import type { CompleteFacts } from '../facts/complete.js';
import { APPLICATION, RUNTIME } from '../facts/packages.js';
import {
  isCarrier,
  isEngine,
  isLlmAddress,
  isLlmPackage,
  namesLlmEndpoint,
} from '../facts/providers.js';
import {
  LANGUAGE_CLASSES,
  LLM_CLASS,
  LLM_CLASSES,
  LLM_CODES,
  LLM_MODULE,
  SDK_ANSWER_CLASSES,
  SDK_CLASSES,
} from './classes.js';
import { ClueBook } from './clues.js';
import { AI, CALL, FAILURE, THINGS, TOLD, TROUBLES } from './lexicon.js';
import {
  FILE_CODES,
  NAMESAKES,
  ORDINARY_WORDS,
  OTHER_THINGS,
  OTHER_TRADES,
  SERVICE_CLASS,
  SERVICE_WORDS,
  UNSTARTED,
  UNSTARTED_WORDS,
} from './ordinary.js';
import { LLM_NAMES, LLM_PHRASES } from './phrases.js';
import {
  CALLERS,
  LLM_NAME,
  LLM_WORDS,
  NAMED,
  NAMED_CALL,
  NOT_CALLERS,
  SHARED_NAMES,
  TRADE,
} from './words.js';

/**
 * Is this error about an LLM at all? Ordinary errors are left untouched, so what counts is who threw;
 * words count only where they can mean nothing else.
 */
export function isAboutLlm(facts: CompleteFacts): boolean {
  if (facts.marked || facts.isLlmAnswer) return true;
  if (isUnstarted(facts)) return false;
  if (facts.classes.some(isLlmClass)) return true;
  if (facts.codes.some((code) => LLM_CODES.has(code.toLowerCase()))) return true;
  if (facts.address !== undefined && isLlmAddress(facts.address)) return true;
  if (namesLlmEndpoint(facts.text)) return true;
  // What the text leaves out of a body: the names of Google's quotas are addresses.
  if (facts.text !== facts.message && namesLlmEndpoint(facts.message)) return true;
  return isThrownOrSaid(facts) && !isOfAnotherService(facts);
}

function isThrownOrSaid(facts: CompleteFacts): boolean {
  const thrower = throwerIn(facts.packages);
  if (thrower !== undefined && thrower !== APPLICATION) {
    return isLlmPackage(thrower) || handsOn(facts, thrower);
  }
  return (
    facts.classes.some((name) => LLM_CLASSES.has(name)) ||
    isOfLastRequest(facts, thrower) ||
    hasLlmCause(facts) ||
    isSdkAnswer(facts) ||
    hasLlmWords(facts)
  );
}

/**
 * LLM products have databases, files and dependencies of their own, and their tools call others. Where there
 * is a status, a server has answered, and may have told of its own.
 */
const isOfAnotherService = ({ type, text, status }: CompleteFacts): boolean =>
  status === undefined && (SERVICE_CLASS.test(type) || serviceBook().read(text)('service') > 0);

let ofServices: ClueBook<'service'> | undefined;

function serviceBook(): ClueBook<'service'> {
  if (!ofServices) {
    ofServices = new ClueBook();
    ofServices.add('service', SERVICE_WORDS);
    ofServices.add('service', UNSTARTED_WORDS);
  }
  return ofServices;
}

const isUnstarted = ({ type, message, classes, codes }: CompleteFacts): boolean =>
  classes.some((name) => UNSTARTED.has(name)) ||
  codes.some((code) => UNSTARTED.has(code)) ||
  (type === 'SystemExit' && EXIT_STATUS.test(message));

/** Scripts end with a sentence, too, command lines with a number. */
const EXIT_STATUS = /^-?\d{0,3}$/;

function isLlmClass(name: string): boolean {
  if (LANGUAGE_CLASSES.has(name)) return false;
  return LLM_CLASS.test(name) || (name.includes('.') && LLM_MODULE.test(name));
}

/** Who threw: carriers and the runtime throw on behalf of their caller. */
function throwerIn(packages: readonly string[]): string | undefined {
  const throwers = packages.filter((name) => name !== RUNTIME && !isCarrier(name));
  const [first] = throwers;
  if (first === undefined || !isEngine(first)) return first;
  const caller = throwers.find((name) => !isEngine(name));
  return caller !== undefined && isLlmPackage(caller) ? caller : first;
}

/** The application has wrapped what an LLM's package threw. */
function hasLlmCause({ causePackages, classes, text }: CompleteFacts): boolean {
  const thrower = throwerIn(causePackages);
  return (
    (thrower !== undefined && isLlmPackage(thrower)) ||
    classes.some((name) => SDK_CLASSES.has(name)) ||
    PRINTED_SDK_CLASS.test(text)
  );
}

/** An SDK's error that the application printed into its own: `Summary failed: APIConnectionError: …` */
const PRINTED_SDK_CLASS = /\bAPI(?:Connection(?:Timeout)?|UserAbort)Error: /;

/** An answer as the JavaScript SDKs put it, where nobody is left in the stack: `429 Rate limit …` */
function isSdkAnswer({ type, message, packages }: CompleteFacts): boolean {
  if (packages.length > 0) return false;
  if (type === 'ApiError') return GENAI_ANSWER.test(message);
  return SDK_ANSWER_CLASSES.has(type) && SDK_ANSWER.test(message);
}

/** A status and more than its name; not Cloudflare's body, whose SDK is made by the same generator. */
const SDK_ANSWER = /^[45]\d\d (?!\{"success")(?=[\w"'`{<]\S* \S+ \S+ \S)/;

/** `@google/genai` throws the body itself, or one that holds it as text. */
const GENAI_ANSWER = /^\{"error":\{"(?:code|message)":.*"status\\?": ?\\?"[A-Z_]{4,30}\\?"/s;

/**
 * Another trade's library says it itself (`OpenAI API request failed`), or hands on what it was told, as
 * workflows, queues and clients of one's own do.
 */
function handsOn({ text, message }: CompleteFacts, thrower: string): boolean {
  const isLlm =
    NAMED_CALL.test(text) || (!isEngine(thrower) && saysAndNames(clueBook().read(text)));
  return isLlm && !says(message, ORDINARY_WORDS) && !says(message, OTHER_TRADES);
}

/** Alone a phrase means an LLM only where an application says it: every trade has models and tokens. */
const saysAndNames = (clues: Clues): boolean =>
  clues('phrase') > 0 && (clues('name') > 0 || clues('words') > 0);

function hasLlmWords(facts: CompleteFacts): boolean {
  const { codes, text, message } = facts;
  if (codes.some((code) => FILE_CODES.has(code))) return false;
  const clues = clueBook().read(text);
  const isLlm =
    LLM_NAME.test(text) ||
    clues('phrase') > 0 ||
    clues('words') > 0 ||
    namesLlm(facts, clues) ||
    // What the text leaves out of a body.
    (text !== message && tellsInBody(message)) ||
    tellsOfLlm(text, clues);
  if (!isLlm || says(message, ORDINARY_WORDS)) return false;
  return !says(message, OTHER_TRADES) || NAMED_CALL.test(text);
}

function tellsInBody(message: string): boolean {
  const clues = clueBook().read(message);
  return clues('phrase') > 0 || clues('words') > 0;
}

/** `Gemini returned 503`: the name alone may be a person's, or that of a function that does more than call. */
function namesLlm(facts: CompleteFacts, clues: Clues): boolean {
  const { text } = facts;
  const isNamed =
    ((clues('name') > 0 || isNamedForLlm(facts)) && (clues('trouble') > 0 || clues('call') > 0)) ||
    (clues('shared name') > 0 && TRADE.test(text));
  return isNamed && !says(text, NAMESAKES);
}

/**
 * The function that threw: `askClaude`, `OpenAIService.summarize`. Who called it does not count: routes named
 * for an LLM check their users and store their answers, too.
 */
const isNamedForLlm = ({ frames = [] }: CompleteFacts): boolean =>
  isCaller(frames.find((frame) => !frame.startsWith(BUILT_IN)) ?? '');

/** A file's name does not count either: all of a feature may be in it. */
function isCaller(frame: string): boolean {
  const name = frame.slice(frame.indexOf(' ') + 1);
  return says(name, CALLERS) && !says(name, NOT_CALLERS);
}

/** `JSON.parse` has no file. */
const BUILT_IN = '<anonymous> ';

/** `Could not parse the assistant's reply as JSON`: no word says it, all of them together do. */
function tellsOfLlm(text: string, clues: Clues): boolean {
  const things = clues('thing', THINGS.length) + 2 * clues('ai');
  const isTold = clues('told') > 0;
  if ((things === 0 && !isTold) || says(text, OTHER_THINGS)) return false;
  return (
    isTold ||
    things + clues('trouble', TROUBLES.length) >= 3 ||
    (clues('ai') > 0 && clues('failure') > 0)
  );
}

type Kind =
  | 'phrase'
  | 'words'
  | 'name'
  | 'shared name'
  | 'thing'
  | 'told'
  | 'ai'
  | 'trouble'
  | 'failure'
  | 'call';
type Clues = ReturnType<ClueBook<Kind>['read']>;

let written: ClueBook<Kind> | undefined;

function clueBook(): ClueBook<Kind> {
  if (!written) {
    written = new ClueBook();
    written.addPhrases('phrase', LLM_PHRASES);
    written.addPhrases('words', LLM_NAMES);
    written.add('words', LLM_WORDS);
    written.add('name', NAMED);
    written.add('shared name', [SHARED_NAMES]);
    written.addConcepts('thing', THINGS);
    written.addConcepts('told', TOLD);
    written.addConcepts('ai', [AI]);
    written.addConcepts('trouble', TROUBLES);
    written.addConcepts('failure', [FAILURE]);
    written.addConcepts('call', [CALL]);
  }
  return written;
}

function says(text: string, words: readonly RegExp[]): boolean {
  return words.some((pattern) => pattern.test(text));
}

/**
 * Errors of a connection and of an unreadable answer often have nobody of the caller's in their stack.
 * Where they show that the request had been answered, it is the last one that Sentry noted. Sentry notes
 * requests that failed, too.
 */
function isOfLastRequest(facts: CompleteFacts, thrower: string | undefined): boolean {
  const { lastRequest = '', failedRequest = '', text } = facts;
  return (
    (isLlmAddress(lastRequest) &&
      (CUT.test(text) || isUnreadAnswer(facts, thrower) || isToldByStatus(facts))) ||
    (isLlmAddress(failedRequest) && (UNSENT.test(text) || isNobodys(facts, thrower)))
  );
}

/** `Summary failed: HTTP 429`; a status that only the object has is as often the application's own. */
const isToldByStatus = ({ status, lastStatus, text }: CompleteFacts): boolean =>
  status !== undefined && status === lastStatus && text.includes(String(status));

/** undici, node-fetch */
const CUT = /^(?:terminated|aborted|premature close|other side closed)\b/im;

/** Chromium, Safari, Firefox, and their `AbortSignal` */
const UNSENT =
  /^(?:Failed to fetch|Load failed|NetworkError when|fetch failed|network error|signal (?:timed out|is aborted)|(?:The|This) (?:user|operation) (?:was )?(?:aborted|timed out)|Fetch is aborted)/im;

/** Without an answer AWS's SDK lets through what the runtime throws. */
function isNobodys({ packages, status }: CompleteFacts, thrower: string | undefined): boolean {
  return thrower === undefined && packages.length > 0 && status === undefined;
}

/** Thrown by those who carry the answer, or by `response.json()` of Node's own fetch. */
function isUnreadAnswer(facts: CompleteFacts, thrower: string | undefined): boolean {
  const { type, status, frames = [] } = facts;
  if (thrower === undefined) return type === 'SyntaxError' || status !== undefined;
  return type === 'SyntaxError' && frames.some((frame) => frame.endsWith(' parseJSONFromBytes'));
}
