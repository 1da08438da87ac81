import type pg from 'pg';
import { Secret } from '../../src/core/secrets/secret.ts';
import { createDatabase, type Database, type Queryable } from '../../src/store/postgres/client/database.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { quietLog } from './log.ts';

/** What a crowd of Zoom apps looks like: one development environment each, its six checks, an owner, a watch. */
export interface Crowd {
  readonly workspaceId: string;
  readonly apps: number;
  /** The apps are spread over so many channels. */
  readonly channels: number;
  /** So many have a connector profile, and are live; the others wait for theirs. */
  readonly live: number;
}

const at = `timestamptz '2026-01-01'`;

const statements = ({ apps, channels, live }: Crowd): readonly string[] => [
  `insert into workspace (id, name, bot_user_id, probe_trust, created_at) values ($1, 'Bench', 'UBOT', 'trusted', ${at})
   on conflict (id) do nothing`,
  `insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by,
                         created_at, updated_at)
   select $1, gen_random_uuid(), 'Integration ' || n, 'integration ' || n, 'admin', 'C' || n % ${channels}, 'U1', 'U1', ${at}, ${at}
   from generate_series(1, ${apps}) n`,
  `insert into zoom_app_owner (workspace_id, zoom_app_id, user_id)
   select workspace_id, id, 'U' || substr(name_key, 13)::int / 10 from zoom_app where workspace_id = $1`,
  `insert into zoom_app_scope (workspace_id, zoom_app_id, scope, position)
   select workspace_id, id, scope, position from zoom_app,
     unnest(array['meeting:read:meeting:admin', 'user:read:user:admin']) with ordinality as s (scope, position)
   where workspace_id = $1`,
  `insert into watch (workspace_id, channel_id, zoom_app_id, created_by, created_at)
   select workspace_id, channel_id, id, 'U1', ${at} from zoom_app where workspace_id = $1`,
  `insert into environment (workspace_id, id, zoom_app_id, kind, client_id, stage, live_at, baseline_at)
   select workspace_id, gen_random_uuid(), id, 'development', 'client',
          case when n <= ${live} then 'live' else 'credentials' end, case when n <= ${live} then ${at} end, ${at}
   from (select *, substr(name_key, 13)::int as n from zoom_app where workspace_id = $1) app`,
  `insert into readiness_check (workspace_id, environment_id, name, status, evidence, last_known)
   select workspace_id, id, name, answer, case when answer = 'passed' then 'verified' end, answer
   from environment, lateral unnest(
     array['credentials', 'scopes', 'redirect', 'test_status', 'connector_profile', 'linked_account'],
     case when stage = 'live' then array_fill('passed'::text, array[6])
          else array['pending', 'passed', 'pending', 'pending', 'pending', 'pending'] end) as c (name, answer)
   where workspace_id = $1`,
  `insert into connector_profile (workspace_id, id, name, active, first_seen_at, environment_id, matched_by)
   select workspace_id, 'own-' || id, 'Own', true, ${at}, id, 'name' from environment
   where workspace_id = $1 and stage = 'live'`,
];

const tables = ['zoom_app', 'zoom_app_owner', 'watch', 'environment', 'readiness_check', 'connector_profile'];

/** Registered as years would have left them, without their years. */
export async function seedCrowd(connection: pg.PoolConfig, crowd: Crowd): Promise<void> {
  await keepTrying(connection, async (db) => {
    for (const sql of statements(crowd)) await db.query(sql, [crowd.workspaceId]);
    for (const table of tables) await db.query(`vacuum analyze ${table}`);
  });
}

/** With statements that may take minutes, as those of the product may not. */
export async function keepTrying(
  connection: pg.PoolConfig,
  work: (db: Queryable) => Promise<void>,
): Promise<void> {
  const db = createDatabase({ connection, log: quietLog, statementTimeoutMs: 10 * 60_000 });
  try {
    await work(db);
  } finally {
    await db.stop();
  }
}

/** Gives every environment of a workspace a sealed secret. */
export async function sealSecrets(db: Database, vault: Vault, workspaceId: string): Promise<void> {
  const rows = await db.query<{ id: string }>('select id from environment where workspace_id = $1', [
    workspaceId,
  ]);
  const secret = new Secret('the secret of a bench');
  const sealed = rows.map(({ id }) => vault.seal(secret, { workspaceId, rowId: id, field: 'client_secret' }));
  await db.query(
    `update environment set client_secret_sealed = given.sealed from unnest($2::uuid[], $3::text[]) as given (id, sealed)
     where environment.workspace_id = $1 and environment.id = given.id`,
    [workspaceId, rows.map(({ id }) => id), sealed],
  );
}
