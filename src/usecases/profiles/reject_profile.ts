import { checkOf } from '../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { stopAccountChecks } from '../../store/checks/linked_accounts.ts';
import { readProfileOf } from '../../store/profiles/connector_profiles.ts';
import { freeProfilesOf, saveRejections } from '../../store/profiles/profile_assignments.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { redrawQuestions } from '../changes/notify_watchers.ts';
import { aboutOf, recordOutcome } from '../changes/record_outcome.ts';
import { endProofs } from './end_proofs.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;

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
    'edit',
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
      const freed = await endProofs(tx, ctx, app, after.environment, { profileId: profile.id, actor });
      // Accounts that were linked through the wrong profile are not about this environment.
      if (checkOf(freed, 'linked_account').lastKnown !== 'pending') {
        await recordOutcome(
          tx,
          ctx,
          app,
          freed,
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
