import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { lockZoomApp, readZoomApp } from '../../store/apps/zoom_apps.ts';
import { readTakeover } from '../../store/ownership/takeovers.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { checkActivity } from '../changes/roles/allowed.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { changeOwners } from './change_owners.ts';
import { concludeTakeover } from './end_takeover.ts';

/** `over`: it had ended before. `not_owner`: only owners and admins answer, and only who asked withdraws. */
export type NoTakeoverAnswer = 'over' | 'not_owner' | 'owners_full';

type Needs = Pick<Context, 'clock' | 'newId' | Deciding>;
type Answer = 'object' | 'agree' | 'withdraw';

/** An owner objects or agrees, or who asked withdraws. Agreeing makes them an owner at once. */
export async function answerTakeover(
  ctx: Needs,
  input: By & { readonly takeoverId: string; readonly answer: Answer },
): Promise<Result<ZoomApp, NoTakeoverAnswer>> {
  const { workspaceId, actor, answer } = input;
  const asked = await readTakeover(ctx.db, workspaceId, input.takeoverId);
  const seen = asked === null ? null : await readZoomApp(ctx.db, workspaceId, asked.appId);
  if (asked === null || seen === null) return Err('over');
  const may =
    answer === 'withdraw'
      ? asked.askedBy === actor
      : seen.owners.includes(actor) ||
        (await checkActivity(ctx, { workspaceId, actor, app: seen, activity: 'edit' })).ok;
  if (!may) return Err('not_owner');
  return withWorkspaceLock<Result<ZoomApp, NoTakeoverAnswer>>(ctx, workspaceId, async (tx) => {
    const takeover = await readTakeover(tx, workspaceId, input.takeoverId);
    const app = takeover === null ? null : await lockZoomApp(tx, workspaceId, takeover.appId);
    if (takeover === null || app === null || app.archivedAt !== null) return Err('over');
    if (answer === 'agree') {
      const joins = takeover.askedBy;
      const changed = await changeOwners(tx, ctx, app, { how: 'takeover', by: actor, joins, leaves: null });
      return changed.ok ? Ok(app) : changed;
    }
    const how = answer === 'object' ? 'objected' : 'withdrawn';
    await concludeTakeover(tx, ctx, app, takeover, { how, by: actor });
    return Ok(app);
  });
}
