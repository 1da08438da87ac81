import { z } from 'zod';
import type { MemberStatus } from '../../core/apps/member_status.ts';
import { isTimeZone } from '../../core/reminders/allowed_time.ts';
import type { WorkspaceIdentity } from '../web_api/connect_workspace.ts';

/** What Slack says of a person. */
export interface PersonFacts {
  readonly memberStatus: MemberStatus;
  /** An admin or owner of the workspace, or of the organisation where the bot is installed for it; null: Slack did not say. */
  readonly isAdmin: boolean | null;
  /** IANA; null: Slack did not say. */
  readonly timeZone: string | null;
}

// docs: user object. `team_id` is the person's own workspace; in Grid `enterprise_user` lists every one they belong to. The roles at
// the top are about the workspace, those of `enterprise_user` about the organisation.
const userObject = z.object({
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_workflow_bot: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  team_id: z.string().optional(),
  tz: z.string().nullish(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_primary_owner: z.boolean().optional(),
  enterprise_user: z
    .object({
      enterprise_id: z.string().optional(),
      teams: z.array(z.string()).optional(),
      is_admin: z.boolean().optional(),
      is_owner: z.boolean().optional(),
    })
    .nullish(),
});

type UserObject = z.output<typeof userObject>;

/** What the `user` of an answer of `users.info` says. */
export function factsIn(user: unknown, identity: WorkspaceIdentity): PersonFacts {
  const parsed = userObject.safeParse(user);
  if (!parsed.success) return { memberStatus: 'unknown', isAdmin: null, timeZone: null };
  return {
    memberStatus: memberStatusIn(parsed.data, identity),
    isAdmin: adminIn(parsed.data, identity.orgWide),
    timeZone: timeZoneIn(parsed.data),
  };
}

function memberStatusIn(user: UserObject, { orgWide, workspaceId }: WorkspaceIdentity): MemberStatus {
  const { deleted, is_bot, is_workflow_bot, is_stranger, team_id, enterprise_user } = user;
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

function adminIn(user: UserObject, orgWide: boolean): boolean | null {
  const { deleted, is_admin, is_owner, is_primary_owner, enterprise_user } = user;
  if (deleted === true) return false;
  const said = orgWide
    ? [enterprise_user?.is_admin, enterprise_user?.is_owner]
    : [is_admin, is_owner, is_primary_owner];
  const known = said.filter((one) => one !== undefined);
  return known.length === 0 ? null : known.includes(true);
}

const timeZoneIn = ({ tz }: UserObject): string | null =>
  typeof tz === 'string' && isTimeZone(tz) ? tz : null;
