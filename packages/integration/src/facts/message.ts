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
  model?: string;
}

/** Statuses stand at the beginning. */
const MAX_HEAD = 600;
const ANY_STATUS = /(?<!\d)[45]\d\d(?!\d)/;

/** The SDKs' own forms, then those of applications. A bare number elsewhere in a text is no status. */
const STATUS_FORMS: readonly RegExp[] = [
  /^(?:error:? )?([45]\d\d)(?:\b(?![.,%-]\d)(?! ?(?:tokens|items|files|rows|records|characters|bytes|ms|seconds|users|errors)\b)|$)/i,
  /\bstatus(?: ?code|_code)?['"]?(?: was| of| is)?[:= (]{1,3}([45]\d\d)\b/i,
  /\[([45]\d\d) [A-Z]/,
  /\bHTTP(?:\/[\d.]+| error| status| code)?[: (]{1,2}([45]\d\d)\b/i,
  /\b(?:error|failed|failure)(?: (?:code|with(?: status)?(?: code)?|response))?[:= (]{1,3}([45]\d\d)\b/i,
  /\b(?:returned|responded with|response|got|received|answered)(?: an?)?(?: HTTP)?(?: error)?(?: status)?(?: code)?:? ([45]\d\d)\b/i,
  /(?<!\d)([45]\d\d) (?:Too Many Requests|Unauthorized|Forbidden|Not Found|Bad Request|Payment Required|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Request Timeout|Unprocessable|Client Error|Server Error)/i,
  /(?:状态码|状态|错误码|狀態碼|錯誤碼|ステータス(?:コード)?|エラーコード|상태 ?코드|상태|오류 ?코드|에러 ?코드|código(?: de estado)?|statuscode|fehlercode|код (?:ошибки|состояния|ответа)|statut)[:：= ]{0,3}([45]\d\d)(?!\d)/i,
  /\(([45]\d\d)\)/,
];

/** Families whose names cannot be anything else. */
const MODEL =
  /(?<![\w/.-])(?:[\w-]{1,30}\/)?(?:gpt-\d|o[134]-|chatgpt-|claude-|gemini-|gemma-?\d|llama-?\d|meta-llama|mistral-|mixtral-|codestral|command-|deepseek-|grok-|qwen|kimi-|glm-\d|text-embedding-)(?:[.:-]?\w){0,60}/i;

export function readMessage(message: string): MessageFields {
  const head = message.slice(0, MAX_HEAD);
  const printed = statusIn(head);
  const [text, body] = split(message);
  const fields: MessageFields = { ...body, text };
  const status = printed ?? body?.status;
  if (status !== undefined) fields.status = status;
  const wait = fields.retryAfterMs ?? waitInText(text);
  if (wait !== undefined) fields.retryAfterMs = wait;
  const model = MODEL.exec(text.slice(0, 1000))?.[0];
  if (model) fields.model = model;
  return fields;
}

/** The text as the provider meant it, and the fields of the body that was printed into it. */
function split(message: string): [text: string, fields: Omit<BodyFields, 'said'>] {
  const start = message.indexOf('{');
  const end = message.lastIndexOf('}');
  if (start < 0) return [message, { codes: [] }];
  const json = end > start ? parseJson(message.slice(start, end + 1)) : undefined;
  if (json === undefined) return [message, scanBody(message)];
  const { said, ...fields } = readBody(json);
  return [[message.slice(0, start).trim(), ...said].filter(Boolean).join(' '), fields];
}

function statusIn(head: string): number | undefined {
  if (!ANY_STATUS.test(head)) return undefined;
  for (const form of STATUS_FORMS) {
    const status = form.exec(head)?.[1];
    if (status) return Number(status);
  }
  return undefined;
}
