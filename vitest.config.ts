import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const postgres = 'test/harness/postgres_server.ts';
const program = 'test/harness/built_program.ts';
const browser = 'test/harness/chromium.ts';

/** Stories that are told over each transport: once in `npm test`, over the second one in `full-http`. */
const overTransports = ['test/integration', 'test/e2e/stories'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(folder, file))
    .filter((file) => /\btransports\b/.test(readFileSync(file, 'utf8'))),
);

/**
 * A hung test ends some time; how fast a test is, is no test's business: a loaded machine may take ten times as long.
 * `isolate: false`: the files of a worker share its modules. Importing them anew for each file costs more than the tests,
 * and none of them keeps state of its own.
 */
const shared = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  isolate: false,
  sequence: { groupOrder: 0 },
  // `describe.concurrent` is for tests that wait for seconds to pass and have nothing in common.
  maxConcurrency: 30,
  // What is waited for comes sooner or later; how soon is no story's business.
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    reporters: ['default', './test/harness/run_summary.ts'],
    // On two cores twice as many workers: the stories wait more than they compute.
    maxWorkers: Math.max(4, availableParallelism()),
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            'test/unit/**/*.test.ts',
            'test/project/**/*.test.ts',
            'test/chaos/{plan,judge}/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: [postgres],
          provide: { transports: ['socket'] },
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [postgres, program],
          provide: { transports: ['socket'] },
        },
      },
      {
        test: {
          ...shared,
          name: 'full',
          include: ['test/full/**/*.test.ts', 'test/chaos/short.test.ts'],
          globalSetup: [postgres, program, browser],
          provide: { transports: ['socket', 'http'] },
        },
      },
      {
        test: {
          ...shared,
          name: 'full-http',
          include: overTransports,
          globalSetup: [postgres, program],
          provide: { transports: ['http'] },
        },
      },
    ],
  },
});
