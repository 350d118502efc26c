import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The proofs take all cores, and on a busy machine they are wrong: alone, behind the others. */
const PROOFS = 'patterns.test.ts';

export default defineConfig({
  test: {
    // Sentry's state is global to a process.
    pool: 'forks',
    // Tests wait for processes and timers more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['helpers/setup.ts'],
    // Many tests run a process, and a busy machine takes its time to start one.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['**/*.test.ts'],
          exclude: ['**/node_modules/**', PROOFS],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'proofs', include: [PROOFS], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
