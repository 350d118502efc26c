import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** What a busy machine makes wrong: proofs by a checker with a clock, bursts, processes that must agree in time. */
const ALONE = ['patterns.test.ts', 'sentry-versions.test.ts', 'fleet.test.ts'];

export default defineConfig({
  test: {
    // Sentry's state is global to a process.
    pool: 'forks',
    setupFiles: ['helpers/setup.ts'],
    // Many tests run a process, and a busy machine takes its time to start one.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', ...ALONE],
          // Tests wait for processes and timers more than they compute.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
