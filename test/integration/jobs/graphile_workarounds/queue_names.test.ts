import { describe, expect, it } from 'vitest';
import { deleteQueueNames } from '../../../../src/jobs/graphile_workarounds/delete_queue_names.ts';
import { enqueue, enqueueAll } from '../../../../src/store/jobs.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';

const store = useTestDatabase();

const deliver = (channelId: string) => ({ task: 'deliver', workspaceId: 'T1', channelId }) as const;

async function names(): Promise<string[]> {
  const rows = await store.database.db.query<{ name: string }>(
    'select queue_name as name from graphile_worker._private_job_queues order by queue_name',
  );
  return rows.map(({ name }) => name);
}

/** The jobs that a worker could take, and the queue of each. */
const queues = () =>
  store.database.db.query('select queue_name from graphile_worker.jobs order by queue_name');

/** As graphile-worker removes a job that is done. */
const finishAll = () =>
  store.database.db.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');

describe('the names of queues', () => {
  it('of channels that came and went are forgotten, and no others', async () => {
    const channels = Array.from({ length: 500 }, (_, n) => deliver(`C${n}`));
    await enqueueAll(store.database.db, channels);
    await finishAll();
    await enqueue(store.database.db, deliver('CWAITS'));
    await enqueue(store.database.db, deliver('CRUNS'));
    await store.database.db.query(
      `update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'worker' where queue_name = 'deliver:T1:C7'`,
    );
    expect(await deleteQueueNames(store.database.db)).toBe(499);
    expect(await names()).toEqual(['deliver:T1:C7', 'deliver:T1:CRUNS', 'deliver:T1:CWAITS']);
    expect(await deleteQueueNames(store.database.db)).toBe(0);
  });

  it('stay while somebody who added a job has not committed', async () => {
    await enqueue(store.database.db, deliver('C1'));
    await finishAll();
    await store.database.db.tx(async (tx) => {
      await enqueue(tx, deliver('C1'));
      expect(await deleteQueueNames(store.database.db)).toBe(0);
    });
    expect(await queues()).toEqual([{ queue_name: 'deliver:T1:C1' }]);
  });

  it('are never taken from under a job, however many are added at the same time', async () => {
    const channels = Array.from({ length: 20 }, (_, n) => deliver(`C${n}`));
    let adding = true;
    const forgetting = (async () => {
      while (adding) await deleteQueueNames(store.database.db);
    })();
    for (let round = 0; round < 30; round += 1) {
      await finishAll();
      await Promise.all(channels.map((job) => store.database.db.tx((tx) => enqueue(tx, job))));
      const rows = await store.database.db.query<{ orphans: number }>(
        `select count(*)::int as orphans from graphile_worker._private_jobs job where not exists (
           select 1 from graphile_worker._private_job_queues queue where queue.id = job.job_queue_id)`,
      );
      expect(rows).toEqual([{ orphans: 0 }]);
    }
    adding = false;
    await forgetting;
  });
});
