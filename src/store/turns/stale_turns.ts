import type { NextAction } from '../../core/checks/next_action.ts';
import type { PersonDoer, Turn } from '../../core/turns/turn.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** A turn as it was worked out last. */
export interface StoredTurn {
  readonly environmentId: string;
  readonly appId: string;
  /** Null: nobody's, or it was never worked out (`isNew`). */
  readonly turn: Turn | null;
  readonly isNew: boolean;
}

interface Row {
  environmentId: string;
  appId: string;
  action: NextAction | null;
  doer: PersonDoer | null;
  since: Date | null;
}

/** Turns whose environment has changed since they were worked out, at most `limit`. */
export async function readStaleTurns(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<StoredTurn[]> {
  const rows = await db.query<Row>(
    `select environment_id as "environmentId", zoom_app_id as "appId", action, doer, since from turn
     where workspace_id = $1 and stale order by environment_id limit $2`,
    [workspaceId, limit],
  );
  return rows.map(({ environmentId, appId, action, doer, since }) => ({
    environmentId,
    appId,
    turn: action === null || doer === null || since === null ? null : { action, doer, since },
    isNew: since === null,
  }));
}

export interface TurnOf {
  readonly environmentId: string;
  /** Null: nobody's turn. */
  readonly turn: Turn | null;
  /** When nobody's turn began. */
  readonly at: Date;
  /** When somebody is reminded first; null: nobody is. Left as it is while the turn is the same one. */
  readonly nudgeAt: Date | null;
}

/** What was worked out, in one statement. A turn that goes on keeps its reminders. */
export async function saveTurns(
  db: Queryable,
  workspaceId: string,
  updated: readonly TurnOf[],
): Promise<void> {
  if (updated.length === 0) return;
  await db.query(
    `update turn set stale = false, action = now.action, doer = now.doer, since = now.since,
       nudge_at = case when turn.action is not distinct from now.action and turn.since = now.since then turn.nudge_at
                       else now.nudge_at end,
       nudges = case when turn.action is not distinct from now.action and turn.since = now.since then turn.nudges else 0 end
     from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
       as now (environment_id, action, doer, since, nudge_at)
     where turn.workspace_id = $1 and turn.environment_id = now.environment_id`,
    [
      workspaceId,
      updated.map((one) => one.environmentId),
      updated.map(({ turn }) => turn?.action ?? null),
      updated.map(({ turn }) => turn?.doer ?? null),
      updated.map(({ turn, at }) => turn?.since ?? at),
      updated.map((one) => one.nudgeAt),
    ],
  );
}
