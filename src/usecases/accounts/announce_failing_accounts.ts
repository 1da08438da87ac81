import { type AccountState, turnedFailing } from '../../core/accounts/account_state.ts';
import { checkOf } from '../../core/apps/zoom_app.ts';
import type { Outcome } from '../../core/checks/check.ts';
import { announcementsWith } from '../../core/checks/flap_damping.ts';
import type { AccountsOutcome } from '../../stackone/stackone_types.ts';
import { readZoomApps } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Locked } from '../changes/change_app.ts';
import type { Announcement } from '../changes/outcome_messages.ts';
import { aboutOf } from '../changes/record_outcome.ts';

interface Found extends Locked {
  readonly answer: AccountsOutcome;
  readonly outcome: Outcome;
}

/** The outcome with the time of the announcement, and the announcement. */
interface Announced {
  readonly outcome: Outcome;
  readonly announcement: Announcement;
}

/** How many accounts one message names. */
const mostNamed = 5;

/**
 * Accounts that began to fail while others of their profile are active: the environment works, so this is a thread entry for
 * the owners, one for all of a look, and no regression. The last active one is a regression, which is announced as such.
 */
export async function failingAnnouncements(
  tx: Queryable,
  workspaceId: string,
  found: readonly Found[],
  now: Date,
): Promise<Map<string, Announced>> {
  const turned = found.flatMap((one) => turnedIn(one, now));
  const appIds = [...new Set(turned.map(({ found: { app } }) => app.id))];
  if (appIds.length === 0) return new Map();
  const apps = await readZoomApps(tx, workspaceId, appIds);
  const owners = new Map(apps.map((app) => [app.id, app.owners] as const));
  return new Map(
    turned.map((one) => [
      one.found.environment.id,
      { outcome: one.outcome, announcement: announcementOf(one, owners.get(one.found.app.id) ?? []) },
    ]),
  );
}

interface Turned {
  readonly found: Found;
  readonly outcome: Extract<Outcome, { kind: 'passed' }>;
  readonly accounts: readonly AccountState[];
  readonly last: boolean;
}

function turnedIn(found: Found, now: Date): Turned[] {
  const { answer, outcome, environment } = found;
  // Where StackOne does not tie accounts to profiles, it may be another app's: it is only shown.
  if (answer.kind !== 'accounts' || !answer.tied || outcome.kind !== 'passed') return [];
  const before = checkOf(environment, 'linked_account');
  const detail = outcome.detail ?? {};
  // What was linked for a test is removed again, as its maker said: however that begins, it is no failure.
  const { provenBy } = before.detail;
  const accounts = turnedFailing(answer.accounts, before.detail, detail, before.lookedAt).filter(
    ({ id }) => provenBy?.temporary !== true || id !== provenBy.accountId,
  );
  const announced = announcementsWith(detail.failingNotices ?? [], now);
  if (accounts.length === 0 || announced === null) return [];
  const noted = { ...outcome, detail: { ...detail, failingNotices: announced.times } };
  return [{ found, outcome: noted, accounts, last: announced.last }];
}

function announcementOf(
  { found: { app, environment }, outcome, accounts, last }: Turned,
  owners: readonly string[],
): Announcement {
  const { active = 0, accounts: of = 0 } = outcome.detail ?? {};
  return {
    where: 'thread',
    message: {
      kind: 'accounts_failing',
      about: aboutOf(app, environment),
      owners,
      accounts: accounts.slice(0, mostNamed),
      more: Math.max(0, accounts.length - mostNamed),
      active,
      of,
      ...(last ? { unsteady: true as const } : {}),
    },
  };
}
