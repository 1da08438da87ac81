import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { GroupFailure, GroupList, UserGroups } from '../../core/ownership/user_groups.ts';
import { isUserId } from '../../core/slack_ids.ts';

/** A select that is typed into asks with every key. */
const LIST_KEPT_MS = 60_000;
/** A token without the scope may get it: the app is installed again, with the same token. */
const WITHOUT_SCOPE_MS = 10 * 60_000;
const MOST_GROUPS = 2_000;

// docs: usergroup object. `date_delete` is 0 of one that is in use.
const listed = z.object({
  id: z.string().min(2).max(40),
  handle: z.string().max(100).default(''),
  name: z.string().default(''),
  date_delete: z.number().default(0),
});
const userId = z.string().refine(isUserId);

/** Slack's user groups. `client`: one short try for each call. `isGranted`: null: not known. */
export function createUserGroups(options: {
  readonly client: WebClient;
  readonly isGranted: (scope: 'usergroups:read') => boolean | null;
  readonly now?: () => number;
}): UserGroups {
  const { client, isGranted, now = Date.now } = options;
  let kept: { readonly answer: GroupList; readonly untilMs: number } | null = null;
  const lacksScope = () => isGranted('usergroups:read') === false;

  return {
    async list() {
      if (lacksScope()) return { kind: 'not_granted' };
      if (kept !== null && now() < kept.untilMs) return kept.answer;
      const answer = await client.usergroups.list({ include_disabled: false }).then(
        ({ usergroups = [] }): GroupList => ({
          kind: 'groups',
          groups: usergroups.slice(0, MOST_GROUPS).flatMap((group) => {
            const parsed = listed.safeParse(group);
            return parsed.success && parsed.data.date_delete === 0 ? [parsed.data] : [];
          }),
        }),
        failureIn,
      );
      if (answer.kind !== 'unknown') {
        const keptMs = answer.kind === 'groups' ? LIST_KEPT_MS : WITHOUT_SCOPE_MS;
        kept = { answer, untilMs: now() + keptMs };
      }
      return answer;
    },
    async members(groupId) {
      if (lacksScope()) return { kind: 'not_granted' };
      return client.usergroups.users.list({ usergroup: groupId }).then(
        ({ users = [] }) => ({
          kind: 'members' as const,
          userIds: users.filter((one) => userId.safeParse(one).success),
        }),
        failureIn,
      );
    },
  };
}

function failureIn(error: unknown): GroupFailure {
  if (error instanceof WebAPIRateLimitedError || !(error instanceof WebAPIPlatformError))
    return { kind: 'unknown' };
  const code = error.data.error;
  return code === 'missing_scope' ? { kind: 'not_granted' } : { kind: 'refused', code };
}
