import { checkOf } from '../../core/apps/zoom_app.ts';
import { ages, endOfEarlierAttestation, endsSoon, isOver, nextAgeStep } from '../../core/checks/ageing.ts';
import { canBeRenewed } from '../../core/checks/attestation.ts';
import {
  type AgeOf,
  readAttestationDays,
  readDueAges,
  readEndlessAttestations,
  saveAges,
} from '../../store/checks/attestation_ages.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { decideOutcome } from '../changes/record_outcome.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';
import { askOwners, type EndingSoon } from './ask_owners.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

/** Gives an end to attestations that have none, `most` at a time. Returns how many there were. */
export function endEarlierAttestations(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const lifeDays = await readAttestationDays(tx, workspaceId);
    const endless = await readEndlessAttestations(tx, workspaceId, most);
    const ends = endless.map(({ environmentId, name, kind, appId, knownAt, detail }): AgeOf => {
      const { shared, published } = detail;
      const said = {
        name,
        environment: kind,
        at: knownAt ?? now,
        shared,
        published: published !== undefined,
      };
      const expiresAt = endOfEarlierAttestation(said, lifeDays, now, placeOf(appId));
      return { environmentId, name, expiresAt, dueAt: nextAgeStep(expiresAt, now) };
    });
    await saveAges(tx, workspaceId, ends);
    return endless.length;
  });
}

/**
 * Asks the owners about attestations that end soon, and ends those whose end is over, `most` at a time: unknown from then on, which is
 * no regression. Returns how many were due. Idempotent: what is done is written with when it is looked at next.
 */
export function ageAttestations(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    const due = await readDueAges(tx, workspaceId, now, most);
    const locked = await lockEnvironments(
      tx,
      workspaceId,
      due.map(({ environmentId }) => environmentId),
    );
    const effects = noEffects();
    const aged: AgeOf[] = [];
    const ending: EndingSoon[] = [];
    for (const { environmentId, name } of due) {
      const found = locked.get(environmentId);
      const check = found === undefined ? null : checkOf(found.environment, name);
      if (found === undefined || check === null || check.expiresAt === null) {
        // Archived, or verified by a service since: it does not age any more.
        aged.push({ environmentId, name, expiresAt: null, dueAt: null });
      } else if (isOver(check, now)) {
        const { app, environment } = found;
        const by = { actor: 'greenroom' };
        const over = decideOutcome(ctx, effects, app, environment, name, { kind: 'expired' }, by);
        locked.set(environmentId, { app, environment: over.environment });
      } else {
        const { expiresAt } = check;
        if (ages(name) && canBeRenewed(found.environment, name) && endsSoon(expiresAt, now))
          ending.push({ ...found, check: name });
        const dueAt = expiresAt > now ? nextAgeStep(expiresAt, now) : null;
        aged.push({ environmentId, name, expiresAt, dueAt });
      }
    }
    await writeEffects(tx, ctx, workspaceId, effects);
    await askOwners(tx, ctx, workspaceId, ending);
    await saveAges(tx, workspaceId, aged);
    return due.length;
  });
}

/** From 0 to 1, the same whenever it is asked for: the end of a uuid is random. */
function placeOf(appId: string): number {
  return Number.parseInt(appId.slice(-8), 16) / 2 ** 32;
}
