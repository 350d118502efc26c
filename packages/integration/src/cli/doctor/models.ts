import type { Endpoint } from '../../options/environment.js';
import { reasonOf } from './foreign.js';

/** What `GET /models` tells. */
export type ModelList =
  | { kind: 'unreachable'; reason: string }
  | { kind: 'web page' }
  | { kind: 'list'; names: string[] }
  /** Many endpoints have no list, or not for every key; that says nothing about them. */
  | { kind: 'none' };

export async function listModels({
  baseURL,
  apiKey,
  headers,
  timeoutMs,
}: Endpoint): Promise<ModelList> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${baseURL.replace(/(?<!\/)\/+$/, '')}/models`, {
      headers: { authorization: `Bearer ${apiKey}`, accept: 'application/json', ...headers },
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    const isLate = (error as Error).name === 'TimeoutError';
    return {
      kind: 'unreachable',
      reason: isLate ? `no answer within ${timeoutMs / 1000} s` : reasonOf(error),
    };
  }
  if (!response.ok) return { kind: 'none' };
  return readList(text) ?? { kind: isWebPage(response) ? 'web page' : 'none' };
}

function readList(text: string): ModelList | undefined {
  try {
    const { data } = JSON.parse(text) as { data?: { id?: unknown }[] };
    const names = data?.map(({ id }) => String(id));
    return names && { kind: 'list', names };
  } catch {
    return undefined;
  }
}

function isWebPage(response: Response): boolean {
  return response.headers.get('content-type')?.includes('html') ?? false;
}
