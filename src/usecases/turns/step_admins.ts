import { isNoOwner } from '../../core/apps/member_status.ts';
import { Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import {
  mostStepAdmins,
  readNamedStepAdmins,
  type StepAdminOf,
  type StepAdmins,
  saveStepAdmins,
} from '../../store/turns/step_admins.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import type { AdminRefusal } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

/** Who is named for the steps in Zoom and in StackOne. */
export function readStepAdmins(
  ctx: Pick<Context, 'db'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<StepAdmins> {
  return readNamedStepAdmins(ctx.db, workspaceId);
}

/** `no_member`: one of them is a bot, deactivated, or of another workspace. */
export type StepAdminsRefusal = AdminRefusal | 'too_many' | 'no_member';

/** Admins name who does the steps in Zoom or in StackOne, for all apps; nobody: the owners pass them on. Idempotent. */
export async function setStepAdmins(
  ctx: Pick<Context, Deciding | 'clock' | 'newId' | 'memberStatusesOf'>,
  input: By & { readonly doer: StepAdminOf; readonly userIds: readonly string[] },
): Promise<Result<{ readonly changed: boolean }, StepAdminsRefusal>> {
  const { workspaceId, actor, doer } = input;
  const userIds = [...new Set(input.userIds)];
  const wrong = () => wrongIn(ctx, userIds);
  return changeAsAdmin<{ changed: boolean }, 'too_many' | 'no_member'>(ctx, input, wrong, async (tx) => {
    const before = (await readNamedStepAdmins(tx, workspaceId))[doer];
    const added = userIds.filter((userId) => !before.includes(userId));
    const removed = before.filter((userId) => !userIds.includes(userId));
    if (added.length + removed.length === 0) return Ok({ changed: false });
    const at = ctx.clock.now();
    await saveStepAdmins(tx, workspaceId, doer, userIds, actor, at);
    const detail = { doer, added, removed };
    await appendEvent(tx, { id: ctx.newId(), workspaceId, at, actor, kind: 'step_admins_changed', detail });
    return Ok({ changed: true });
  });
}

async function wrongIn(
  { memberStatusesOf }: Pick<Context, 'memberStatusesOf'>,
  userIds: readonly string[],
): Promise<'too_many' | 'no_member' | null> {
  if (userIds.length > mostStepAdmins) return 'too_many';
  const statuses = await memberStatusesOf?.(userIds);
  return userIds.some((userId) => isNoOwner(statuses?.get(userId) ?? 'unknown')) ? 'no_member' : null;
}

/**
 * Whoever is named for steps and has no account here any more, as Slack says, is named no longer: the others do them, or the owners pass
 * them on.
 */
export async function releaseGoneStepAdmins(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'memberStatusesOf'>,
  workspaceId: string,
): Promise<void> {
  const named = await readNamedStepAdmins(ctx.db, workspaceId);
  const userIds = [...new Set([...named.zoom_admin, ...named.stackone_admin])];
  if (userIds.length === 0) return;
  const statuses = await ctx.memberStatusesOf?.(userIds);
  const isGone = (userId: string) => isNoOwner(statuses?.get(userId) ?? 'unknown');
  if (!userIds.some(isGone)) return;
  await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const before = await readNamedStepAdmins(tx, workspaceId);
    for (const doer of ['zoom_admin', 'stackone_admin'] as const) {
      const removed = before[doer].filter(isGone);
      if (removed.length === 0) continue;
      const at = ctx.clock.now();
      const staying = before[doer].filter((userId) => !removed.includes(userId));
      await saveStepAdmins(tx, workspaceId, doer, staying, 'greenroom', at);
      await appendEvent(tx, {
        ...{ id: ctx.newId(), workspaceId, at, actor: 'greenroom', kind: 'step_admins_changed' },
        detail: { doer, added: [], removed },
      });
    }
  });
}
