import { announceForgetting, type Removal, readRemoval } from '../../store/workspaces/workspaces.ts';
import type { Context } from '../changes/context.ts';
import { forget } from './forget.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'log' | 'settings'>;

const hour = 60 * 60_000;
/** How long a workspace is kept after the app was removed from it, so that it can come back. */
const keptAfterUninstallMs = 30 * 24 * hour;
/**
 * It is forgotten when this much has passed since that was announced: a Greenroom that was stopped for weeks, or whose database was
 * restored, begins with an old note of a removal, and has until the next night to find that its token works.
 */
const announcedForMs = 20 * hour;
/** An older announcement is of another time, and is repeated. */
const announcementEndsMs = 72 * hour;

/**
 * Daily, for each workspace: forgets one from which the app was removed 30 days ago, and removes events that are older than
 * HISTORY_RETENTION. May run twice, and goes on where it was interrupted.
 */
export async function applyRetention(
  ctx: Needs,
  { workspaceId }: { readonly workspaceId: string },
): Promise<void> {
  await forgetRemoved(ctx, workspaceId);
  const { historyRetentionMs = null } = ctx.settings;
  if (historyRetentionMs === null) return;
  const before = new Date(ctx.clock.now().getTime() - historyRetentionMs);
  const removed = await forget(ctx, { workspaceId, what: 'history', until: before });
  if (Object.keys(removed.counts).length > 0)
    ctx.log.info({ workspaceId, counts: removed.counts }, 'Removed history older than HISTORY_RETENTION');
}

async function forgetRemoved(ctx: Needs, workspaceId: string): Promise<void> {
  const removal = await readRemoval(ctx.db, workspaceId);
  const now = ctx.clock.now();
  const decision = removal === null ? 'keep' : decideForgetting(removal, now);
  if (decision === 'announce') {
    await announceForgetting(ctx.db, workspaceId, now);
    ctx.log.warn(
      { workspaceId, uninstalledAt: removal?.uninstalledAt },
      'The app was removed from this workspace more than 30 days ago: it is forgotten tomorrow. To keep it, install the app again and start Greenroom with its token',
    );
  }
  if (decision !== 'forget') return;
  const until = new Date(now.getTime() - keptAfterUninstallMs);
  const { counts } = await forget(ctx, { workspaceId, what: 'workspace', until });
  ctx.log.info(
    { workspaceId, counts },
    'Forgot a workspace: the app was removed from it more than 30 days ago',
  );
}

function decideForgetting(
  { uninstalledAt, announcedAt }: Removal,
  now: Date,
): 'keep' | 'announce' | 'wait' | 'forget' {
  const since = (at: Date) => now.getTime() - at.getTime();
  if (since(uninstalledAt) <= keptAfterUninstallMs) return 'keep';
  if (announcedAt === null || since(announcedAt) < 0 || since(announcedAt) > announcementEndsMs)
    return 'announce';
  return since(announcedAt) < announcedForMs ? 'wait' : 'forget';
}
