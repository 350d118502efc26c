import { defaultTaxonomy } from 'sentry-llm-classifier';
import { describe, expect, test, vi } from 'vitest';
import { runCommandLine } from './helpers/commandLine.js';
import { startSentryApi, TOKEN } from './helpers/sentryApi.js';
import { hasSentrySchema, violations } from './helpers/sentrySchema.js';

// A run of the command line takes longer than a test usually does where much else is running.
vi.setConfig({ testTimeout: 60_000 });

const create = (url: string, project = 'web') =>
  runCommandLine(
    ['dashboard', '--create', '--org', 'acme', '--project', project, '--self-hosted', url],
    { env: { SENTRY_AUTH_TOKEN: TOKEN } },
  );

// biome-ignore lint/suspicious/noExplicitAny: what is printed is what the test looks into
const printed = async (): Promise<any> => JSON.parse((await runCommandLine(['dashboard'])).stdout);

describe('what is printed', () => {
  test('charts by each tag, the shares, and big numbers for what somebody has to act on', async () => {
    const { title, widgets } = await printed();
    expect(title).toBe('LLM errors');
    const shown = Object.fromEntries(
      // biome-ignore lint/suspicious/noExplicitAny: as above
      widgets.map(({ title, display_type, queries: [query] }: any) => [
        title,
        [display_type, ...query.fields, query.conditions].join(' | '),
      ]),
    );
    expect(shown).toMatchObject({
      'Authentication errors': 'big_number | count() | ai_error_category:authentication_error',
      'Quota errors': 'big_number | count() | ai_error_category:quota_exceeded_error',
      'Errors by category': 'area | ai_error_category | count() | has:ai_error_category',
      'Errors by provider': 'bar | ai_error_provider | count() | has:ai_error_category',
      'Decided by': 'area | ai_error_source | count() | has:ai_error_category',
      'Retryable against permanent': 'bar | ai_error_retryable | count() | has:ai_error_category',
      'Unknown share over time':
        'line | equation|count_if(ai_error_category,equals,unknown_error) / count() * 100 | has:ai_error_category',
    });
    for (const source of ['rules', 'cache', 'llm', 'fallback']) {
      expect(Object.values(shown)).toContain(
        `big_number | equation|count_if(ai_error_source,equals,${source}) / count() * 100 | has:ai_error_category`,
      );
    }
    for (const category of Object.keys(defaultTaxonomy)) {
      expect(shown[`Top issues: ${category}`]).toBe(
        `table | issue | title | count() | count_unique(user) | ai_error_category:${category}`,
      );
    }
  });

  test('fits on Sentry’s grid without overlaps, in as many widgets as Sentry takes', async () => {
    const { widgets } = await printed();
    expect(widgets.length).toBeLessThanOrEqual(30);
    const taken = new Set<string>();
    for (const { title, layout } of widgets) {
      expect(layout.x + layout.w, title).toBeLessThanOrEqual(6);
      for (let x = layout.x; x < layout.x + layout.w; x++) {
        for (let y = layout.y; y < layout.y + layout.h; y++) {
          expect(taken, title).not.toContain(`${x},${y}`);
          taken.add(`${x},${y}`);
        }
      }
    }
  });

  test.runIf(hasSentrySchema)('is what Sentry’s API description asks for', async () => {
    const path = '/api/0/organizations/acme/dashboards/';
    const dashboard = await printed();
    expect(violations('POST', path, dashboard)).toEqual([]);
    expect(violations('POST', path, { ...dashboard, titel: '' })).toHaveLength(1);
  });
});

describe('--create', () => {
  test('creates the dashboard for the project', async () => {
    const sentry = await startSentryApi();
    const { stdout, stderr, exitCode } = await create(sentry.url);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toBe(
      `created the dashboard “LLM errors”: ${sentry.url}/organizations/acme/dashboard/1/\n`,
    );
    expect(sentry.dashboards).toEqual([expect.objectContaining({ projects: [7] })]);
    const { widgets } = await printed();
    expect(sentry.dashboards[0]?.widgets).toHaveLength(widgets.length);
  });

  test('updates the one that is there, wherever in the list, and changes nothing the second time', async () => {
    const sentry = await startSentryApi();
    for (const id of ['11', '12', '13']) sentry.dashboards.push({ id, title: `Other ${id}` });
    await create(sentry.url);
    const first = structuredClone(sentry.dashboards);
    const { stdout, exitCode } = await create(sentry.url);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^updated the dashboard “LLM errors”/);
    expect(sentry.dashboards).toEqual(first);
    expect(sentry.requests.filter(({ method }) => method !== 'GET')).toHaveLength(2);
  });

  test('keeps foreign widgets, where ours were put and other projects', async () => {
    const sentry = await startSentryApi();
    await create(sentry.url);
    const [dashboard] = sentry.dashboards;
    const [moved] = dashboard?.widgets ?? [];
    const place = { x: 2, y: 9, w: 3, h: 1, min_h: 1 };
    moved.layout = place;
    moved.description = 'spoilt';
    dashboard?.widgets.push({ id: '5', title: 'Our own', display_type: 'line' });
    await create(sentry.url, 'worker');
    expect(dashboard?.projects).toEqual([7, 8]);
    expect(dashboard?.widgets).toContainEqual({ id: '5', title: 'Our own', display_type: 'line' });
    const updated = dashboard?.widgets.find(({ id }: { id: string }) => id === moved.id);
    expect(updated).toMatchObject({ title: moved.title, layout: place });
    expect(updated.description).not.toBe('spoilt');
  });

  test('finds Sentry by SENTRY_URL, also below a path', async () => {
    const sentry = await startSentryApi();
    const { stderr } = await runCommandLine(
      ['dashboard', '--create', '--org', 'acme', '--project', 'web'],
      { env: { SENTRY_AUTH_TOKEN: TOKEN, SENTRY_URL: `${sentry.url}/sentry/` } },
    );
    expect(sentry.requests[0]?.path).toBe('/sentry/api/0/organizations/acme/detectors/');
    expect(stderr).toContain('no organisation “acme”');
  });
});
