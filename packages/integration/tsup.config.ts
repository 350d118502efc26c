import { defineConfig, type Options } from 'tsup';

const common: Options = {
  target: 'es2022',
  splitting: true,
  // Importing zod loads a hundred files and takes longer than all of the rest; what is used of it is small.
  noExternal: [/^zod/],
};
const library: Options = { ...common, platform: 'neutral' };
const index = 'src/index.ts';

export default defineConfig([
  {
    ...library,
    entry: { index, browser: 'src/index.browser.ts', init: 'src/sentry/init.ts' },
    format: ['esm'],
  },
  { ...library, entry: { index, init: 'src/sentry/initCommonJs.ts' }, format: ['cjs'] },
  {
    entry: { index, init: 'src/sentry/init.ts' },
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  // The command line runs in Node only, and nothing imports it.
  { ...common, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], platform: 'node' },
]);
