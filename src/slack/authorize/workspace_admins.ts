import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { TokenCheckState } from './token_check.ts';

/** Somebody may become an admin, or stop being one: noticed after this time at the latest. */
const KEPT_MS = 60_000;
const MOST_KEPT = 1_000;

// docs: user object. The first three are about the workspace, those of `enterprise_user` about the organisation.
const roles = z.object({
  deleted: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_primary_owner: z.boolean().optional(),
  enterprise_user: z.object({ is_admin: z.boolean().optional(), is_owner: z.boolean().optional() }).nullish(),
});

export type IsWorkspaceAdmin = (userId: string) => Promise<boolean | null>;

/**
 * Is a person an admin or owner of the workspace, or of the organisation where the bot is installed for it? From `users.info`; null
 * where Slack does not say (without the scope `users:read`, during an outage). Never throws. Each process caches what Slack said.
 */
export function createWorkspaceAdmins(options: {
  /** One short try for each call. */
  readonly client: WebClient;
  readonly access: () => TokenCheckState;
  readonly now?: () => number;
}): IsWorkspaceAdmin {
  const { client, access, now = Date.now } = options;
  const cache = new Map<string, { readonly isAdmin: boolean; readonly untilMs: number }>();
  return async (userId) => {
    const state = access();
    if (state.kind !== 'known') return null;
    const cached = cache.get(userId);
    if (cached !== undefined && now() < cached.untilMs) return cached.isAdmin;
    const user = await client.users.info({ user: userId }).then(
      (answer) => answer.user,
      () => null,
    );
    const isAdmin = adminIn(user, state.identity.orgWide);
    if (isAdmin === null) return null;
    cache.delete(userId);
    cache.set(userId, { isAdmin, untilMs: now() + KEPT_MS });
    const [oldest] = cache.keys();
    if (cache.size > MOST_KEPT && oldest !== undefined) cache.delete(oldest);
    return isAdmin;
  };
}

/** Null: the answer does not say. */
function adminIn(user: unknown, orgWide: boolean): boolean | null {
  const parsed = roles.safeParse(user);
  if (!parsed.success) return null;
  const { deleted, is_admin, is_owner, is_primary_owner, enterprise_user } = parsed.data;
  if (deleted === true) return false;
  const said = orgWide
    ? [enterprise_user?.is_admin, enterprise_user?.is_owner]
    : [is_admin, is_owner, is_primary_owner];
  const known = said.filter((one) => one !== undefined);
  return known.length === 0 ? null : known.includes(true);
}
