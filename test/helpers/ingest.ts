import type { ClientReport, ErrorEvent } from '@sentry/core';
import { listen, type RunningServer, readBody } from './server.js';

/** A loopback stand-in for Sentry's ingest endpoint. */
export interface Ingest extends RunningServer {
  dsn: string;
  /** Error events, in the order they arrived. */
  events: ErrorEvent[];
  /** Every other envelope item, with its type. */
  others: { type: string; payload: unknown }[];
  /** Events that the SDK itself reported as dropped, by reason. */
  dropped(): Record<string, number>;
  /** Resolves when so many events are there. */
  arrived(count: number): Promise<ErrorEvent[]>;
}

export async function startIngest(): Promise<Ingest> {
  const events: ErrorEvent[] = [];
  const others: Ingest['others'] = [];
  const waiting = new Set<() => void>();
  const server = await listen(async (request, response) => {
    for (const [header, payload] of itemsOf(await readBody(request))) {
      if (header.type === 'event') events.push(payload as ErrorEvent);
      else others.push({ type: header.type, payload });
    }
    response.setHeader('content-type', 'application/json');
    response.setHeader('access-control-allow-origin', '*');
    response.end('{}');
    for (const check of waiting) check();
  });
  return {
    ...server,
    dsn: `${server.url.replace('http://', 'http://public@')}/1`,
    events,
    others,
    dropped: () => {
      const dropped: Record<string, number> = {};
      for (const { type, payload } of others) {
        if (type !== 'client_report') continue;
        for (const { reason, quantity } of (payload as ClientReport).discarded_events) {
          dropped[reason] = (dropped[reason] ?? 0) + quantity;
        }
      }
      return dropped;
    },
    arrived: (count) =>
      new Promise((resolve) => {
        const check = () => {
          if (events.length < count) return;
          waiting.delete(check);
          resolve(events);
        };
        waiting.add(check);
        check();
      }),
  };
}

/** Header and payload of each item of an envelope; JSON payloads only, one a line. */
function itemsOf(envelope: string): [{ type: string }, unknown][] {
  const lines = envelope.split('\n').filter(Boolean).slice(1);
  const items: [{ type: string }, unknown][] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) {
    items.push([JSON.parse(lines[i] ?? ''), JSON.parse(lines[i + 1] ?? '')]);
  }
  return items;
}
