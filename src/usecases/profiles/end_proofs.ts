import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import type { Check, Outcome } from '../../core/checks/check.ts';
import { isProven } from '../../core/checks/keep_proof.ts';
import type { LockedApp } from '../../store/apps/zoom_apps.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { recordOutcome } from '../changes/record_outcome.ts';

const names = ['credentials', 'redirect', 'test_status'] as const;

/**
 * A person says that the profile does not belong to this environment: what was proven through it, or followed from the first account
 * linked through it, is open again, as it was about another Zoom app. In the caller's transaction; returns the environment as it is then.
 */
export async function endProofs(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  app: LockedApp,
  environment: Environment,
  { profileId, actor }: { readonly profileId: string; readonly actor: string },
): Promise<Environment> {
  let now = environment;
  for (const name of names) {
    const check = checkOf(now, name);
    const isBy = isProven(check) && check.detail.provenBy?.profileId === profileId;
    if (!isBy && !followsFromAccount(check)) continue;
    const isUnseen = name === 'credentials' && !now.hasSecret;
    const open: Outcome = { kind: 'pending', reason: isUnseen ? 'no_secret' : null };
    now = (await recordOutcome(tx, ctx, app, now, name, open, { actor })).environment;
    if (name === 'credentials' && now.hasSecret)
      await enqueue(tx, {
        task: 'probe_credentials',
        workspaceId: app.workspaceId,
        environmentId: environment.id,
      });
  }
  return now;
}

/** See core/proof/first_account.ts: nothing else lets credentials pass by what was derived. */
function followsFromAccount({ name, lastKnown, evidence }: Check): boolean {
  return name === 'credentials' && lastKnown === 'passed' && evidence === 'derived';
}
