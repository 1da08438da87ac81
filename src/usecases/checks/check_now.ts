import type { ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import { noteCheckRequest } from '../../store/checks/check_requests.ts';
import { hurryAccountChecks } from '../../store/checks/linked_accounts.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readStackOnePoll, takeForcedPoll } from '../../store/profiles/stackone_polls.ts';
import { cardOf } from '../apps/read_card.ts';
import type { By, Context, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { keyStaysRefused } from '../profiles/poll_stackone.ts';

/** A pair that was probed within this time is not probed again: failed attempts may count against the app at Zoom. */
const tooSoonMs = 30_000;
/** Requests of one person for one app within this time count as one; so do all forced polls of a workspace. */
export const checkEveryMs = 60_000;

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>;

export type CheckingNow =
  /** This person asked for the same a moment ago: nothing new is started. */
  | { readonly asked: 'before'; readonly card: ZoomAppCard; readonly againAt: Date }
  | {
      readonly asked: 'now';
      readonly card: ZoomAppCard;
      /** `no_secret`: no environment has one to ask Zoom with. */
      readonly probe: 'queued' | 'too_soon' | 'no_secret';
      /** Their credentials are not looked at: Greenroom has no secret. */
      readonly withoutSecret: readonly EnvironmentKind[];
      /** StackOne refused the key: it is not polled until the cool-down has passed, or another key is configured. */
      readonly stackone: 'queued' | 'key_refused';
    };

/** Checks everything now: queues the jobs and returns the present state. Anyone may, once a minute for an app. */
export async function checkNow(
  ctx: Needs,
  input: By & { readonly appId: string },
): Promise<Result<CheckingNow, Refusal>> {
  const { workspaceId, appId, actor } = input;
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const app = await readZoomApp(tx, workspaceId, appId);
    if (app === null) return Err('not_found');
    if (app.archivedAt !== null) return Err('archived');
    const card = await cardOf(tx, app);
    const now = ctx.clock.now();
    const before = await noteCheckRequest(tx, { workspaceId, appId, userId: actor }, now, checkEveryMs);
    if (before !== null)
      return Ok({ asked: 'before', card, againAt: new Date(before.getTime() + checkEveryMs) });
    const probe = await queueProbes(tx, workspaceId, card, now);
    const stackone = await queuePoll(tx, ctx, workspaceId, appId, now);
    await appendEvent(tx, { id: ctx.newId(), workspaceId, at: now, kind: 'check_requested', actor, appId });
    // Nothing may have changed; the card is redrawn all the same, in case an earlier redraw was missed.
    await notifyWatchers(tx, ctx, { workspaceId, appId }, []);
    const withoutSecret = card.environments.filter((env) => !env.hasSecret).map(({ kind }) => kind);
    return Ok({ asked: 'now', card, probe, withoutSecret, stackone });
  });
}

async function queueProbes(
  tx: Queryable,
  workspaceId: string,
  { environments }: ZoomAppCard,
  now: Date,
): Promise<'queued' | 'too_soon' | 'no_secret'> {
  const known = environments.filter(({ hasSecret }) => hasSecret);
  if (known.length === 0) return 'no_secret';
  const due = known.filter((env) => now.getTime() - (env.probedAt?.getTime() ?? 0) > tooSoonMs);
  for (const { id: environmentId } of due)
    await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId });
  return due.length > 0 ? 'queued' : 'too_soon';
}

async function queuePoll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  appId: string,
  now: Date,
): Promise<'queued' | 'key_refused'> {
  if (keyStaysRefused(await readStackOnePoll(tx, workspaceId), ctx.settings.stackoneKey))
    return 'key_refused';
  await hurryAccountChecks(tx, workspaceId, appId);
  await enqueue(tx, { task: 'check_connector', workspaceId, force: true });
  const at = await takeForcedPoll(tx, workspaceId, now, checkEveryMs);
  const afterMs = at === null ? 0 : at.getTime() - now.getTime();
  if (at !== null)
    await enqueue(tx, { task: 'poll_stackone', workspaceId, force: true }, afterMs > 0 ? afterMs : null);
  return 'queued';
}
