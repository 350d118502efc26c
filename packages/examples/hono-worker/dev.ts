// Runs the worker on this machine in workerd, Cloudflare's own runtime, bundled as a deployment would.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

interface WranglerConfig {
  main: string;
  compatibility_date: string;
  compatibility_flags: string[];
}

const { main, compatibility_date, compatibility_flags }: WranglerConfig = JSON.parse(
  await readFile(new URL('wrangler.json', import.meta.url), 'utf8'),
);

const { outputFiles } = await build({
  entryPoints: [main],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*'],
  write: false,
});

const worker = new Miniflare({
  modules: true,
  script: outputFiles[0]?.text ?? '',
  compatibilityDate: compatibility_date,
  compatibilityFlags: compatibility_flags,
  bindings: secrets('OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODEL', 'SENTRY_DSN'),
  host: '127.0.0.1',
  port: Number(process.env.PORT ?? 3000),
});
console.log(`Summaries at ${new URL('/summary', await worker.ready)}`);

/** Those of the environment that are set; in production, `wrangler secret put` sets them. */
function secrets(...names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value ? [[name, value]] : [];
    }),
  );
}
