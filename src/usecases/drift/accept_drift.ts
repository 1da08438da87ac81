import { accept, noDrift, openFindings } from '../../core/drift/drift_state.ts';
import type { DriftFinding } from '../../core/drift/findings.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { markOf } from '../../ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readDrifts, saveDrifts } from '../../store/drift/app_drifts.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { factsOf } from './announce_drift.ts';

/**
 * An owner says that an app stays as it is: what is open now is silent until there is more. `mark`: of what the button was drawn
 * for (`driftMark`); `changed` where something else is open now, so that nobody accepts what they have not seen.
 */
export async function acceptDrift(
  ctx: Pick<Context, Deciding | 'clock' | 'newId'>,
  input: By & { readonly appId: string; readonly mark: string },
): Promise<Result<void, Refusal | 'changed'>> {
  const { workspaceId, appId, actor, mark } = input;
  return changeApp<void, 'changed'>(ctx, input, 'edit', async (tx) => {
    const before = (await readDrifts(tx, workspaceId, [appId])).get(appId) ?? noDrift;
    const open = openFindings(before);
    if (open.length === 0) return Ok(undefined);
    if (driftMark(open) !== mark) return Err('changed');
    const at = ctx.clock.now();
    await saveDrifts(tx, workspaceId, new Map([[appId, accept(before)]]), at);
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId,
      at,
      kind: 'drift_accepted',
      actor,
      appId,
      detail: factsOf(open),
    });
    await notifyWatchers(tx, ctx, { workspaceId, appId }, []);
    return Ok(undefined);
  });
}

/** The fingerprint of what a button to accept was drawn for. */
export function driftMark(open: readonly DriftFinding[]): string {
  return markOf(open.map(({ key }) => key));
}
