import type { ErrorFacts } from '../types.js';
import { readMessage } from './message.js';
import { findProvider } from './providers.js';
import { asModel, type Structure } from './structure.js';

/** What was said, before anything is made of it. */
export interface Words {
  type: string;
  message: string;
  causes?: string[];
  frames?: string[];
  packages?: string[];
  /** Those of the causes' stacks, nearest cause first. */
  causePackages?: string[];
  context?: Record<string, string | number | boolean>;
  marked?: boolean;
  /** Address of the last HTTP request before the error. Never leaves the process. */
  lastRequest?: string;
}

/** Facts with the texts that rules read; made once per error. */
export interface CompleteFacts extends ErrorFacts {
  codes: string[];
  classes: string[];
  packages: string[];
  causes: string[];
  causePackages: string[];
  lastRequest?: string;
  /** Message and causes as the provider meant them: without JSON around, bounded. */
  text: string;
}

/** Nothing after this many characters of a message has ever decided what it means. */
const MAX_MESSAGE = 4_000;
const MAX_CAUSES = 5;

/** Joins words and structure and reads what is printed between them. Structured fields come first. */
export function completeFacts(words: Words, structure: Structure): CompleteFacts {
  const message = bound(words.message);
  const causes = (words.causes ?? []).slice(0, MAX_CAUSES).map(bound);
  const printed = readMessage(message);
  const printedByCause = causes.map(readMessage);
  const text = [printed.text, ...printedByCause.map((cause) => cause.text)].join('\n');
  const packages = words.packages ?? [];
  const causeTypes = causes.flatMap((cause) => /^[\w$]{1,80}(?=: )/.exec(cause) ?? []);
  const classes = [...new Set([words.type, ...structure.classes, ...causeTypes])];
  const codes = [
    ...new Set([...structure.codes, ...printed.codes, ...printedByCause.flatMap((c) => c.codes)]),
  ];
  const status =
    structure.status ?? printed.status ?? printedByCause.find((cause) => cause.status)?.status;
  const model = asModel(words.context?.model) ?? structure.model ?? printed.model;
  const provider =
    asModel(words.context?.provider) ??
    structure.provider ??
    findProvider({ packages, classes, host: structure.host, text: text.toLowerCase(), model });
  const code = codes.find((candidate) => !/^\d{3}$/.test(candidate));
  const retryAfterMs = structure.retryAfterMs ?? printed.retryAfterMs;

  return {
    ...words,
    message,
    causes,
    packages,
    causePackages: words.causePackages ?? [],
    classes,
    codes,
    text,
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(provider !== undefined && { provider }),
    ...(model !== undefined && { model }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(structure.retryable !== undefined && { retryable: structure.retryable }),
  };
}

function bound(text: string): string {
  return text.length > MAX_MESSAGE ? text.slice(0, MAX_MESSAGE) : text;
}
