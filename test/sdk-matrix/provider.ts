import { listen } from '../helpers/server.js';
import type { Behaviour, Endpoint } from './cell.js';

/** A provider on loopback that does one thing to every request. */
export async function startProvider(
  behaviour: Behaviour,
): Promise<Endpoint & { close(): Promise<void> }> {
  const server = await listen((request, response) => {
    request.resume();
    if (behaviour === 'hangs') return;
    if (behaviour === 'resets' || behaviour === 'refuses') {
      response.socket?.resetAndDestroy();
    } else if ('begins' in behaviour) {
      const { begins, contentType, end } = behaviour;
      response.writeHead(200, { 'content-type': contentType });
      // Not reset: that could overtake what was written.
      response.write(begins, () =>
        end === 'closed' ? response.end() : response.socket?.destroy(),
      );
    } else {
      const { status, body, headers } = behaviour;
      const isText = typeof body === 'string';
      response.writeHead(status, {
        'content-type': isText ? 'text/html' : 'application/json',
        ...headers,
      });
      response.end(isText ? body : JSON.stringify(body));
    }
  });
  // Nobody listens on a port that was free a moment ago.
  if (behaviour === 'refuses') await server.close();
  return { ...server, timeoutMs: behaviour === 'hangs' ? 200 : 60_000 };
}
