import { isNoOwner, type NoOwner } from '../../core/apps/member_status.ts';
import type { By, Context } from '../changes/context.ts';

export interface RefusedOwner {
  readonly userId: string;
  readonly why: NoOwner;
}

/**
 * Who of these cannot own a Zoom app: an external person, a bot, a deactivated account. Asks Slack, so never inside a
 * transaction. The person who acts was authorized already, and is not asked about.
 */
export async function checkOwners(
  { memberStatusesOf }: Pick<Context, 'memberStatusesOf'>,
  { actor, owners }: By & { readonly owners: readonly string[] },
): Promise<readonly RefusedOwner[]> {
  const others = [...new Set(owners)].filter((userId) => userId !== actor);
  if (memberStatusesOf === undefined || others.length === 0) return [];
  const memberStatuses = await memberStatusesOf(others);
  return others.flatMap((userId) => {
    const why = memberStatuses.get(userId) ?? 'unknown';
    return isNoOwner(why) ? [{ userId, why }] : [];
  });
}
