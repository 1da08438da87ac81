import { isNoOwner } from '../../core/apps/member_status.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { markOf } from '../../ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { deleteAdmins, insertAdmins, readStoredAdmins } from '../../store/roles/admins.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { type AdminBy, type AdminRefusal, adminBy } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';

/** More people than these decide for everybody nowhere; a form of Slack's holds them. */
export const mostAdmins = 50;

export interface Admins {
  /** Added in Slack, by user id: what `setAdmins` changes. */
  readonly added: readonly string[];
  /** Named by the configuration; that is changed by whoever runs Greenroom alone. */
  readonly configured: readonly string[];
  /** How this person is one, or why not. */
  readonly me: Result<AdminBy, AdminRefusal>;
  /** Fingerprint of `added`: a form carries it, so that nothing is overwritten that its person has not seen. */
  readonly mark: string;
}

/** The admins of a workspace. Those that Slack knows are not listed: Slack is asked about one person only. */
export async function readAdmins(ctx: Pick<Context, Deciding>, by: By): Promise<Admins> {
  const [added, me] = await Promise.all([
    readStoredAdmins(ctx.db, by.workspaceId, mostAdmins),
    adminBy(ctx, by),
  ]);
  return { added, configured: ctx.admins ?? [], me, mark: markOf(added) };
}

/**
 * `outdated`: others were added or removed since the form was drawn. `last_admin`: nobody would be left, and the configuration names
 * nobody. `no_member`: of those to be added, these are bots, deactivated, or of another workspace.
 */
export type AdminsRefusal = { readonly code: AdminRefusal } | NoAdmins;
type NoAdmins =
  | { readonly code: 'outdated' | 'last_admin' | 'too_many' }
  | { readonly code: 'no_member'; readonly userIds: readonly string[] };

type Needs = Pick<Context, Deciding | 'clock' | 'newId' | 'memberStatusesOf'>;
interface Changed {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Admins decide who else is one; `mark` is that of `readAdmins`. Idempotent. Whom it changes for gets a direct message. */
export async function setAdmins(
  ctx: Needs,
  input: By & { readonly userIds: readonly string[]; readonly mark: string },
): Promise<Result<Changed, AdminsRefusal>> {
  const userIds = [...new Set(input.userIds)];
  const wrong = () => wrongIn(ctx, input, userIds);
  const result = await changeAsAdmin<Changed, NoAdmins>(ctx, input, wrong, async (tx) => {
    const before = await readStoredAdmins(tx, input.workspaceId, mostAdmins);
    const added = userIds.filter((userId) => !before.includes(userId));
    const removed = before.filter((userId) => !userIds.includes(userId));
    if (added.length + removed.length === 0) return Ok({ added, removed });
    if (input.mark !== markOf(before)) return Err({ code: 'outdated' });
    const isLast = userIds.length === 0 && (ctx.admins ?? []).length === 0;
    if (isLast) return Err({ code: 'last_admin' });
    await save(tx, ctx, input, { added, removed });
    return Ok({ added, removed });
  });
  if (result.ok) return result;
  const { error } = result;
  return Err(typeof error === 'string' ? { code: error } : error);
}

async function wrongIn(ctx: Needs, by: By, userIds: readonly string[]): Promise<NoAdmins | null> {
  if (userIds.length > mostAdmins) return { code: 'too_many' };
  const strangers = await noMembers(ctx, by, userIds);
  return strangers.length > 0 ? { code: 'no_member', userIds: strangers } : null;
}

/** Who of those that are added cannot be one. A present one stays until removed; whom Slack says nothing of, may be added. */
async function noMembers(
  { db, memberStatusesOf }: Needs,
  { workspaceId, actor }: By,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const present = new Set([...(await readStoredAdmins(db, workspaceId, mostAdmins)), actor]);
  const fresh = userIds.filter((userId) => !present.has(userId));
  if (memberStatusesOf === undefined || fresh.length === 0) return [];
  const statuses = await memberStatusesOf(fresh);
  return fresh.filter((userId) => isNoOwner(statuses.get(userId) ?? 'unknown'));
}

async function save(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, actor }: By,
  { added, removed }: Changed,
): Promise<void> {
  const at = ctx.clock.now();
  await insertAdmins(tx, workspaceId, added, actor, at);
  await deleteAdmins(tx, workspaceId, removed);
  const event = { id: ctx.newId(), workspaceId, at, actor };
  await appendEvent(tx, { ...event, kind: 'admins_changed', detail: { added, removed } });
  await notifyChanged(tx, ctx, { workspaceId, actor }, { added, removed });
}

/** For whom the configuration names, nothing changes; who did it knows. */
async function notifyChanged(
  tx: Queryable,
  ctx: Needs,
  { workspaceId, actor }: By,
  { added, removed }: Changed,
): Promise<void> {
  for (const userId of [...added, ...removed]) {
    if (userId === actor || ctx.admins?.includes(userId) === true) continue;
    const isAdmin = added.includes(userId);
    const message = () => ({ kind: 'admin_changed' as const, by: actor, isAdmin });
    await notifyPerson(tx, ctx, { workspaceId, userId, message, editSince: ctx.clock.now() });
  }
}
