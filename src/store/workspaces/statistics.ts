import type {
  CheckStatistics,
  DeliveryStatistics,
  JobStatistics,
  Statistics,
} from '../../telemetry/statistics.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { pausedChannels } from '../watches/pause_conditions.ts';

/** What an operator watches, over all workspaces. Reads indexes of unfinished work, never a whole table of history. */
export async function readStatistics(db: Queryable, now: Date): Promise<Statistics> {
  return {
    jobs: await readJobs(db),
    checks: await readChecks(db, now),
    deliveries: await readDeliveries(db, now),
  };
}

/**
 * The queue's table holds only what is still to be done. Its times are the database's. A job that was replaced while it ran
 * has lost its key: if it fails then, it does not count as given up, because its successor does the work.
 */
async function readJobs(db: Queryable): Promise<JobStatistics[]> {
  return db.query(
    `select task_identifier as task,
       count(*) filter (where can_run)::int as waiting,
       count(*) filter (where locked_at is not null)::int as running,
       count(*) filter (where locked_at is null and attempts >= max_attempts and key is not null)::int as "givenUp",
       coalesce(extract(epoch from now() - min(run_at) filter (where can_run)), 0)::float as "oldestWaiting"
     from (select *, locked_at is null and attempts < max_attempts and run_at <= now() as can_run
           from graphile_worker.jobs) job
     group by task_identifier`,
  );
}

async function readChecks(db: Queryable, now: Date): Promise<CheckStatistics[]> {
  return [
    ...(await db.query<CheckStatistics>(
      `select due.name as check, sum(due.count)::int as due, sum(due.over)::int as overdue,
         extract(epoch from $1::timestamptz - min(oldest.looked_at))::float as "oldestLook"
       from workspace
       cross join lateral (
         select 'credentials' as name, count(*), count(*) filter (where next_probe_at <= $2) as over
         from environment where workspace_id = workspace.id and next_probe_at <= $1
         union all
         select 'linked_account', count(*), count(*) filter (where next_account_check_at <= $2)
         from environment where workspace_id = workspace.id and next_account_check_at <= $1) due
       left join lateral (${oldestLook}) oldest on true
       group by due.name`,
      [now, new Date(now.getTime() - overdueMs)],
    )),
    // StackOne is asked once for all environments, and not at all where there are none.
    ...(await db.query<CheckStatistics>(
      `select 'connector_profile' as check, null::int as due, null::int as overdue,
         extract(epoch from $1::timestamptz - min(asked_at))::float as "oldestLook" from stackone_poll
       where exists (select from stage_count
                     where stage_count.workspace_id = stackone_poll.workspace_id and stage <> 'archived' and environments > 0)`,
      [now],
    )),
  ];
}

const overdueMs = 5 * 60_000;

/**
 * Of the checks that run by schedule. Rows that no longer do (of an archived app) keep their old time: at most this many are
 * skipped, then the figure is left out.
 */
const oldestLook = `
  select min(seen.looked_at) as looked_at
  from (select environment_id, looked_at from readiness_check
        where workspace_id = workspace.id and name = due.name and name in ('credentials', 'linked_account')
          and looked_at is not null
        order by looked_at limit 500) seen
  join environment env on env.workspace_id = workspace.id and env.id = seen.environment_id
  where case due.name when 'credentials' then env.next_probe_at else env.next_account_check_at end is not null`;

/** Messages for a closed channel wait for a person, not for Greenroom: they are no backlog. */
async function readDeliveries(db: Queryable, now: Date): Promise<DeliveryStatistics> {
  const [row] = await db.query<DeliveryStatistics>(
    `select coalesce(sum(count) filter (where state = 'queued' and not held), 0)::int as queued,
       coalesce(sum(count) filter (where state = 'sending' and not held), 0)::int as sending,
       coalesce(sum(count) filter (where held), 0)::int as held,
       coalesce(extract(epoch from $1::timestamptz - min(oldest) filter (where not held)), 0)::float as "oldestWaiting"
     from (select state, count(*), min(created_at) as oldest,
             (workspace_id, channel_id) in (${pausedChannels}) as held
           from delivery where state in ('queued', 'sending')
           group by workspace_id, channel_id, state) waiting`,
    [now],
  );
  return row ?? { queued: 0, sending: 0, held: 0, oldestWaiting: 0 };
}
