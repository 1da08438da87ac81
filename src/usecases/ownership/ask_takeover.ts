import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import {
  AGAIN_AFTER_OBJECTION_MS,
  MOST_WAITING,
  OBJECTION_MS,
  type Takeover,
} from '../../core/ownership/takeover.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { lockZoomApp, readZoomApp } from '../../store/apps/zoom_apps.ts';
import { insertTakeover, readRequestsOf, readWaitingTakeover } from '../../store/ownership/takeovers.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { allowedIn } from '../changes/roles/allowed.ts';
import { sendRequests, takeoverRequest } from '../changes/takeovers/takeover_request.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { changeOwners } from './change_owners.ts';

type Needs = Pick<Context, 'clock' | 'newId' | Deciding>;

/** `done`: they own it now. `asked`: owners can object until `takeover.dueAt`. */
export type AskedTakeover =
  | { readonly kind: 'done'; readonly app: ZoomApp }
  | { readonly kind: 'asked'; readonly app: ZoomApp; readonly takeover: Takeover };

/**
 * `elsewhere`: asked outside of the app's channel. `waiting`: somebody has asked already, perhaps the same person. `objected`: an
 * owner objected to this person lately. `too_many`: this person waits for many apps.
 */
export type NoTakeover =
  | { readonly code: 'not_found' | 'archived' | 'already_owner' | 'owners_full' | 'too_many' }
  | { readonly code: 'elsewhere'; readonly app: ZoomApp }
  | { readonly code: 'waiting'; readonly app: ZoomApp; readonly takeover: Takeover }
  | { readonly code: 'objected'; readonly by: string };

/** `channelId`: where it was asked, in Slack. */
type Input = By & { readonly appId: string; readonly channelId: string | null };

/**
 * A person wants to become an owner. Who may change the owners anyway (an admin, or anybody where nobody owns it) is one at once;
 * anybody else asks in the app's channel, and is one after a day without an objection. Nobody stops being an owner by it, but
 * those whose accounts are gone.
 */
export async function askTakeover(ctx: Needs, input: Input): Promise<Result<AskedTakeover, NoTakeover>> {
  const { workspaceId, actor } = input;
  const seen = await readZoomApp(ctx.db, workspaceId, input.appId);
  if (seen === null) return Err({ code: 'not_found' });
  // Slack is asked before the transaction; what else allows it is decided in it.
  const { may } = await allowedIn(ctx.db, ctx, input, seen);
  const adminInSlack = !may('edit') && (await ctx.isWorkspaceAdmin?.(actor)) === true;
  return withWorkspaceLock<Result<AskedTakeover, NoTakeover>>(ctx, workspaceId, async (tx) => {
    const app = await lockZoomApp(tx, workspaceId, input.appId);
    if (app === null) return Err({ code: 'not_found' });
    if (app.archivedAt !== null) return Err({ code: 'archived' });
    if (app.owners.includes(actor)) return Err({ code: 'already_owner' });
    const allowed = await allowedIn(tx, ctx, input, app, adminInSlack);
    if (!allowed.may('edit')) return ask(tx, ctx, input, app);
    const change = { how: 'takeover' as const, by: actor, joins: actor, leaves: null };
    const changed = await changeOwners(tx, ctx, app, change);
    return changed.ok ? Ok({ kind: 'done', app }) : Err({ code: changed.error });
  });
}

async function ask(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, actor, channelId }: Input,
  app: ZoomApp,
): Promise<Result<AskedTakeover, NoTakeover>> {
  if (channelId !== app.channelId) return Err({ code: 'elsewhere', app });
  const now = ctx.clock.now();
  const running = await readWaitingTakeover(tx, workspaceId, app.id);
  if (running !== null) return Err({ code: 'waiting', app, takeover: running });
  const since = new Date(now.getTime() - AGAIN_AFTER_OBJECTION_MS);
  const earlier = await readRequestsOf(tx, workspaceId, actor, { appId: app.id, since });
  if (earlier.objectedBy !== null) return Err({ code: 'objected', by: earlier.objectedBy });
  if (earlier.waiting >= MOST_WAITING) return Err({ code: 'too_many' });
  const takeover = {
    ...{ id: ctx.newId(), appId: app.id, askedBy: actor },
    ...{ askedAt: now, dueAt: new Date(now.getTime() + OBJECTION_MS) },
  };
  await insertTakeover(tx, workspaceId, takeover);
  await appendEvent(tx, {
    ...{ id: ctx.newId(), workspaceId, at: now, kind: 'takeover_asked', actor, appId: app.id },
    detail: { until: takeover.dueAt.toISOString() },
  });
  const message = takeoverRequest(app, takeover);
  await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, [{ where: 'channel', message }]);
  await sendRequests(tx, ctx, app, takeover, app.owners);
  return Ok({ kind: 'asked', app, takeover });
}
