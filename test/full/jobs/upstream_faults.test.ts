import { fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Logger, makeWorkerUtils, runOnce } from 'graphile-worker';
import type pg from 'pg';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { whileJobIsClaimed } from '../../harness/claim_job.ts';
import { createPlainDatabase, type TestDatabase } from '../../harness/postgres.ts';
import { until } from '../../harness/until.ts';
import { MIGRATIONS } from '../../integration/store/postgres/migrations.ts';
import { expectFault, plainPool, startPlainWorker } from './plain_worker.ts';

/*
 * Each test shows that graphile-worker still has a fault that a workaround listed in docs/upstream makes up for. It fails when
 * the fault is gone, and its message says which file can be removed.
 */

let test: TestDatabase;
beforeEach(async () => {
  test = await createPlainDatabase(MIGRATIONS);
  onTestFinished(() => test.drop());
});

const add = (spec: { queue?: string; key?: string } = {}) =>
  test.db.query(`select from graphile_worker.add_job('work', '{}'::json, queue_name := $1, job_key := $2)`, [
    spec.queue,
    spec.key,
  ]);
const silent = new Logger(() => () => {});
const jobs = () => test.db.query<{ id: string }>('select id from graphile_worker._private_jobs');
const queueNames = () => test.db.query('select from graphile_worker._private_job_queues');
const runAll = () =>
  runOnce({ pgPool: newPool(), taskList: { work: async () => {} }, noHandleSignals: true, logger: silent });

const newPool = (more: pg.PoolConfig = {}) => plainPool({ ...test.connection, ...more });

/** The first time a job is deleted the server refuses it, as it does while it shuts down. */
const refuseFirstResult = () =>
  test.db.query(`
    create sequence results;
    create function refuse_first() returns trigger language plpgsql as $$
    begin
      if nextval('results') = 1 then raise exception 'shutting down' using errcode = '57P01'; end if;
      return old;
    end $$;
    create trigger refuse_first before delete on graphile_worker._private_jobs
      for each row execute function refuse_first();
  `);

const batched = { preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } } };

it('the result of a job is sent once, and the worker gives up when the server refuses it', async () => {
  await refuseFirstResult();
  await add();
  const { events } = await startPlainWorker(newPool(), { work: async () => {} }, batched);
  let gaveUp = false;
  events.on('pool:fatalError', () => {
    gaveUp = true;
  });
  await until(async () => gaveUp || (await jobs()).length === 0, 'the result of the job');
  expectFault(gaveUp, 'retry_job_results.ts', 'https://github.com/graphile/worker/issues/636');
});

it('a connection for the result of a job is asked for once, and the worker gives up when there is none', async () => {
  let finish = () => {};
  let started = false;
  await add();
  const pool = newPool();
  const work = () =>
    new Promise<void>((resolve) => {
      started = true;
      finish = resolve;
    });
  const { events } = await startPlainWorker(pool, { work }, batched);
  let gaveUp = false;
  events.on('pool:fatalError', () => {
    gaveUp = true;
  });
  await until(() => started, 'the job to start');
  const connect = pool.connect.bind(pool);
  let refused = 0;
  vi.spyOn(pool, 'connect').mockImplementation(() => {
    refused += 1;
    // One for the result, one to look for the next job.
    if (refused === 2) pool.connect = connect;
    return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
  });
  finish();
  await until(() => refused === 2, 'connections to be refused');
  await until(async () => gaveUp || (await jobs()).length === 0, 'the result of the job');
  expectFault(gaveUp, 'wait_for_connection.ts', 'https://github.com/graphile/worker/issues/636');
});

it('without batches a result that is refused ends the process', async () => {
  await refuseFirstResult();
  await test.db.query(`
    create or replace function refuse_first() returns trigger language plpgsql as $$
    begin raise exception 'disk full' using errcode = '53100'; end $$`);
  await add();
  const program = fileURLToPath(new URL('./plain_process.ts', import.meta.url));
  const child = fork(program, [test.connectionString], { execArgv: ['--import', 'tsx'], stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [outcome] = await Promise.race([once(child, 'exit'), once(child, 'message')]);
  expectFault(outcome === 1, 'batch_job_results.ts', 'docs/upstream/graphile-worker-unhandled-rejection.md');
});

it('the jobs of a worker that was killed stay locked for hours', async () => {
  await add();
  // As a killed process leaves it.
  await test.db.query(
    `update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now() - interval '3 hours'`,
  );
  let ran = false;
  const work = async () => {
    ran = true;
  };
  const { events } = await startPlainWorker(
    newPool(),
    { work },
    { preset: { worker: { minResetLockedInterval: 1, maxResetLockedInterval: 1 } }, pollInterval: 10 },
  );
  const resets = new Promise((resolve) => events.once('resetLocked:success', resolve));
  await resets;
  await new Promise((resolve) => events.once('worker:getJob:empty', resolve));
  expectFault(!ran, 'reclaim_jobs.ts and heartbeat.ts', 'https://github.com/graphile/worker/issues/222');
});

it('the connection that listens is released twice when it is lost while the worker stops', async () => {
  const real = newPool();
  let released = 0;
  let listening = false;
  // A connection that has not answered LISTEN when the worker stops, and is lost at UNLISTEN: both fail then.
  const lost = new Error('Connection terminated unexpectedly');
  let lose = () => {};
  const client = Object.assign(new EventEmitter(), {
    query: () => {
      if (listening) {
        lose();
        return Promise.reject(lost);
      }
      listening = true;
      return new Promise((_resolve, reject) => {
        lose = () => reject(lost);
      });
    },
  });
  const release = () => {
    released += 1;
  };
  const connect = (callback?: (...args: unknown[]) => void) =>
    callback === undefined ? real.connect() : callback(undefined, client, release);
  const pool: pg.Pool = Object.create(real, {
    connect: { value: connect },
    query: { value: real.query.bind(real) },
  });
  const { runner } = await startPlainWorker(pool, { work: async () => {} });
  await until(() => listening, 'the worker to listen');
  await runner.stop();
  await until(() => released > 0, 'the connection to be released');
  await setImmediate();
  expectFault(released > 1, 'release_once.ts', 'docs/upstream/graphile-worker-released-twice.md');
});

it('the names of queues are kept when their jobs are done', async () => {
  for (const queue of ['one', 'two', 'three']) await add({ queue });
  await runAll();
  expect(await jobs()).toEqual([]);
  const kept = (await queueNames()).length > 0;
  expectFault(kept, 'delete_queue_names.ts', 'https://github.com/graphile/worker/issues/240');
});

it('its own clean-up of names deletes that of a job which is being added, and the job never runs', async () => {
  await add({ queue: 'channel' });
  await runAll();
  const pgPool = newPool();
  const utils = await makeWorkerUtils({ pgPool });
  await test.db.tx(async (tx) => {
    await tx.query(`select from graphile_worker.add_job('work', '{}'::json, queue_name := 'channel')`);
    await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] });
  });
  await runAll();
  const lost = (await jobs()).length === 1;
  await utils.release();
  expectFault(lost, 'delete_queue_names.ts', 'docs/upstream/graphile-worker-gc-job-queues.md');
});

it('a job that was replaced while a killed process ran it stays in the table, and never runs', async () => {
  await add({ key: 'poll' });
  await test.db.query(`update graphile_worker._private_jobs set locked_by = 'killed', locked_at = now()`);
  await add({ key: 'poll' });
  await test.db.query(`select graphile_worker.force_unlock_workers(array['killed'])`);
  await runAll();
  const left = (await jobs()).length === 1;
  expectFault(left, 'delete_replaced_jobs.ts', 'docs/upstream/graphile-worker-replaced-jobs.md');
});

it('a job is not added when a worker claims the one of its key in that moment', async () => {
  await add({ key: 'poll' });
  await whileJobIsClaimed(test.db, 'poll', () => add({ key: 'poll' }));
  const lost = (await jobs()).length === 1;
  expectFault(
    lost,
    'addUntilAdded in src/store/postgres/jobs/add_job.ts',
    'https://github.com/graphile/worker/issues/580',
  );
});

it('the next job of a queue waits for the next poll', async () => {
  await add({ queue: 'channel' });
  await add({ queue: 'channel' });
  await test.db.query(`
    create function wait_for_lock() returns trigger language plpgsql as $$
    begin perform pg_advisory_xact_lock(7); return old; end $$;
    create trigger wait_for_lock before delete on graphile_worker._private_jobs
      for each row execute function wait_for_lock();
  `);
  let ran = 0;
  let [fetches, idle] = [0, false];
  const work = async () => {
    ran += 1;
  };
  await test.db.tx(async (tx) => {
    await tx.query('select pg_advisory_xact_lock(7)');
    const { events } = await startPlainWorker(newPool(), { work }, batched);
    events.on('worker:getJob:start', () => {
      fetches += 1;
    });
    events.on('worker:getJob:empty', () => {
      idle = true;
    });
    const waits = () => tx.query(`select from pg_locks where locktype = 'advisory' and not granted`);
    await until(async () => (await waits()).length > 0, 'the result of the first job');
    // A worker that fetches only when the result is written has not fetched again.
    if (fetches === 2) await until(() => idle, 'the worker to find no job');
  });
  await until(async () => (await jobs()).length < 2, 'the first job to be done');
  expectFault(idle && ran === 1, 'wake_for_queue.ts', 'docs/upstream/graphile-worker-next-job-of-queue.md');
});

it('a pool smaller than the concurrency is warned of, although it is enough', async () => {
  const { warnings } = await startPlainWorker(
    newPool({ max: 3 }),
    { work: async () => {} },
    { concurrency: 4 },
  );
  const warned = warnings.some((line) => line.includes('maxPoolSize'));
  expectFault(warned, 'pool_size.ts', 'docs/upstream/graphile-worker-pool-size.md');
});

it('a worker that is stopped while it loses its connection prints a stack trace', async () => {
  const pool = newPool();
  const trace = vi.spyOn(console, 'trace').mockImplementation(() => {});
  onTestFinished(() => trace.mockRestore());
  const connect = pool.connect.bind(pool);
  let lose = () => {};
  let asked = false;
  const { runner } = await startPlainWorker(pool, { work: async () => {} }, { pollInterval: 10 });
  vi.spyOn(pool, 'connect').mockImplementation(((callback?: Parameters<typeof connect>[0]) => {
    if (callback !== undefined) return connect(callback);
    return new Promise((_resolve, reject) => {
      asked = true;
      lose = () => reject(new Error('Connection terminated unexpectedly'));
    });
  }) as typeof pool.connect);
  await until(() => asked, 'the worker to look for a job');
  const stopped = runner.stop();
  pool.connect = connect;
  lose();
  await stopped;
  expectFault(
    trace.mock.calls.length > 0,
    'retire_worker.ts',
    'docs/upstream/graphile-worker-stack-trace.md',
  );
});
