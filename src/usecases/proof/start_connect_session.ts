import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import { type ConnectSession, linkLifeMs, linkPlace } from '../../core/proof/connect_session.ts';
import { firstPollAt } from '../../core/proof/session_step.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import type { CreatedSession } from '../../stackone/connect/session_types.ts';
import { appendEvent } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readProfileOf } from '../../store/profiles/connector_profiles.ts';
import {
  deleteRequestedSession,
  insertConnectSession,
  openConnectSession,
  readRunningSession,
} from '../../store/proof/connect_sessions.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { Context, Deciding } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { accountOwnerOf } from './account_owner.ts';
import { cancelSession, releaseExpired } from './cancel_connect_session.ts';
import { type Requested, requestedSession, type StartInput, sessionForStackOne } from './new_session.ts';
import { queuePoll } from './queue_poll.ts';
import { type NoSession, noSession } from './why_no_session.ts';

type Needs = Pick<Context, Deciding | 'vault' | 'stackone' | 'clock' | 'newId' | 'settings'>;

export interface StartedSession {
  readonly sessionId: string;
  /** Whoever has it can link an account: for this person alone. */
  readonly link: Secret;
  readonly expiresAt: Date;
}

/**
 * Makes a StackOne connect session for the environment's profile. Owners only; one at a time for an environment. The row is
 * written first and StackOne asked after it: when the process dies in between nobody has a link, and the row expires by itself
 * (the sweep finds it, without a job).
 */
export async function startConnectSession(
  ctx: Needs,
  input: StartInput,
): Promise<Result<StartedSession, NoSession>> {
  if (ctx.settings.stackoneKey === null) return Err({ code: 'no_key' });
  const requested = await request(ctx, input);
  if (!requested.ok) return requested;
  const { session } = requested.value;
  const whose = await accountOwnerOf(ctx, requested.value);
  if (!whose.ok) return withdraw(ctx, session, whose.error);
  const made = await ctx.stackone.createConnectSession(sessionForStackOne(requested.value, whose.value));
  if (made.kind !== 'created') return withdraw(ctx, session, await noSession(ctx, input.workspaceId, made));
  // A link for another profile would prove nothing about this one.
  if (made.profileId !== null && made.profileId !== session.profileId)
    return withdraw(ctx, session, { code: 'unavailable', reason: 'unexpected_reply' });
  return show(ctx, requested.value, made);
}

async function request(ctx: Needs, input: StartInput): Promise<Result<Requested, NoSession>> {
  const result = await changeEnvironment<Requested, NoSession>(
    ctx,
    input,
    'prove',
    async (tx, app, environment) => {
      const profile = await readProfileOf(tx, input.workspaceId, environment.id);
      if (profile === null || profile.removedAt !== null) return Err({ code: 'no_profile' });
      if (!profile.active) return Err({ code: 'profile_disabled' });
      const busy = await endRunning(tx, ctx, input, app);
      if (busy !== null) return Err(busy);
      const session = requestedSession(ctx, input, environment, profile.id);
      if (!(await insertConnectSession(tx, session))) throw new Error('two connect sessions at once');
      return Ok({ session, app, environment });
    },
  );
  if (result.ok) return result;
  return Err(typeof result.error === 'string' ? { code: result.error } : result.error);
}

/** Gives up this person's own session where that is wanted, and one that is over. Not null: another one runs. */
async function endRunning(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, environmentId, actor, anew = false }: StartInput,
  app: ZoomApp,
): Promise<NoSession | null> {
  const running = await readRunningSession(tx, workspaceId, environmentId);
  if (running === null) return null;
  const isMine = running.createdBy === actor;
  if (running.expiresAt <= ctx.clock.now()) await releaseExpired(tx, running);
  else if (isMine && anew) await cancelSession(tx, ctx, app, running, actor);
  else return { code: 'running', by: running.createdBy, until: running.expiresAt, sessionId: running.id };
  return null;
}

/** StackOne made no link, or no usable one: nothing is left that would be in the way of the next try. */
async function withdraw(
  ctx: Needs,
  session: ConnectSession,
  why: NoSession,
): Promise<Result<never, NoSession>> {
  await deleteRequestedSession(ctx.db, session);
  return Err(why);
}

async function show(
  ctx: Needs,
  { session, app }: Requested,
  made: Extract<CreatedSession, { kind: 'created' }>,
): Promise<Result<StartedSession, NoSession>> {
  const { workspaceId, id: sessionId, environmentId, createdBy: actor } = session;
  // By the time of the request, so that it never ends later here than at StackOne.
  const expiresAt = new Date(session.createdAt.getTime() + linkLifeMs);
  const linkSealed = ctx.vault.seal(made.link, linkPlace(session));
  const at = ctx.clock.now();
  const opened = { stackoneId: made.id, linkSealed, expiresAt, nextPollAt: firstPollAt(at) };
  const isOpen = await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    if (!(await openConnectSession(tx, session, opened))) return false;
    const detail = { purpose: session.purpose };
    const started = {
      id: ctx.newId(),
      workspaceId,
      at,
      kind: 'proof_started',
      actor,
      appId: app.id,
    } as const;
    await appendEvent(tx, { ...started, environmentId, detail });
    await queuePoll(tx, ctx, workspaceId);
    return true;
  });
  // It took so long that the row has expired, or somebody gave it up meanwhile.
  if (!isOpen) return Err({ code: 'unavailable', reason: 'timeout' });
  return Ok({ sessionId, link: made.link, expiresAt });
}
