import type { Queryable } from '../client/database.ts';

/** True for the one process of the cluster that may run this firing. `key` names the schedule and its planned time. */
export async function claimFiring(db: Queryable, key: string): Promise<boolean> {
  const rows = await db.query(
    `insert into schedule_run (key, fired_at) values ($1, now()) on conflict do nothing returning key`,
    [key],
  );
  return rows.length > 0;
}

/** Forgets firings older than a day, which no process is late by, and those that a clock put into the far future. */
export async function forgetOldFirings(db: Queryable): Promise<void> {
  await db.query(
    `delete from schedule_run where fired_at < now() - interval '1 day' or fired_at > now() + interval '1 day'`,
  );
}

/**
 * When the database's clock was moved back, the same planned times come again: firings noted for times that are still to
 * come would take theirs. A firing of another replica a moment ago is none of these.
 */
export async function forgetFutureFirings(db: Queryable): Promise<void> {
  await db.query(`delete from schedule_run where fired_at > now() + interval '1 second'`);
}
