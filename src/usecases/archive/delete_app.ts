import { nameKey } from '../../core/apps/app_name.ts';
import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { deleteZoomApp } from '../../store/archive/delete_zoom_app.ts';
import type { EndedLink } from '../../store/archive/stop_environments.ts';
import { dropWaitingAbout } from '../../store/deliveries/drop_waiting.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readWatches } from '../../store/watches/watches.ts';
import { changeAppUnless, type Denied } from '../changes/change_app.ts';
import type { By } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { type ArchiveNeeds, endModals, saidOf, stopApp } from './archive_app.ts';

/**
 * Deletes an app for good, archived or not: everything but its history, and what is deleted is said where it was watched. `name`: typed
 * by the person, so that no other app is meant (`other_name`). In Zoom and StackOne nothing changes.
 */
export async function deleteApp(
  ctx: ArchiveNeeds,
  input: By & { readonly appId: string; readonly name: string },
): Promise<Result<{ readonly name: string }, Denied | 'other_name'>> {
  const { workspaceId, actor } = input;
  const deleted = await changeAppUnless<{ name: string; links: EndedLink[] }, 'other_name', never>(
    ctx,
    input,
    'delete',
    () => null,
    async (tx, app) => {
      if (nameKey(input.name) !== nameKey(app.name)) return Err('other_name');
      const { links } = app.archivedAt === null ? await stopApp(tx, ctx, app, actor, null) : { links: [] };
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: ctx.clock.now(),
        kind: 'zoom_app_deleted',
        actor,
        appId: app.id,
        detail: { name: app.name },
      });
      await notify(tx, ctx, app, actor);
      await deleteZoomApp(tx, workspaceId, app.id);
      return Ok({ name: app.name, links });
    },
  );
  if (!deleted.ok) return deleted;
  await endModals(ctx, workspaceId, deleted.value.links);
  return Ok({ name: deleted.value.name });
}

/** Not where Greenroom cannot post: nothing would end the wait, once the watch is gone. */
async function notify(tx: Queryable, ctx: ArchiveNeeds, app: ZoomApp, actor: string): Promise<void> {
  const { workspaceId, id: appId } = app;
  const message = { kind: 'app_deleted' as const, ...saidOf(app, actor) };
  await notifyWatchers(tx, ctx, { workspaceId, appId }, [{ where: 'channel', message }]);
  const watches = await readWatches(tx, workspaceId, [appId]);
  const closed = watches.flatMap(({ channelId, paused }) => (paused === null ? [] : [channelId]));
  await dropWaitingAbout(tx, workspaceId, appId, closed, { edits: true });
}
