import type { Context } from '../changes/context.ts';
import { forget } from './forget.ts';

/** How long a workspace is kept after the app was removed from it, so that it can come back. */
const keptAfterUninstallMs = 30 * 24 * 60 * 60_000;

/**
 * Daily, for each workspace: forgets one from which the app was removed 30 days ago, and removes events that are older than
 * HISTORY_RETENTION. May run twice, and goes on where it was interrupted.
 */
export async function applyRetention(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'log' | 'settings'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<void> {
  const now = ctx.clock.now().getTime();
  const until = new Date(now - keptAfterUninstallMs);
  const { counts } = await forget(ctx, { workspaceId, what: 'workspace', until });
  if (Object.keys(counts).length > 0)
    ctx.log.info(
      { workspaceId, counts },
      'Forgot a workspace: the app was removed from it more than 30 days ago',
    );
  const { historyRetentionMs = null } = ctx.settings;
  if (historyRetentionMs === null) return;
  const before = new Date(now - historyRetentionMs);
  const removed = await forget(ctx, { workspaceId, what: 'history', until: before });
  if (Object.keys(removed.counts).length > 0)
    ctx.log.info({ workspaceId, counts: removed.counts }, 'Removed history older than HISTORY_RETENTION');
}
