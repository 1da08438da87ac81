import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../src/ids.ts';
import { deleteReplacedJobs } from '../../../src/jobs/graphile_workarounds/delete_replaced_jobs.ts';
import { releaseJobsOf } from '../../../src/jobs/graphile_workarounds/reclaim_jobs.ts';
import { enqueue, enqueueAll } from '../../../src/store/jobs.ts';
import { createTestDatabase, type TestDatabase } from '../../harness/postgres.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

const jobs = () =>
  test.db.query<{ key: string | null }>('select key from graphile_worker.jobs order by key nulls first');

/** As graphile-worker itself takes it. */
const isTakenBy = (worker: string) =>
  test.db.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = $1, attempts = attempts + 1
     where key is not null`,
    [worker],
  );

describe('a job that was replaced while it ran', () => {
  it('is forgotten once its process is gone, and the one in its place stays', async () => {
    const sweep = { task: 'sweep', workspaceId: 'T1' } as const;
    await enqueue(test.db, sweep);
    await isTakenBy('killed');
    await enqueue(test.db, sweep);
    await deleteReplacedJobs(test.db);
    expect(await jobs(), 'it still runs').toHaveLength(2);
    await releaseJobsOf(test.db, ['killed']);
    expect(await jobs(), 'nobody will ever run it').toHaveLength(2);
    await deleteReplacedJobs(test.db);
    expect(await jobs()).toEqual([{ key: 'sweep:T1' }]);
  });

  it('is not mistaken for one that was given up: that one stays, for people to look at', async () => {
    await test.db.query('update graphile_worker._private_jobs set attempts = max_attempts');
    await deleteReplacedJobs(test.db);
    expect(await jobs()).toEqual([{ key: 'sweep:T1' }]);
  });
});

it('environments that come and go leave no more queues behind than there is room for', async () => {
  const probes = Array.from({ length: 2_000 }, () => {
    return { task: 'probe_credentials', workspaceId: 'T1', environmentId: newId() } as const;
  });
  await enqueueAll(test.db, probes);
  const [queues] = await test.db.query<{ count: number }>(
    `select count(distinct job_queue_id)::int as count from graphile_worker._private_jobs where key like 'probe%'`,
  );
  expect(queues?.count).toBeGreaterThan(200);
  expect(queues?.count).toBeLessThanOrEqual(256);
});
