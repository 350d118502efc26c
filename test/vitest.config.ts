import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // Sentry's state is global to a process.
    pool: 'forks',
    // Many tests start processes, and a busy machine takes its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    setupFiles: ['helpers/setup.ts'],
    // Many tests run a process, and a busy machine takes its time to start one.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
