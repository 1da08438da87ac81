import type { CheckName } from '../../core/checks/check.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** A check that passed before and fails now, or did until lately. */
export interface Regression {
  readonly id: string;
  readonly environmentId: string;
  readonly check: CheckName;
  readonly startedAt: Date;
  /** Was a message about it posted? Not where the check is flapping. */
  readonly announced: boolean;
  /** Slack's user id of the person who said so; null: Greenroom found it. */
  readonly reportedBy: string | null;
  /** Slack's user id of the person who looks after it, and since when. */
  readonly takenBy: string | null;
  readonly takenAt: Date | null;
  readonly endedAt: Date | null;
  /** How often its owners were asked. */
  readonly asked: number;
}

export type NewRegression = Pick<
  Regression,
  'id' | 'environmentId' | 'check' | 'startedAt' | 'announced' | 'reportedBy'
>;

/** Which check of which environment. */
export type BrokenCheck = Pick<Regression, 'environmentId' | 'check'>;

/** Who was forgotten looks after nothing any more. */
const columns = `id, environment_id as "environmentId", check_name as "check", started_at as "startedAt", announced,
  reported_by as "reportedBy", nullif(taken_by, 'forgotten') as "takenBy",
  case when taken_by <> 'forgotten' then taken_at end as "takenAt", ended_at as "endedAt", asked`;

/** Each is due at once. One that is open already stays as it is. */
export async function insertRegressions(
  db: Queryable,
  workspaceId: string,
  regressions: readonly NewRegression[],
): Promise<void> {
  if (regressions.length === 0) return;
  await db.query(
    `insert into regression (workspace_id, id, environment_id, check_name, started_at, announced, reported_by, due_at)
     select $1, id, environment_id, check_name, started_at, announced, reported_by, started_at
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::boolean[], $7::text[])
       as new (id, environment_id, check_name, started_at, announced, reported_by)
     on conflict do nothing`,
    [
      workspaceId,
      regressions.map((one) => one.id),
      regressions.map((one) => one.environmentId),
      regressions.map((one) => one.check),
      regressions.map((one) => one.startedAt),
      regressions.map((one) => one.announced),
      regressions.map((one) => one.reportedBy),
    ],
  );
}

/** These checks fail no more. Each is due at once, so that its messages say so. */
export async function endRegressions(
  db: Queryable,
  workspaceId: string,
  repaired: readonly BrokenCheck[],
  now: Date,
): Promise<void> {
  if (repaired.length === 0) return;
  await db.query(
    `update regression set ended_at = $4, due_at = $4
     from unnest($2::uuid[], $3::text[]) as repaired (environment_id, check_name)
     where workspace_id = $1 and regression.environment_id = repaired.environment_id
       and regression.check_name = repaired.check_name and ended_at is null`,
    [workspaceId, repaired.map((one) => one.environmentId), repaired.map((one) => one.check), now],
  );
}

/** The longest due first; at most `limit`. */
export function readDueRegressions(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<Regression[]> {
  return db.query<Regression>(
    `select ${columns} from regression where workspace_id = $1 and due_at <= $2 order by due_at limit $3`,
    [workspaceId, now, limit],
  );
}

/** Cost: a row for each. */
export function readRegressions(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<Regression[]> {
  return db.query<Regression>(
    `select ${columns} from regression where workspace_id = $1 and id = any($2::uuid[])`,
    [workspaceId, ids],
  );
}

/** Those of these environments, also those that are over and about which the messages do not say so yet. Cost: a row for each check. */
export function readRegressionsOf(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<Regression[]> {
  return db.query<Regression>(
    `select ${columns} from regression where workspace_id = $1 and environment_id = any($2::uuid[]) order by id`,
    [workspaceId, environmentIds],
  );
}

/** When each is due next, and how often its owners were asked. */
export async function saveDueTimes(
  db: Queryable,
  workspaceId: string,
  next: readonly { readonly id: string; readonly asked: number; readonly dueAt: Date }[],
): Promise<void> {
  if (next.length === 0) return;
  await db.query(
    `update regression set asked = next.asked, due_at = next.due_at
     from unnest($2::uuid[], $3::integer[], $4::timestamptz[]) as next (id, asked, due_at)
     where workspace_id = $1 and regression.id = next.id`,
    [workspaceId, next.map((one) => one.id), next.map((one) => one.asked), next.map((one) => one.dueAt)],
  );
}

export async function saveTaken(
  db: Queryable,
  workspaceId: string,
  id: string,
  taken: { readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query('update regression set taken_by = $3, taken_at = $4 where workspace_id = $1 and id = $2', [
    workspaceId,
    id,
    taken.by,
    taken.at,
  ]);
}

/** Nobody looks after it any more. */
export async function releaseRegression(db: Queryable, workspaceId: string, id: string): Promise<void> {
  await db.query(
    'update regression set taken_by = null, taken_at = null where workspace_id = $1 and id = $2',
    [workspaceId, id],
  );
}

/** With what waits to be sent about them. */
export async function deleteRegressions(
  db: Queryable,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await db.query('delete from regression where workspace_id = $1 and id = any($2::uuid[])', [
    workspaceId,
    ids,
  ]);
}
