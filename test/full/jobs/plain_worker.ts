import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { Logger, type Runner, type RunnerOptions, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';

const manifest = new URL('../../../node_modules/graphile-worker/package.json', import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')));

/** One hour: nothing is found by polling while a test runs. */
const NEVER_MS = 3_600_000;

export interface PlainWorker {
  readonly runner: Runner;
  readonly events: WorkerEvents;
  /** What it logged as a warning or an error. */
  readonly warnings: readonly string[];
}

/** A pool that survives lost connections, as graphile-worker asks for. Closed at the end of the test. */
export function plainPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  onTestFinished(() => pool.end());
  return pool;
}

/** graphile-worker as it comes: without any of src/jobs/graphile_workarounds. Stopped at the end of the test. */
export async function startPlainWorker(
  pool: pg.Pool,
  taskList: NonNullable<RunnerOptions['taskList']>,
  options: Partial<RunnerOptions> = {},
): Promise<PlainWorker> {
  const events: WorkerEvents = new EventEmitter();
  const warnings: string[] = [];
  const logger = new Logger(() => (level, message) => {
    if (level === 'warning' || level === 'error') warnings.push(message);
  });
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: [],
    noHandleSignals: true,
    pollInterval: NEVER_MS,
    concurrency: 1,
    logger,
    events,
    ...options,
  });
  onTestFinished(() => runner.stop().catch(() => {}));
  return { runner, events, warnings };
}

/** Fails when graphile-worker does it right by now, and says what can go. */
export function expectFault(isThere: boolean, workaround: string, report: string): void {
  expect(
    isThere,
    `graphile-worker ${version} does this right. This workaround can be removed: ${workaround} (docs/upstream/README.md; reported in ${report})`,
  ).toBe(true);
}
