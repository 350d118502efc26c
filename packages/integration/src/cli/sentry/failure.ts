import type { Place } from './api.js';

/** What each refusal means here and what to do about it. */
const ADVICE: Readonly<Record<number, (place: Place) => string>> = {
  400: () =>
    'This Sentry may be older or newer than the request: update it or sentry-llm-classifier, or print the request without --create and add it by hand.',
  401: ({ url }) =>
    `The token in SENTRY_AUTH_TOKEN is wrong, expired or of another Sentry. Make one at ${url}/settings/account/api/auth-tokens/, and give --self-hosted if your Sentry is elsewhere.`,
  403: ({ org }) =>
    `The token may not do this in “${org}”. It needs the scopes org:read, alerts:read and alerts:write and a member who sees the project; organisation tokens (sntrys_…) are only for uploads from CI.`,
  404: ({ url, org }) =>
    `There is no organisation “${org}” at ${url}, or it is older than this API. Check the spelling of --org (the short name in Sentry’s address bar) and --self-hosted (regions: https://us.sentry.io, https://de.sentry.io).`,
  409: () =>
    'One of that name was made meanwhile, or the token may not see it. Run the command again; if that does not help, rename the other one in Sentry.',
};

/** The text of an error for an answer that is not what was asked for. */
export function explainAnswer(response: Response, body: unknown, place: Place): string {
  const { status, headers } = response;
  if (status >= 300 && status < 400) {
    return `${place.url} redirects to ${headers.get('location') ?? 'another address'}. Give the final address with --self-hosted.`;
  }
  if (status === 429) {
    return `Sentry takes no more requests at the moment (429). Run the command again ${whenToRetry(headers)}.`;
  }
  if (body === undefined && (response.ok || ADVICE[status] === undefined)) {
    return `${place.url} answers with ${kindOf(headers)} (${status}), which is not Sentry’s API. Check --self-hosted and SENTRY_URL, or try again later if Sentry is down.`;
  }
  const advice =
    ADVICE[status]?.(place) ?? 'Try again later; https://status.sentry.io tells of outages.';
  const detail = detailOf(body);
  return `Sentry answers ${status}${detail && `: ${detail}`}\n${advice}`;
}

export function explainNetwork(error: unknown, { url }: Place): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  const reason =
    name === 'TimeoutError' ? 'no answer in time' : (cause?.code ?? cause?.message ?? message);
  return `${url} cannot be reached (${reason}). Check the network, the proxy and --self-hosted.`;
}

const MOST_DETAILS = 5;
const LONGEST_DETAIL = 600;

/** `{ detail }`, or the messages of a validation with their paths. */
function detailOf(body: unknown): string {
  const found: string[] = [];
  collect(body, '', found);
  return found.slice(0, MOST_DETAILS).join('; ').slice(0, LONGEST_DETAIL);
}

function collect(value: unknown, path: string, found: string[]): void {
  if (typeof value === 'string')
    found.push(path === '' || path === 'detail' ? value : `${path}: ${value}`);
  else if (Array.isArray(value)) {
    // A list of words are messages about one field; a list of objects, fields of its entries.
    value.forEach((entry, i) => {
      collect(entry, typeof entry === 'string' ? path : `${path}[${i}]`, found);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      collect(entry, path === '' ? key : `${path}.${key}`, found);
    }
  }
}

function kindOf(headers: Headers): string {
  return headers.get('content-type')?.includes('html') ? 'a web page' : 'something';
}

/** `retry-after` is seconds or a date; Sentry’s own header is a time in seconds since 1970. */
function whenToRetry(headers: Headers): string {
  const after = headers.get('retry-after')?.trim();
  const reset = Number(headers.get('x-sentry-rate-limit-reset'));
  if (after && /^\d+$/.test(after)) return `in ${after} s`;
  if (after) return `after ${after}`;
  return reset > 0 ? `after ${new Date(reset * 1000).toISOString()}` : 'in a minute';
}
