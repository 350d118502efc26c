import { describe, expect, test, vi } from 'vitest';
import { runCommandLine } from './helpers/commandLine.js';
import { startSentryApi, TOKEN } from './helpers/sentryApi.js';
import { hasSentrySchema, violations } from './helpers/sentrySchema.js';

// A run of the command line takes longer than a test usually does where much else is running.
vi.setConfig({ testTimeout: 60_000 });

const create = (url: string, project = 'web') =>
  runCommandLine(
    ['alerts', '--create', '--org', 'acme', '--project', project, '--self-hosted', url],
    { env: { SENTRY_AUTH_TOKEN: TOKEN } },
  );

// biome-ignore lint/suspicious/noExplicitAny: what is printed is what the test looks into
const printed = async (): Promise<any[]> => JSON.parse((await runCommandLine(['alerts'])).stdout);

const names = [
  'LLM errors: quota used up',
  'LLM errors: authentication refused',
  'LLM errors: unknown ones are rising',
];

describe('what is printed', () => {
  test('an alert for quota, one for authentication, one for a rise of unknown', async () => {
    const alerts = await printed();
    expect(alerts.map(({ name }) => name)).toEqual(names);
    const isCategory = (value: string) => ({
      type: 'tagged_event',
      comparison: { key: 'ai_error_category', match: 'eq', value },
      conditionResult: true,
    });
    const conditionsOf = (i: number) =>
      alerts[i].action_filters.map(({ conditions }: { conditions: unknown }) => conditions);
    expect(conditionsOf(0)).toEqual([[isCategory('quota_exceeded_error')]]);
    expect(conditionsOf(1)).toEqual([[isCategory('authentication_error')]]);
    expect(conditionsOf(2)).toEqual([
      [
        isCategory('unknown_error'),
        expect.objectContaining({
          type: 'event_frequency_percent',
          comparison: { value: 100, interval: '1h', comparisonInterval: '1d' },
        }),
      ],
      [
        isCategory('unknown_error'),
        expect.objectContaining({ type: 'age_comparison' }),
        expect.objectContaining({ type: 'event_frequency_count' }),
      ],
    ]);
  });

  test.runIf(hasSentrySchema)('is what Sentry’s API description asks for', async () => {
    for (const alert of await printed()) {
      const path = '/api/0/organizations/acme/workflows/';
      expect(violations('POST', path, alert)).toEqual([]);
      expect(violations('POST', path, { ...alert, frequency: 5 })).toHaveLength(1);
    }
  });
});

describe('--create', () => {
  test('creates them, connected to the project’s error monitor', async () => {
    const sentry = await startSentryApi();
    const { stdout, stderr, exitCode } = await create(sentry.url);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(stdout).toBe(names.map((name) => `created the alert “${name}”\n`).join(''));
    expect(sentry.alerts).toEqual(
      names.map((name) => expect.objectContaining({ name, enabled: true, detectorIds: ['71'] })),
    );
  });

  test('updates those that are there and changes nothing the second time', async () => {
    const sentry = await startSentryApi();
    await create(sentry.url);
    const first = structuredClone(sentry.alerts);
    const { stdout, exitCode } = await create(sentry.url);
    expect(exitCode).toBe(0);
    expect(stdout).toBe(names.map((name) => `updated the alert “${name}”\n`).join(''));
    expect(sentry.alerts).toEqual(first);
  });

  test('keeps who is told, what is switched off and what else an alert watches', async () => {
    const sentry = await startSentryApi();
    await create(sentry.url);
    const [alert] = sentry.alerts;
    if (!alert) throw new Error('no alert was created');
    const slack = { type: 'slack', integrationId: '1', data: {}, config: {}, status: 'active' };
    alert.enabled = false;
    alert.detectorIds = ['71', '99'];
    alert.actionFilters[0].actions = [{ id: '3', ...slack }];
    alert.config = { frequency: 5 };
    await create(sentry.url);
    expect(sentry.alerts).toHaveLength(3);
    expect(alert).toMatchObject({
      enabled: false,
      detectorIds: ['71', '99'],
      actionFilters: [{ actions: [slack] }],
      config: { frequency: 60 },
    });
  });

  test('leaves the alerts of another project alone', async () => {
    const sentry = await startSentryApi();
    await create(sentry.url, 'worker');
    const { stdout } = await create(sentry.url);
    expect(stdout).toMatch(/^created/);
    expect(sentry.alerts.map(({ detectorIds }) => detectorIds[0])).toEqual([
      ...['81', '81', '81'],
      ...['71', '71', '71'],
    ]);
  });
});
