import { z } from 'zod';
import { environmentKinds } from '../../core/checks/check.ts';
import { type DriftState, noDrift } from '../../core/drift/drift_state.ts';
import type { DriftFinding, ProfileVersions } from '../../core/drift/findings.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { jsonDate } from './json_date.ts';

const texts = z.array(z.string());
const finding = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scope'),
    key: z.string(),
    listed: texts,
    known: z.enum(['known', 'other_level', 'unknown']).catch('unknown'),
    since: z.string().nullable().catch(null),
    connector: z.boolean(),
    actions: texts,
  }),
  z.object({ kind: z.literal('action_gone'), key: z.string(), action: z.string() }),
  z.object({ kind: z.literal('breaking'), key: z.string(), from: z.string(), to: z.string() }),
  z.object({
    kind: z.literal('pinned'),
    key: z.string(),
    environment: z.enum(environmentKinds),
    pinned: z.string(),
    newest: z.string(),
    behind: z.literal(true).nullable().catch(null),
  }),
  z.object({ kind: z.literal('refused'), key: z.string(), scope: z.string(), catalogue: z.string() }),
]);

/** As stored; what a newer release wrote and this one does not know is left out. */
export function readFindings(stored: unknown): readonly DriftFinding[] {
  return (Array.isArray(stored) ? stored : []).flatMap((one: unknown) => finding.safeParse(one).data ?? []);
}

interface Row {
  app_id: string;
  findings: unknown;
  announced: string[];
  accepted: string[];
}

/** Of apps whose workspace is locked; those that were never compared, or never fell short, are left out. */
export async function readDrifts(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<ReadonlyMap<string, DriftState>> {
  const rows = await db.query<Row>(
    `select zoom_app_id as app_id, findings, announced, accepted from app_drift
     where workspace_id = $1 and zoom_app_id = any($2::uuid[])`,
    [workspaceId, appIds],
  );
  return new Map(
    rows.map(({ app_id, findings, ...keys }) => [
      app_id,
      { ...noDrift, ...keys, findings: readFindings(findings) },
    ]),
  );
}

/** In one statement, whatever their number. */
export async function saveDrifts(
  db: Queryable,
  workspaceId: string,
  drifts: ReadonlyMap<string, DriftState>,
  at: Date,
): Promise<void> {
  if (drifts.size === 0) return;
  const rows = [...drifts].map(([appId, state]) => ({ app_id: appId, ...state }));
  await db.query(
    `insert into app_drift (workspace_id, zoom_app_id, findings, announced, accepted, compared_at)
     select $1, saved.app_id, saved.findings, saved.announced, saved.accepted, $3
     from jsonb_to_recordset($2::jsonb)
       as saved (app_id uuid, findings jsonb, announced text[], accepted text[])
     on conflict (workspace_id, zoom_app_id) do update set
       findings = excluded.findings, announced = excluded.announced, accepted = excluded.accepted,
       compared_at = excluded.compared_at`,
    [workspaceId, JSON.stringify(rows), at],
  );
}

const provenDate = jsonDate.nullable().catch(null);

/** The profiles of apps, by app; removed ones are left out. */
export async function profileVersionsOf(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<(ProfileVersions & { readonly appId: string })[]> {
  const rows = await db.query<Omit<ProfileVersions, 'provenAt'> & { appId: string; proven: string | null }>(
    `select env.zoom_app_id as "appId", env.kind as environment, profile.pinned_version as pinned,
            profile.newest_version as newest, profile.first_seen_at as "firstSeenAt",
            case when looked.detail->'provenBy'->>'profileId' = profile.id then looked.detail->'provenBy'->>'at' end as proven
     from environment env
     join connector_profile profile on profile.workspace_id = $1 and profile.environment_id = env.id
     left join readiness_check looked on looked.workspace_id = $1 and looked.environment_id = env.id
       and looked.name = 'connector_profile'
     where env.workspace_id = $1 and env.zoom_app_id = any($2::uuid[]) and profile.removed_at is null`,
    [workspaceId, appIds],
  );
  return rows.map(({ proven, ...row }) => ({ ...row, provenAt: provenDate.parse(proven) }));
}

/** Profiles that StackOne lists as pinned, at most `limit`. */
export async function pinnedProfiles(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<{ id: string; pinned: string; newest: string | null }[]> {
  return db.query(
    `select id, pinned_version as pinned, newest_version as newest from connector_profile
     where workspace_id = $1 and pinned_version is not null and removed_at is null order by id limit $2`,
    [workspaceId, limit],
  );
}

export async function saveNewestVersions(
  db: Queryable,
  workspaceId: string,
  newest: readonly { readonly id: string; readonly newest: string }[],
): Promise<void> {
  if (newest.length === 0) return;
  await db.query(
    `update connector_profile profile set newest_version = left(found.newest, 100)
     from unnest($2::text[], $3::text[]) as found (id, newest)
     where profile.workspace_id = $1 and profile.id = found.id
       and profile.newest_version is distinct from left(found.newest, 100)`,
    [workspaceId, newest.map(({ id }) => id), newest.map((one) => one.newest)],
  );
}
