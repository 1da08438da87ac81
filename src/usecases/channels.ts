import { appendEvent } from '../store/events.ts';
import { enqueue } from '../store/jobs.ts';
import { queueCard, queueMessage } from '../store/queued_deliveries.ts';
import { pauseChannel, resumeChannelWatches } from '../store/watches.ts';
import { readZoomApps } from '../store/zoom_apps.ts';
import type { Context } from './context.ts';
import { inTurn } from './in_turn.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;
/** A paused channel is tried again after this, in case somebody has let Greenroom in without saying so. */
const tryAgainMs = 10 * 60_000;

/**
 * Slack does not let Greenroom post in a channel: its watches pause, nothing is dropped, and the owners are told, once,
 * how to mend it.
 */
export async function pauseWatches(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly channelId: string; readonly why: string },
): Promise<void> {
  const { workspaceId, channelId, why } = input;
  const now = ctx.clock.now();
  await inTurn(ctx, workspaceId, async (tx) => {
    const appIds = await pauseChannel(tx, workspaceId, channelId, why, now);
    for (const app of await readZoomApps(tx, workspaceId, appIds)) {
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: now,
        kind: 'watch_paused',
        actor: 'greenroom',
        appId: app.id,
        detail: { channelId, why },
      });
      const message = { kind: 'cannot_post', channelId, appId: app.id, appName: app.name, why } as const;
      for (const owner of app.owners) {
        // A user id as channel: Slack delivers it as a direct message of the app.
        await queueMessage(
          tx,
          { workspaceId, channelId: owner },
          { id: ctx.newId(), message, thread: null },
          now,
        );
      }
    }
    await enqueue(tx, { task: 'deliver', workspaceId, channelId }, tryAgainMs);
  });
}

/** Slack takes messages for a channel again, or somebody says so: what waited is sent. */
export async function resumeChannel(
  ctx: Needs,
  input: { readonly workspaceId: string; readonly channelId: string; readonly actor?: string },
): Promise<void> {
  const { workspaceId, channelId } = input;
  const now = ctx.clock.now();
  await inTurn(ctx, workspaceId, async (tx) => {
    const appIds = await resumeChannelWatches(tx, workspaceId, channelId);
    for (const appId of appIds) {
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: now,
        kind: 'watch_resumed',
        actor: input.actor ?? 'greenroom',
        appId,
        detail: { channelId },
      });
      const card = { id: ctx.newId(), subject: 'zoom_app' as const, subjectId: appId };
      await queueCard(tx, { workspaceId, channelId }, card, now);
    }
    if (appIds.length > 0 || input.actor !== undefined) {
      await enqueue(tx, { task: 'deliver', workspaceId, channelId }, 0);
    }
  });
}
