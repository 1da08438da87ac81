import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import { isOver } from '../../core/checks/ageing.ts';
import { applyOutcome } from '../../core/checks/apply_outcome.ts';
import { type Check, lastReason, type Outcome } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { readCredentials, type SealedCredentials } from '../../store/apps/credentials.ts';
import type { LockedApp } from '../../store/apps/zoom_apps.ts';
import { type PairWithoutSecret, savePairsWithoutSecret } from '../../store/secrets/stored_secrets.ts';
import type { Vault } from '../../vault/vault.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { decideOutcome } from '../changes/record_outcome.ts';
import { type Effects, noEffects, writeEffects } from '../changes/write_effects.ts';
import { pairPlace, secretPlace } from './places.ts';

type Needs = Pick<Context, Deciding | 'vault' | 'clock' | 'newId'>;

export interface ForgottenSecret {
  /** False: there was none. */
  readonly changed: boolean;
  readonly appName: string;
  readonly environment: Environment;
}

/**
 * Deletes the stored secret of an environment, in one transaction with the event that says so. Owners only. What the checks say stays,
 * with its age; from then on nothing looks at the credentials again. A fingerprint stays, so that the same pair is recognised. `mark`: of
 * the pair for which the button was drawn (`Environment.pairMark`); another one is not forgotten (`outdated`).
 */
export async function forgetSecret(
  ctx: Needs,
  input: By & { readonly environmentId: string; readonly mark: string },
): Promise<Result<ForgottenSecret, Refusal | 'outdated'>> {
  const { workspaceId, environmentId, actor } = input;
  return changeEnvironment<ForgottenSecret, 'not_found' | 'outdated'>(
    ctx,
    input,
    'rotate',
    async (tx, app, environment) => {
      const [stored] = await readCredentials(tx, workspaceId, [environmentId]);
      if (stored === undefined) return Err('not_found');
      const pair = pairWithoutSecret(ctx.vault, workspaceId, stored);
      if (pair === null) return Ok({ changed: false, appName: app.name, environment });
      if (input.mark !== environment.pairMark) return Err('outdated');
      const effects = noEffects();
      decideForgotten(ctx, effects, app, environment, actor);
      effects.notifications.push({
        appId: app.id,
        messages: [
          {
            where: 'thread',
            message: {
              kind: 'edited',
              appId: app.id,
              appName: app.name,
              by: actor,
              what: ['credentials'],
              secret: { how: 'forgotten', environment: environment.kind },
            },
          },
        ],
      });
      await savePairsWithoutSecret(tx, workspaceId, [pair], ctx.clock.now());
      await writeEffects(tx, ctx, workspaceId, effects);
      return Ok({ changed: true, appName: app.name, environment });
    },
  );
}

/** The pair that was entered last, with the fingerprint of its secret; null: no secret is stored. */
export function pairWithoutSecret(
  vault: Vault,
  workspaceId: string,
  { environmentId, pending, current }: SealedCredentials,
): PairWithoutSecret | null {
  const pair = pending ?? current;
  if (pair === null) return null;
  const { clientId, sealed } = pair;
  const opened = vault.open(sealed, secretPlace(workspaceId, environmentId));
  const place = pairPlace(workspaceId, environmentId, clientId);
  const fingerprint = opened.ok ? vault.fingerprintAt(opened.value, place) : null;
  return { environmentId, clientId, fingerprint };
}

/** What forgetting changes of the check, and the event. */
export function decideForgotten(
  ctx: Pick<Context, 'clock' | 'newId'>,
  effects: Effects,
  app: LockedApp,
  environment: Environment,
  actor: string,
): void {
  const check = checkOf(environment, 'credentials');
  effects.events.push({
    id: ctx.newId(),
    at: ctx.clock.now(),
    kind: 'secret_forgotten',
    actor,
    appId: app.id,
    environmentId: environment.id,
  });
  const outcome = outcomeWithoutSecret(check, environment.pendingClientId !== null, ctx.clock.now());
  if (outcome !== null) decideOutcome(ctx, effects, app, environment, 'credentials', outcome, { actor });
  else if (check.status === 'unknown')
    effects.checks.push({ environmentId: environment.id, check: lastSeen(check) });
}

/** The credentials check without events or messages; null: it stays as it is. `pairWaits`: as below. */
export function checkWithoutSecret(check: Check, pairWaits: boolean, now: Date): Check | null {
  const outcome = outcomeWithoutSecret(check, pairWaits, now);
  if (outcome !== null) return applyOutcome(check, outcome, now).check;
  return check.status === 'unknown' ? lastSeen(check) : null;
}

/**
 * Null: the check stays as it was seen last. A pair that was not verified yet is open until proven. What a person said, and is
 * over, stays over. `pairWaits`: the pair that was entered last was never looked at.
 */
function outcomeWithoutSecret(check: Check, pairWaits: boolean, now: Date): Outcome | null {
  if (pairWaits || check.lastKnown === 'pending') return { kind: 'pending', reason: 'no_secret' };
  return isOver(check, now) ? { kind: 'expired' } : null;
}

/** Nothing will look again, so that the last known status is all there is; it keeps its age. */
function lastSeen(check: Check): Check {
  const { because: _because, retry: _retry, ...detail } = check.detail;
  return { ...check, status: check.lastKnown, reason: lastReason(check), detail };
}
