/**
 * Fields that providers and SDKs print into the message: `429 {"type":"error","error":{…}}`, Google's JSON
 * in JSON, `Status code: 503`, `Please try again in 1.2s`.
 */
import { type BodyFields, readBody, scanBody } from './body.js';
import { parseJson } from './reading.js';
import { isOfGateway } from './values.js';
import { waitInText } from './wait.js';

export interface MessageFields extends Omit<BodyFields, 'said'> {
  /** The message without the JSON around it. */
  text: string;
  model?: string | undefined;
}

/** Statuses stand at the beginning. */
const MAX_HEAD = 600;
/** So do models. */
const MAX_MODEL = 1_000;
const MAX_VENDOR = 32;
/** From here on the message quotes what was sent. */
const QUOTE =
  /\b(?:content|prompt|text|input|query|question|said|wrote|asked)["'`]?(?:[:=] ?| was | )["'`“]/i;
const ANY_STATUS = /(?<!\d)[45]\d\d(?!\d)/;

/** The SDKs' own forms, then those of applications. A bare number elsewhere in a text is no status. */
const STATUS_FORMS: readonly RegExp[] = [
  /^(?:error:? )?([45]\d\d)(?:\b(?![.,%-]\d)(?! ?(?:tokens|items|files|rows|records|characters|bytes|ms|seconds|users|errors)\b)|$)/i,
  /(?:\b|_|http)status(?: ?code|_code)?['"]?(?: was| of| is)?[:= (]{1,3}([45]\d\d)\b/i,
  /\[([45]\d\d)(?: ?\]| [A-Z])/,
  /\bHTTP(?:\/[\d.]+| error| status| code| response code was)?[: (]{1,2}([45]\d\d)\b/i,
  /\b(?:error|(?<!tunnel connection )failed|failure)(?: (?:code|with(?: status)?(?: code)?|response))?[:= (]{1,3}([45]\d\d)\b(?!\)? ?\d)/i,
  /\b(?:returned|responded(?: with)?|response|answered)(?: an?)?(?: HTTP)?(?: error)?(?: status)?(?: code)?:? ([45]\d\d)\b/i,
  /(?<!\d|tunnel connection failed: )([45]\d\d) (?:Too Many Requests|Unauthorized|Forbidden|Not Found|Bad Request|Payment Required|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Request Timeout|Unprocessable|Client Error|Server Error)/i,
  /(?:状态码|状态|错误码|狀態碼|錯誤碼|ステータス(?:コード)?|エラーコード|상태 ?코드|상태|오류 ?코드|에러 ?코드|código(?: de estado)?|失败|失敗|不可用|异常|报错|返回|エラー|실패|오류|에러|fehler|erreur|erro|statuscode|fehlercode|код (?:ошибки|состояния|ответа)|statut)[:：= (（]{0,3}([45]\d\d)(?!\d| ?[件条條個个건])/i,
  // Go: `POST "https://…": 529 {`; .NET: `… does not indicate success: 503 (Service Unavailable)`
  /(?:["'`]|\bsuccess): ([45]\d\d) (?=[A-Z{("'`])/,
  // aiohttp, axios, LiteLLM
  /[a-zI](?:Error|Exception)(?:: | - )([45]\d\d)(?=[ ,:;]|$)|(?<!\d)([45]\d\d), message=['"]/,
  /\b(?:error_?)?(?<!exit )code[:=] ?([45]\d\d)(?![\d.])/i,
  // `HTTP Hatası: 500`, and the title of Cloudflare's page
  /\bHTTP [^\s\d]{2,15}: ([45]\d\d)\b|\| ([45]\d\d): /,
  /\bupstream:? ([45]\d\d)\b/i,
  /: ([45]\d\d) from\b/,
  // At the very end those that nothing else is as often
  /(?:: ?|\()(401|403|429)\)?(?:\.?$|\. (?=[A-ZÀ-Þ¿А-Я]))/,
  /\b(?:received|got) (?:an? )?(?:HTTP )?([45]\d\d)(?= from\b| response\b| error\b|: )/i,
  /(?<!\b(?:tokens?|items?|size|length|count|limit|window|dimensions?) )\(([45]\d\d)\)(?! ?\d)/,
  // What stainless clients say of an answer without a body, and those before them of one with it
  /(?<!\d)([45]\d\d) (?:status code\b|\{['"](?:error|errors|detail|message|msg|code|type|object|status)['"])/,
  /[a-z]: (401|403|429|503|529) (?=[A-Z][a-z])/,
  // `GigaChat 401, …`, `YandexGPT API: 401 — …`
  /\b(?:API:?|GigaChat|YandexGPT|OpenAI|ChatGPT|DeepSeek|OpenRouter|LiteLLM) (401|403|429|503|529)(?=,| [–—-] )/,
  // Application's own words, where nothing follows that could be counted
  /(?:répondu|renvoyé|respondió|devolvió|respondeu|retornou|devolveu|antwortete|antwortet|geantwortet|ответил|ответила|вернул|вернула|вернуло)(?: (?:con|com|par|mit|avec|un|um|eine?n?|an?|HTTP|el|o|le|den|estado|statut|status|código|code|Status|Code|ошибку|код|статус)){0,4}:? ([45]\d\d)(?=$|[.,:;)]| \()(?![.,]\d)/im,
];

/** gRPC's status codes, as its libraries for Python, Go, Java, C# and JavaScript print them. */
const GRPC =
  /(?:\bStatusCode[.:=] ?"?|\bcode = |StatusRuntimeException: |\bgot status: |^(?:Error: )?\d\d? )([A-Za-z]\w{4,18})(?!\w)/;
/** One of these is in every text that it matches, and this tells in a tenth of the time. */
const GRPC_BEGINS = ['StatusCode', 'code = ', 'StatusRuntimeException', 'got status: '];
const GRPC_NUMBER = /^(?:Error: )?\d\d? [A-Z]/;
const GRPC_CODES: ReadonlySet<string> = new Set([
  'CANCELLED',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'UNAUTHENTICATED',
]);

/** botocore: `An error occurred (ValidationException) when calling the Converse operation: …` */
const AWS = /\bAn error occurred \((\w{3,60})\) when calling the \w{2,60} operation/;

/** Clouds' SDKs: `AccountOverdueError: 403 Forbidden`, and the request's id on the next line */
const STATED = /^([A-Z][\w.]{3,60}): [45]\d\d [A-Z][A-Za-z ]{2,30}\r?\n *[Rr]equest ?I[Dd]: /;

/** Families whose names cannot be anything else. */
const MODEL =
  /(?<![\w.-])(?:gpt-\d|o[134]-|chatgpt-|claude-|gemini-|gemma-?\d|llama-?\d|meta-llama|mistral-|mixtral-|codestral|command-|deepseek-|grok-|qwen|kimi-|glm-\d|text-embedding-)(?:[.:/-]?\w){0,60}/i;

/** LangChain's and LangGraph's own codes, in the address of their manual. */
const MANUAL =
  /Troubleshooting URL: https?:\/\/[^\s/]{1,60}\/(?:[\w.-]{1,40}\/){1,8}([A-Z][A-Z_]{4,40})(?!\w)/;

export function readMessage(message: string): MessageFields {
  const fields = readPrinted(message);
  const head = message.slice(0, MAX_HEAD);
  fields.status = statusIn(head, fields.status);
  fields.codes.push(...namedCodes(head));
  const inManual = message.includes('Troubleshooting URL') && MANUAL.exec(message)?.[1];
  if (inManual) fields.codes.push(inManual);
  fields.retryAfterMs ??= waitInText(fields.text);
  fields.model = modelIn(fields.text.slice(0, MAX_MODEL));
  return fields;
}

function modelIn(head: string): string | undefined {
  const found = MODEL.exec(head);
  if (!found) return undefined;
  // Gateways put the vendor's name before it.
  const before = head.slice(Math.max(0, found.index - MAX_VENDOR), found.index);
  const vendor = before.endsWith('/')
    ? before
        .slice(0, -1)
        .split(/[\s'"`(=:,]/)
        .pop()
    : undefined;
  return vendor && /^[\w-]+$/.test(vendor) ? `${vendor}/${found[0]}` : found[0];
}

/** The text as the provider meant it, and the fields of the body that was printed into it. */
function readPrinted(message: string): MessageFields {
  const start = message.indexOf('{');
  if (start < 0) return { text: message, codes: [] };
  const end = message.lastIndexOf('}');
  const json = end > start ? parseJson(message.slice(start, end + 1)) : undefined;
  if (json === undefined) return { ...scanBody(message), text: message };
  const body = readBody(json);
  return {
    ...body,
    text: [message.slice(0, start).trim(), ...body.said].filter(Boolean).join(' '),
  };
}

/** Nobody answers 512 to 519; batches, windows and dimensions are as large. */
const isCount = (status: number): boolean => status > 511 && status < 520;

/** @param printed the one in the body, if there is any */
function statusIn(head: string, printed: number | undefined): number | undefined {
  if (!ANY_STATUS.test(head)) return printed;
  const quote = head.search(QUOTE);
  const own = quote < 0 ? head : head.slice(0, quote);
  let first: number | undefined;
  for (const form of STATUS_FORMS) {
    const status = Number(form.exec(own)?.slice(1).find(Boolean));
    if (Number.isNaN(status) || isCount(status)) continue;
    first ??= status;
    if (!isOfGateway(first)) return first;
    if (status < 500) return status;
  }
  return isOfGateway(first) ? (printed ?? first) : (first ?? printed);
}

/** Codes that libraries of other languages print between words. */
function namedCodes(head: string): string[] {
  const aws = head.includes('An error occurred (') ? AWS.exec(head)?.[1] : undefined;
  if (aws) return [aws];
  const stated = STATED.exec(head)?.[1];
  if (stated) return [stated];
  if (!GRPC_BEGINS.some((begin) => head.includes(begin)) && !GRPC_NUMBER.test(head)) return [];
  const grpc = GRPC.exec(head)?.[1];
  if (!grpc) return [];
  const code = grpc.replace(/([a-z])(?=[A-Z])/g, '$1_').toUpperCase();
  return GRPC_CODES.has(code) ? [code] : [];
}
