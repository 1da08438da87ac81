import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { MemberStatus } from '../../core/apps/member_status.ts';
import type { WorkspaceIdentity } from '../web_api/connect_workspace.ts';
import type { TokenCheckState } from './token_check.ts';

/** People change seldom; who was deactivated is found out by the next form after this. */
const KEPT_MS = 5 * 60_000;
const MOST_KEPT = 1_000;
/** More than a form takes; whoever is beyond is not asked about. */
const MOST_ASKED = 50;
/** A token without the scope `users:read` may get it: the app is installed again, with the same token. */
const WITHOUT_SCOPE_MS = 10 * 60_000;

export type MemberStatusesOf = (userIds: readonly string[]) => Promise<ReadonlyMap<string, MemberStatus>>;

interface Known {
  readonly memberStatus: MemberStatus;
  readonly untilMs: number;
}

/**
 * Asks `users.info` what people are. It needs the scope `users:read`; where that was not granted, or Slack does not answer in
 * time, they are `unknown`, except for what an id itself says. Each process keeps what it heard for some minutes.
 */
export function createMemberStatuses(options: {
  readonly client: WebClient;
  readonly access: () => TokenCheckState;
  readonly now?: () => number;
}): MemberStatusesOf {
  const { client, access, now = Date.now } = options;
  const known = new Map<string, Known>();
  /** One question about a person at a time, however often they click. */
  const asking = new Map<string, Promise<MemberStatus>>();
  let askAgainAtMs = 0;

  const ask = async (userId: string, identity: WorkspaceIdentity): Promise<MemberStatus> => {
    const before = known.get(userId);
    if (before !== undefined && now() < before.untilMs) return before.memberStatus;
    if (now() < askAgainAtMs) return 'unknown';
    const asked = asking.get(userId) ?? askSlack(userId, identity).finally(() => asking.delete(userId));
    asking.set(userId, asked);
    return asked;
  };

  const askSlack = async (userId: string, identity: WorkspaceIdentity): Promise<MemberStatus> => {
    const heard = await client.users.info({ user: userId }).then(
      ({ user }) => memberStatusFrom(user, identity),
      (error: unknown) => {
        const code = error instanceof WebAPIPlatformError ? error.data.error : '';
        if (code === 'missing_scope') askAgainAtMs = now() + WITHOUT_SCOPE_MS;
        return code === 'user_not_found' ? ('nobody' as const) : ('unknown' as const);
      },
    );
    if (heard !== 'unknown') keep(known, userId, { memberStatus: heard, untilMs: now() + KEPT_MS });
    return heard;
  };

  return async (userIds) => {
    const state = access();
    if (state.kind !== 'known') return new Map();
    const memberStatuses = userIds
      .slice(0, MOST_ASKED)
      .map(
        async (userId): Promise<[string, MemberStatus]> => [
          userId,
          byIdAlone(userId, state.identity) ?? (await ask(userId, state.identity)),
        ],
      );
    return new Map(await Promise.all(memberStatuses));
  };
}

function keep(known: Map<string, Known>, userId: string, memberStatus: Known): void {
  known.delete(userId);
  known.set(userId, memberStatus);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
}

/** What needs no question: ourselves, Slackbot, and what is no user's id. */
function byIdAlone(userId: string, { botUserId }: WorkspaceIdentity): MemberStatus | null {
  if (userId === botUserId || userId === 'USLACKBOT') return 'bot';
  return /^[UW][A-Z0-9]{1,30}$/.test(userId) ? null : 'nobody';
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
  if (is_stranger === true) return 'stranger';
  // Every member of an organisation has `enterprise_user`: whoever has a workspace alone is a guest of a shared channel.
  const homes = orgWide
    ? [enterprise_user?.enterprise_id ?? team_id]
    : [team_id, ...(enterprise_user?.teams ?? [])];
  const named = homes.filter((home) => home !== undefined);
  if (named.length > 0 && !named.includes(workspaceId)) return 'stranger';
  if (deleted === true) return 'deactivated';
  return named.length === 0 ? 'unknown' : 'member';
}
