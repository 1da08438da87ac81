import type { ChaosDatabase } from '../ground/database.ts';
import type { Breach, Rule } from './breach.ts';

type Look = Pick<ChaosDatabase, 'look'>;

/** What Greenroom looks at again and again; everything else is done some day. */
const recurring = ['poll_stackone', 'sweep', 'review_scopes', 'list_actions'];

/**
 * A job that another one of its key took the place of while it ran: graphile-worker takes its key away, and should it
 * fail, leaves it lying as one that is never tried again.
 */
const replaced = 'key is null and attempts >= max_attempts and locked_at is null';

/** What still waits: messages, and jobs that are about one thing. Empty when it is quiet. */
export async function stillWaiting({ look }: Look): Promise<string[]> {
  const deliveries = await look<{ id: string; state: string; channel_id: string }>(
    `select id, state, channel_id from delivery where state in ('queued', 'sending') order by seq`,
  );
  const jobs = await look<{
    task: string;
    key: string;
    attempts: number;
    last_error: string | null;
    run_at: Date;
  }>(
    `select task_identifier as task, key, attempts, last_error, run_at from graphile_worker.jobs
     where task_identifier <> all($1) and not (${replaced})`,
    [recurring],
  );
  return [
    ...deliveries.map(({ id, state, channel_id }) => `delivery ${id} in ${channel_id} is ${state}`),
    ...jobs.map(
      ({ task, key, attempts, last_error, run_at }) =>
        `job ${task} (${key ?? 'no key'}) waits until ${run_at.toISOString()} after ${attempts} tries: ${last_error ?? 'no error'}`,
    ),
  ];
}

/** Jobs that nobody works on although they are due, or that were given up. */
async function stuckJobs({ look }: Look): Promise<string[]> {
  const rows = await look<{ task: string; why: string }>(
    `select task_identifier as task,
       case when attempts >= max_attempts then 'was given up: ' || coalesce(last_error, '')
            when locked_at < now() - interval '60 seconds' then 'is locked since ' || locked_at
            else 'is due since ' || run_at end as why
     from graphile_worker.jobs
     where not (${replaced}) and (attempts >= max_attempts or locked_at < now() - interval '60 seconds'
       or (locked_at is null and run_at < now() - interval '20 seconds'))`,
  );
  return rows.map(({ task, why }) => `${task} ${why}`);
}

/** What must be true of the database as a whole, while the processes still run. */
export async function judgeWhole(database: Look): Promise<Breach[]> {
  const { look } = database;
  const breach = (rule: Rule, words: readonly string[]): Breach[] =>
    words.map((each) => ({ rule, app: null, words: each }));
  const idle = await look<{ query: string }>(
    `select query from pg_stat_activity where datname = 'greenroom' and state like 'idle in transaction%'
       and state_change < now() - interval '5 seconds'`,
  );
  const dropped = await look<{ id: string; trouble: string | null }>(
    `select id, trouble from delivery where state = 'dropped' and trouble is distinct from 'drawn_earlier'`,
  );
  return [
    ...breach('nothing waits', await stillWaiting(database)),
    ...breach('no job is stuck', await stuckJobs(database)),
    ...breach(
      'no transaction stands open',
      idle.map(({ query }) => query),
    ),
    ...breach(
      'no message is dropped',
      dropped.map(({ id, trouble }) => `${id}: ${trouble}`),
    ),
  ];
}

/** What must be gone once every process was asked to stop. */
export async function judgeLeftovers({ look }: Look): Promise<Breach[]> {
  const held = (words: string): Breach => ({ rule: 'no lease is stuck', app: null, words });
  const locks = await look<{ locktype: string }>(`select locktype from pg_locks where locktype = 'advisory'`);
  const jobs = await look<{ task: string }>(
    'select task_identifier as task from graphile_worker.jobs where locked_at is not null',
  );
  return [
    ...locks.map(() => held('an advisory lock is still held')),
    ...jobs.map(({ task }) => held(`${task} is still locked`)),
  ];
}
