import type { DeclaredScope } from '../../core/apps/zoom_app.ts';
import type { ManagementType } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { checking, isConfirmable } from '../../core/scopes/verdict/check_scopes.ts';
import { runInChunks } from '../../event_loop.ts';
import { appendEvent } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { isStoredAdmin } from '../../store/roles/admins.ts';
import {
  type ConfirmedScope,
  countConfirmedScopes,
  deleteConfirmedScope,
  insertConfirmedScopes,
  listConfirmedScopes,
  MOST_CONFIRMED,
  ownsAppWithScope,
  readConfirmedScopes,
  storable,
} from '../../store/scopes/confirmed_scopes.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { retryAsAdmin } from '../changes/roles/retry_as_admin.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

/** Most new scopes that a person may confirm at once: Zoom adds a few a month, a longer list is something else. */
export const MOST_AT_ONCE = 50;

export type ConfirmRefusal = 'too_many_confirmed' | 'confirmed_full';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;

/** Which of these unknown scopes were confirmed in this workspace. */
export async function confirmedScopes(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string; readonly scopes: readonly string[] },
): Promise<readonly ConfirmedScope[]> {
  return readConfirmedScopes(ctx.db, input.workspaceId, input.scopes);
}

export interface ConfirmedQuery {
  readonly workspaceId: string;
  /** Lower-case letters and digits. */
  readonly words: readonly string[];
  readonly limit: number;
}

/** Confirmed scopes that hold every word, at most `limit`. */
export async function findConfirmedScopes(
  ctx: Pick<Context, 'db'>,
  query: ConfirmedQuery,
): Promise<readonly ConfirmedScope[]> {
  const [found = []] = await searchConfirmedScopes(ctx, [query]);
  return found;
}

/** The same for several people; one statement for each workspace. */
export async function searchConfirmedScopes(
  ctx: Pick<Context, 'db'>,
  queries: readonly ConfirmedQuery[],
): Promise<readonly (readonly ConfirmedScope[])[]> {
  const workspaces = [...new Set(queries.map(({ workspaceId }) => workspaceId))];
  const lists = new Map(
    await Promise.all(
      workspaces.map(
        async (workspaceId) => [workspaceId, await listConfirmedScopes(ctx.db, workspaceId)] as const,
      ),
    ),
  );
  return queries.map(({ workspaceId, words, limit }) =>
    (lists.get(workspaceId) ?? [])
      .filter(({ scope }) => words.every((word) => scope.includes(word)))
      .slice(0, limit),
  );
}

/** "I have seen these in Zoom." Saves only what is written like a scope and is neither listed nor confirmed already. */
export async function confirmScopes(
  ctx: Needs,
  input: By & { readonly scopes: readonly string[]; readonly managementType: ManagementType },
): Promise<Result<void, ConfirmRefusal>> {
  const { workspaceId, actor } = input;
  const { verdicts } = await runInChunks(checking(input.scopes, input.managementType));
  const unknown = verdicts.filter(isConfirmable).map(({ scope }) => scope);
  return withWorkspaceLock(ctx, workspaceId, (tx) => remember(tx, ctx, { workspaceId, actor }, unknown));
}

/**
 * In the transaction that saves an app, before it changes anything: a scope confirmed for one app is confirmed for the
 * workspace. `scopes`: those of the app that were not confirmed there before.
 */
export async function rememberConfirmed(
  tx: Queryable,
  ctx: Needs,
  by: By & { readonly appId: string },
  scopes: readonly DeclaredScope[],
): Promise<Result<void, ConfirmRefusal>> {
  const confirmed = scopes.flatMap(({ scope, confirmedBy }) => (confirmedBy === null ? [] : [scope]));
  return remember(tx, ctx, by, confirmed);
}

async function remember(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, actor, appId }: By & { readonly appId?: string },
  scopes: readonly string[],
): Promise<Result<void, ConfirmRefusal>> {
  const known = new Set((await readConfirmedScopes(tx, workspaceId, scopes)).map(({ scope }) => scope));
  const fresh = storable(scopes)
    .filter((scope) => !known.has(scope))
    .sort();
  if (fresh.length === 0) return Ok(undefined);
  if (fresh.length > MOST_AT_ONCE) return Err('too_many_confirmed');
  if ((await countConfirmedScopes(tx, workspaceId)) + fresh.length > MOST_CONFIRMED)
    return Err('confirmed_full');
  const at = ctx.clock.now();
  await insertConfirmedScopes(tx, workspaceId, fresh, actor, at);
  const event = { id: ctx.newId(), workspaceId, at, kind: 'scopes_confirmed', actor, appId } as const;
  await appendEvent(tx, { ...event, detail: { scopes: fresh } });
  return Ok(undefined);
}

/**
 * Withdraws a confirmation: the scope has to be confirmed again from now on. Allowed to the person who confirmed it, to owners of
 * apps that declare it, and to admins; those apps keep it until they are edited.
 */
export async function withdrawScope(
  ctx: Needs,
  input: By & { readonly scope: string },
): Promise<Result<void, 'not_found' | 'not_yours'>> {
  const attempt = (adminInSlack: boolean) =>
    withWorkspaceLock(ctx, input.workspaceId, (tx) => withdraw(tx, ctx, input, adminInSlack));
  return retryAsAdmin(ctx, input.actor, attempt, (error) => error === 'not_yours');
}

async function withdraw(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, actor, scope }: By & { readonly scope: string },
  adminInSlack: boolean,
): Promise<Result<void, 'not_found' | 'not_yours'>> {
  const [found] = await readConfirmedScopes(tx, workspaceId, [scope]);
  if (found === undefined) return Err('not_found');
  const may =
    found.by === actor ||
    adminInSlack ||
    ctx.admins?.includes(actor) === true ||
    (await isStoredAdmin(tx, workspaceId, actor)).isAdmin ||
    (await ownsAppWithScope(tx, workspaceId, scope, actor));
  if (!may) return Err('not_yours');
  await deleteConfirmedScope(tx, workspaceId, scope);
  const event = {
    id: ctx.newId(),
    workspaceId,
    at: ctx.clock.now(),
    kind: 'scope_withdrawn',
    actor,
  } as const;
  await appendEvent(tx, { ...event, detail: { scope, by: found.by } });
  return Ok(undefined);
}
