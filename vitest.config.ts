import { defineConfig } from 'vitest/config';

const postgres = 'test/harness/postgres_server.ts';
const program = 'test/harness/built_program.ts';
const browser = 'test/harness/chromium.ts';

export default defineConfig({
  test: {
    projects: [
      {
        // No I/O, no shared state: one pass without isolation is several times faster.
        test: {
          name: 'pure',
          include: ['test/core/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: ['test/core/**', 'test/e2e/**', 'test/chaos/*.test.ts'],
          globalSetup: [postgres],
          // The default leaves one of two cores to the main process, which has nothing to do meanwhile.
          maxWorkers: 3,
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/chaos/*.test.ts'],
          globalSetup: [postgres, program, browser],
          pool: 'forks',
          // The stories wait more than they compute.
          maxWorkers: 3,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // What is waited for comes sooner or later; how soon is no story's business.
          expect: { poll: { timeout: 40_000 } },
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
