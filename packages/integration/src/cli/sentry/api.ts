import { Failed } from '../failed.js';
import { hideSecrets } from '../secrets.js';
import { explainAnswer, explainNetwork } from './failure.js';

/** Longest that Sentry may take for an answer, in milliseconds. */
const PATIENCE = 30_000;
/** A hundred entries each; an organisation has fewer. */
const MOST_PAGES = 100;

export interface Place {
  /** Where Sentry is, without a slash at the end. */
  url: string;
  org: string;
}

/** One organisation in Sentry's web API. Every call throws `Failed` with what to do. */
export class SentryApi {
  readonly place: Place;
  readonly #token: string;

  constructor(place: Place, token: string) {
    this.place = place;
    this.#token = token;
  }

  get<T>(path: string): Promise<T> {
    return this.#call('GET', path).then(({ body }) => body as T);
  }

  post<T>(path: string, content: object): Promise<T> {
    return this.#call('POST', path, content).then(({ body }) => body as T);
  }

  put<T>(path: string, content: object): Promise<T> {
    return this.#call('PUT', path, content).then(({ body }) => body as T);
  }

  /** All pages of a list. */
  async list<T>(path: string, query: Record<string, string> = {}): Promise<T[]> {
    const entries: T[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const parameters = new URLSearchParams({
        ...query,
        per_page: '100',
        ...(cursor && { cursor }),
      });
      const { body, headers } = await this.#call('GET', `${path}?${parameters}`);
      if (!Array.isArray(body)) throw this.#failed(`${path} is not a list: not Sentry’s API?`);
      entries.push(...(body as T[]));
      cursor = nextCursor(headers.get('link'));
      if (!cursor) break;
    }
    return entries;
  }

  async #call(
    method: string,
    path: string,
    content?: object,
  ): Promise<{ body: unknown; headers: Headers }> {
    const { url, org } = this.place;
    const address = `${url}/api/0/organizations/${encodeURIComponent(org)}/${path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(address, {
        method,
        headers: {
          authorization: `Bearer ${this.#token}`,
          accept: 'application/json',
          ...(content && { 'content-type': 'application/json' }),
        },
        ...(content && { body: JSON.stringify(content) }),
        // Followed, a POST would become a GET, and the token would go to where it was not meant for.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
      });
      text = await response.text();
    } catch (error) {
      throw this.#failed(explainNetwork(error, this.place));
    }
    const body = parse(text);
    if (!response.ok || body === undefined) {
      throw this.#failed(explainAnswer(response, body, this.place));
    }
    return { body, headers: response.headers };
  }

  #failed(message: string): Failed {
    return new Failed(hideSecrets(message, [this.#token]));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Sentry always names a next page and says beside it whether there is something on it. */
function nextCursor(link: string | null): string | undefined {
  const next = link?.split(',').find((part) => part.includes('rel="next"'));
  return next?.includes('results="true"') ? /cursor="([^"]+)"/.exec(next)?.[1] : undefined;
}
