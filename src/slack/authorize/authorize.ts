import type { AllMiddlewareArgs, AnyMiddlewareArgs, Authorize } from '@slack/bolt';
import { z } from 'zod';
import { isNoOwner } from '../../core/apps/member_status.ts';
import { escapeMrkdwn } from '../blocks/text.ts';
import type { NoteRequest } from '../requests/requests.ts';
import { replyDenied } from './denied.ts';
import { homeOf } from './home_workspace.ts';
import type { MemberStatusesOf } from './member_statuses.ts';
import type { TokenCheckState } from './token_check.ts';

type Source = Parameters<Authorize<boolean>>[0];
type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Bolt's own authorization asks `auth.test` at construction (T6) or for every event. Ours knows the answer already; who
 * may not come in is decided by `admit`, which can say so to the person.
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

/** Bolt keeps clients in a plain object by this name, for ever: it must not be whatever a payload says (`constructor`). */
function teamFor({ teamId }: Source, state: TokenCheckState): string {
  if (state.kind === 'starting') return 'not_known_yet';
  const { orgWide, workspaceId } = state.identity;
  return orgWide && /^T[A-Z0-9]{1,30}$/.test(teamId ?? '') ? (teamId ?? workspaceId) : workspaceId;
}

/** The app whose message, view or command it is: installed where we work, or by others with the same app token. */
function isInstalledHere(source: Source, state: TokenCheckState): boolean {
  if (state.kind === 'starting') return false;
  const { orgWide, workspaceId } = state.identity;
  return (orgWide ? source.enterpriseId : source.teamId) === workspaceId;
}

/** Slack reports that the app was removed, or its token revoked. Bolt does not call `authorize` for these. */
export function isRemoval(args: AnyMiddlewareArgs): boolean {
  return 'event' in args && removal.safeParse(args.event).success;
}

const removal = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

/**
 * `stranger`: of another workspace, in a channel or a conversation that is shared with ours. `undecided`: neither the payload nor
 * `users.info` says whose the person is.
 */
type Authorization = 'admitted' | 'starting' | 'elsewhere' | 'stranger' | 'undecided' | 'token_refused';

async function authorizationOf(
  { body, context }: Arguments,
  state: TokenCheckState,
  memberStatusesOf: MemberStatusesOf,
): Promise<Authorization> {
  if (state.kind === 'starting') return 'starting';
  if (context.isInstalledHere !== true) return 'elsewhere';
  const home = homeOf(body, state.identity);
  if (home.kind === 'elsewhere') return 'stranger';
  if (state.kind === 'refused') return 'token_refused';
  return home.kind === 'ours' ? 'admitted' : authorizationByUser(home.userId, memberStatusesOf);
}

/**
 * Asks Slack about the person. Without an answer they stay outside: a person of ours can try again a moment later and has lost nothing,
 * while what a stranger has read or changed cannot be taken back. (Owners are the other way round: there a person of ours vouches for
 * somebody, so that an unknown one is taken.)
 */
async function authorizationByUser(
  userId: string,
  memberStatusesOf: MemberStatusesOf,
): Promise<Authorization> {
  const memberStatus = (await memberStatusesOf([userId])).get(userId) ?? 'unknown';
  if (memberStatus === 'unknown') return 'undecided';
  return isNoOwner(memberStatus) ? 'stranger' : 'admitted';
}

function textFor(authorization: Exclude<Authorization, 'admitted'>, state: TokenCheckState): string {
  switch (authorization) {
    case 'starting':
      return 'Greenroom is just starting. Try again in a moment.';
    case 'token_refused':
      return 'Slack no longer takes the token with which Greenroom works here, so nothing was changed. Whoever runs Greenroom has to install it again and restart it with its new token.';
    case 'undecided':
      return `Slack did not say whether you belong to ${nameOf(state)}, so nothing was changed. Try again in a moment. If it stays so, whoever runs Greenroom gives its Slack app the scope users:read.`;
    case 'elsewhere':
    case 'stranger':
      return `Greenroom is only for people of ${nameOf(state)}, and you belong to another workspace.`;
  }
}

function nameOf(state: TokenCheckState): string {
  return state.kind === 'starting' ? 'its workspace' : escapeMrkdwn(state.identity.name);
}

/**
 * The one gate for every kind of payload: nothing reaches a listener before we know who we are, nor from people of another
 * workspace. `noteDenied` counts; nothing else is kept or logged of who is turned away.
 */
export async function authorizeRequest(
  args: Arguments,
  access: () => TokenCheckState,
  memberStatusesOf: MemberStatusesOf,
  noteDenied: NoteRequest,
): Promise<boolean> {
  const state = access();
  const authorization = await authorizationOf(args, state, memberStatusesOf);
  if (authorization === 'admitted') return true;
  const passes = authorization === 'starting' || authorization === 'token_refused';
  if (!passes) noteDenied(args.body);
  // Unanswered: Slack then keeps what was typed and offers to try again.
  if (passes && 'view' in args && args.body.type === 'view_submission') return false;
  // Who closes a modal too soon, or whose trigger is over, needs no second word.
  const isKnownApp = authorization === 'stranger' || authorization === 'undecided';
  await replyDenied(args, {
    message: textFor(authorization, state),
    canCall: isKnownApp,
    keepsForm: authorization === 'undecided',
  }).catch(() => {});
  return false;
}
