import { WebAPIPlatformError } from '@slack/web-api';
import type { Config } from '../../../config/config.ts';
import { isNoOwner, type MemberStatus } from '../../../core/apps/member_status.ts';
import type { Outbound } from '../../../http_client/outbound.ts';
import { factsIn } from '../../../slack/authorize/person_facts.ts';
import { cannotSeePeople, noAdminLine } from '../../../slack/granted_scopes.ts';
import { askIdentity, type WorkspaceIdentity } from '../../../slack/web_api/connect_workspace.ts';
import { asOk, asWarning, type Finding, inParts } from '../finding.ts';
import { clientFor } from './slack_findings.ts';

const CHECK = 'admins';
/** Of the people that GREENROOM_ADMINS names, these are asked about. */
const MOST_ASKED = 10;

type Client = ReturnType<typeof clientFor>;

/** Is somebody an admin, and are those that are named people of the workspace? What Slack does not say is no fault. */
export async function adminFindings(
  { slack: { botToken, apiUrl }, admins }: Config,
  outbound: Outbound,
): Promise<readonly Finding[]> {
  const client = clientFor(botToken, apiUrl, outbound);
  const identity = await askIdentity(client).catch(() => null);
  // Why Slack does not answer is said of the bot token.
  if (identity === null) return [];
  const line = noAdminLine(admins, identity.grantedScopes);
  if (line !== null) {
    const { what, fix } = inParts(line, 'set GREENROOM_ADMINS');
    return [asWarning(CHECK, `${what}, and Slack does not say who administers the workspace`, fix)];
  }
  if (admins.length === 0)
    return [
      asOk(CHECK, 'GREENROOM_ADMINS names nobody: admins and owners of the Slack workspace are admins'),
    ];
  const asked = cannotSeePeople(identity.grantedScopes) ? [] : admins.slice(0, MOST_ASKED);
  const wrong = await wrongAdmins(client, identity, asked);
  return wrong.length > 0 ? wrong : [asOk(CHECK, `GREENROOM_ADMINS names ${admins.length}`)];
}

async function wrongAdmins(
  client: Client,
  identity: WorkspaceIdentity,
  admins: readonly string[],
): Promise<Finding[]> {
  const statuses = await Promise.all(
    admins.map(async (userId) => ({ userId, status: await statusOf(client, identity, userId) })),
  );
  return statuses.flatMap(({ userId, status }) =>
    isNoOwner(status)
      ? [asWarning(CHECK, `GREENROOM_ADMINS names ${userId}, ${faults[status]}`, 'correct GREENROOM_ADMINS')]
      : [],
  );
}

const faults = {
  external: 'who belongs to another workspace',
  bot: 'which is a bot',
  deactivated: 'whose account is deactivated',
  not_found: 'whom Slack does not know',
} as const;

async function statusOf(client: Client, identity: WorkspaceIdentity, user: string): Promise<MemberStatus> {
  return client.users.info({ user }).then(
    (answer) => factsIn(answer.user, identity).memberStatus,
    (error: unknown) => (isUnknownUser(error) ? 'not_found' : 'unknown'),
  );
}

const isUnknownUser = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'user_not_found';
