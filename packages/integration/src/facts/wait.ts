/** How long a provider asks to wait: in headers, in bodies and in the words of several languages. */
import { get } from './reading.js';

/** Nobody means to wait longer; what is longer is a point in time or a mistake. In milliseconds. */
const LONGEST = 31 * 24 * 3_600_000;

/** `Please try again in 6m0.5s`, `retry after 20 seconds`, `please wait 30s` */
const LEAD =
  /(?:\b(?:try again (?:in|after)|retry(?:ing)? (?:in|after)|wait(?: for)?(?: at least)?|available (?:again )?in|resets? (?:in|after))|\bretry[-_]?after["']?[:=]|Reintente en|reintentar en|de nuevo en|réessayer dans|Réessayez dans|erneut in|versuchen in|через)\s{0,2}(?:about |approximately |at least |etwa |environ )?(?=\d)/i;

/** `20초 후`, `20 秒后`, `20秒後`: the number comes first. */
const LEAD_CJK =
  /(\d{1,7}(?:\.\d{1,6})?)\s?(시간|분|초|小时|時間|分钟|分鐘|分|秒钟?|秒)\s?(?:后|後|之后|후|뒤)/;

const PART =
  /(\d{1,9}(?:\.\d{1,9})?)\s?(ms|milliseconds?|hours?|h|heures?|horas?|Stunden?|minut(?:en?|es?|os?)?|mins?|m|segundos?|secondes?|Sekunden?|sec(?:ond)?s?|s|секунд[ыу]?|минут[ыу]?|час(?:а|ов)?|)(?![a-zа-я])\s?/iy;

const UNITS: readonly (readonly [start: string, milliseconds: number])[] = [
  ['ms', 1],
  ['mil', 1],
  ['m', 60_000],
  ['м', 60_000],
  ['h', 3_600_000],
  ['st', 3_600_000],
  ['ч', 3_600_000],
  ['시', 3_600_000],
  ['小', 3_600_000],
  ['時', 3_600_000],
  ['분', 60_000],
  ['分', 60_000],
];
const SECOND = 1_000;

export function waitInText(text: string): number | undefined {
  const counted = LEAD_CJK.exec(text);
  if (counted) return bound(Number(counted[1]) * unitOf(counted[2] ?? ''));
  const lead = LEAD.exec(text);
  if (!lead) return undefined;
  let total: number | undefined;
  let at = lead.index + lead[0].length;
  for (;;) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    // A number without a unit is a second, if it stands alone.
    if (!part || (part[2] === '' && total !== undefined)) return total;
    total = bound((total ?? 0) + Number(part[1]) * unitOf(part[2] ?? ''));
    if (part[2] === '') return total;
    at = PART.lastIndex;
  }
}

function unitOf(unit: string): number {
  const lower = unit.toLowerCase();
  return UNITS.find(([start]) => lower.startsWith(start))?.[1] ?? SECOND;
}

/** Google's `"34s"`, or a number of seconds (`retry_after`, Hugging Face's `estimated_time`). */
export function waitInField(value: unknown): number | undefined {
  if (typeof value === 'number' && value >= 0) return bound(value * SECOND);
  const delay = typeof value === 'string' && /^(\d{1,7}(?:\.\d{1,9})?)s?$/.exec(value);
  return delay ? bound(Number(delay[1]) * SECOND) : undefined;
}

/** `retry-after` in seconds or as a date (RFC 9110 §10.2.3); `retry-after-ms` as OpenAI and Azure send it. */
export function waitInHeaders(headers: unknown): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const milliseconds = Number(header(headers, name) ?? Number.NaN);
    if (milliseconds >= 0) return bound(milliseconds);
  }
  const after = header(headers, 'retry-after');
  if (after === undefined || after.length > 64) return undefined;
  const seconds = Number(after);
  if (seconds >= 0) return bound(seconds * SECOND);
  const date = Date.parse(after);
  return Number.isNaN(date) ? undefined : bound(Math.max(0, date - Date.now()));
}

/** Of `Headers`, or of a record in lower case or as it is written in documents. */
export function header(headers: unknown, name: string): string | undefined {
  let value: unknown;
  try {
    const getter = get(headers, 'get');
    value =
      typeof getter === 'function'
        ? getter.call(headers, name)
        : (get(headers, name) ??
          get(
            headers,
            name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase()),
          ));
  } catch {
    return undefined;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function bound(milliseconds: number): number | undefined {
  const rounded = Math.round(milliseconds);
  return rounded <= LONGEST ? rounded : undefined;
}
