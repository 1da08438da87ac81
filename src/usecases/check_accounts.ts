import type { Outcome } from '../core/readiness/checks.ts';
import type { AccountsOutcome } from '../stackone/outcomes.ts';
import { takeDueAccountChecks } from '../store/linked_accounts.ts';
import { readStackOneState } from '../store/stackone_polls.ts';
import { lockEnvironment } from './change_app.ts';
import type { Context } from './context.ts';
import { inTurn } from './in_turn.ts';
import { checkOf, recordOutcome } from './record_outcome.ts';

/** How old the answer about an account may become, and how many are looked at in one go. */
const everyMs = 60_000;
const atOnce = 20;

/**
 * Looks at the accounts behind the profiles of environments that are due. Stops at the first sign of trouble, and does not
 * begin while StackOne gives no list: the key would be refused again, and the checks are out of sight already.
 */
export async function checkAccounts(
  ctx: Pick<Context, 'db' | 'stackone' | 'clock' | 'newId'>,
  input: { readonly workspaceId: string },
): Promise<void> {
  if ((await readStackOneState(ctx.db, input.workspaceId)).trouble !== null) return;
  const now = ctx.clock.now();
  const due = await takeDueAccountChecks(
    ctx.db,
    input.workspaceId,
    now,
    new Date(now.getTime() + everyMs),
    atOnce,
  );
  for (const { environmentId, profileId } of due) {
    const answer = await ctx.stackone.listAccounts(profileId);
    await inTurn(ctx, input.workspaceId, async (tx) => {
      const locked = await lockEnvironment(tx, input.workspaceId, environmentId);
      if (locked === null) return;
      const profile = checkOf(locked.environment, 'connector_profile').detail.profileId;
      if (profile !== profileId) return; // given up while StackOne was asked
      const known = checkOf(locked.environment, 'linked_account').lastKnown;
      const outcome = outcomeOf(answer, known !== 'pending');
      await recordOutcome(tx, ctx, locked.app, locked.environment, 'linked_account', outcome, {
        actor: 'greenroom',
      });
    });
    if (answer.kind !== 'accounts') return;
  }
}

/** `known`: an account was seen before, so that none active now is a failure and not just a start. */
function outcomeOf(answer: AccountsOutcome, known: boolean): Outcome {
  if (answer.kind === 'refused') {
    return { kind: 'unknown', why: answer.status === 401 ? 'key_refused' : 'key_forbidden' };
  }
  if (answer.kind === 'unavailable') return { kind: 'unknown', why: answer.why };
  const active = answer.accounts.filter((account) => account.status === 'active').length;
  const detail = { active, accounts: answer.accounts.length, tied: answer.tied };
  // Accounts of the project that cannot be tied to this profile prove nothing about it.
  const evidence = answer.tied ? 'verified' : 'derived';
  if (active > 0) return { kind: 'passed', evidence, detail };
  if (known) return { kind: 'failed', evidence, reason: 'no_active_account', detail };
  return { kind: 'pending', reason: 'no_account_yet', detail };
}
