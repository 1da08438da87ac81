import type { Queryable } from '../client/database.ts';

/**
 * Which workers are alive. A worker holds a session lock for as long as its connection lives, so a process that was
 * killed is noticed by its lock being gone; graphile-worker itself would keep its jobs locked for 4 hours.
 */
const LOCK_CLASS = 0x67726e72; // "grnr", apart from other advisory locks

/** Takes the worker's lock on this connection, and waits while another connection still holds it. */
export async function announceWorker(connection: Queryable, workerId: string): Promise<void> {
  // A machine that vanished sends no goodbye: let the server notice within half a minute.
  await connection.query(`select set_config('tcp_keepalives_idle', '15', false),
    set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '3', false)`);
  await connection.query('select pg_advisory_lock($1::int, hashtext($2))', [LOCK_CLASS, workerId]);
}

/** Workers that hold jobs and whose lock nobody holds. Cost: one look at the waiting and running jobs. */
export async function absentWorkers(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `with holder as (select distinct locked_by as id from graphile_worker.jobs where locked_by is not null)
     select id from holder where not exists (
       select from pg_locks
       where locktype = 'advisory' and granted and classid = $1::oid
         and objid = (hashtext(holder.id)::bigint & 4294967295)::oid
         and database = (select oid from pg_database where datname = current_database()))`,
    [LOCK_CLASS],
  );
  return rows.map((row) => row.id);
}

/** Gives the jobs of these workers back to the others, at once. */
export async function releaseJobsOf(db: Queryable, workerIds: readonly string[]): Promise<void> {
  await db.query('select graphile_worker.force_unlock_workers($1::text[])', [workerIds]);
}
