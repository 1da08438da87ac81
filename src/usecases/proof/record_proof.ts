import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import type { CheckName } from '../../core/checks/check.ts';
import type { ProvenBy } from '../../core/checks/check_detail.ts';
import { isProven } from '../../core/checks/keep_proof.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { ConnectSession } from '../../core/proof/connect_session.ts';
import { provenChecks } from '../../core/proof/proven_checks.ts';
import type { Locked } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { type Announcement, stageMessages } from '../changes/outcome_messages.ts';
import { aboutOf, decideOutcome } from '../changes/record_outcome.ts';
import { type Effects, noEffects } from '../changes/write_effects.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;

/** An authenticated session of an environment that still has the profile and the pair of then. */
export interface Proof extends Locked {
  readonly session: ConnectSession;
  /** Of StackOne. */
  readonly accountId: string;
}

/**
 * Adds to `effects` what a proof changes: the checks, an event for each and one for the proof, one line in the channel and one in
 * the thread. The messages that each check alone would cause are left out. Returns what its maker is sent.
 */
export function decideProof(ctx: Needs, effects: Effects, proof: Proof): Message {
  const { app, environment, session, accountId } = proof;
  const at = ctx.clock.now();
  const by: ProvenBy = {
    sessionId: session.id,
    accountId,
    at: at.toISOString(),
    profileId: session.profileId,
    ...(session.keepsAccount ? {} : { temporary: true as const }),
  };
  const { after, checks } = decideChecks(ctx, effects, proof, by);
  effects.events.push({
    id: ctx.newId(),
    at,
    kind: 'proven',
    actor: session.createdBy,
    appId: app.id,
    environmentId: environment.id,
    detail: { purpose: session.purpose, accountId, profileId: session.profileId, checks },
  });
  const { announced, story } = messagesOf(proof, after, checks);
  const moved = stageMessages(aboutOf(app, environment), environment.stage, after.stage);
  effects.notifications.push({
    appId: app.id,
    messages: [...announced, { where: 'thread', message: story }, ...moved],
  });
  return story;
}

/** The checks one after the other, as the stage follows from all of them; and which of them were not proven before. */
function decideChecks(
  ctx: Needs,
  effects: Effects,
  { app, environment: before, session }: Proof,
  by: ProvenBy,
): { readonly after: Environment; readonly checks: readonly CheckName[] } {
  const each = noEffects();
  const proven = provenChecks(before, by);
  let after = before;
  for (const [name, outcome] of proven)
    after = decideOutcome(ctx, each, app, after, name, outcome, { actor: session.createdBy }).environment;
  effects.checks.push(...each.checks);
  effects.events.push(...each.events.filter(({ kind }) => kind !== 'stage_changed'));
  const [last] = each.stages.slice(-1);
  if (last !== undefined) effects.stages.push(last);
  if (after.stage !== before.stage) {
    const moved = each.events.findLast(({ kind }) => kind === 'stage_changed');
    if (moved !== undefined)
      effects.events.push({ ...moved, detail: { from: before.stage, to: after.stage } });
  }
  const fresh = proven.map(([name]) => name).filter((name) => !isProven(checkOf(before, name)));
  return { after, checks: fresh };
}

function messagesOf(
  { app, environment, session, accountId }: Proof,
  after: Environment,
  checks: readonly CheckName[],
): { readonly announced: readonly Announcement[]; readonly story: Message } {
  const shared = {
    about: aboutOf(app, environment),
    purpose: session.purpose,
    by: session.createdBy,
    profileName: checkOf(environment, 'connector_profile').detail.profileName ?? '',
    checks,
    ...(session.customer === null ? {} : { customerName: session.customer.name }),
  };
  // Whoever gave it up has decided that it is not announced; that it proved the profile all the same stands in the thread.
  const isGivenUp = session.state === 'cancelled';
  const live = after.stage === 'live' && environment.stage !== 'live';
  return {
    announced: isGivenUp ? [] : [{ where: 'channel', message: { kind: 'proven', ...shared, live } }],
    story: {
      kind: 'proof_recorded',
      ...shared,
      accountId,
      ...(session.zoomAccount === null ? {} : { zoomAccount: session.zoomAccount }),
      keepsAccount: session.keepsAccount,
      ...(isGivenUp ? { afterAll: true as const } : {}),
    },
  };
}
