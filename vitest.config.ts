import { defineConfig } from 'vitest/config';

const postgres = 'test/harness/postgres_server.ts';
const program = 'test/harness/built_program.ts';
const browser = 'test/harness/chromium.ts';

const unit = ['test/unit/**/*.test.ts', 'test/project/**/*.test.ts', 'test/chaos/{plan,judge}/*.test.ts'];
const integration = ['test/integration/**/*.test.ts'];

/** Names under which two lanes were known before; only who asks for one gets it. */
const earlier = [
  { name: 'pure', include: ['test/unit/core/**/*.test.ts'], isolate: false, pool: 'threads' as const },
  {
    name: 'rooms',
    include: [...unit, ...integration],
    globalSetup: [postgres],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
].filter(({ name }) => process.argv.includes(name) || process.argv.includes(`--project=${name}`));

export default defineConfig({
  test: {
    projects: [
      {
        // No network and no database, no shared state: one pass without isolation is several times faster.
        test: {
          name: 'unit',
          include: unit,
          pool: 'threads',
          isolate: false,
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          include: integration,
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
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [postgres, program],
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
      {
        test: {
          name: 'full',
          include: ['test/full/**/*.test.ts', 'test/chaos/short.test.ts'],
          globalSetup: [postgres, program, browser],
          pool: 'forks',
          maxWorkers: 3,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 40_000 } },
          sequence: { groupOrder: 2 },
        },
      },
      ...earlier.map((test) => ({ test: { ...test, sequence: { groupOrder: 3 } } })),
    ],
  },
});
