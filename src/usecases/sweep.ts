import { takeDueProbes } from '../store/credentials.ts';
import { deleteExpiredDraftSecrets } from '../store/drafts.ts';
import { saveAskAgainAt, takeDueAsks } from '../store/environments.ts';
import { appendEvent } from '../store/events.ts';
import { enqueue } from '../store/jobs.ts';
import { lockEnvironment } from './change_app.ts';
import type { Context } from './context.ts';
import { inTurn } from './in_turn.ts';
import { aboutOf, checkOf } from './record_outcome.ts';
import { tellWatchers } from './tell.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>;

const atOnce = 200;
/** A probe taken for a job is due again after this, should the job be lost. */
const putOffMs = 60 * 60_000;

/** Finds what has become due and queues it: indexed, in batches, whatever the number of apps. */
export async function sweep(ctx: Needs, input: { readonly workspaceId: string }): Promise<void> {
  await queueDueProbes(ctx, input.workspaceId);
  await askAgain(ctx, input.workspaceId);
  await deleteExpiredDraftSecrets(ctx.db, ctx.clock.now());
}

async function queueDueProbes(ctx: Needs, workspaceId: string): Promise<void> {
  const now = ctx.clock.now();
  await inTurn(ctx, workspaceId, async (tx) => {
    for (const environmentId of await takeDueProbes(
      tx,
      workspaceId,
      now,
      new Date(now.getTime() + putOffMs),
      atOnce,
    )) {
      await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId });
    }
  });
}

/** Somebody said "not ready yet" a while ago: ask whether it is by now, in the thread, and again later. */
async function askAgain(ctx: Needs, workspaceId: string): Promise<void> {
  const now = ctx.clock.now();
  const next = new Date(now.getTime() + ctx.settings.remindAfterMs);
  for (const environmentId of await takeDueAsks(ctx.db, workspaceId, now, next, atOnce)) {
    await inTurn(ctx, workspaceId, async (tx) => {
      const locked = await lockEnvironment(tx, workspaceId, environmentId);
      if (locked === null) return;
      const { app, environment } = locked;
      const test = checkOf(environment, 'test_status');
      if (test.reason !== 'not_ready') {
        await saveAskAgainAt(tx, { workspaceId, environmentId }, null);
        return;
      }
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: now,
        kind: 'asked_again',
        actor: 'greenroom',
        appId: app.id,
        environmentId,
      });
      const about = aboutOf(app, environment);
      const missing = test.detail.missing ?? [];
      await tellWatchers(tx, ctx, { workspaceId, appId: app.id }, [
        { where: 'thread', message: { kind: 'ask_again', about, missing, owners: app.owners } },
      ]);
    });
  }
}
