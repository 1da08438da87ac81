import type { Environment } from '../../core/apps/zoom_app.ts';
import type { Check, EnvironmentKind } from '../../core/checks/check.ts';
import { checkNames, newCheck } from '../../core/checks/check.ts';
import type { UnknownReason } from '../../core/checks/reasons.ts';
import { throughStackOneStatus } from '../../core/checks/stackone_status.ts';
import type { Stage } from '../../core/checks/stage.ts';
import { secretAgeOf } from '../../core/credentials/secret_age.ts';
import { isUuid } from '../../core/id.ts';
import { type CheckJson, checkAsJson, toCheck } from '../checks/readiness_checks.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { type AsJson, toDate } from '../row_as_json.ts';

interface Row {
  workspace_id: string;
  id: string;
  zoom_app_id: string;
  kind: EnvironmentKind;
  client_id: string;
  pending_client_id: string | null;
  has_secret: boolean;
  pair_mark: string;
  stage: Stage;
  live_at: Date | null;
  baseline_at: Date | null;
  probed_at: Date | null;
  ask_again_at: Date | null;
  secret_renewal_at: Date | null;
  secret_replaced_at: Date | null;
  checks: CheckJson[] | null;
  stackone_answered_at: Date | null;
  stackone_trouble: UnknownReason | null;
  stackone_trouble_since: Date | null;
}

/** The checks of `env`, and StackOne's state, which is laid over them when they are read. */
export const checksOfEnv = `
  (select json_agg(${checkAsJson}) from readiness_check looked
   where looked.workspace_id = env.workspace_id and looked.environment_id = env.id)`;
export const stackoneColumns = `
  poll.answered_at as stackone_answered_at, poll.trouble as stackone_trouble,
  poll.trouble_since as stackone_trouble_since`;

/**
 * Of the sealed text: sealing begins with random bytes, so the same secret typed again is another pair. Without a secret, of the client
 * ID and the time when it took its place.
 */
const pairMark = `
  left(encode(sha256(convert_to(
    coalesce(env.pending_secret_sealed, env.client_secret_sealed,
             concat_ws(' ', env.client_id, extract(epoch from env.pair_changed_at))), 'UTF8')), 'hex'), 10)`;

const hasSecret = 'coalesce(env.pending_secret_sealed, env.client_secret_sealed) is not null';

export const environmentsWithStackOne =
  'environment env left join stackone_poll poll on poll.workspace_id = env.workspace_id';

const select = `
  select env.workspace_id, env.id, env.zoom_app_id, env.kind, env.client_id, env.pending_client_id, env.stage,
         ${hasSecret} as has_secret, ${pairMark} as pair_mark, env.live_at, env.baseline_at, env.probed_at, env.ask_again_at, env.secret_renewal_at, env.secret_replaced_at, ${checksOfEnv} as checks,
         ${stackoneColumns}
  from ${environmentsWithStackOne}`;

/** A row as JSON, for statements that read an app and its environments at once. */
export const environmentAsJson = `
  json_build_object(
    'workspace_id', env.workspace_id, 'id', env.id, 'zoom_app_id', env.zoom_app_id, 'kind', env.kind,
    'client_id', env.client_id, 'pending_client_id', env.pending_client_id, 'stage', env.stage,
    'has_secret', ${hasSecret}, 'pair_mark', ${pairMark}, 'live_at', env.live_at, 'baseline_at', env.baseline_at,
    'probed_at', env.probed_at, 'ask_again_at', env.ask_again_at,
    'secret_renewal_at', env.secret_renewal_at, 'secret_replaced_at', env.secret_replaced_at, 'checks', ${checksOfEnv},
    'stackone_answered_at', poll.answered_at, 'stackone_trouble', poll.trouble,
    'stackone_trouble_since', poll.trouble_since)`;

export type EnvironmentJson = AsJson<Row>;
type StackOneColumns = Pick<Row, 'stackone_answered_at' | 'stackone_trouble' | 'stackone_trouble_since'>;

export function toEnvironment(row: Row | EnvironmentJson): Environment {
  const checks = seenChecks(row.checks, row);
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    zoomAppId: row.zoom_app_id,
    kind: row.kind,
    clientId: row.client_id,
    stage: row.stage,
    liveAt: toDate(row.live_at),
    baselineAt: toDate(row.baseline_at),
    probedAt: toDate(row.probed_at),
    askAgainAt: toDate(row.ask_again_at),
    pendingClientId: row.pending_client_id,
    hasSecret: row.has_secret,
    pairMark: row.pair_mark,
    secretAge: secretAgeOf(toDate(row.secret_renewal_at), toDate(row.secret_replaced_at), checks),
    checks,
  };
}

/** Every check in its order: the last result, and over it whether StackOne answers. */
export function seenChecks(
  stored: readonly CheckJson[] | null,
  row: StackOneColumns | AsJson<StackOneColumns>,
): Check[] {
  const stackone = {
    answeredAt: toDate(row.stackone_answered_at),
    trouble: row.stackone_trouble,
    troubleSince: toDate(row.stackone_trouble_since),
  };
  const known = new Map((stored ?? []).map(toCheck).map((check) => [check.name, check]));
  return checkNames.map((name) => throughStackOneStatus(known.get(name) ?? newCheck(name), stackone));
}

export async function readEnvironment(
  db: Queryable,
  workspaceId: string,
  id: string,
): Promise<Environment | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.query<Row>(`${select} where env.workspace_id = $1 and env.id = $2`, [
    workspaceId,
    id,
  ]);
  return row === undefined ? null : toEnvironment(row);
}

/** Several at once, in no order. */
export async function readEnvironments(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<Environment[]> {
  const rows = await db.query<Row>(`${select} where env.workspace_id = $1 and env.id = any($2::uuid[])`, [
    workspaceId,
    ids,
  ]);
  return rows.map(toEnvironment);
}

/** The environments of several apps, Development before Production. */
export async function readEnvironmentsOf(
  db: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<Environment[]> {
  const rows = await db.query<Row>(
    `${select} where env.workspace_id = $1 and env.zoom_app_id = any($2::uuid[]) order by env.kind`,
    [workspaceId, appIds],
  );
  return rows.map(toEnvironment);
}

/** The app of an environment; changes lock the app first, so that no deadlock arises. */
export async function appIdOf(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<string | null> {
  if (!isUuid(environmentId)) return null;
  const [row] = await db.query<{ zoom_app_id: string }>(
    'select zoom_app_id from environment where workspace_id = $1 and id = $2',
    [workspaceId, environmentId],
  );
  return row?.zoom_app_id ?? null;
}
