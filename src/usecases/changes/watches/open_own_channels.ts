import type { Queryable } from '../../../store/postgres/client/database.ts';
import { readWatches } from '../../../store/watches/watches.ts';

/** The apps whose own channel can be posted to: it is where people are asked and reminded. */
export async function appsWithOpenChannel(
  tx: Queryable,
  workspaceId: string,
  appIds: readonly string[],
): Promise<Set<string>> {
  const watches = await readWatches(tx, workspaceId, [...new Set(appIds)]);
  const open = watches.filter(({ isOwn, paused }) => isOwn && paused === null);
  return new Set(open.map(({ appId }) => appId));
}
