import type { Environment } from '../../core/apps/zoom_app.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { ConnectSession } from '../../core/proof/connect_session.ts';
import type { AttemptWords } from '../../core/proof/likely_cause.ts';
import { type SessionStep, stepAfter } from '../../core/proof/session_step.ts';
import type { ConnectSessionOutcome } from '../../stackone/connect/session_types.ts';
import { readEnvironmentsOf } from '../../store/apps/environments.ts';
import { lastTimes } from '../../store/apps/events.ts';
import { beginAccountChecks } from '../../store/checks/linked_accounts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { lockSessions, type SessionUpdate, saveSessions } from '../../store/proof/poll_sessions.ts';
import { type Locked, lockEnvironments } from '../changes/change_app.ts';
import type { ConnectSessionEnded, Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { redrawModals } from '../changes/redraw_modals.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { type Effects, noEffects, writeEffects } from '../changes/write_effects.ts';
import { compareProvenApps } from '../drift/compare_apps.ts';
import { queuePoll } from './queue_poll.ts';
import { decideSessionEnd } from './record_session_end.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'connectSessionEnded' | 'log'>;

/** A session and what StackOne said of it. */
export interface PolledSession {
  readonly session: ConnectSession;
  readonly outcome: ConnectSessionOutcome;
}

interface Recording {
  readonly effects: Effects;
  readonly updates: SessionUpdate[];
  /** Direct messages to those who ran the sessions. */
  readonly toPeople: { readonly userId: string; readonly message: Message }[];
  /** Environments that were proven, with their app: no second proof of theirs is decided from what was read before the first. */
  readonly proven: Map<string, string>;
  readonly ended: ConnectSessionEnded[];
}

/** A session that was polled, and what follows. `locked` is left out for an archived app. */
interface Decided extends PolledSession {
  readonly step: SessionStep;
  readonly locked: Locked | undefined;
}

/** What is read once for all sessions of a batch. */
interface Known {
  /** All environments of their apps. */
  readonly siblings: readonly Environment[];
  /** When a pair was entered last, by environment. */
  readonly replaced: ReadonlyMap<string, Date>;
}

function newRecording(): Recording {
  return { effects: noEffects(), updates: [], toPeople: [], proven: new Map(), ended: [] };
}

/** Records polls in one transaction: sessions, checks, events, messages and the next poll. `polled`: how many sessions are polled. */
export async function recordPolls(
  ctx: Needs,
  workspaceId: string,
  seen: readonly PolledSession[],
  polled: number,
): Promise<void> {
  const ended = await withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const recording = newRecording();
    if (seen.length > 0) await decideAll(tx, ctx, workspaceId, seen, polled, recording);
    await write(tx, ctx, workspaceId, recording);
    return recording.ended;
  });
  await redrawModals(ctx, ended);
}

async function decideAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  seen: readonly PolledSession[],
  polled: number,
  recording: Recording,
): Promise<void> {
  const environmentIds = [...new Set(seen.map(({ session }) => session.environmentId))];
  const locked = await lockEnvironments(tx, workspaceId, environmentIds);
  const ids = seen.map(({ session }) => session.id);
  const sessions = await lockSessions(tx, workspaceId, ids);
  const steps = seen.flatMap(({ session: claimed, outcome }): Decided[] => {
    const session = sessions.get(claimed.id);
    // Deleted, or ended, since it was claimed.
    if (session === undefined || session.nextPollAt === null) return [];
    // StackOne made it since then: it was not asked about this one.
    if (session.stackoneId !== claimed.stackoneId) return [];
    const step = stepAfter(session, outcome, polled, ctx.clock.now());
    return [{ session, step, outcome, locked: locked.get(session.environmentId) }];
  });
  const known = await readKnown(tx, workspaceId, steps);
  for (const one of steps) decideOne(ctx, recording, one, known);
}

/** Most polls end nothing, and need none of it. */
async function readKnown(tx: Queryable, workspaceId: string, steps: readonly Decided[]): Promise<Known> {
  const appIds = steps.flatMap(({ step, locked }) => (step.end === null ? [] : (locked?.app.id ?? [])));
  if (appIds.length === 0) return { siblings: [], replaced: new Map() };
  const siblings = await readEnvironmentsOf(tx, workspaceId, [...new Set(appIds)]);
  const replaced = await lastTimes(tx, workspaceId, siblings, 'credentials_replaced');
  return { siblings, replaced };
}

function decideOne(
  ctx: Needs,
  recording: Recording,
  { session, step, outcome, locked }: Decided,
  known: Known,
): void {
  const { workspaceId, id, environmentId, createdBy: userId, viewId } = session;
  const isProof = step.end?.kind === 'authenticated';
  if (isProof && recording.proven.has(environmentId)) {
    recording.updates.push({ ...session, nextPollAt: ctx.clock.now() });
    return;
  }
  const accountId = step.end?.kind === 'authenticated' ? step.end.accountId : session.accountId;
  // Of an archived app nothing is announced any more.
  const nextPollAt = locked === undefined ? null : step.nextPollAt;
  recording.updates.push({ id, state: step.state, nextPollAt, trouble: step.trouble, accountId });
  let message: Message | null = null;
  if (step.end !== null && locked !== undefined) {
    const attempt = attemptIn(outcome);
    const otherClientIds = otherClientIdsOf(locked, known.siblings);
    const pairReplacedAt = known.replaced.get(environmentId) ?? null;
    const ended = { ...locked, session, end: step.end, attempt, otherClientIds, pairReplacedAt };
    message = decideSessionEnd(ctx, recording.effects, ended);
    recording.toPeople.push({ userId, message });
    if (isProof) recording.proven.set(environmentId, locked.app.id);
  }
  if (session.state === 'open' && step.state !== 'open' && viewId !== null)
    recording.ended.push({ workspaceId, sessionId: id, userId, viewId, message });
}

function attemptIn(outcome: ConnectSessionOutcome): AttemptWords | null {
  if (outcome.kind !== 'session' || outcome.attempt === null) return null;
  const { status, errorCode: code, errorDescription: description } = outcome.attempt;
  return { status, code, description };
}

/** Of the app's other environment, a pair that waits for Zoom included: either may have been pasted into this profile. */
function otherClientIdsOf({ app, environment }: Locked, siblings: readonly Environment[]): string[] {
  const idsOf = ({ clientId, pendingClientId }: Environment) => [clientId, pendingClientId ?? clientId];
  const own = idsOf(environment);
  return siblings
    .filter((one) => one.zoomAppId === app.id && one.id !== environment.id)
    .flatMap(idsOf)
    .filter((id) => !own.includes(id));
}

async function write(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  { effects, updates, toPeople, proven }: Recording,
): Promise<void> {
  await saveSessions(tx, workspaceId, updates);
  await writeEffects(tx, ctx, workspaceId, effects);
  // How many accounts are active is read at once.
  if (proven.size > 0) {
    await beginAccountChecks(tx, workspaceId, [...proven.keys()]);
    await compareProvenApps(tx, ctx, workspaceId, [...new Set(proven.values())]);
  }
  for (const { userId, message } of toPeople) {
    const editSince = ctx.clock.now();
    await notifyPerson(tx, ctx, { workspaceId, userId, message: () => message, editSince });
  }
  await queuePoll(tx, ctx, workspaceId);
}
