import type { ChaosDatabase } from '../ground/database.ts';
import { within } from '../ground/wait.ts';
import type { Breach, Rule } from './breach.ts';

type Query = Pick<ChaosDatabase, 'query'>;

/** Jobs that are about one thing; all others come again with the clock. */
const once = ['deliver', 'probe_credentials'];

/**
 * A job that another one of its key took the place of while it ran: graphile-worker takes its key away, and should it
 * fail, leaves it lying as one that is never tried again.
 */
const replaced = 'key is null and attempts >= max_attempts and locked_at is null';

/** What still waits: messages, and jobs that are about one thing. Empty when it is quiet. */
export async function stillWaiting({ query }: Query): Promise<string[]> {
  const deliveries = await query<{ id: string; state: string; channel_id: string }>(
    `select id, state, channel_id from delivery where state in ('queued', 'sending') order by seq`,
  );
  const jobs = await query<{
    task: string;
    key: string;
    attempts: number;
    last_error: string | null;
    run_at: Date;
  }>(
    `select task_identifier as task, key, attempts, last_error, run_at from graphile_worker.jobs
     where task_identifier = any($1) and not (${replaced})`,
    [once],
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
async function stuckJobs({ query }: Query): Promise<string[]> {
  const rows = await query<{ task: string; why: string }>(
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

/** Transactions that were begun and are not ended. */
async function openTransactions({ query }: Query): Promise<string[]> {
  const rows = await query<{ query: string }>(
    `select query from pg_stat_activity where datname = 'greenroom' and state like 'idle in transaction%'
       and state_change < now() - interval '5 seconds'`,
  );
  return rows.map(({ query }) => query);
}

async function dropped({ query }: Query): Promise<string[]> {
  const rows = await query<{ id: string; trouble: string | null }>(
    `select id, trouble from delivery where state = 'dropped'
       and coalesce(trouble, '') not in ('drawn_earlier', 'superseded')`,
  );
  return rows.map(({ id, trouble }) => `${id}: ${trouble}`);
}

/** A busy machine may be late; what is stuck is still there after so long. */
const stuckMs = 60_000;

/** What must be true of the database as a whole, while the processes still run. */
export async function judgeWhole(database: Query): Promise<Breach[]> {
  const wrong = async (rule: Rule, query: (database: Query) => Promise<string[]>): Promise<Breach[]> => {
    let words: string[] = [];
    await within(
      stuckMs,
      async () => {
        words = await query(database);
        return words.length === 0;
      },
      250,
    );
    return words.map((each) => ({ rule, app: null, words: each }));
  };
  return [
    ...(await wrong('nothing waits', stillWaiting)),
    ...(await wrong('no job is stuck', stuckJobs)),
    ...(await wrong('no transaction stands open', openTransactions)),
    ...(await dropped(database)).map(
      (words): Breach => ({ rule: 'no message is dropped', app: null, words }),
    ),
  ];
}

/** What must be gone once every process was asked to stop. */
export async function judgeLeftovers({ query }: Query): Promise<Breach[]> {
  const held = (words: string): Breach => ({ rule: 'no lease is stuck', app: null, words });
  const locks = await query<{ locktype: string }>(
    `select locktype from pg_locks where locktype = 'advisory'`,
  );
  const jobs = await query<{ task: string }>(
    'select task_identifier as task from graphile_worker.jobs where locked_at is not null',
  );
  return [
    ...locks.map(() => held('an advisory lock is still held')),
    ...jobs.map(({ task }) => held(`${task} is still locked`)),
  ];
}
