import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // Sentry's state is global to a process.
    pool: 'forks',
    setupFiles: ['helpers/setup.ts'],
  },
});
