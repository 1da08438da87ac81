import type { Outcome } from '../../core/checks/check.ts';
import { appendEvents } from '../../store/apps/events.ts';
import { takeBaselines } from '../../store/apps/save_environments.ts';
import { anyFreeProfile, claimUnannouncedProfiles } from '../../store/profiles/connector_profiles.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { notifyAll } from '../changes/notify_watchers.ts';
import { decideOutcome } from '../changes/record_outcome.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';
import { profileOutcome } from './take_profiles.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/** Environments that are updated after a changed profile, or get their baseline, in one transaction. */
const atOnce = 100;

/** Sets the baseline of environments that waited for a first list: its profiles are not new for them. Returns whether some are left. */
export function noteBaselines(ctx: Needs, workspaceId: string, at: Date): Promise<boolean> {
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const taken = await takeBaselines(tx, workspaceId, at, atOnce);
    const kind = 'baseline_taken';
    await appendEvents(
      tx,
      workspaceId,
      taken.map(({ environmentId }) => ({ id: ctx.newId(), at, kind, actor: 'greenroom', environmentId })),
    );
    // Profiles that were created during an outage are not announced, but the cards must offer them: nothing else would
    // redraw them.
    if (taken.length > 0 && (await anyFreeProfile(tx, workspaceId))) {
      const appIds = [...new Set(taken.map(({ appId }) => appId))];
      await notifyAll(
        tx,
        ctx,
        workspaceId,
        appIds.map((appId) => ({ appId, messages: [] })),
      );
    }
    return taken.length === atOnce;
  });
}

/** Profiles that belong to an environment and were disabled, enabled, removed or brought back. Returns whether some are left. */
export function followChanges(ctx: Needs, workspaceId: string): Promise<boolean> {
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const profiles = await claimUnannouncedProfiles(tx, workspaceId, atOnce);
    if (profiles.length === 0) return false;
    const ids = profiles.flatMap((profile) => profile.environmentId ?? []);
    const locked = await lockEnvironments(tx, workspaceId, ids);
    const effects = noEffects();
    for (const profile of profiles) {
      const found = locked.get(profile.environmentId ?? '');
      if (found === undefined) continue;
      const doubted = profile.removedAt === null && profile.doubtedSince !== null;
      const outcome: Outcome = doubted
        ? { kind: 'unknown', why: 'unexpected_reply' }
        : profileOutcome(profile);
      const by = { actor: 'greenroom' };
      decideOutcome(ctx, effects, found.app, found.environment, 'connector_profile', outcome, by);
    }
    await writeEffects(tx, ctx, workspaceId, effects);
    return profiles.length === atOnce;
  });
}
