import type { CompleteFacts } from '../facts/complete.js';
import { APPLICATION, RUNTIME } from '../facts/packages.js';
import { PhraseBook } from '../facts/phrases.js';
import { isCarrier, isLlmAddress, isLlmPackage, namesLlmEndpoint } from '../facts/providers.js';
import { LLM_PHRASES } from './phrases.js';
import {
  CALL_TROUBLES,
  LLM_CLASS,
  LLM_CLASSES,
  LLM_CODES,
  LLM_MODULE,
  LLM_WORDS,
  LLM_WORDS_ABROAD,
  NAMED,
  NAMESAKES,
  ORDINARY_CODES,
  ORDINARY_WORDS,
  OTHER_THINGS,
  SDK_ANSWER_CLASSES,
  SDK_CLASSES,
  SHARED_NAMES,
  THINGS,
  TRADE,
  TROUBLES,
} from './words.js';

/**
 * Is this error about an LLM at all? Ordinary errors are left untouched, so what counts is who threw;
 * words count only where they can mean nothing else.
 */
export function isAboutLlm(facts: CompleteFacts): boolean {
  if (facts.marked || facts.isLlmAnswer) return true;
  if (facts.classes.some(isLlmClass)) return true;
  if (facts.codes.some((code) => LLM_CODES.has(code.toLowerCase()))) return true;
  if (facts.address !== undefined && isLlmAddress(facts.address)) return true;
  if (namesLlmEndpoint(facts.text)) return true;
  // What the text leaves out of a body: the names of Google's quotas are addresses.
  if (facts.text !== facts.message && namesLlmEndpoint(facts.message)) return true;
  const thrower = throwerIn(facts.packages);
  if (thrower !== undefined && thrower !== APPLICATION) return isLlmPackage(thrower);
  return (
    facts.classes.some((name) => LLM_CLASSES.has(name)) ||
    isOfLastRequest(facts, thrower) ||
    hasLlmCause(facts) ||
    isSdkAnswer(facts) ||
    hasLlmWords(facts)
  );
}

function isLlmClass(name: string): boolean {
  return LLM_CLASS.test(name) || LLM_MODULE.test(name);
}

/** Who threw: carriers and the runtime throw on behalf of their caller. */
function throwerIn(packages: readonly string[]): string | undefined {
  return packages.find((name) => name !== RUNTIME && !isCarrier(name));
}

/** The application has wrapped what an LLM's package threw. */
function hasLlmCause({ causePackages, classes, text }: CompleteFacts): boolean {
  return (
    isLlmPackage(throwerIn(causePackages) ?? '') ||
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

function hasLlmWords({ codes, text, message }: CompleteFacts): boolean {
  if (codes.some((code) => ORDINARY_CODES.has(code))) return false;
  const isLlm =
    saysPhrase(text) ||
    says(text, LLM_WORDS) ||
    namesLlm(text) ||
    // Fields of a body: the model's name.
    (text !== message && says(message, LLM_WORDS)) ||
    (NON_ASCII.test(text) && says(text, LLM_WORDS_ABROAD)) ||
    tellsOfLlm(text);
  return isLlm && !says(message, ORDINARY_WORDS);
}

/** `Gemini returned 503`: the name alone may be a person's. */
function namesLlm(text: string): boolean {
  const isNamed =
    (NAMED.test(text) && says(text, CALL_TROUBLES)) ||
    (SHARED_NAMES.test(text) && TRADE.test(text));
  return isNamed && !says(text, NAMESAKES);
}

/** `Could not parse the assistant's reply as JSON`: no word says it, all of them together do. */
function tellsOfLlm(text: string): boolean {
  const things = THINGS.filter((pattern) => pattern.test(text)).length;
  if (things === 0 || says(text, OTHER_THINGS)) return false;
  return things + TROUBLES.filter((pattern) => pattern.test(text)).length >= 3;
}

let llmPhrases: PhraseBook | undefined;

function saysPhrase(text: string): boolean {
  if (!llmPhrases) {
    llmPhrases = new PhraseBook();
    llmPhrases.add(LLM_PHRASES);
  }
  return llmPhrases.read(text).length > 0;
}

function says(text: string, words: readonly RegExp[]): boolean {
  return words.some((pattern) => pattern.test(text));
}

const NON_ASCII = /[^\0-~]/;

/**
 * Errors of a connection and of an unreadable answer often have nobody of the caller's in their stack.
 * Where they show that the request had been answered, it is the last one that Sentry noted. Sentry notes
 * requests that failed, too.
 */
function isOfLastRequest(facts: CompleteFacts, thrower: string | undefined): boolean {
  const { lastRequest = '', failedRequest = '', text } = facts;
  return (
    (isLlmAddress(lastRequest) && (CUT.test(text) || isUnreadAnswer(facts, thrower))) ||
    (isLlmAddress(failedRequest) && (UNSENT.test(text) || isNobodys(facts, thrower)))
  );
}

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
