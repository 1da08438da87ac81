import { accountsKept, isActive, isFailing } from '../../core/accounts/account_state.ts';
import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import type { Outcome } from '../../core/checks/check.ts';
import type { CheckDetail } from '../../core/checks/check_detail.ts';
import { isTestOver } from '../../core/checks/keep_proof.ts';
import { unknownReasonIn } from '../../core/checks/stackone_status.ts';
import type { AccountsOutcome } from '../../stackone/stackone_types.ts';

/** What StackOne's answer about the accounts of an environment's profile means for its check. */
export function accountsOutcome(answer: AccountsOutcome, environment: Environment, now: Date): Outcome {
  if (answer.kind !== 'accounts') return { kind: 'unknown', why: unknownReasonIn(answer) };
  const before = checkOf(environment, 'linked_account');
  const detail: CheckDetail = {
    ...accountsKept(answer.accounts, before.detail, now, answer.incomplete),
    tied: answer.tied,
    ...(before.detail.failingNotices === undefined ? {} : { failingNotices: before.detail.failingNotices }),
  };
  // Accounts of the project that cannot be matched to this profile prove nothing about it.
  const evidence = answer.tied ? 'verified' : 'derived';
  if (answer.accounts.some(isActive)) return { kind: 'passed', evidence, detail };
  // An active one may be among those that could not be read.
  if (answer.incomplete === true) return { kind: 'unknown', why: 'unexpected_reply' };
  // There was an account before, so that no active one now is a failure and not pending.
  const known = before.lastKnown !== 'pending' && !(answer.tied && isTestOver(before, answer.accounts));
  // An unlisted status may mean anything; it is no failure.
  if (known && !answer.accounts.every(isFailing)) return { kind: 'unknown', why: 'unexpected_reply' };
  if (known) return { kind: 'failed', evidence, reason: 'no_active_account', detail };
  return { kind: 'pending', reason: 'no_account_yet', detail };
}
