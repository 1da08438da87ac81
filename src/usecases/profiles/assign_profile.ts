import { Err, Ok, type Result } from '../../core/result.ts';
import { lockProfile, readProfileOf } from '../../store/profiles/connector_profiles.ts';
import { forgetRejection, rejectedBy } from '../../store/profiles/profile_assignments.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { takeProfiles } from './take_profiles.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;
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
    how === 'adopted' ? 'edit' : 'tick',
    async (tx, app, environment, may) => {
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
      if (byOwner && !may('edit')) return Err('not_owner');
      await forgetRejection(tx, { workspaceId, profileId, environmentId });
      await takeProfiles(tx, ctx, workspaceId, [{ app, environment, profile, how }], actor);
      return Ok(names);
    },
  );
}
