import type { AllMiddlewareArgs, AnyMiddlewareArgs, Authorize } from '@slack/bolt';
import { z } from 'zod';
import { escapeMrkdwn } from '../blocks/text.ts';
import type { NoteRequest } from '../transport/measure_requests.ts';
import { tellDenied } from './denied.ts';
import { isAtHome } from './home_workspace.ts';
import type { AccessState } from './token_check.ts';

type Source = Parameters<Authorize<boolean>>[0];
type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Bolt's own authorization asks `auth.test` at construction (T6) or for every event. Ours knows the answer already; who
 * may not come in is decided by `admit`, which can say so to the person.
 */
export function authorizeWith(token: string, access: () => AccessState): Authorize<boolean> {
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
function teamFor({ teamId }: Source, state: AccessState): string {
  if (state.kind === 'starting') return 'not_known_yet';
  const { orgWide, workspaceId } = state.identity;
  return orgWide && /^T[A-Z0-9]{1,30}$/.test(teamId ?? '') ? (teamId ?? workspaceId) : workspaceId;
}

/** The app whose message, view or command it is: installed where we work, or by others with the same app token. */
function isInstalledHere(source: Source, state: AccessState): boolean {
  if (state.kind === 'starting') return false;
  const { orgWide, workspaceId } = state.identity;
  return (orgWide ? source.enterpriseId : source.teamId) === workspaceId;
}

/** Slack says that the app was removed, or its token revoked. Bolt asks for no authorization then. */
export function isRemoval(args: AnyMiddlewareArgs): boolean {
  return 'event' in args && removal.safeParse(args.event).success;
}

const removal = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

/** `stranger`: of another workspace, in a channel or a conversation that is shared with ours. */
type Admission = 'admitted' | 'starting' | 'elsewhere' | 'stranger' | 'token_refused';

function admissionOf({ body, context }: Arguments, state: AccessState): Admission {
  if (state.kind === 'starting') return 'starting';
  if (context.isInstalledHere !== true) return 'elsewhere';
  if (!isAtHome(body, state.identity)) return 'stranger';
  return state.kind === 'refused' ? 'token_refused' : 'admitted';
}

function textFor(admission: Exclude<Admission, 'admitted'>, state: AccessState): string {
  switch (admission) {
    case 'starting':
      return 'Greenroom is just starting. Try again in a moment.';
    case 'token_refused':
      return 'Slack no longer takes the token with which Greenroom works here, so nothing was changed. Whoever runs Greenroom has to install it again and restart it with its new token.';
    case 'elsewhere':
    case 'stranger':
      return `Greenroom is only for people of ${nameOf(state)}, and you belong to another workspace.`;
  }
}

function nameOf(state: AccessState): string {
  return state.kind === 'starting' ? 'its workspace' : escapeMrkdwn(state.identity.name);
}

/**
 * The one gate for every kind of payload: nothing reaches a listener before we know who we are, nor from people of another
 * workspace. `noteDenied` counts; nothing else is kept or logged of who is turned away.
 */
export async function admit(
  args: Arguments,
  access: () => AccessState,
  noteDenied: NoteRequest,
): Promise<boolean> {
  const state = access();
  const admission = admissionOf(args, state);
  if (admission === 'admitted') return true;
  const passes = admission === 'starting' || admission === 'token_refused';
  if (!passes) noteDenied(args.body);
  // Unanswered: Slack then keeps what was typed and offers to try again.
  if (passes && 'view' in args && args.body.type === 'view_submission') return false;
  // Who closes a modal too soon, or whose trigger is over, needs no second word.
  await tellDenied(args, textFor(admission, state), admission === 'stranger').catch(() => {});
  return false;
}
