import { Err, Ok, type Result } from '../core/result.ts';
import type { ZoomAppCard } from '../core/zoom_app.ts';
import { appendEvent } from '../store/events.ts';
import { enqueue } from '../store/jobs.ts';
import { hurryAccountChecks } from '../store/linked_accounts.ts';
import { readZoomApp } from '../store/zoom_apps.ts';
import type { By, Context, Refusal } from './context.ts';
import { inTurn } from './in_turn.ts';
import { cardOf } from './read_card.ts';
import { tellWatchers } from './tell.ts';

/** A pair asked about within this time is not asked about again: failed tries may count against the app at Zoom. */
const tooSoonMs = 30_000;

export interface CheckingNow {
  readonly card: ZoomAppCard;
  readonly probe: 'queued' | 'too_soon';
}

/** Looks at everything now: queues the work and returns what is known so far. Anyone may. */
export async function checkNow(
  ctx: Pick<Context, 'db' | 'clock' | 'newId'>,
  input: By & { readonly appId: string },
): Promise<Result<CheckingNow, Refusal>> {
  const { workspaceId, appId, actor } = input;
  return inTurn(ctx, workspaceId, async (tx) => {
    const app = await readZoomApp(tx, workspaceId, appId);
    if (app === null) return Err('not_found');
    if (app.archivedAt !== null) return Err('archived');
    const card = await cardOf(tx, app);
    const now = ctx.clock.now();
    const due = card.environments.filter((env) => now.getTime() - (env.probedAt?.getTime() ?? 0) > tooSoonMs);
    for (const environment of due) {
      await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId: environment.id });
    }
    await hurryAccountChecks(tx, workspaceId, appId);
    await enqueue(tx, { task: 'poll_stackone', workspaceId, force: true });
    await appendEvent(tx, { id: ctx.newId(), workspaceId, at: now, kind: 'check_requested', actor, appId });
    // Nothing may have changed; whoever asks still sees a card of this moment, whatever it may have missed.
    await tellWatchers(tx, ctx, { workspaceId, appId }, []);
    return Ok({ card, probe: due.length > 0 ? 'queued' : 'too_soon' });
  });
}
