import { checkOf } from '../../core/apps/zoom_app.ts';
import { ages, endOfEarlierAttestation, endsSoon, isOver, nextAgeStep } from '../../core/checks/ageing.ts';
import { canBeRenewed } from '../../core/checks/attestation.ts';
import {
  type AgeOf,
  type CheckAt,
  type EndlessAttestation,
  readAttestationDays,
  readDueAges,
  readEndlessAttestations,
  saveAges,
} from '../../store/checks/attestation_ages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { workOnDue } from '../changes/due/work_on_due.ts';
import { decideOutcome } from '../changes/record_outcome.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';
import { askOwners, type EndingSoon } from './ask_owners.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'log' | 'newId'>;

/** Gives an end to attestations that have none, `most` at a time. Returns how many there were. */
export function endEarlierAttestations(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return workOnDue<EndlessAttestation>(ctx, workspaceId, {
    read: (db) => readEndlessAttestations(db, workspaceId, most),
    keyOf: keyOfCheck,
    async work(tx, endless) {
      const lifeDays = await readAttestationDays(tx, workspaceId);
      const ends = endless.map((one) => endOf(one, lifeDays, now));
      await saveAges(tx, workspaceId, ends);
    },
  });
}

function endOf(
  { environmentId, name, kind, appId, knownAt, detail }: EndlessAttestation,
  lifeDays: number,
  now: Date,
): AgeOf {
  const { shared, published } = detail;
  const said = { name, environment: kind, at: knownAt ?? now, shared, published: published !== undefined };
  const expiresAt = endOfEarlierAttestation(said, lifeDays, now, placeOf(appId));
  return { environmentId, name, expiresAt, dueAt: nextAgeStep(expiresAt, now) };
}

const keyOfCheck = ({ environmentId, name }: CheckAt): string => `${environmentId} ${name}`;

/**
 * Asks the owners about attestations that end soon, and ends those whose end is over, `most` at a time: unknown from then on, which is
 * no regression. Returns how many were due. Idempotent: what is done is written with when it is looked at next.
 */
export function ageAttestations(ctx: Needs, workspaceId: string, most: number): Promise<number> {
  const now = ctx.clock.now();
  return workOnDue<CheckAt>(ctx, workspaceId, {
    read: (db) => readDueAges(db, workspaceId, now, most),
    keyOf: keyOfCheck,
    work: (tx, due) => ageAll(tx, ctx, workspaceId, due, now),
    putOff: (tx, check, dueAt) => saveAges(tx, workspaceId, [{ ...check, expiresAt: null, dueAt }]),
  });
}

async function ageAll(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  due: readonly CheckAt[],
  now: Date,
): Promise<void> {
  const ids = due.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, ids);
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
}

/** From 0 to 1, the same whenever it is asked for: the end of a uuid is random. */
function placeOf(appId: string): number {
  return Number.parseInt(appId.slice(-8), 16) / 2 ** 32;
}
