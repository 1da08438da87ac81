import type { Database } from '../../src/store/postgres/client/database.ts';
import { until } from './until.ts';

/** Does `work` while a worker claims the job of this key; its statement is committed once `work` waits for it. */
export async function whileJobIsClaimed(
  db: Database,
  key: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const working = await db.tx(async (worker) => {
    await worker.query(
      `update graphile_worker._private_jobs set locked_by = 'worker', locked_at = now(), attempts = attempts + 1
       where key = $1`,
      [key],
    );
    const started = work();
    started.catch(() => {});
    const waiting = () =>
      db.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
    await until(async () => (await waiting()).length > 0, 'the job to be added to wait for the worker');
    return { started };
  });
  await working.started;
}
