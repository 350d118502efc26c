import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { sendJson } from './llm.js';
import { violations } from './sentrySchema.js';
import { listen, readBody } from './server.js';

export const TOKEN = 'sntryu_0123456789abcdef0123456789abcdef';

export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: the body is what the test looks into
  body: any;
}

// biome-ignore lint/suspicious/noExplicitAny: as in Sentry's answers, whose fields the tests look into
type Entry = { id: string; [field: string]: any };

/** Answers in place of Sentry where it returns true. */
type Fault = (request: ApiRequest, response: ServerResponse) => boolean;

export interface SentryApi {
  url: string;
  requests: ApiRequest[];
  dashboards: Entry[];
  alerts: Entry[];
}

/**
 * A loopback stand-in for Sentry’s API, for the organisation `acme` with the projects `web` and `worker`.
 * It refuses what Sentry’s published description refuses, and hands out lists two entries a page.
 */
export async function startSentryApi(fault: Fault = () => false): Promise<SentryApi> {
  const requests: ApiRequest[] = [];
  const dashboards: Entry[] = [];
  const alerts: Entry[] = [];
  const server = await listen(async (incoming, response) => {
    const url = new URL(incoming.url ?? '', 'http://sentry');
    const text = await readBody(incoming);
    const request = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    requests.push(request);
    if (fault(request, response)) return;
    const [status, content, link] = answer(request, dashboards, alerts);
    if (link) response.setHeader('link', link);
    sendJson(response, status, content);
  });
  onTestFinished(() => server.close());
  return { url: server.url, requests, dashboards, alerts };
}

const monitors = [
  { id: '70', projectId: '7', project: 'web', type: 'uptime_domain_failure' },
  { id: '71', projectId: '7', project: 'web', type: 'error' },
  { id: '81', projectId: '8', project: 'worker', type: 'error' },
];

type Answer = [status: number, content: unknown, link?: string];

function answer(request: ApiRequest, dashboards: Entry[], alerts: Entry[]): Answer {
  const { method, path, query, headers, body } = request;
  if (headers.authorization !== `Bearer ${TOKEN}`) return [401, { detail: 'Invalid token' }];
  const [, org, collection, id] =
    /^\/api\/0\/organizations\/([^/]+)\/(\w+)\/(?:(\w+)\/)?$/.exec(path) ?? [];
  if (org !== 'acme') return [404, { detail: 'The requested resource does not exist' }];
  const wrong = violations(method, path, body);
  if (wrong.length > 0) return [400, { detail: wrong.join('; ') }];

  if (collection === 'detectors') {
    const project = query.get('project');
    return page(
      query,
      monitors.filter((monitor) => monitor.project === project),
    );
  }
  const entries = collection === 'dashboards' ? dashboards : alerts;
  const store = collection === 'dashboards' ? asDashboard : asAlert;
  if (method === 'GET' && !id) return page(query, entries);
  if (method === 'POST') {
    const entry = store({ id: String(entries.length + 1) }, body);
    entries.push(entry);
    return [201, entry];
  }
  const existing = entries.find((entry) => entry.id === id);
  if (!existing) return [404, { detail: 'Not found' }];
  if (method === 'PUT') Object.assign(existing, store(existing, body));
  return [200, existing];
}

const PAGE = 2;

function page(query: URLSearchParams, entries: unknown[]): Answer {
  const start = Number(query.get('cursor')?.split(':')[1] ?? 0);
  const link = (rel: string, at: number, results: boolean) =>
    `<http://sentry/?&cursor=0:${at}:0>; rel="${rel}"; results="${results}"; cursor="0:${at}:0"`;
  const links = [
    link('previous', start - PAGE, start > 0),
    link('next', start + PAGE, start + PAGE < entries.length),
  ];
  return [200, entries.slice(start, start + PAGE), links.join(', ')];
}

let lastWidget = 100;

/** Widgets that are not named are gone; those that are only named stay as they are. */
function asDashboard(existing: Entry, { widgets, ...body }: ApiRequest['body']): Entry {
  return {
    ...existing,
    ...body,
    widgets: widgets.map((widget: Partial<Entry>) => ({
      ...existing.widgets?.find(({ id }: Entry) => id === widget.id),
      ...widget,
      id: widget.id ?? String(++lastWidget),
    })),
  };
}

/** Sentry answers in camel case and with an id on everything. */
function asAlert(existing: Entry, body: ApiRequest['body']): Entry {
  return {
    ...existing,
    name: body.name,
    enabled: body.enabled,
    config: body.config,
    triggers: body.triggers,
    detectorIds: body.detector_ids.map(String),
    actionFilters: body.action_filters.map((filter: Entry, i: number) => ({
      ...filter,
      id: `${existing.id}${i}`,
      actions: filter.actions.map((action: Entry) => ({ ...action, id: `9${existing.id}${i}` })),
    })),
  };
}
