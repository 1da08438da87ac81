import { groupPairs } from '../../core/group_by.ts';
import { readOwners } from '../../store/ownership/owners.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';

/** What becomes due within this time is one message: it is edited, and nobody has read it twice. */
export const togetherMs = 10 * 60_000;

/** Something that the owners of an app have to know. */
export interface ForOwners<T> {
  readonly appId: string;
  readonly of: T;
}

/** The same by person: one message for each, whatever the number of apps. */
export async function perOwner<T>(
  tx: Queryable,
  workspaceId: string,
  given: readonly ForOwners<T>[],
): Promise<Map<string, readonly T[]>> {
  const appIds = given.map(({ appId }) => appId);
  const owners = await readOwners(tx, workspaceId, appIds);
  return groupPairs(
    given.flatMap(({ appId, of }) => (owners.get(appId) ?? []).map((userId) => [userId, of] as const)),
  );
}
