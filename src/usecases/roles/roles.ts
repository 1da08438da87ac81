import { Ok, type Result } from '../../core/result.ts';
import { activities, type Roles, roleChoices, rolesFrom } from '../../core/roles/activities.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readChosenRoles, saveRoles } from '../../store/roles/roles.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import type { AdminRefusal } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';

/** Who may do what in this workspace: what admins have chosen, else the defaults. One indexed query. */
export async function readRoles(
  ctx: Pick<Context, 'db'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<Roles> {
  return rolesFrom(await readChosenRoles(ctx.db, workspaceId));
}

/**
 * Admins decide who may do what; activities that are not named stay as they are. `choice`: something that cannot be chosen
 * (`roleChoices`). Idempotent. Everybody's next request is decided by it; what is open in a modal, when it is submitted.
 */
export async function setRoles(
  ctx: Pick<Context, Deciding | 'clock' | 'newId'>,
  input: By & { readonly roles: Partial<Roles> },
): Promise<Result<{ readonly changed: Partial<Roles> }, AdminRefusal | 'choice'>> {
  const { workspaceId, actor, roles } = input;
  const chosen = activities.filter((activity) => roles[activity] !== undefined);
  const isChoice = chosen.every((activity) => roleChoices[activity].some((who) => who === roles[activity]));
  const wrong = () => (isChoice ? null : 'choice');
  return changeAsAdmin<{ changed: Partial<Roles> }, 'choice'>(ctx, input, wrong, async (tx) => {
    const before = rolesFrom(await readChosenRoles(tx, workspaceId));
    const differing = chosen.filter((activity) => roles[activity] !== before[activity]);
    const changed: Partial<Roles> = Object.fromEntries(
      differing.map((activity) => [activity, roles[activity]]),
    );
    if (differing.length === 0) return Ok({ changed });
    await saveRoles(tx, workspaceId, changed);
    const at = { id: ctx.newId(), workspaceId, at: ctx.clock.now(), actor };
    await appendEvent(tx, { ...at, kind: 'roles_changed', detail: { roles: changed } });
    return Ok({ changed });
  });
}
