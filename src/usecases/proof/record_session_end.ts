import { checkOf } from '../../core/apps/zoom_app.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { ConnectSession } from '../../core/proof/connect_session.ts';
import type { AttemptWords, KnownFacts } from '../../core/proof/likely_cause.ts';
import { type FailureKind, failureOf } from '../../core/proof/proof_failure.ts';
import { proofDoubt } from '../../core/proof/proven_checks.ts';
import type { SessionEnd } from '../../core/proof/session_step.ts';
import type { Locked } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { aboutOf } from '../changes/record_outcome.ts';
import type { Effects } from '../changes/write_effects.ts';
import { decideProof } from './record_proof.ts';

/** A session whose end is known now. */
export interface EndedSession extends Locked {
  readonly session: ConnectSession;
  readonly end: SessionEnd;
  /** What StackOne said of the attempt, if there was one. */
  readonly attempt: AttemptWords | null;
  /** Of the app's other environment, if it has one. */
  readonly otherClientIds: readonly string[];
  /** When a pair was entered for the environment last. */
  readonly pairReplacedAt: Date | null;
}

/** Adds to `effects` what follows from the end of a session. No check changes for a failure. Returns what its maker is sent. */
export function decideSessionEnd(
  ctx: Pick<Context, 'clock' | 'newId'>,
  effects: Effects,
  ended: EndedSession,
): Message {
  const { session, end, environment, pairReplacedAt } = ended;
  if (end.kind === 'failed') return decideFailure(ctx, effects, ended, end.how);
  const doubt = proofDoubt(session, environment, pairReplacedAt);
  if (doubt !== null) return decideFailure(ctx, effects, ended, doubt);
  return decideProof(ctx, effects, { ...ended, accountId: end.accountId });
}

function decideFailure(
  ctx: Pick<Context, 'clock' | 'newId'>,
  effects: Effects,
  { session, end, attempt, app, environment, otherClientIds }: EndedSession,
  how: FailureKind,
): Message {
  const facts: KnownFacts = {
    managementType: app.managementType,
    redirect: checkOf(environment, 'redirect').lastKnown,
    credentials: checkOf(environment, 'credentials').lastKnown,
    testStatus: checkOf(environment, 'test_status').lastKnown,
    otherClientIds,
  };
  const isSaid = how === 'error' || how === 'cancelled' || how === 'expired';
  const trouble = end.kind === 'failed' ? end.trouble : undefined;
  const failure = failureOf(how, attempt, isSaid ? facts : null, trouble);
  const message: Message = {
    kind: 'proof_failed',
    about: aboutOf(app, environment),
    purpose: session.purpose,
    by: session.createdBy,
    failure,
    ...(end.kind === 'authenticated' ? { accountId: end.accountId } : {}),
  };
  effects.events.push({
    id: ctx.newId(),
    at: ctx.clock.now(),
    kind: 'proof_failed',
    actor: session.createdBy,
    appId: app.id,
    environmentId: environment.id,
    detail: { purpose: session.purpose, ...failure },
  });
  effects.notifications.push({ appId: app.id, messages: [{ where: 'thread', message }] });
  return message;
}
