import type { ErrorFacts } from '../types.js';
import { type MessageFields, readMessage } from './message.js';
import { findProvider } from './providers.js';
import type { Structure } from './structure.js';
import { asId, asModel, isOfGateway } from './values.js';

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
  /** The same, where Sentry has noted that it failed without an answer. */
  failedRequest?: string;
  /** Status with which the last request was answered, where that was a moment ago. */
  lastStatus?: number;
}

/** Facts with the texts that rules read; made once per error. */
export interface CompleteFacts extends ErrorFacts {
  codes: string[];
  classes: string[];
  packages: string[];
  causes: string[];
  causePackages: string[];
  lastRequest?: string;
  failedRequest?: string;
  lastStatus?: number;
  /** Address that was called. Never leaves the process. */
  address?: string;
  /** Headers or a body that only LLM providers send. */
  isLlmAnswer?: true;
  /** Message and causes as the provider meant them: without JSON around, bounded. */
  text: string;
  /** The last whole lines of a message that is cut; empty where its last line is too long. */
  ending?: string;
}

/** Nothing after this many characters of a message has ever decided what it means. */
const MAX_MESSAGE = 4_000;
/** But a traceback tells at its end what happened, and the LLM is to see it. */
const MAX_ENDING = 1_000;
const MAX_CAUSES = 5;

const CAUSE_TYPE = /^[\w$.]{1,80}(?=: )/;
const STATUS = /^\d{3}$/;

/** Joins words and structure and reads what is printed between them. Structured fields come first. */
export function completeFacts(words: Words, structure: Structure): CompleteFacts {
  const message = bound(words.message);
  const causes = (words.causes ?? []).slice(0, MAX_CAUSES).map(bound);
  const printed = readMessage(message);
  for (const cause of causes) addCause(printed, readMessage(cause));
  const { text } = printed;
  const packages = words.packages ?? [];
  const classes: string[] = [];
  addClasses(classes, [words.type]);
  addClasses(classes, structure.classes);
  for (const cause of causes) addClasses(classes, CAUSE_TYPE.exec(cause) ?? []);
  addClasses(classes, printedClasses(text));
  const codes: string[] = [];
  const isFrameworks = classes.some((name) => FRAMEWORKS.includes(name));
  addNew(codes, isFrameworks ? structure.codes.filter(isTelling) : structure.codes);
  addNew(codes, printed.codes);
  const isUntold = isFrameworks && structure.status === 500 && causes.length === 0;
  const status = statusOf(isUntold ? undefined : structure.status, printed.status);
  const model = asModel(words.context?.model) ?? structure.model ?? printed.model;
  const provider =
    asModel(words.context?.provider) ??
    structure.provider ??
    findProvider({
      packages,
      classes,
      address: structure.address,
      text,
      model,
    });
  const code = codes.find((candidate) => !STATUS.test(candidate));
  const retryAfterMs = structure.retryAfterMs ?? printed.retryAfterMs;
  const requestId = structure.requestId ?? asId(printed.requestId);
  const isLlmAnswer = structure.isLlmAnswer ?? printed.isLlmForm;

  const facts: CompleteFacts = {
    type: words.type,
    message,
    causes,
    packages,
    causePackages: words.causePackages ?? [],
    classes,
    codes,
    text,
  };
  if (words.message.length > MAX_MESSAGE) facts.ending = endingOf(words.message);
  if (words.frames !== undefined) facts.frames = words.frames;
  if (words.context !== undefined) facts.context = words.context;
  if (words.marked !== undefined) facts.marked = words.marked;
  if (words.lastRequest !== undefined) facts.lastRequest = words.lastRequest;
  if (words.failedRequest !== undefined) facts.failedRequest = words.failedRequest;
  if (words.lastStatus !== undefined) facts.lastStatus = words.lastStatus;
  if (status !== undefined) facts.status = status;
  if (code !== undefined) facts.code = code;
  if (provider !== undefined) facts.provider = provider;
  if (model !== undefined) facts.model = model;
  if (retryAfterMs !== undefined) facts.retryAfterMs = retryAfterMs;
  if (requestId !== undefined) facts.requestId = requestId;
  if (isLlmAnswer) facts.isLlmAnswer = isLlmAnswer;
  if (structure.address !== undefined) facts.address = structure.address;
  if (structure.retryable !== undefined) facts.retryable = structure.retryable;
  return facts;
}

/**
 * Exceptions of web frameworks (FastAPI and Hono, NestJS, Firebase, tRPC, Nuxt): their 500 says that the
 * application did not expect what happened, and nothing of the provider.
 */
const FRAMEWORKS = [
  'HTTPException',
  'HttpException',
  'InternalServerErrorException',
  'HttpsError',
  'TRPCError',
  'H3Error',
  'NuxtError',
];

const isTelling = (code: string): boolean =>
  !/^(?:500|internal(?:_server_error)?|(?:service_)?unavailable|bad_gateway)$/i.test(code);

function statusOf(own: number | undefined, printed: number | undefined): number | undefined {
  return isOfGateway(own) && printed !== undefined && printed < 500 ? printed : (own ?? printed);
}

/** As Python and Java print them: `openai.RateLimitError: …`, `AiError: 3040: …`, `<Future … raised …>` */
const PRINTED_CLASS =
  /(?:^|[\s:([])((?:[a-z_]\w{0,40}\.){1,6}[A-Z]\w{2,60}|[A-Z]\w{1,60}(?:Error|Exception))(?=[:()>\s]|$)/g;
/** In most texts there is none, and this tells in a tenth of the time. */
const LIKE_CLASS = /\.[A-Z]|Error|Exception/;
const MAX_PRINTED = 400;

function printedClasses(text: string): string[] {
  const head = text.slice(0, MAX_PRINTED);
  if (!LIKE_CLASS.test(head)) return [];
  return Array.from(head.matchAll(PRINTED_CLASS), ([, name = '']) => name);
}

/** Each name, and its part behind the last dot; Ruby, Rust and PHP have `::` and `\\` there. */
function addClasses(classes: string[], names: readonly string[]): void {
  addNew(classes, names);
  for (const name of names) {
    const end = Math.max(name.lastIndexOf('.'), name.lastIndexOf(':'), name.lastIndexOf('\\'));
    if (end >= 0) addNew(classes, [name.slice(end + 1)]);
  }
}

/** Lists are short: a set would take longer. */
function addNew(list: string[], values: readonly string[]): void {
  for (const value of values) if (!list.includes(value)) list.push(value);
}

/** What the outermost says counts first. */
function addCause(printed: MessageFields, cause: MessageFields): void {
  printed.text += `\n${cause.text}`;
  printed.codes.push(...cause.codes);
  printed.status ??= cause.status;
  printed.model ??= cause.model;
  printed.retryAfterMs ??= cause.retryAfterMs;
  printed.requestId ??= cause.requestId;
  printed.isLlmForm ??= cause.isLlmForm;
}

function bound(text: string): string {
  return text.length > MAX_MESSAGE ? text.slice(0, MAX_MESSAGE) : text;
}

function endingOf(text: string): string {
  const ending = text.slice(Math.max(MAX_MESSAGE, text.length - MAX_ENDING));
  const cut = ending.indexOf('\n');
  return cut < 0 ? '' : ending.slice(cut + 1);
}
