import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { MemberStatus } from '../../core/apps/member_status.ts';
import type { WorkspaceIdentity } from '../web_api/connect_workspace.ts';
import type { TokenCheckState } from './token_check.ts';

/** Member statuses change seldom; a deactivated account is noticed after this time at the latest. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 1_000;
/** Most people of one call; more than a form takes. Others are `unknown`. */
const MOST_PEOPLE = 50;
/** Most calls of `users.info` at the same time: more would queue in the SDK, past the deadline of a form. Others are `unknown`. */
const MOST_CALLS = 100;
/** A token without the scope `users:read` may get it: the app is installed again, with the same token. */
const WITHOUT_SCOPE_MS = 10 * 60_000;

export type MemberStatusesOf = (userIds: readonly string[]) => Promise<ReadonlyMap<string, MemberStatus>>;

interface Cached {
  readonly memberStatus: MemberStatus;
  readonly untilMs: number;
}

/**
 * Reads the member statuses of people from `users.info`. It needs the scope `users:read`; where that was not granted, or Slack
 * does not answer in time, a status is `unknown`, except for what an id itself says. Each process caches what Slack said.
 */
export function createMemberStatuses(options: {
  /** One short try for each call. */
  readonly client: WebClient;
  readonly access: () => TokenCheckState;
  readonly now?: () => number;
}): MemberStatusesOf {
  const { client, access, now = Date.now } = options;
  const cache = new Map<string, Cached>();
  /** One call for a person at a time, however many requests need it. */
  const calls = new Map<string, Promise<MemberStatus>>();
  let noCallsUntilMs = 0;

  const read = async (userId: string, identity: WorkspaceIdentity): Promise<MemberStatus> => {
    const cached = cache.get(userId);
    if (cached !== undefined && now() < cached.untilMs) return cached.memberStatus;
    const running = calls.get(userId);
    if (running !== undefined) return running;
    if (now() < noCallsUntilMs || calls.size >= MOST_CALLS) return 'unknown';
    const call = fetchStatus(userId, identity).finally(() => calls.delete(userId));
    calls.set(userId, call);
    return call;
  };

  const fetchStatus = async (userId: string, identity: WorkspaceIdentity): Promise<MemberStatus> => {
    const memberStatus = await client.users.info({ user: userId }).then(
      ({ user }) => memberStatusFrom(user, identity),
      (error: unknown) => {
        noCallsUntilMs = Math.max(noCallsUntilMs, now() + coolDownMs(error));
        return codeOf(error) === 'user_not_found' ? ('not_found' as const) : ('unknown' as const);
      },
    );
    if (memberStatus !== 'unknown') keep(cache, userId, { memberStatus, untilMs: now() + KEPT_MS });
    return memberStatus;
  };

  return async (userIds) => {
    const state = access();
    if (state.kind !== 'known') return new Map();
    const memberStatuses = userIds
      .slice(0, MOST_PEOPLE)
      .map(
        async (userId): Promise<[string, MemberStatus]> => [
          userId,
          byIdAlone(userId, state.identity) ?? (await read(userId, state.identity)),
        ],
      );
    return new Map(await Promise.all(memberStatuses));
  };
}

function codeOf(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : '';
}

/** For how long a call would only fail the same way. */
function coolDownMs(error: unknown): number {
  if (error instanceof WebAPIRateLimitedError) return Math.min(error.retryAfter * 1_000, WITHOUT_SCOPE_MS);
  return codeOf(error) === 'missing_scope' ? WITHOUT_SCOPE_MS : 0;
}

function keep(cache: Map<string, Cached>, userId: string, cached: Cached): void {
  cache.delete(userId);
  cache.set(userId, cached);
  const [oldest] = cache.keys();
  if (cache.size > MOST_KEPT && oldest !== undefined) cache.delete(oldest);
}

/** Without a call: Greenroom itself, Slackbot, and what is no user's id. */
function byIdAlone(userId: string, { botUserId }: WorkspaceIdentity): MemberStatus | null {
  if (userId === botUserId || userId === 'USLACKBOT') return 'bot';
  return /^[UW][A-Z0-9]{1,30}$/.test(userId) ? null : 'not_found';
}

// docs: user object. `team_id` is the person's own workspace; in Grid `enterprise_user` lists every one they belong to.
const userObject = z.object({
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_workflow_bot: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  team_id: z.string().optional(),
  enterprise_user: z
    .object({ enterprise_id: z.string().optional(), teams: z.array(z.string()).optional() })
    .nullish(),
});

function memberStatusFrom(user: unknown, { orgWide, workspaceId }: WorkspaceIdentity): MemberStatus {
  const parsed = userObject.safeParse(user);
  if (!parsed.success) return 'unknown';
  const { deleted, is_bot, is_workflow_bot, is_stranger, team_id, enterprise_user } = parsed.data;
  if (is_bot === true || is_workflow_bot === true) return 'bot';
  if (is_stranger === true) return 'external';
  // Every member of an organisation has `enterprise_user`: a person with a workspace alone is a guest of a shared channel.
  const homes = orgWide
    ? [enterprise_user?.enterprise_id ?? team_id]
    : [team_id, ...(enterprise_user?.teams ?? [])];
  const named = homes.filter((home) => home !== undefined);
  if (named.length > 0 && !named.includes(workspaceId)) return 'external';
  if (deleted === true) return 'deactivated';
  return named.length === 0 ? 'unknown' : 'member';
}
