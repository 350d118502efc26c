import { defineConfig, type Options } from 'tsup';

const common: Options = {
  target: 'es2022',
  splitting: true,
  // Sentry hooks into the loading of every file. Importing zod or openai loads some hundred of them, and
  // the first question would come too late for the event that waits for it; in one file each they are quick.
  noExternal: [/^zod/, /^openai/, 'dataloader', 'p-limit', 'tokenx'],
};
const anywhere: Options = { ...common, platform: 'neutral' };
const index = 'src/index.ts';

export default defineConfig([
  {
    ...anywhere,
    entry: { index, browser: 'src/index.browser.ts', init: 'src/sentry/init.ts' },
    format: ['esm'],
  },
  { ...anywhere, entry: { index, init: 'src/sentry/initCommonJs.ts' }, format: ['cjs'] },
  {
    entry: { index, init: 'src/sentry/init.ts' },
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  // The command line runs in Node only, and nothing imports it.
  { ...common, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], platform: 'node' },
]);
