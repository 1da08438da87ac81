import { cutWhole } from '../text/cut.ts';

/** A linked account that is not active, as it is shown: facts of StackOne, nothing secret. */
export interface AccountState {
  readonly id: string;
  /** As StackOne sent it. */
  readonly status: string;
  /** The customer's, so that people know whom it is about; left out where StackOne names none. */
  readonly name?: string;
  /** StackOne's newest reason. */
  readonly code?: string;
  readonly description?: string;
  /** Made for a test. */
  readonly test?: true;
  /** When it got this status: by StackOne's reason, or when it was first seen. ISO. */
  readonly since: string;
}

/** An account as StackOne lists it. */
export interface SeenAccount {
  readonly id: string;
  readonly status: string;
  /** The newest first. */
  readonly reasons: readonly {
    readonly code?: string;
    readonly description?: string;
    readonly at: Date | null;
  }[];
  readonly ownerName?: string;
  readonly type?: string;
  readonly createdAt: Date | null;
}

/** What is kept of the accounts of one profile; part of the check's detail. */
export interface AccountsKept {
  readonly active?: number;
  readonly accounts?: number;
  /** The first `MOST_KEPT` that are not active, failing ones first; missing in what an earlier release stored. */
  readonly notActive?: readonly AccountState[];
  /** Its id, while exactly one account is active. */
  readonly onlyActive?: string;
}

/** O11: the statuses in the specification; the documents have fewer, and it is an open string. */
const failing: ReadonlySet<string> = new Set(['inactive', 'suspended', 'archived', 'expired', 'error']);
const wordOf = ({ status }: { readonly status: string }): string => status.trim().toLowerCase();

export const isActive = (account: { readonly status: string }): boolean => wordOf(account) === 'active';
/** Put away in StackOne by a person. */
export const isArchived = (account: { readonly status: string }): boolean => wordOf(account) === 'archived';
/** Not active, in a word that the specification has. Any other word is shown as it came, and is no failure. */
export const isFailing = (account: { readonly status: string }): boolean => failing.has(wordOf(account));

/** Of each profile, with their reasons: what a card or a message can show of them is far less. */
export const MOST_KEPT = 20;
const LONGEST = { status: 60, name: 60, code: 100, description: 200 };

/**
 * What is kept of these accounts. `before`: what was kept of them at the last look. `incomplete`: there may be more accounts
 * than were read; the states of those that are missing stay as they were.
 */
export function accountsKept(
  seen: readonly SeenAccount[],
  before: AccountsKept,
  now: Date,
  incomplete = false,
): Required<Pick<AccountsKept, 'active' | 'accounts' | 'notActive'>> & AccountsKept {
  const active = seen.filter(isActive);
  const [only] = active;
  const known = new Map((before.notActive ?? []).map((state) => [state.id, state] as const));
  const states = seen
    .filter((account) => !isActive(account))
    .map((account) => stateOf(account, known.get(account.id), now));
  const read = new Set(seen.map(({ id }) => id));
  const missing = incomplete ? [...known.values()].filter(({ id }) => !read.has(id)) : [];
  const notActive = [...states, ...missing].sort(byUrgency).slice(0, MOST_KEPT);
  const onlyActive = active.length === 1 && only !== undefined ? { onlyActive: only.id } : {};
  return { active: active.length, accounts: seen.length, notActive, ...onlyActive };
}

/** The same order at every look, so that a card does not change with the order of StackOne's list. */
function byUrgency(one: AccountState, other: AccountState): number {
  if (isFailing(one) !== isFailing(other)) return isFailing(one) ? -1 : 1;
  if (one.since !== other.since) return one.since > other.since ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

function stateOf(account: SeenAccount, known: AccountState | undefined, now: Date): AccountState {
  const [reason] = account.reasons;
  const status = cutWhole(account.status, LONGEST.status);
  const at = reason?.at ?? now;
  const since = known?.status === status ? known.since : (at < now ? at : now).toISOString();
  return {
    id: account.id,
    status,
    ...textOf('name', account.ownerName),
    ...textOf('code', reason?.code),
    ...textOf('description', reason?.description),
    ...(account.type?.toLowerCase() === 'test' ? { test: true as const } : {}),
    since,
  };
}

function textOf<Name extends 'name' | 'code' | 'description'>(name: Name, text: string | undefined) {
  return text === undefined ? {} : { [name]: cutWhole(text, LONGEST[name]) };
}

/**
 * The accounts that were there at the last look and have begun to fail since. `lookedAt`: of that look. An account that was
 * linked since did not turn: its failure is only shown. With more failing ones than are kept, at most as many as they have
 * become more, because any of the others may have failed before.
 */
export function turnedFailing(
  seen: readonly SeenAccount[],
  before: AccountsKept,
  kept: AccountsKept,
  lookedAt: Date | null,
): readonly AccountState[] {
  // An earlier release kept no states, and the first look says nothing about what was before it.
  if (before.notActive === undefined || lookedAt === null) return [];
  const known = new Set(before.notActive.filter(isFailing).map(({ id }) => id));
  const older = new Set(
    seen.filter(({ createdAt }) => createdAt === null || createdAt <= lookedAt).map(({ id }) => id),
  );
  const turned = (kept.notActive ?? []).filter(
    (state) => isFailing(state) && !known.has(state.id) && older.has(state.id),
  );
  const missed = notActiveIn(before) - before.notActive.length;
  return missed > 0 ? turned.slice(0, Math.max(0, notActiveIn(kept) - notActiveIn(before))) : turned;
}

const notActiveIn = ({ active = 0, accounts = active }: AccountsKept): number => accounts - active;
