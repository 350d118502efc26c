import type { Endpoint } from '../options/environment.js';

type Fetch = typeof globalThis.fetch;

/** Decoded bytes. An honest answer to the largest batch has a hundredth of that. */
const MAX_BODY = 2_000_000;

/**
 * `fetch` as the openai package is to use it. The headers are the endpoint's alone: the package adds those
 * that `OPENAI_CUSTOM_HEADERS` holds for the application's own calls. Redirects are not followed: they would
 * take errors and keys to another host, past the budget. A body that goes on and on is cut off before it is
 * in memory.
 */
export function endpointFetch(endpoint: Endpoint, fetch: Fetch = globalThis.fetch): Fetch {
  return async (input, init) => {
    const response = await fetch(input, {
      ...init,
      headers: headersFor(endpoint),
      redirect: 'manual',
    });
    if (!response.body) return response;
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(bound()), { status, statusText, headers });
  };
}

function headersFor({ apiKey, headers: own }: Endpoint): Headers {
  const headers = new Headers({
    accept: 'application/json',
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
  });
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  return headers;
}

function bound(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MAX_BODY)
        controller.error(new Error(`The answer is longer than ${MAX_BODY} bytes`));
      else controller.enqueue(chunk);
    },
  });
}
