import { defineConfig, type Options } from 'tsup';

const common: Options = { target: 'es2022', splitting: true };

export default defineConfig([
  {
    ...common,
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    platform: 'neutral',
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  // The command line runs in Node only, and nothing imports it.
  { ...common, entry: { cli: 'src/cli/main.ts' }, format: ['esm'], platform: 'node' },
]);
