/**
 * Fields that providers and SDKs print into the message: `429 {"type":"error","error":{…}}`, Google's JSON
 * in JSON, `Status code: 503`, `Please try again in 1.2s`.
 */
import { type BodyFields, readBody, scanBody } from './body.js';
import { parseJson } from './reading.js';
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
  /\bstatus(?: ?code|_code)?['"]?(?: was| of| is)?[:= (]{1,3}([45]\d\d)\b/i,
  /\[([45]\d\d)(?: [A-Z]|\])/,
  /\bHTTP(?:\/[\d.]+| error| status| code)?[: (]{1,2}([45]\d\d)\b/i,
  /\b(?:error|(?<!tunnel connection )failed|failure)(?: (?:code|with(?: status)?(?: code)?|response))?[:= (]{1,3}([45]\d\d)\b(?!\)? ?\d)/i,
  /\b(?:returned|responded with|response|answered)(?: an?)?(?: HTTP)?(?: error)?(?: status)?(?: code)?:? ([45]\d\d)\b/i,
  /(?<!\d|tunnel connection failed: )([45]\d\d) (?:Too Many Requests|Unauthorized|Forbidden|Not Found|Bad Request|Payment Required|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Request Timeout|Unprocessable|Client Error|Server Error)/i,
  /(?:状态码|状态|错误码|狀態碼|錯誤碼|ステータス(?:コード)?|エラーコード|상태 ?코드|상태|오류 ?코드|에러 ?코드|código(?: de estado)?|失败|失敗|不可用|异常|报错|返回|エラー|실패|오류|에러|fehler|erreur|erro|statuscode|fehlercode|код (?:ошибки|состояния|ответа)|statut)[:：= ]{0,3}([45]\d\d)(?!\d)/i,
  /\(([45]\d\d)\)(?! ?\d)/,
];

/** Families whose names cannot be anything else. */
const MODEL =
  /(?<![\w.-])(?:gpt-\d|o[134]-|chatgpt-|claude-|gemini-|gemma-?\d|llama-?\d|meta-llama|mistral-|mixtral-|codestral|command-|deepseek-|grok-|qwen|kimi-|glm-\d|text-embedding-)(?:[.:/-]?\w){0,60}/i;

export function readMessage(message: string): MessageFields {
  const fields = readPrinted(message);
  fields.status = statusIn(message.slice(0, MAX_HEAD)) ?? fields.status;
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

function statusIn(head: string): number | undefined {
  if (!ANY_STATUS.test(head)) return undefined;
  const quote = head.search(QUOTE);
  const own = quote < 0 ? head : head.slice(0, quote);
  for (const form of STATUS_FORMS) {
    const status = form.exec(own)?.[1];
    if (status) return Number(status);
  }
  return undefined;
}
