import type pg from 'pg';
import type { Queryable } from '../../../../src/store/postgres/client/database.ts';
import { keepTrying, seedCrowd } from '../../../harness/crowd.ts';

export const workspaceId = 'TMANY';

/** Rows of the seeded workspace to ask about. */
export interface Known {
  readonly appId: string;
  /** Waits for its profile. */
  readonly environmentId: string;
  readonly liveId: string;
  readonly deliveryId: string;
  readonly draftId: string;
  readonly questionId: string;
  readonly sessionId: string;
}

/** A workspace as it may look after years, with a smaller one beside it. */
export async function seedYears(connection: pg.PoolConfig, apps: number): Promise<void> {
  await seedCrowd(connection, { workspaceId: 'TFEW', apps: 1_000, channels: 100, live: 500 });
  await seedCrowd(connection, { workspaceId, apps, channels: 1_000, live: apps * 0.8 });
  await keepTrying(connection, async (db) => {
    for (const sql of years) await db.query(sql);
    for (const table of tables) await db.query(`vacuum analyze ${table}`);
  });
}

/** Rows of the seeded workspace to ask about; `nameKey`: of an app that waits for its profile. */
export async function knownRows(db: Queryable, nameKey: string): Promise<Known> {
  const [row] = await db.query<Known>(
    `select app.id as "appId", env.id as "environmentId",
       (select id from environment where workspace_id = $1 and stage = 'live' limit 1) as "liveId",
       (select id from delivery where workspace_id = $1 and state = 'queued' limit 1) as "deliveryId",
       (select id from draft where workspace_id = $1 limit 1) as "draftId",
       (select id from profile_question where workspace_id = $1 limit 1) as "questionId",
       (select id from connect_session where workspace_id = $1 limit 1) as "sessionId"
     from zoom_app app join environment env on env.workspace_id = $1 and env.zoom_app_id = app.id
     where app.workspace_id = $1 and app.name_key = $2`,
    [workspaceId, nameKey],
  );
  if (row === undefined) throw new Error('nothing was seeded');
  return row;
}

const tables = [
  'workspace',
  'watch',
  'workspace_watch',
  'environment',
  'connector_profile',
  'event',
  'delivery',
  'card',
  'draft',
  'draft_secret',
  'profile_question',
  'connect_session',
  'turn',
  'nudge',
  'regression',
  'regression_notice',
  'takeover',
  'owner_contact',
  'user_group',
  'user_group_member',
  'zoom_app_owner_group',
  'introduction',
  'quiet_hours',
];

const years: readonly string[] = [
  `update environment set
     next_probe_at = timestamptz '2026-03-02' + (random() * 600 - 10) * interval '1 hour',
     next_account_check_at = case when stage = 'live' then timestamptz '2026-03-02 08:59' + random() * interval '1 hour' end,
     ask_again_at = case when random() < 0.01 then timestamptz '2026-03-02' + random() * interval '1 day' end`,
  `insert into connector_profile (workspace_id, id, name, active, first_seen_at)
   select 'TMANY', 'stray ' || n, 'Stray ' || n, true, timestamptz '2026-02-28' from generate_series(1, 500) n`,
  `insert into profile_question (workspace_id, id, channel_id, profile_ids, created_at)
   select 'TMANY', gen_random_uuid(), 'C' || n % 1000, array['stray ' || n], timestamptz '2026-03-01'
   from generate_series(1, 5000) n`,
  `insert into event (workspace_id, id, at, kind, actor, zoom_app_id)
   select workspace_id, gen_random_uuid(), timestamptz '2026-03-01', 'check_changed', 'U1', id
   from zoom_app`,
  `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, state, created_at)
   select workspace_id, gen_random_uuid(), channel_id, 'card', 'zoom_app', id,
          case when random() < 0.01 then 'queued' else 'sent' end, timestamptz '2026-03-01'
   from zoom_app`,
  `insert into workspace_watch (workspace_id, channel_id, level, set_by, created_at, paused_at)
   select 'TMANY', 'C' || n, 'all', 'U1', timestamptz '2026-03-01', case when n = 1 then timestamptz '2026-03-01' end
   from generate_series(0, 199) n`,
  `insert into card (workspace_id, channel_id, subject, subject_id, message_ts)
   select workspace_id, channel_id, 'zoom_app', id, '1.1' from zoom_app`,
  `insert into draft (workspace_id, id, user_id, answers, baseline_at, created_at, updated_at)
   select 'TMANY', gen_random_uuid(), 'U' || n, '{}', timestamptz '2026-03-01', timestamptz '2026-01-01', timestamptz '2026-01-01'
   from generate_series(1, 2000) n`,
  `insert into connect_session (workspace_id, id, environment_id, purpose, state, created_by, created_at, expires_at, profile_id,
                                client_id, pair_mark, next_poll_at)
   select workspace_id, gen_random_uuid(), id, 'prove', 'authenticated', 'U1', timestamptz '2026-03-01', timestamptz '2026-03-01', 'p',
          'c', 'm', case when random() < 0.001 then timestamptz '2026-03-02 08:59' end
   from environment where stage = 'live'`,
  `insert into draft_secret (workspace_id, draft_id, kind, sealed, expires_at)
   select workspace_id, id, 'development', 'x', timestamptz '2026-06-01' from draft`,
  `update turn set stale = random() < 0.0001, since = timestamptz '2026-03-01' + random() * interval '1 day',
     action = case when stage <> 'live' then 'set_redirect' end, doer = case when stage <> 'live' then 'zoom_admin' end,
     nudge_at = case when stage <> 'live' then timestamptz '2026-03-02' + (random() * 600 - 1) * interval '1 hour' end
   from environment env where env.workspace_id = turn.workspace_id and env.id = turn.environment_id`,
  // Every turn was stale at first: without this the index of the stale ones keeps its size.
  'reindex table turn',
  `insert into nudge (workspace_id, user_id, environment_id, due_at)
   select workspace_id, 'U' || n, environment_id, timestamptz '2026-03-02' + (random() * 600 - 1) * interval '1 hour'
   from turn cross join generate_series(1, 2) n where doer is not null and workspace_id = 'TMANY'`,
  `insert into regression (workspace_id, id, environment_id, check_name, started_at, announced, due_at)
   select workspace_id, gen_random_uuid(), id, 'connector_profile', timestamptz '2026-03-01', true,
          timestamptz '2026-03-02' + (random() * 600 - 1) * interval '1 hour'
   from environment where stage = 'live' and random() < 0.1`,
  `insert into regression_notice (workspace_id, regression_id, user_id, due_at)
   select workspace_id, id, 'U1', due_at from regression`,
  `insert into takeover (workspace_id, id, zoom_app_id, asked_by, asked_at, due_at, state, ended_at)
   select workspace_id, gen_random_uuid(), id, 'U' || (random() * 1000)::int, timestamptz '2026-02-28',
          timestamptz '2026-03-01' + random() * interval '30 days', 'waiting', null
   from zoom_app where random() < 0.02
   union all
   select workspace_id, gen_random_uuid(), id, 'U' || (random() * 1000)::int, timestamptz '2026-02-20',
          timestamptz '2026-02-21', 'done', timestamptz '2026-02-21' + random() * interval '5 days'
   from zoom_app where random() < 0.2`,
  `insert into user_group (workspace_id, id, handle, members_of, next_look_at)
   select 'TMANY', 'S' || n, 'group ' || n, timestamptz '2026-03-01', timestamptz '2026-03-02' + random() * interval '1 day'
   from generate_series(1, 500) n`,
  `insert into user_group_member (workspace_id, group_id, user_id)
   select 'TMANY', id, 'U' || n from user_group cross join generate_series(1, 50) n`,
  `insert into zoom_app_owner_group (workspace_id, zoom_app_id, group_id)
   select workspace_id, id, 'S' || (1 + floor(random() * 500)) from zoom_app where workspace_id = 'TMANY' and random() < 0.1`,
  `insert into introduction (workspace_id, place, seen_by, introduced_at)
   select 'TMANY', 'U' || n, 'person', timestamptz '2026-03-01' from generate_series(1, 20000) n`,
  `insert into quiet_hours (workspace_id, user_id, quiet_from, quiet_to, quiet_weekend)
   select 'TMANY', 'U' || n, 18, 9, true from generate_series(1, 20000) n`,
];
