import type { PersonDoer } from '../../core/turns/turn.ts';
import type { Queryable } from '../postgres/client/database.ts';

/** Who does what is to be done outside of Greenroom, as Slack user ids; empty where nobody was named. */
export type StepAdmins = Readonly<Record<Exclude<PersonDoer, 'owner'>, readonly string[]>>;

/** More than this are not read. */
export const mostStepAdmins = 20;

export async function readStepAdmins(db: Queryable, workspaceId: string): Promise<StepAdmins> {
  const rows = await db.query<{ doer: keyof StepAdmins; user_id: string }>(
    'select doer, user_id from step_admin where workspace_id = $1 order by doer, user_id limit $2',
    [workspaceId, 2 * mostStepAdmins],
  );
  const of = (doer: keyof StepAdmins) => rows.filter((row) => row.doer === doer).map((row) => row.user_id);
  return { zoom_admin: of('zoom_admin'), stackone_admin: of('stackone_admin') };
}
