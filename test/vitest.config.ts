import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    // Sentry's state is global to a process.
    pool: 'forks',
    // Tests wait for processes and timers more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['helpers/setup.ts'],
    // Many tests run a process, and a busy machine takes its time to start one.
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
