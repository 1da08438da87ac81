import { eachAlone } from '../../concurrency/each_alone.ts';
import type { Message } from '../../core/deliveries/message.ts';
import { groupPairs } from '../../core/group_by.ts';
import { type UnreachableWhy, whyUnreachable } from '../../core/ownership/owner_contact.ts';
import {
  appsOwnedBy,
  type OwnedApp,
  saveAsked,
  saveReach,
  takeContacts,
} from '../../store/ownership/owner_contacts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { namedAdmins } from '../changes/roles/admin.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'memberStatusesOf' | 'admins'>;

const refreshEveryMs = 24 * 60 * 60_000;
/** Those about whom nothing could be recorded are due again after this time. */
const leaseMs = 10 * 60_000;
/** Most apps of one person whose cards and history say that the person cannot be reached. */
const mostApps = 500;
/** Most people who are notified, and most apps that are named to each. */
const most = { people: 50, named: 10 };

/**
 * Asks Slack about owners, each once a day or soon after it refused a direct message, at most `size` at once. Whoever cannot be
 * reached any more is said once: on the cards, to the other owners, and to admins and in the channel where no owner is left.
 * Returns how many were taken.
 */
export async function refreshOwnerContacts(ctx: Needs, workspaceId: string, size: number): Promise<number> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - refreshEveryMs);
  const claimedAs = new Date(before.getTime() + leaseMs);
  // Nobody becomes an owner meanwhile: who owns nothing is forgotten here.
  const { count, owners } = await withWorkspaceLock(ctx, workspaceId, (tx) =>
    takeContacts(tx, workspaceId, { claimedAs, before }, size),
  );
  if (owners.length === 0) return count;
  const statuses = await ctx.memberStatusesOf?.(owners.map(({ userId }) => userId));
  const judged = owners.map((owner) => {
    const why = whyUnreachable(owner, statuses?.get(owner.userId) ?? 'unknown', now);
    return { userId: owner.userId, why, isNew: why !== owner.unreachableWhy };
  });
  const same = judged.filter(({ isNew }) => !isNew).map(({ userId }) => userId);
  await saveAsked(ctx.db, workspaceId, same, { claimedAs, at: now });
  await eachAlone(
    judged.filter(({ isNew }) => isNew),
    ({ userId, why }) =>
      withWorkspaceLock(ctx, workspaceId, async (tx) => {
        await saveAsked(tx, workspaceId, [userId], { claimedAs, at: now });
        await record(tx, ctx, workspaceId, userId, why);
      }),
  );
  return count;
}

async function record(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  userId: string,
  why: UnreachableWhy | null,
): Promise<void> {
  const at = ctx.clock.now();
  if (!(await saveReach(tx, workspaceId, userId, { why, at }))) return;
  const apps = await appsOwnedBy(tx, workspaceId, userId, mostApps);
  const effects = noEffects();
  for (const app of apps) {
    const kind = why === null ? 'owner_reachable' : 'owner_unreachable';
    const detail = { owner: userId, ...(why === null ? {} : { why }) };
    effects.events.push({ id: ctx.newId(), at, kind, actor: 'greenroom', appId: app.id, detail });
    const isAlone = why !== null && app.reachable.length === 0;
    const message = isAlone ? unreachable(userId, why, [app], true) : null;
    const messages = message === null ? [] : [{ where: 'thread' as const, message }];
    effects.notifications.push({ appId: app.id, messages });
  }
  await writeEffects(tx, ctx, workspaceId, effects);
  if (why !== null) await notifyOthers(tx, ctx, workspaceId, userId, why, apps);
}

/** The other owners, about the apps that they own too; admins, about those that nobody else owns. */
async function notifyOthers(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  userId: string,
  why: UnreachableWhy,
  apps: readonly OwnedApp[],
): Promise<void> {
  const shared = groupPairs(
    apps.flatMap((app) => app.reachable.map((other): [string, OwnedApp] => [other, app])),
  );
  const alone = apps.filter(({ reachable }) => reachable.length === 0);
  const admins = alone.length === 0 ? [] : await namedAdmins(tx, ctx, workspaceId, most.people);
  const messages: (readonly [string, Message])[] = [
    ...[...shared].map(([other, theirs]) => [other, unreachable(userId, why, theirs, false)] as const),
    ...admins
      .filter((admin) => admin !== userId)
      .map((admin) => [admin, unreachable(userId, why, alone, true)] as const),
  ];
  for (const [to, message] of messages.slice(0, most.people))
    await notifyPerson(tx, ctx, {
      ...{ workspaceId, userId: to, message: () => message, editSince: ctx.clock.now() },
    });
}

function unreachable(owner: string, why: UnreachableWhy, apps: readonly OwnedApp[], alone: boolean): Message {
  const named = apps.slice(0, most.named).map(({ id, name }) => ({ id, name }));
  return { kind: 'owner_unreachable', owner, why, apps: named, more: apps.length - named.length, alone };
}
