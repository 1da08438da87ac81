import type { UnknownReason } from '../../core/checks/reasons.ts';
import type { Action } from '../../core/scopes/plan/needs.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** StackOne's actions for Zoom as they were listed last. */
export interface ActionList {
  /** The last attempt, answered or not. */
  readonly askedAt: Date | null;
  readonly actions: readonly Action[];
  /** Null as long as StackOne never answered. */
  readonly answeredAt: Date | null;
  /** Why the last attempt gave no list. */
  readonly trouble: UnknownReason | null;
  /** The last list was incomplete: there may be more actions than these. */
  readonly incomplete: boolean;
}

const noActions: ActionList = {
  askedAt: null,
  actions: [],
  answeredAt: null,
  trouble: null,
  incomplete: false,
};

export async function readActionList(db: Queryable, workspaceId: string): Promise<ActionList> {
  const [row] = await db.query<{
    asked_at: Date;
    actions: Action[];
    answered_at: Date | null;
    trouble: UnknownReason | null;
    incomplete: boolean;
  }>(
    `select asked_at, actions, answered_at, trouble, incomplete from stackone_action_list where workspace_id = $1`,
    [workspaceId],
  );
  if (row === undefined) return noActions;
  const { asked_at: askedAt, answered_at: answeredAt, ...rest } = row;
  return { askedAt, answeredAt, ...rest };
}

/** An older list never takes the place of a newer one. */
export async function saveActions(
  db: Queryable,
  workspaceId: string,
  { actions, incomplete }: Pick<ActionList, 'actions' | 'incomplete'>,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into stackone_action_list (workspace_id, asked_at, answered_at, actions, incomplete) values ($1, $2, $2, $3, $4)
     on conflict (workspace_id) do update set asked_at = $2, answered_at = $2, trouble = null, actions = $3, incomplete = $4
     where stackone_action_list.answered_at is null or stackone_action_list.answered_at <= $2`,
    [workspaceId, at, JSON.stringify(actions), incomplete],
  );
}

/** The last list stays: it is better than none. */
export async function saveActionTrouble(
  db: Queryable,
  workspaceId: string,
  trouble: UnknownReason,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into stackone_action_list (workspace_id, asked_at, trouble) values ($1, $2, $3)
     on conflict (workspace_id) do update set asked_at = $2, trouble = $3`,
    [workspaceId, at, trouble],
  );
}
