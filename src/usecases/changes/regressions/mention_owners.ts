import { readOwners } from '../../../store/ownership/owners.ts';
import type { Queryable } from '../../../store/postgres/client/database.ts';
import type { Notifications } from '../notify_watchers.ts';

/** The same notifications, in which what broke mentions the owners of its app. One statement where anything broke. */
export async function mentionOwners(
  tx: Queryable,
  workspaceId: string,
  notifications: readonly Notifications[],
): Promise<readonly Notifications[]> {
  const broken = notifications.filter(({ messages }) =>
    messages.some(({ message }) => message.kind === 'regressed'),
  );
  if (broken.length === 0) return notifications;
  const appIds = broken.map(({ appId }) => appId);
  const owners = await readOwners(tx, workspaceId, appIds);
  return notifications.map((one) => ({
    ...one,
    messages: one.messages.map(({ where, message }) =>
      message.kind === 'regressed'
        ? { where, message: { ...message, owners: owners.get(one.appId) ?? [] } }
        : { where, message },
    ),
  }));
}
