import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Of everything that loads eagerly in a browser, in kB after min and gzip. Only ever to be lowered. */
const MAX_EAGER = 25;

const run = promisify(execFile);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../packages/integration');

describe('the packed package', () => {
  let folder: string;
  let tarball: string;
  let files: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sentry-llm-classifier-'));
    // Not `prepare`, which builds anew under the feet of other tests.
    await run('npm', ['run', 'prepack'], { cwd: root });
    const { stdout } = await run(
      'npm',
      ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
      { cwd: root },
    );
    const [packed] = JSON.parse(stdout);
    files = packed.files.map(({ path }: { path: string }) => path);
    tarball = join(folder, (await readdir(folder))[0] ?? '');
  }, 180_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('holds what is built, and the papers', () => {
    const papers = files.filter((file) => !file.startsWith('dist/'));
    expect(papers.sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD_PARTY_LICENSES',
      'package.json',
    ]);
    for (const file of files.filter((each) => each.startsWith('dist/'))) {
      expect(file).toMatch(/^dist\/[\w-]+\.(?:js|cjs|d\.ts|d\.cts)$/);
    }
  });

  test('publint finds nothing', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  test('its types are right for every kind of import', async () => {
    const attw = here('node_modules/.bin/attw');
    // The resolution of Node 10 knows no `exports`, and so no subpath.
    const checked = run(attw, [tarball, '--profile', 'node16', '--no-color']);
    await expect(checked).resolves.toMatchObject({ stdout: expect.any(String) });
  }, 60_000);
});

describe('in a bundle for browsers', () => {
  let metafile: Metafile;
  let eager: Uint8Array;
  beforeAll(async () => {
    const result = await build({
      stdin: { contents: "export * from 'sentry-llm-classifier'", resolveDir: here('.') },
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      platform: 'browser',
      // The application has it in any case.
      external: ['@sentry/core'],
      outdir: 'bundle',
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    metafile = result.metafile;
    const loaded = eagerlyLoaded(metafile, 'bundle/stdin.js');
    eager = Buffer.concat(
      result.outputFiles
        .filter(({ path }) => loaded.some((file) => path.endsWith(file)))
        .map(({ contents }) => contents),
    );
  }, 60_000);

  test('what loads eagerly is small', () => {
    const kilobytes = gzipSync(eager).length / 1000;
    console.log(`eager browser bundle: ${kilobytes.toFixed(1)} kB min + gzip`);
    expect(kilobytes).toBeLessThanOrEqual(MAX_EAGER);
  });

  test('it exports what it does elsewhere', async () => {
    const names = Object.keys(await import('sentry-llm-classifier'));
    expect(metafile.outputs['bundle/stdin.js']?.exports.sort()).toEqual(names.sort());
  });

  test('what only an error needs is not in it, nor the command line', () => {
    const inputs = eagerlyLoaded(metafile, 'bundle/stdin.js').flatMap((file) =>
      Object.keys(metafile.outputs[file]?.inputs ?? {}),
    );
    expect(inputs.some((input) => input.endsWith('/dist/browser.js'))).toBe(true);
    for (const input of inputs) {
      expect(input).not.toMatch(/\/(?:openai|commander|lru-cache)\/|\/(?:cli|stations)\b/);
    }
  });

  test('nothing of Node is imported, not even lazily', () => {
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
    const external = imported.filter((each) => each.external).map(({ path }) => path);
    expect([...new Set(external)]).toEqual(['@sentry/core']);
  });
});

/** An output and what it imports statically. */
function eagerlyLoaded(metafile: Metafile, entry: string): string[] {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && metafile.outputs[path]) loaded.add(path);
    }
  }
  return [...loaded];
}
