import type { Queryable } from '../postgres/client/database.ts';

export interface DueAccountCheck {
  readonly environmentId: string;
  readonly profileId: string;
  /** An account was active at the last check. */
  readonly wasActive: boolean;
}

/**
 * Environments whose linked account is due to be checked; claimed in a batch and put off, so that each is claimed once. While
 * the profile itself is disabled or gone its accounts say nothing new.
 */
export async function takeDueAccountChecks(
  db: Queryable,
  workspaceId: string,
  now: Date,
  next: Date,
  limit: number,
): Promise<DueAccountCheck[]> {
  return db.query(
    `with due as (
       select env.id, profile.id as profile_id from environment env
       join connector_profile profile on profile.workspace_id = env.workspace_id and profile.environment_id = env.id
                                     and profile.active and profile.removed_at is null
       where env.workspace_id = $1 and env.next_account_check_at <= $2
       order by env.next_account_check_at limit $4 for update of env skip locked)
     update environment env set next_account_check_at = $3 from due
     where env.workspace_id = $1 and env.id = due.id
     returning env.id as "environmentId", due.profile_id as "profileId", exists (
       select 1 from readiness_check known
       where known.workspace_id = $1 and known.environment_id = env.id and known.name = 'linked_account'
         and known.last_known = 'passed') as "wasActive"`,
    [workspaceId, now, next, limit],
  );
}

/**
 * Before all that is due by the clock: with many apps the regular checks use up StackOne's rate limit, and a first check,
 * or one that a person asked for, must not wait for them.
 */
const first = new Date(0);

/** Starts the checks of these environments, which have got a profile; the first is due at once. */
export async function beginAccountChecks(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
): Promise<void> {
  await schedule(db, workspaceId, environmentIds, first);
}

/** Stops the checks of an environment that no longer has a profile. */
export async function stopAccountChecks(
  db: Queryable,
  workspaceId: string,
  environmentId: string,
): Promise<void> {
  await schedule(db, workspaceId, [environmentId], null);
}

async function schedule(
  db: Queryable,
  workspaceId: string,
  environmentIds: readonly string[],
  when: Date | null,
): Promise<void> {
  await db.query(
    'update environment set next_account_check_at = $3 where workspace_id = $1 and id = any($2::uuid[])',
    [workspaceId, environmentIds, when],
  );
}

/** Nobody waits for a check that only a webhook asks for. */
const second = new Date(1);

/**
 * Something changed at StackOne: the `limit` checks that are due next are due now. Waits for no lock: what is locked is being
 * changed, or checked. Cost: an index of the due ones.
 */
export async function hurryNextAccountChecks(
  db: Queryable,
  workspaceId: string,
  limit: number,
): Promise<void> {
  await db.query(
    `with next as (
       select id from environment where workspace_id = $1 and next_account_check_at is not null
       order by next_account_check_at limit $2 for update skip locked)
     update environment env set next_account_check_at = least(env.next_account_check_at, $3) from next
     where env.workspace_id = $1 and env.id = next.id`,
    [workspaceId, limit, second],
  );
}

/** A person asks for a check of an app's accounts: it is the next one that is due. */
export async function hurryAccountChecks(db: Queryable, workspaceId: string, appId: string): Promise<void> {
  await db.query(
    `update environment set next_account_check_at = $3
     where workspace_id = $1 and zoom_app_id = $2 and next_account_check_at is not null`,
    [workspaceId, appId, first],
  );
}
