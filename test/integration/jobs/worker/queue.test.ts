import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import { type QueueOptions, startQueue } from '../../../../src/jobs/worker/job_queue.ts';
import { task } from '../../../../src/jobs/worker/task.ts';
import { addJob, addJobs } from '../../../../src/store/postgres/jobs/add_job.ts';
import { whileJobIsClaimed } from '../../../harness/claim_job.ts';
import { quietLog, recordedLog } from '../../../harness/log.ts';
import { createPlainDatabase, type TestDatabase } from '../../../harness/postgres.ts';
import { until } from '../../../harness/until.ts';
import { MIGRATIONS } from '../../store/postgres/migrations.ts';

let test: TestDatabase;
beforeEach(async () => {
  test = await createPlainDatabase(MIGRATIONS);
  // Registered first, it runs last: after everything that uses the database has stopped.
  onTestFinished(() => test.drop());
});

function start(options: Pick<QueueOptions, 'tasks'> & Partial<QueueOptions>) {
  const connection = { ...test.connection, application_name: 'queue' };
  const queue = startQueue({ connection, log: quietLog, ...options });
  onTestFinished(() => queue.stop());
  return queue;
}

/** A task `note` that remembers the numbers it was given. */
function noting(): { tasks: QueueOptions['tasks']; seen: number[] } {
  const seen: number[] = [];
  const note = task({
    schema: z.object({ n: z.number() }),
    async run({ n }) {
      seen.push(n);
    },
  });
  return { tasks: { note }, seen };
}

/** In one statement: many at once would wait for a connection of the pool, for two seconds at most. */
const addAll = (numbers: readonly number[]) =>
  addJobs(
    test.db,
    numbers.map((n) => ({ task: 'note', payload: { n } })),
  );
const add = (n: number) => addAll([n]);
const waiting = () => test.db.query<{ id: string }>('select * from graphile_worker.jobs order by id');
/** Waits until no job is left; which ones are says why not. */
const allDone = () =>
  until(async () => (await waiting()).length === 0, 'all jobs to be done').catch(async (error: Error) => {
    const left = await test.db.query(
      'select id, attempts, locked_at, locked_by, run_at, last_error, now() from graphile_worker._private_jobs limit 5',
    );
    throw new Error(`${error.message}. Left: ${JSON.stringify(left)}`);
  });
const sorted = (numbers: number[]) => [...numbers].sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
/** All queues are thrown out, as when the server restarts. */
const cutConnections = () =>
  test.db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'queue'`,
  );

/** The jobs that have failed and wait for another attempt, once there are some. */
const failures = () =>
  until(async () => {
    const failed = await test.db.query<{ last_error: string }>(
      'select last_error from graphile_worker.jobs where last_error is not null and locked_at is null',
    );
    return failed.length > 0 && failed;
  }, 'a job to fail');

describe('a job', () => {
  it('runs when its transaction commits, and not at all when it does not', async () => {
    const { tasks, seen } = noting();
    start({ tasks });
    await test.db
      .tx(async (tx) => {
        await addJob(tx, { task: 'note', payload: { n: 1 } });
        throw new Error('no');
      })
      .catch(() => {});
    await test.db.tx((tx) => addJob(tx, { task: 'note', payload: { n: 2 } }));
    await until(() => seen.length > 0);
    expect(seen).toEqual([2]);
  });

  it('of one key exists once, and keeps the first time when asked to', async () => {
    const job = { task: 'note', jobKey: 'one', afterMs: 3_600_000 } as const;
    await addJob(test.db, { ...job, payload: { n: 1 } });
    const [first] = await waiting();
    await addJob(test.db, { ...job, payload: { n: 2 }, afterMs: 0, jobKeyMode: 'preserve_run_at' });
    expect(await waiting()).toMatchObject([{ ...first, updated_at: expect.anything(), revision: 1 }]);
  });

  it.each(['replace', 'preserve_run_at'] as const)(
    'of one key is added while a worker claims the one before it (%s)',
    async (jobKeyMode) => {
      const jobs = ['a', 'b', 'c'].map((jobKey, n) => ({ task: 'note', jobKey, jobKeyMode, payload: { n } }));
      await addJobs(test.db, jobs);
      await whileJobIsClaimed(test.db, 'b', () => addJobs(test.db, jobs));
      const all = await test.db.query(
        `select key, revision, locked_by, is_available from graphile_worker._private_jobs order by id`,
      );
      expect(all).toEqual([
        { key: 'a', revision: 1, locked_by: null, is_available: true },
        { key: null, revision: 0, locked_by: 'worker', is_available: false },
        { key: 'c', revision: 1, locked_by: null, is_available: true },
        { key: 'b', revision: 0, locked_by: null, is_available: true },
      ]);
    },
  );

  it.each([0, 1, 90_000, 86_400_000])(
    'with a delay of %d ms waits for so long by the clock of the database',
    async (afterMs) => {
      const before = Date.now();
      vi.useFakeTimers({ toFake: ['Date'], now: 0 });
      onTestFinished(() => void vi.useRealTimers());
      await addJob(test.db, { task: 'note', payload: { n: 1 }, afterMs });
      vi.useRealTimers();
      const [job] = await test.db.query<{ early: boolean; late: boolean }>(
        `select run_at < to_timestamp($1::float8 / 1000) - interval '1 second' as early,
         run_at > now() + $2::float8 * interval '1 millisecond' as late from graphile_worker.jobs`,
        [before + afterMs, afterMs],
      );
      expect(job).toEqual({ early: false, late: false });
    },
  );

  it('that fails is told which attempt it is, and runs again', async () => {
    const attempts: unknown[] = [];
    const flaky = task({
      schema: z.object({}),
      async run(_payload, { attempt, lastAttempt }) {
        attempts.push([attempt, lastAttempt]);
        if (attempt === 1) throw new Error('not yet');
      },
    });
    start({ tasks: { flaky } });
    await addJob(test.db, { task: 'flaky', payload: {}, maxAttempts: 2 });
    await until(() => attempts.length === 1);
    await failures();
    await test.db.query(
      `select graphile_worker.reschedule_jobs(array_agg(id), now()) from graphile_worker.jobs`,
    );
    await until(() => attempts.length === 2);
    expect(attempts).toEqual([
      [1, false],
      [2, true],
    ]);
  });

  it('leaves no secret in the database or the log when it fails with one in its message', async () => {
    const { log, lines } = recordedLog();
    const leaky = task({
      schema: z.object({}),
      async run() {
        throw new Error('Zoom said no to Bearer abcdefgh12345678');
      },
    });
    start({ tasks: { leaky }, log });
    await addJob(test.db, { task: 'leaky', payload: {} });
    const [job] = await failures();
    expect(job?.last_error).toBe('Zoom said no to Bearer [secret]');
    expect(lines.join()).toContain('Zoom said no');
    expect(lines.join()).not.toContain('abcdefgh12345678');
  });

  it('with a payload that does not fit never reaches the work', async () => {
    const { tasks, seen } = noting();
    start({ tasks });
    await addJob(test.db, { task: 'note', payload: { n: 'many' } });
    const [job] = await failures();
    expect(job?.last_error).toContain('does not fit');
    expect(seen).toEqual([]);
  });

  it('of a name this process does not know waits for one that does', async () => {
    const { tasks, seen } = noting();
    start({ tasks });
    await addJob(test.db, { task: 'of_the_future', payload: {} });
    await add(1);
    await until(async () => seen.length === 1 && (await waiting()).length === 1);
    expect(await waiting()).toMatchObject([{ task_identifier: 'of_the_future', attempts: 0 }]);
  });

  it('of one queue waits for the one before it, also in other processes', async () => {
    let running = 0;
    const most: number[] = [];
    const turn = task({
      schema: z.object({}),
      async run() {
        running += 1;
        most.push(running);
        await test.db.query('select pg_sleep(0.02)');
        running -= 1;
      },
    });
    start({ tasks: { turn } });
    start({ tasks: { turn } });
    for (const _ of upTo(8)) await addJob(test.db, { task: 'turn', payload: {}, queueName: 'channel' });
    await until(() => most.length === 8);
    expect(Math.max(...most)).toBe(1);
  });
});

describe('several runners on one database', () => {
  it('run each job once', async () => {
    const { tasks, seen } = noting();
    for (const _ of upTo(3)) start({ tasks });
    await addAll(upTo(150));
    await allDone();
    expect(sorted(seen)).toEqual(upTo(150));
  });

  it('go on after the server threw everybody out in the middle, and lose no job', async () => {
    const { tasks, seen } = noting();
    for (const _ of upTo(2)) start({ tasks, reclaimAfterMs: 500 });
    for (const round of upTo(5)) {
      await addAll(upTo(40).map((n) => round * 40 + n));
      await cutConnections();
    }
    await allDone();
    expect(sorted([...new Set(seen)])).toEqual(upTo(200));
  });
});

describe('a database that goes away', () => {
  /** Nobody can connect, until the answer is called. */
  async function shut(): Promise<() => Promise<void>> {
    const name = String(test.connection.database);
    const keeper = new pg.Client({ ...test.connection, database: 'postgres' });
    await keeper.connect();
    await keeper.query(`alter database ${name} with allow_connections false`);
    await keeper.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    return async () => {
      await keeper.query(`alter database ${name} with allow_connections true`);
      await keeper.end();
    };
  }

  it('while a job runs: the job is noted as done when the database is back, and does not run twice', async () => {
    let finish = () => {};
    let runs = 0;
    const long = task({
      schema: z.object({}),
      run: () =>
        new Promise<void>((resolve) => {
          runs += 1;
          finish = resolve;
        }),
    });
    start({ tasks: { long }, reclaimAfterMs: 60_000 });
    await addJob(test.db, { task: 'long', payload: {} });
    await until(() => runs === 1);
    const open = await shut();
    finish();
    await open();
    await until(async () => (await waiting()).length === 0, 'the job to be noted as done');
    expect(runs).toBe(1);
  });

  it('before the start: jobs run once it is there', async () => {
    const { tasks, seen } = noting();
    await add(1);
    const open = await shut();
    start({ tasks });
    await open();
    await until(() => seen.length === 1);
  });

  it('does not keep an idle queue from stopping', async () => {
    const queue = start({ tasks: noting().tasks });
    const open = await shut();
    await queue.stop();
    await open();
  });
});

describe('a healthy queue', () => {
  it.each([1, 4, 8, 1_000])(
    'with room for %d jobs at a time writes no warning, and keeps to its connections',
    async (concurrency) => {
      const { log, lines } = recordedLog();
      const { tasks, seen } = noting();
      start({ tasks, log, concurrency });
      await addAll(upTo(60));
      await until(() => seen.length === 60);
      const [own] = await test.db.query<{ connections: number }>(
        `select count(*)::int as connections from pg_stat_activity
       where datname = current_database() and application_name = 'queue'`,
      );
      expect(own?.connections).toBeLessThanOrEqual(Math.min(concurrency, 4) + 4);
      expect(lines.filter((line) => JSON.parse(line).level >= 40)).toEqual([]);
    },
  );
});

describe('stopping', () => {
  it('waits for the running job, and takes no other', async () => {
    let finish = () => {};
    const done: string[] = [];
    const { tasks, seen } = noting();
    const long = task({
      schema: z.object({}),
      async run() {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        done.push('long');
      },
    });
    const queue = start({ tasks: { ...tasks, long }, concurrency: 1 });
    await addJob(test.db, { task: 'long', payload: {} });
    await until(
      async () =>
        (await test.db.query('select from graphile_worker.jobs where locked_at is not null')).length,
    );
    await add(1);
    const stopped = queue.stop();
    finish();
    await stopped;
    expect(done).toEqual(['long']);
    expect(seen).toEqual([]);
    expect(await waiting()).toMatchObject([{ task_identifier: 'note', locked_at: null }]);
  });

  it('tells a job that takes too long, and gives it to others when it does not listen', async () => {
    let aborted = false;
    let started = false;
    const deaf = task({
      schema: z.object({}),
      run: (_payload, { signal }) =>
        new Promise<void>(() => {
          started = true;
          signal.addEventListener('abort', () => {
            aborted = true;
          });
        }),
    });
    const queue = start({ tasks: { deaf }, stopWithinMs: 100 });
    await addJob(test.db, { task: 'deaf', payload: {} });
    await until(() => started);
    await queue.stop();
    expect(aborted).toBe(true);
    expect(await waiting()).toMatchObject([{ task_identifier: 'deaf', locked_at: null }]);
  });
});

describe('a process that is killed', () => {
  const PROGRAM = fileURLToPath(new URL('./queue_process.ts', import.meta.url));

  it('in the middle of a job loses it to a living one within moments, not hours', async () => {
    const child = fork(PROGRAM, [test.connectionString], { execArgv: ['--import', 'tsx'] });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    await add(7);
    await once(child, 'message');
    child.kill('SIGKILL');
    const { tasks, seen } = noting();
    start({ tasks, reclaimAfterMs: 200 });
    await until(() => seen.length === 1, 'the job to be reclaimed');
    expect(seen).toEqual([7]);
  });

  it('is not confused with one that is alive and busy', async () => {
    let finish = () => {};
    let runs = 0;
    const long = task({
      schema: z.object({}),
      run: () =>
        new Promise<void>((resolve) => {
          runs += 1;
          finish = resolve;
        }),
    });
    const { log, lines } = recordedLog();
    start({ tasks: { long }, reclaimAfterMs: 50, log });
    await addJob(test.db, { task: 'long', payload: {} });
    await until(() => runs === 1);
    start({ tasks: { long }, reclaimAfterMs: 50, log });
    // A job of a worker that is gone is reclaimed in this time; the busy one's is not.
    await addJob(test.db, { task: 'orphan', payload: {} });
    await test.db.query(
      `update graphile_worker._private_jobs set locked_by = 'gone', locked_at = now() where locked_by is null`,
    );
    await until(() => lines.join().includes('gone'), 'the orphan to be reclaimed');
    expect(lines.join()).toContain('"workers":["gone"]');
    finish();
    await until(async () => (await waiting()).length === 1);
    expect(runs).toBe(1);
  });
});
