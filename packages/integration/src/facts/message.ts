/**
 * Fields that providers and SDKs print into the message: `429 {"type":"error","error":{…}}`, Google's JSON
 * in JSON, `Status code: 503`, `Please try again in 1.2s`.
 */
export interface MessageFields {
  /** The message without the JSON around it. */
  text: string;
  status?: number;
  codes: string[];
  retryAfterMs?: number;
  model?: string;
}

/** Longer bodies are echoes of requests or pages of HTML, not error objects. */
const MAX_BODY = 20_000;

/** The SDKs' own forms. A bare number elsewhere in a text is no status. */
const STATUS_FORMS: readonly RegExp[] = [
  /^(?:error:? )?([45]\d\d)(?:\b(?![.,%-]\d)|$)/i,
  /\bstatus(?: ?code)?[:= ]{1,3}([45]\d\d)\b/i,
  /\[([45]\d\d) [A-Z]/,
  /\bHTTP(?:\/[\d.]+| error| status)?[: ]{1,2}([45]\d\d)\b/i,
  /\berror(?: code)?[:= ]{1,3}\(?([45]\d\d)\b/i,
];

/** `Please try again in 6m0.5s`, `retry after 20 seconds` */
const WAIT = /\b(?:try again in|retry in|retry after)\s{1,2}(?:about )?(?=\d)/i;
const DURATION_PART =
  /(\d{1,9}(?:\.\d{1,9})?)\s?(ms|milliseconds?|h(?:ours?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)(?![a-z])\s?/iy;
const UNITS: Readonly<Record<string, number>> = { ms: 1, mil: 1, h: 3_600_000, m: 60_000, s: 1000 };

/** Families whose names cannot be anything else. */
const MODEL =
  /(?<![\w/.-])(?:[\w-]{1,30}\/)?(?:gpt-\d|o[134]-|chatgpt-|claude-|gemini-|gemma-?\d|llama-?\d|meta-llama|mistral-|mixtral-|codestral|command-|deepseek-|grok-|qwen|kimi-|glm-\d|text-embedding-)(?:[.:-]?\w){0,60}/i;

export function readMessage(message: string): MessageFields {
  const fields: MessageFields = { text: message, codes: [] };
  for (const form of STATUS_FORMS) {
    const status = form.exec(message.slice(0, 600))?.[1];
    if (status) {
      fields.status = Number(status);
      break;
    }
  }
  const start = message.indexOf('{');
  const end = message.lastIndexOf('}');
  if (start >= 0 && end > start && end - start < MAX_BODY) {
    const body = parse(message.slice(start, end + 1));
    if (body !== undefined) {
      const said: string[] = [];
      readBody(body, fields, said, 0);
      fields.text = [message.slice(0, start).trim(), ...said].filter(Boolean).join(' ');
    }
  }
  const wait = waitIn(fields.text);
  if (wait !== undefined) fields.retryAfterMs ??= wait;
  const model = MODEL.exec(fields.text.slice(0, 1000))?.[0];
  if (model) fields.model = model;
  return fields;
}

function waitIn(text: string): number | undefined {
  const lead = WAIT.exec(text);
  if (!lead) return undefined;
  let total: number | undefined;
  let at = lead.index + lead[0].length;
  for (;;) {
    DURATION_PART.lastIndex = at;
    const part = DURATION_PART.exec(text);
    if (!part?.[1] || !part[2]) return total;
    const unit = part[2].toLowerCase();
    const factor = UNITS[unit] ?? UNITS[unit.slice(0, 3)] ?? UNITS[unit.charAt(0)] ?? 1000;
    total = Math.round((total ?? 0) + Number(part[1]) * factor);
    at = DURATION_PART.lastIndex;
  }
}

/** Walks the error object of a body: `error`, `details`, and JSON inside a message (Google). */
function readBody(node: unknown, fields: MessageFields, said: string[], depth: number): void {
  if (depth > 5 || typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const item of node.slice(0, 5)) readBody(item, fields, said, depth + 1);
    return;
  }
  const body = node as Record<string, unknown>;
  for (const key of ['code', 'type', 'status', 'reason', 'error_type', 'quotaId', '@type']) {
    const value = body[key];
    if (typeof value === 'string' && value.length <= 160) fields.codes.push(value);
    if (typeof value === 'number') {
      fields.codes.push(String(value));
      if (value >= 400 && value <= 599) fields.status ??= value;
    }
  }
  const delay =
    typeof body.retryDelay === 'string' && /^(\d{1,6}(?:\.\d{1,9})?)s$/.exec(body.retryDelay);
  if (delay) fields.retryAfterMs = Math.round(Number(delay[1]) * 1000);
  for (const key of ['message', 'msg', 'detail', 'error', 'description']) {
    const value = body[key];
    if (typeof value !== 'string') continue;
    const inner = value.trimStart().startsWith('{') ? parse(value) : undefined;
    if (inner !== undefined) readBody(inner, fields, said, depth + 1);
    else said.push(value);
  }
  for (const key of ['error', 'detail', 'details', 'violations', 'metadata', 'errors']) {
    readBody(body[key], fields, said, depth + 1);
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
