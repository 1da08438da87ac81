import { eachAlone, putOffMs } from '../../concurrency/each_alone.ts';
import { isNoOwner, type MemberStatus } from '../../core/apps/member_status.ts';
import { takeoverKey } from '../../core/deliveries/collapse_key.ts';
import { dueOnceShown, type Takeover } from '../../core/ownership/takeover.ts';
import { lockZoomApp } from '../../store/apps/zoom_apps.ts';
import { firstShownAt, notifiedAbout } from '../../store/deliveries/direct_messages.ts';
import { dueTakeovers, postponeTakeover, readTakeover } from '../../store/ownership/takeovers.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { concludeTakeover } from '../changes/takeovers/end_takeover.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { changeOwners } from './change_owners.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'memberStatusesOf'>;

/**
 * Makes those owners to whom nobody objected in time, at most `most` at once, each in a transaction of its own. Returns how many
 * were due. It waits on while Slack has not shown the request anywhere for a whole day: nobody could object then. Where Slack refused to
 * show it to anybody, it ends.
 */
export async function carryOutTakeovers(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  const due = await dueTakeovers(ctx.db, workspaceId, now, most);
  if (due.length === 0) return 0;
  const statuses = await ctx.memberStatusesOf?.([...new Set(due.map(({ askedBy }) => askedBy))]);
  await eachAlone(
    due,
    ({ id, askedBy }) =>
      withWorkspaceLock(ctx, workspaceId, async (tx) => {
        const takeover = await readTakeover(tx, workspaceId, id);
        if (takeover !== null && takeover.dueAt <= ctx.clock.now())
          await carryOut(tx, ctx, workspaceId, takeover, statuses?.get(askedBy) ?? 'unknown');
      }),
    ({ id }) => postponeTakeover(ctx.db, workspaceId, id, new Date(now.getTime() + putOffMs)),
  );
  return due.length;
}

async function carryOut(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  takeover: Takeover,
  status: MemberStatus,
): Promise<void> {
  const now = ctx.clock.now();
  const topic = takeoverKey(takeover.id);
  const shownAt = await firstShownAt(tx, workspaceId, topic);
  const isRefused = shownAt === null && (await notifiedAbout(tx, workspaceId, topic, 1)).length === 0;
  const dueAt = dueOnceShown(takeover, shownAt, now);
  if (dueAt > now && !isRefused) return postponeTakeover(tx, workspaceId, takeover.id, dueAt);
  const app = await lockZoomApp(tx, workspaceId, takeover.appId);
  if (app === null) return;
  if (isRefused) return concludeTakeover(tx, ctx, app, takeover, { how: 'void', by: null, unseen: true });
  const { askedBy: joins } = takeover;
  const end = (how: 'void' | 'done') => concludeTakeover(tx, ctx, app, takeover, { how, by: null });
  if (app.archivedAt !== null || isNoOwner(status)) return end('void');
  if (app.owners.includes(joins)) return end('done');
  const changed = await changeOwners(tx, ctx, app, { how: 'takeover', by: 'greenroom', joins, leaves: null });
  if (!changed.ok) await end('void');
}
