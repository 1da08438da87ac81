import { checkOf } from '../../core/apps/zoom_app.ts';
import { followFromAccount } from '../../core/proof/first_account.ts';
import type { AccountsOutcome } from '../../stackone/stackone_types.ts';
import { type DueAccountCheck, takeDueAccountChecks } from '../../store/checks/linked_accounts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readStackOneState } from '../../store/profiles/stackone_polls.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { decideOutcome } from '../changes/record_outcome.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';
import { accountsOutcome } from './accounts_outcome.ts';
import { failingAnnouncements } from './announce_failing_accounts.ts';
import { createAccountReader } from './read_accounts.ts';

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
  const readAccounts = createAccountReader(ctx);
  const seen: Seen[] = [];
  const waiting = due.values();
  let trouble = false;
  const ask = async () => {
    for (const one of waiting) {
      const answer = await readAccounts(one);
      if (answer === 'later') continue;
      seen.push({ ...one, answer });
      trouble ||= answer.kind !== 'accounts';
      if (trouble) return;
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, ask));
  return seen;
}

async function writeDown(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  seen: readonly Seen[],
): Promise<void> {
  const now = ctx.clock.now();
  const ids = seen.map(({ environmentId }) => environmentId);
  const locked = await lockEnvironments(tx, workspaceId, ids);
  const found = seen.flatMap(({ environmentId, profileId, answer }) => {
    const one = locked.get(environmentId);
    // Without the second: the profile was rejected while StackOne was asked.
    if (one === undefined || checkOf(one.environment, 'connector_profile').detail.profileId !== profileId)
      return [];
    return [{ ...one, answer, outcome: accountsOutcome(answer, one.environment, now) }];
  });
  const failing = await failingAnnouncements(tx, workspaceId, found, now);
  const effects = noEffects();
  for (const { app, environment, outcome } of found) {
    const announced = failing.get(environment.id);
    const linked = decideOutcome(
      ctx,
      effects,
      app,
      environment,
      'linked_account',
      announced?.outcome ?? outcome,
      {
        actor: 'greenroom',
        ...(announced === undefined ? {} : { also: announced.announcement }),
      },
    );
    if (followFromAccount(checkOf(environment, 'credentials'), linked.check, linked.change)) {
      const proven = { kind: 'passed', evidence: 'derived' } as const;
      const by = { actor: 'greenroom' };
      decideOutcome(ctx, effects, app, linked.environment, 'credentials', proven, by);
    }
  }
  await writeEffects(tx, ctx, workspaceId, effects);
}
