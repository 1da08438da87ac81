import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import type { ConnectSession } from '../../core/proof/connect_session.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readConnectSessionRow } from '../../store/proof/connect_sessions.ts';
import { saveSessions } from '../../store/proof/poll_sessions.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { redrawModals } from '../changes/redraw_modals.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId' | 'connectSessionEnded' | 'log'>;

/**
 * Gives a session up: its link is deleted, and another one may be started. Any owner may, so that nobody has to wait for a person
 * who left. Who has the link open may still consent, and that proves the profile all the same, so it is polled until its end.
 * Idempotent: `ended: false` when it was over already. The modal of a maker whose link another owner gives up is redrawn without it.
 */
export async function cancelConnectSession(
  ctx: Needs,
  input: By & { readonly sessionId: string },
): Promise<Result<{ readonly ended: boolean }, Refusal>> {
  const { workspaceId, actor, sessionId } = input;
  const found = await readConnectSessionRow(ctx.db, { workspaceId, id: sessionId });
  if (found === null) return Err('not_found');
  const at = { workspaceId, actor, environmentId: found.session.environmentId };
  const given = await changeEnvironment<ConnectSession | null, never>(ctx, at, 'prove', async (tx, app) => {
    const now = await readConnectSessionRow(tx, { workspaceId, id: sessionId });
    const isRunning = now?.session.state === 'requested' || now?.session.state === 'open';
    if (now === null || !isRunning) return Ok(null);
    await cancelSession(tx, ctx, app, now.session, actor);
    return Ok(now.session);
  });
  if (!given.ok) return given;
  const ended = given.value;
  if (ended !== null && ended.viewId !== null && ended.createdBy !== actor) {
    const { createdBy: userId, viewId } = ended;
    await redrawModals(ctx, [{ workspaceId, sessionId, userId, viewId, message: null }]);
  }
  return Ok({ ended: ended !== null });
}

/** In the caller's transaction, under the workspace lock. */
export async function cancelSession(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  app: ZoomApp,
  session: ConnectSession,
  actor: string,
): Promise<void> {
  const nextPollAt = session.stackoneId === null ? null : session.nextPollAt;
  await saveSessions(tx, session.workspaceId, [{ ...session, state: 'cancelled', nextPollAt }]);
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId: session.workspaceId,
    at: ctx.clock.now(),
    kind: 'proof_cancelled',
    actor,
    appId: app.id,
    environmentId: session.environmentId,
    detail: { purpose: session.purpose, startedBy: session.createdBy },
  });
}

/** The link's life is over, and its poll has not run yet: the next session need not wait for that. */
export async function releaseExpired(tx: Queryable, session: ConnectSession): Promise<void> {
  await saveSessions(tx, session.workspaceId, [{ ...session, state: 'expired' }]);
}
