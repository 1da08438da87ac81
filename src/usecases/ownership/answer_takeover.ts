import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { lockZoomApp } from '../../store/apps/zoom_apps.ts';
import { readTakeover } from '../../store/ownership/takeovers.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { allowedIn } from '../changes/roles/allowed.ts';
import { retryAsAdmin } from '../changes/roles/retry_as_admin.ts';
import { concludeTakeover } from '../changes/takeovers/end_takeover.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { changeOwners } from './change_owners.ts';

/** `over`: it had ended before. `not_owner`: only owners and admins answer, and only who asked withdraws. */
export type NoTakeoverAnswer = 'over' | 'not_owner' | 'owners_full';

type Needs = Pick<Context, 'clock' | 'newId' | Deciding>;
type Answer = 'object' | 'agree' | 'withdraw';

type Input = By & { readonly takeoverId: string; readonly answer: Answer };

/** An owner objects or agrees, or who asked withdraws. Agreeing makes them an owner at once. */
export function answerTakeover(ctx: Needs, input: Input): Promise<Result<ZoomApp, NoTakeoverAnswer>> {
  return retryAsAdmin(
    ctx,
    input.actor,
    (adminInSlack) =>
      withWorkspaceLock(ctx, input.workspaceId, (tx) => answerOnce(tx, ctx, input, adminInSlack)),
    (error) => error === 'not_owner' && input.answer !== 'withdraw',
  );
}

async function answerOnce(
  tx: Queryable,
  ctx: Needs,
  input: Input,
  adminInSlack: boolean,
): Promise<Result<ZoomApp, NoTakeoverAnswer>> {
  const { workspaceId, actor, answer } = input;
  const takeover = await readTakeover(tx, workspaceId, input.takeoverId);
  const app = takeover === null ? null : await lockZoomApp(tx, workspaceId, takeover.appId);
  if (takeover === null || app === null || app.archivedAt !== null) return Err('over');
  if (answer === 'withdraw') {
    if (takeover.askedBy !== actor) return Err('not_owner');
    await concludeTakeover(tx, ctx, app, takeover, { how: 'withdrawn', by: actor });
    return Ok(app);
  }
  const { may } = await allowedIn(tx, ctx, input, app, adminInSlack);
  if (!app.owners.includes(actor) && !may('edit')) return Err('not_owner');
  if (answer === 'object') {
    await concludeTakeover(tx, ctx, app, takeover, { how: 'objected', by: actor });
    return Ok(app);
  }
  const joins = takeover.askedBy;
  const changed = await changeOwners(tx, ctx, app, { how: 'takeover', by: actor, joins, leaves: null });
  return changed.ok ? Ok(app) : changed;
}
