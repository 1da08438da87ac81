import type { Environment } from '../../core/apps/zoom_app.ts';
import type { Evidence, Outcome } from '../../core/checks/check.ts';
import type { ProfileMatch } from '../../core/checks/check_detail.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { LockedApp } from '../../store/apps/zoom_apps.ts';
import { beginAccountChecks } from '../../store/checks/linked_accounts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { StoredProfile } from '../../store/profiles/connector_profiles.ts';
import { giveProfiles } from '../../store/profiles/profile_assignments.ts';
import type { Locked } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { redrawQuestions, type Where } from '../changes/notify_watchers.ts';
import { aboutOf, decideOutcome } from '../changes/record_outcome.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';

/** An unassigned profile, and the environment that it is assigned to. */
export interface PlannedAssignment extends Locked {
  readonly profile: StoredProfile;
  readonly how: ProfileMatch;
}

/** Assigns profiles to environments and notifies the watchers. The apps are locked; the profiles are unassigned. */
export async function takeProfiles(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  planned: readonly PlannedAssignment[],
  actor: string,
): Promise<void> {
  const now = ctx.clock.now();
  const user = actor === 'greenroom' ? null : actor;
  const environmentIds = planned.map(({ environment }) => environment.id);
  const assignments = planned.map(({ profile, environment, how }) => {
    return { profileId: profile.id, environmentId: environment.id, how, user };
  });
  await giveProfiles(tx, workspaceId, assignments);
  await beginAccountChecks(tx, workspaceId, environmentIds);
  const effects = noEffects();
  for (const { app, environment, profile, how } of planned) {
    effects.events.push({
      id: ctx.newId(),
      at: now,
      kind: 'profile_matched',
      actor,
      appId: app.id,
      environmentId: environment.id,
      detail: { profileId: profile.id, profileName: profile.name, matchedBy: how },
    });
    const outcome = profileOutcome({ ...profile, matchedBy: how, matchedUser: user });
    decideOutcome(ctx, effects, app, environment, 'connector_profile', outcome, {
      actor,
      instead: (stage) => arrival(app, environment, profile, how, actor, stage === 'live'),
    });
  }
  await writeEffects(tx, ctx, workspaceId, effects);
  const profileIds = assignments.map(({ profileId }) => profileId);
  await redrawQuestions(tx, ctx, workspaceId, profileIds);
}

/** That StackOne lists it is verified; the evidence that it belongs here depends on how it was assigned. */
const evidenceOf: Record<ProfileMatch, Evidence> = {
  name: 'verified',
  only_candidate: 'derived',
  person: 'attested',
  adopted: 'attested',
};

/** What StackOne's list says about an environment's own profile. */
export function profileOutcome(
  profile: Pick<StoredProfile, 'id' | 'name' | 'active' | 'removedAt' | 'matchedBy' | 'matchedUser'>,
): Outcome {
  const matchedBy = profile.matchedBy ?? 'person';
  const detail = { profileId: profile.id, profileName: profile.name, matchedBy };
  if (profile.removedAt !== null)
    return { kind: 'failed', evidence: 'verified', reason: 'profile_removed', detail };
  if (!profile.active) return { kind: 'failed', evidence: 'verified', reason: 'profile_disabled', detail };
  const by = profile.matchedUser === null ? {} : { by: profile.matchedUser };
  return { kind: 'passed', evidence: evidenceOf[matchedBy], detail, ...by };
}

function arrival(
  app: LockedApp,
  environment: Environment,
  profile: StoredProfile,
  how: ProfileMatch,
  actor: string,
  live: boolean,
): { where: Where; message: Message } {
  const about = aboutOf(app, environment);
  const profileName = profile.name;
  return how === 'adopted'
    ? { where: 'thread', message: { kind: 'profile_adopted', about, profileName, by: actor } }
    : {
        where: 'channel',
        message: { kind: 'profile_created', about, profileId: profile.id, profileName, matchedBy: how, live },
      };
}
