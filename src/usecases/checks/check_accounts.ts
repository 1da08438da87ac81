import type { Outcome } from '../../core/checks/check.ts';
import type { AccountsOutcome, LinkedAccount } from '../../stackone/stackone_types.ts';
import { type DueAccountCheck, takeDueAccountChecks } from '../../store/checks/linked_accounts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readStackOneState } from '../../store/profiles/stackone_polls.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { checkOf, decideOutcome } from '../changes/record_outcome.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';

type Needs = Pick<Context, 'db' | 'stackone' | 'clock' | 'newId'>;

interface Seen extends DueAccountCheck {
  readonly answer: AccountsOutcome;
}

/** The greatest age of an account's status, and how many are read in one run: 10 s at StackOne's rate limit. */
const everyMs = 60_000;
const atOnce = 100;
const askedAtOnce = 4;

/**
 * Reads the accounts of the profiles of due environments. Stops at the first failed call, and does not begin while StackOne
 * gives no list: the key would be refused again, and the checks are unknown already.
 */
export async function checkAccounts(ctx: Needs, input: { readonly workspaceId: string }): Promise<void> {
  const { workspaceId } = input;
  if ((await readStackOneState(ctx.db, workspaceId)).trouble !== null) return;
  const now = ctx.clock.now();
  const next = new Date(now.getTime() + everyMs);
  const due = await takeDueAccountChecks(ctx.db, workspaceId, now, next, atOnce);
  const seen = await fetchAccounts(ctx, due);
  if (seen.length > 0)
    await withWorkspaceLock(ctx, workspaceId, (tx) => writeDown(tx, ctx, workspaceId, seen));
}

async function fetchAccounts(ctx: Needs, due: readonly DueAccountCheck[]): Promise<Seen[]> {
  const seen: Seen[] = [];
  const waiting = due.values();
  let trouble = false;
  const ask = async () => {
    for (const one of waiting) {
      const answer = await askTwice(ctx, one);
      seen.push({ ...one, answer });
      trouble ||= answer.kind !== 'accounts';
      if (trouble) return;
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, ask));
  return seen;
}

/**
 * These lists have no total to verify them: one without an active account, where there was one, is fetched again before the
 * regression is announced.
 */
async function askTwice(ctx: Needs, { profileId, wasActive }: DueAccountCheck): Promise<AccountsOutcome> {
  const answer = await ctx.stackone.listAccounts(profileId);
  const vanished = wasActive && answer.kind === 'accounts' && !answer.accounts.some(isActive);
  return vanished ? ctx.stackone.listAccounts(profileId) : answer;
}

async function writeDown(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  seen: readonly Seen[],
): Promise<void> {
  const ids = seen.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, ids);
  const effects = noEffects();
  for (const { environmentId, profileId, answer } of seen) {
    const found = locked.get(environmentId);
    if (found === undefined) continue;
    const { app, environment } = found;
    // The profile was rejected while StackOne was asked.
    if (checkOf(environment, 'connector_profile').detail.profileId !== profileId) continue;
    const known = checkOf(environment, 'linked_account').lastKnown;
    const outcome = outcomeOf(answer, known !== 'pending');
    decideOutcome(ctx, effects, app, environment, 'linked_account', outcome, { actor: 'greenroom' });
  }
  await writeEffects(tx, ctx, workspaceId, effects);
}

/** `known`: there was an account before, so that no active one now is a failure and not pending. */
function outcomeOf(answer: AccountsOutcome, known: boolean): Outcome {
  if (answer.kind === 'refused') {
    return { kind: 'unknown', why: answer.status === 401 ? 'key_refused' : 'key_forbidden' };
  }
  if (answer.kind === 'unavailable') return { kind: 'unknown', why: answer.why };
  const active = answer.accounts.filter(isActive).length;
  const detail = { active, accounts: answer.accounts.length, tied: answer.tied };
  // Accounts of the project that cannot be matched to this profile prove nothing about it.
  const evidence = answer.tied ? 'verified' : 'derived';
  if (active > 0) return { kind: 'passed', evidence, detail };
  // An active one may be among those that could not be read.
  if (answer.incomplete === true) return { kind: 'unknown', why: 'unexpected_reply' };
  // An unlisted status may mean anything; it is no failure.
  if (known && !answer.accounts.every(isKnown)) return { kind: 'unknown', why: 'unexpected_reply' };
  if (known) return { kind: 'failed', evidence, reason: 'no_active_account', detail };
  return { kind: 'pending', reason: 'no_account_yet', detail };
}

/** O11: the statuses of an account in the specification; the documents have fewer, and it is an open string. */
const notActive: ReadonlySet<string> = new Set(['inactive', 'suspended', 'archived', 'expired', 'error']);

const wordOf = ({ status }: LinkedAccount): string => status.trim().toLowerCase();
const isActive = (account: LinkedAccount): boolean => wordOf(account) === 'active';
const isKnown = (account: LinkedAccount): boolean => isActive(account) || notActive.has(wordOf(account));
