import type { Environment } from '../../core/apps/zoom_app.ts';
import type { Evidence, Outcome, ProfileMatch } from '../../core/checks/check.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { AskedEnvironment } from '../../core/profiles/profile_question.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { markOf } from '../../ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { beginAccountChecks, stopAccountChecks } from '../../store/checks/linked_accounts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { lockProfile, readProfileOf, type StoredProfile } from '../../store/profiles/connector_profiles.ts';
import {
  forgetRejection,
  freeProfilesOf,
  giveProfiles,
  rejectedBy,
  saveRejections,
} from '../../store/profiles/profile_assignments.ts';
import {
  dismissInQuestion,
  readQuestion as readStoredQuestion,
} from '../../store/profiles/profile_questions.ts';
import { changeEnvironment, type Locked } from '../changes/change_app.ts';
import type { By, Context, Refusal } from '../changes/context.ts';
import { redrawQuestions, type Where } from '../changes/notify_watchers.ts';
import { aboutOf, checkOf, decideOutcome, type LookedAt, recordOutcome } from '../changes/record_outcome.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;
type Names = { appName: string; profileName: string };

/**
 * A person assigns a profile to an environment. `person`: the answer to the profile question about a new profile, announced
 * as created. `adopted`: a profile that existed before, never announced as new.
 */
export async function assignProfile(
  ctx: Needs,
  input: By & {
    readonly profileId: string;
    readonly environmentId: string;
    readonly how: 'person' | 'adopted';
  },
): Promise<Result<Names, Refusal | 'profile_gone' | 'profile_taken' | 'has_profile'>> {
  const { workspaceId, profileId, environmentId, actor, how } = input;
  return changeEnvironment<Names, 'not_owner' | 'profile_gone' | 'profile_taken' | 'has_profile'>(
    ctx,
    input,
    how === 'adopted' ? 'owners' : 'anyone',
    async (tx, app, environment) => {
      const profile = await lockProfile(tx, workspaceId, profileId);
      if (profile === null || profile.removedAt !== null || !profile.active) return Err('profile_gone');
      const names = { appName: app.name, profileName: profile.name };
      if (profile.environmentId === environmentId) return Ok(names); // pressed twice
      if (profile.environmentId !== null) return Err('profile_taken');
      const held = await readProfileOf(tx, workspaceId, environmentId);
      if (held !== null && held.removedAt === null) return Err('has_profile');
      // An owner has rejected it: the button of an older question does not undo that for somebody else.
      const rejecter = await rejectedBy(tx, { workspaceId, profileId, environmentId });
      const byOwner = rejecter !== null && app.owners.includes(rejecter);
      if (byOwner && !app.owners.includes(actor)) return Err('not_owner');
      await forgetRejection(tx, { workspaceId, profileId, environmentId });
      await takeProfiles(tx, ctx, workspaceId, [{ app, environment, profile, how }], actor);
      return Ok(names);
    },
  );
}

/** An unassigned profile, and the environment that it is assigned to. */
export interface Assigning extends Locked {
  readonly profile: StoredProfile;
  readonly how: ProfileMatch;
}

/** Assigns profiles to environments and notifies the watchers. The apps are locked; the profiles are unassigned. */
export async function takeProfiles(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  takings: readonly Assigning[],
  actor: string,
): Promise<void> {
  const now = ctx.clock.now();
  const user = actor === 'greenroom' ? null : actor;
  const environmentIds = takings.map(({ environment }) => environment.id);
  const assignments = takings.map(({ profile, environment, how }) => {
    return { profileId: profile.id, environmentId: environment.id, how, user };
  });
  await giveProfiles(tx, workspaceId, assignments);
  await beginAccountChecks(tx, workspaceId, environmentIds);
  const effects = noEffects();
  for (const { app, environment, profile, how } of takings) {
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
  app: LookedAt,
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

/**
 * "Not this one": the environment waits again, and is never assigned this profile automatically again. Owners only.
 * `profileId`: the one that was shown; when the environment has another by now, nothing changes.
 */
export async function rejectProfile(
  ctx: Needs,
  input: By & { readonly environmentId: string; readonly profileId: string },
): Promise<Result<{ profileName: string }, Refusal | 'no_profile' | 'outdated'>> {
  const { workspaceId, environmentId, actor } = input;
  return changeEnvironment<{ profileName: string }, 'no_profile' | 'outdated'>(
    ctx,
    input,
    'owners',
    async (tx, app, environment) => {
      const profile = await readProfileOf(tx, workspaceId, environmentId);
      if (profile === null) return Err('no_profile');
      if (profile.id !== input.profileId) return Err('outdated');
      const now = ctx.clock.now();
      await freeProfilesOf(tx, workspaceId, [environmentId]);
      await stopAccountChecks(tx, workspaceId, environmentId);
      await saveRejections(tx, workspaceId, profile.id, [environmentId], actor, now);
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: now,
        kind: 'profile_rejected',
        actor,
        appId: app.id,
        environmentId,
        detail: { profileId: profile.id, profileName: profile.name },
      });
      const about = aboutOf(app, environment);
      const waits = { kind: 'pending', reason: 'profile_rejected' } as const;
      const after = await recordOutcome(tx, ctx, app, environment, 'connector_profile', waits, {
        actor,
        instead: () => ({
          where: 'thread',
          message: { kind: 'profile_rejected', about, profileName: profile.name, by: actor },
        }),
      });
      // Accounts that were linked through the wrong profile are not about this environment.
      if (checkOf(after.environment, 'linked_account').lastKnown !== 'pending') {
        await recordOutcome(
          tx,
          ctx,
          app,
          after.environment,
          'linked_account',
          { kind: 'pending', reason: null },
          { actor },
        );
      }
      await redrawQuestions(tx, ctx, workspaceId, [profile.id]);
      return Ok({ profileName: profile.name });
    },
  );
}

/** Fingerprint of the environments that a question offered: detects an answer to an older version of the message. */
export function offerMark(waiting: readonly AskedEnvironment[]): string {
  return markOf(waiting.map(({ environmentId }) => environmentId));
}

/**
 * "None of these apps": rejects the profile for every environment that the question offered. `mark`: what was offered
 * (`offerMark`); an environment that waits only since then was not meant, so the question is redrawn instead.
 */
export async function dismissProfile(
  ctx: Needs,
  input: By & { readonly questionId: string; readonly profileId: string; readonly mark: string },
): Promise<Result<void, 'not_found' | 'question_changed'>> {
  const { workspaceId, questionId, profileId, actor } = input;
  type Answered = 'dismissed' | 'question_changed';
  const answered = await withWorkspaceLock<Result<Answered, 'not_found'>>(ctx, workspaceId, async (tx) => {
    const question = await readStoredQuestion(tx, workspaceId, questionId);
    const asked = question?.profiles.find((profile) => profile.id === profileId);
    if (question === null || asked === undefined) return Err('not_found');
    if (asked.state.kind !== 'open') return Ok('dismissed');
    if (input.mark !== offerMark(question.waiting)) {
      // `Ok`, so that the redraw is committed, although the caller gets an error.
      await redrawQuestions(tx, ctx, workspaceId, [profileId]);
      return Ok('question_changed');
    }
    const now = ctx.clock.now();
    const environmentIds = question.waiting.map((one) => one.environmentId);
    await dismissInQuestion(tx, workspaceId, questionId, profileId);
    await saveRejections(tx, workspaceId, profileId, environmentIds, actor, now);
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId,
      at: now,
      kind: 'profile_dismissed',
      actor,
      detail: { profileId, profileName: asked.name, environmentIds },
    });
    await redrawQuestions(tx, ctx, workspaceId, [profileId]);
    return Ok('dismissed');
  });
  if (!answered.ok) return answered;
  return answered.value === 'question_changed' ? Err('question_changed') : Ok(undefined);
}
