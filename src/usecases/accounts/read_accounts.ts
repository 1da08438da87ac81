import { memoize } from '../../concurrency/memoize.ts';
import { isActive } from '../../core/accounts/account_state.ts';
import type { AccountsOutcome, ConnectorProfile, LinkedAccount } from '../../stackone/stackone_types.ts';
import type { DueAccountCheck } from '../../store/checks/linked_accounts.ts';
import type { Context } from '../changes/context.ts';

type Needs = Pick<Context, 'stackone' | 'clock'>;

/** How long the accounts of a profile may take to come back after it was enabled (that they do is likely, not sure). */
const comeBackMs = 5 * 60_000;

/** `later`: the profile explains why no account is active, and what it does is announced as its own change. */
export type AccountsRead = AccountsOutcome | 'later';

/**
 * Reads the accounts of due environments, in one run of a job. These lists have no total to verify them: one without an active
 * account, where there was one, is fetched again before a regression is announced. A disabled profile turns its accounts
 * `inactive`, so then the profiles are listed again too, once for the whole run: one cause is announced once.
 */
export function createAccountReader(ctx: Needs): (due: DueAccountCheck) => Promise<AccountsRead> {
  const listProfiles = memoize(() => ctx.stackone.listZoomProfiles());
  return async ({ profileId, wasActive }) => {
    const first = await ctx.stackone.listAccounts(profileId);
    if (!wasActive || !noneActive(first)) return first;
    const answer = await ctx.stackone.listAccounts(profileId);
    if (!noneActive(answer)) return answer;
    const listed = await listProfiles();
    if (listed.kind !== 'profiles') return listed;
    const profile = listed.profiles.find(({ id }) => id === profileId);
    if (profile === undefined || !profile.active) return 'later';
    return answer.accounts.some(isInactive) && changedJustNow(profile, ctx.clock.now()) ? 'later' : answer;
  };
}

function noneActive(answer: AccountsOutcome): answer is Extract<AccountsOutcome, { kind: 'accounts' }> {
  return answer.kind === 'accounts' && !answer.accounts.some(isActive);
}

/** What disabling a profile makes of its accounts. */
const isInactive = ({ status }: LinkedAccount): boolean => status.trim().toLowerCase() === 'inactive';

/** By StackOne's clock: one that differs by more than these minutes only means that nothing is waited for. */
function changedJustNow({ updatedAt }: ConnectorProfile, now: Date): boolean {
  return Math.abs(now.getTime() - updatedAt.getTime()) < comeBackMs;
}
