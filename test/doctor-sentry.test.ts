import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { examine, healthyFolder } from './helpers/doctor.js';

// A run of the command line takes longer than a test usually does where much else is running.
vi.setConfig({ testTimeout: 60_000 });

describe('Sentry’s DSN', () => {
  test('is missing: looked at, because Sentry.init may be given it', async () => {
    const { problems, exitCode } = await examine({ env: { SENTRY_DSN: '' } });
    expect(problems).toMatchObject([{ check: 'Sentry DSN', status: 'warn' }]);
    expect(exitCode).toBe(0);
  });

  test.each([
    ['sentry.example/4'],
    ['https://sentry.example/4'],
    ['https://public@sentry.example/'],
    ['https://public@sentry.example/my-project'],
  ])('%s is malformed', async (dsn) => {
    const { problems } = await examine({ env: { SENTRY_DSN: dsn } });
    expect(problems).toMatchObject([{ check: 'Sentry DSN', status: 'fail' }]);
  });
});

describe('Sentry’s SDK', () => {
  const sdkOf = async (cwd: string) => {
    const { findings } = await examine({ cwd });
    return findings.filter(({ check }) => check === 'Sentry SDK');
  };

  test('is found in the application’s folder', async () => {
    expect(await sdkOf(healthyFolder)).toMatchObject([
      { status: 'ok', message: expect.stringMatching(/^@sentry\/node 11\./) },
    ]);
  });

  test('is missing', async () => {
    expect(await sdkOf(await folderWith({}))).toMatchObject([
      { status: 'fail', advice: expect.stringContaining('npm install @sentry/node') },
    ]);
  });

  test('is too old', async () => {
    const folder = await folderWith({ '@sentry/node': '8.55.0', '@sentry/core': '8.55.0' });
    expect(await sdkOf(folder)).toMatchObject([
      { status: 'fail', message: expect.stringContaining('@sentry/core 8.55.0 is outside of') },
    ]);
  });

  test('is there in two versions', async () => {
    const folder = await folderWith({
      '@sentry/core': '11.12.0',
      '@sentry/node': '11.13.0',
      '@sentry/node/node_modules/@sentry/core': '11.13.0',
    });
    const [version, copies] = await sdkOf(folder);
    expect(version?.status).toBe('ok');
    expect(copies).toMatchObject({ status: 'fail', advice: expect.stringContaining('npm dedupe') });
    expect(copies?.message).toMatch(/^2 versions of @sentry\/core: .*11\.12\.0 in .*/);
  });

  test('is there twice in one version, which is no harm', async () => {
    const folder = await folderWith({
      '@sentry/core': '11.12.0',
      '@sentry/node': '11.12.0',
      '@sentry/node/node_modules/@sentry/core': '11.12.0',
    });
    expect(await sdkOf(folder)).toMatchObject([{ status: 'ok' }]);
  });
});

/** An application's folder with packages of these versions, of which only the manifests count. */
async function folderWith(versions: Record<string, string>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'doctor-')));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'package.json'), '{ "name": "application" }');
  for (const [path, version] of Object.entries(versions)) {
    const at = join(folder, 'node_modules', path);
    const name = path.split('node_modules/').at(-1);
    const dependencies = name === '@sentry/core' ? {} : { '@sentry/core': version };
    await mkdir(at, { recursive: true });
    await writeFile(join(at, 'package.json'), JSON.stringify({ name, version, dependencies }));
  }
  return folder;
}
