import type { AllMiddlewareArgs, AnyMiddlewareArgs, Authorize } from '@slack/bolt';
import { z } from 'zod';
import { isNoOwner } from '../../core/apps/member_status.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import { nameContactInText, Operator, operator } from '../messages/support_contact.ts';
import type { NoteRequest } from '../requests/requests.ts';
import { replyDenied } from './denied.ts';
import { homeOf } from './home_workspace.ts';
import type { MemberStatusesOf } from './people.ts';
import type { TokenCheckState } from './token_check.ts';

type Source = Parameters<Authorize<boolean>>[0];
type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Bolt's own authorization calls `auth.test` at construction (T6) or for every event. This one uses the result of the token check;
 * `authorizeRequest` decides who is denied, because it can say so to the person.
 */
export function authorizeWith(token: string, access: () => TokenCheckState): Authorize<boolean> {
  return async (source) => {
    const state = access();
    const known = state.kind === 'starting' ? null : state.identity;
    return {
      botToken: token,
      teamId: teamFor(source, state),
      ...(known === null ? {} : { botUserId: known.botUserId, workspaceId: known.workspaceId }),
      ...(known?.botId == null ? {} : { botId: known.botId }),
      isInstalledHere: isInstalledHere(source, state),
    };
  };
}

/** Bolt keeps clients in a plain object by this name, for ever: no text of a payload may be used (`constructor`). */
function teamFor({ teamId }: Source, state: TokenCheckState): string {
  if (state.kind === 'starting') return 'not_known_yet';
  const { orgWide, workspaceId } = state.identity;
  return orgWide && /^T[A-Z0-9]{1,30}$/.test(teamId ?? '') ? (teamId ?? workspaceId) : workspaceId;
}

/** Is it for our installation? Others may have installed the app in their workspace, with the same app token. */
function isInstalledHere(source: Source, state: TokenCheckState): boolean {
  if (state.kind === 'starting') return false;
  const { orgWide, workspaceId } = state.identity;
  return (orgWide ? source.enterpriseId : source.teamId) === workspaceId;
}

/** Is an event about our installation? For what Bolt does not call `authorize` for. */
export function isAboutUs(body: unknown, state: TokenCheckState): boolean {
  if (state.kind === 'starting') return false;
  const found = event.safeParse(body);
  if (!found.success) return false;
  const { authorizations, ...envelope } = found.data;
  return [envelope, ...(authorizations ?? [])].some(({ team_id, enterprise_id }) =>
    [team_id, enterprise_id].includes(state.identity.workspaceId),
  );
}

const installation = z.object({ team_id: z.string().nullish(), enterprise_id: z.string().nullish() });
const event = installation.extend({ authorizations: z.array(installation).nullish() });

/** Slack reports that the app was removed, or its token revoked; null: neither. Bolt does not call `authorize` for these. */
export function removalIn(args: AnyMiddlewareArgs): 'app_uninstalled' | 'tokens_revoked' | null {
  const found = 'event' in args ? removal.safeParse(args.event) : null;
  return found?.success === true ? found.data.type : null;
}

const removal = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

/**
 * `elsewhere`: for another installation of the app. `external`: the person belongs to another workspace, and acts in a channel or a
 * conversation that is shared with ours. `undecided`: neither the payload nor `users.info` says where the person belongs.
 */
type Authorization = 'authorized' | 'starting' | 'elsewhere' | 'external' | 'undecided' | 'token_refused';

async function authorizationOf(
  { body, context }: Arguments,
  state: TokenCheckState,
  memberStatusesOf: MemberStatusesOf,
): Promise<Authorization> {
  if (state.kind === 'starting') return 'starting';
  if (context.isInstalledHere !== true) return 'elsewhere';
  const home = homeOf(body, state.identity);
  if (home.kind === 'elsewhere') return 'external';
  if (state.kind === 'refused') return 'token_refused';
  return home.kind === 'ours' ? 'authorized' : authorizationByUser(home.userId, memberStatusesOf);
}

/**
 * Asks Slack about the person. Without an answer they are denied: a member can try again a moment later and has lost nothing, while
 * what an external person has read or changed cannot be undone. (For owners it is the other way round: a member names them, so an
 * unknown one is accepted.)
 */
async function authorizationByUser(
  userId: string,
  memberStatusesOf: MemberStatusesOf,
): Promise<Authorization> {
  const memberStatus = (await memberStatusesOf([userId])).get(userId) ?? 'unknown';
  if (memberStatus === 'unknown') return 'undecided';
  return isNoOwner(memberStatus) ? 'external' : 'authorized';
}

function textFor(authorization: Exclude<Authorization, 'authorized'>, state: TokenCheckState): string {
  switch (authorization) {
    case 'starting':
      return 'Greenroom is just starting. Try again in a moment.';
    case 'token_refused':
      return `Slack no longer takes the token with which Greenroom works here, so nothing was changed. ${Operator} has to install it again and restart it with its new token.`;
    case 'undecided':
      return `Slack did not say whether you belong to ${nameOf(state)}, so nothing was changed. Try again in a moment. If it stays so, ${operator} gives its Slack app the scope users:read.`;
    case 'elsewhere':
    case 'external':
      return `Greenroom is only for people of ${nameOf(state)}, and you belong to another workspace.`;
  }
}

function nameOf(state: TokenCheckState): string {
  return state.kind === 'starting' ? 'its workspace' : escapeMrkdwn(state.identity.name);
}

/**
 * Called for every kind of payload: no request reaches a handler before the workspace is known, nor from people of another workspace.
 * `noteDenied` counts denied requests; nothing else is kept or logged of denied people.
 */
export async function authorizeRequest(
  args: Arguments,
  access: () => TokenCheckState,
  memberStatusesOf: MemberStatusesOf,
  noteDenied: NoteRequest,
  supportContact: SupportContact | null,
): Promise<boolean> {
  const state = access();
  const authorization = await authorizationOf(args, state, memberStatusesOf);
  if (authorization === 'authorized') return true;
  const passes = authorization === 'starting' || authorization === 'token_refused';
  if (!passes) noteDenied(args.body);
  // Without an acknowledgement Slack keeps what was typed and offers to try again.
  if (passes && 'view' in args && args.body.type === 'view_submission') return false;
  // It fails when the modal was closed meanwhile or the trigger has expired; there is no other way to respond then.
  const isKnownApp = authorization === 'external' || authorization === 'undecided';
  await replyDenied(args, {
    message: nameContactInText(textFor(authorization, state), supportContact),
    canCall: isKnownApp,
    keepsForm: authorization === 'undecided',
  }).catch(() => {});
  return false;
}
