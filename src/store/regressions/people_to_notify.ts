import type { Queryable } from '../postgres/client/database.ts';

/** A direct message about a regression to this person waits to be sent. */
export interface PersonToNotify {
  readonly regressionId: string;
  readonly userId: string;
}

export async function addPeopleToNotify(
  db: Queryable,
  workspaceId: string,
  people: readonly PersonToNotify[],
  dueAt: Date,
): Promise<void> {
  if (people.length === 0) return;
  await db.query(
    `insert into regression_notice (workspace_id, regression_id, user_id, due_at)
     select $1, regression_id, user_id, $4 from unnest($2::uuid[], $3::text[]) as new (regression_id, user_id)
     on conflict do nothing`,
    [workspaceId, people.map((one) => one.regressionId), people.map((one) => one.userId), dueAt],
  );
}

/** Nobody is to be notified of it any more. */
export async function notifyNobodyOf(
  db: Queryable,
  workspaceId: string,
  regressionId: string,
): Promise<void> {
  await db.query('delete from regression_notice where workspace_id = $1 and regression_id = $2', [
    workspaceId,
    regressionId,
  ]);
}

/** The longest due first; at most `limit`. */
export function readPeopleToNotify(
  db: Queryable,
  workspaceId: string,
  now: Date,
  limit: number,
): Promise<PersonToNotify[]> {
  return db.query<PersonToNotify>(
    `select regression_id as "regressionId", user_id as "userId" from regression_notice
     where workspace_id = $1 and due_at <= $2 order by due_at limit $3`,
    [workspaceId, now, limit],
  );
}

/** Takes these off what waits; returns those that still waited. */
export function takePeopleToNotify(
  db: Queryable,
  workspaceId: string,
  people: readonly PersonToNotify[],
): Promise<PersonToNotify[]> {
  return db.query<PersonToNotify>(
    `delete from regression_notice using unnest($2::uuid[], $3::text[]) as sent (regression_id, user_id)
     where workspace_id = $1 and regression_notice.regression_id = sent.regression_id
       and regression_notice.user_id = sent.user_id
     returning regression_notice.regression_id as "regressionId", regression_notice.user_id as "userId"`,
    [workspaceId, people.map((one) => one.regressionId), people.map((one) => one.userId)],
  );
}

/** It is night where these people are, or they could not be written to. */
export async function postponePeopleToNotify(
  db: Queryable,
  workspaceId: string,
  people: readonly (PersonToNotify & { readonly dueAt: Date })[],
): Promise<void> {
  if (people.length === 0) return;
  await db.query(
    `update regression_notice set due_at = later.due_at
     from unnest($2::uuid[], $3::text[], $4::timestamptz[]) as later (regression_id, user_id, due_at)
     where workspace_id = $1 and regression_notice.regression_id = later.regression_id
       and regression_notice.user_id = later.user_id`,
    [
      workspaceId,
      people.map((one) => one.regressionId),
      people.map((one) => one.userId),
      people.map((one) => one.dueAt),
    ],
  );
}
