import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { ChannelJoined } from '../requests/requests.ts';
import { memberJoined } from '../requests/view_payload.ts';
import type { TokenCheckState } from './token_check.ts';

/**
 * Somebody joined a channel that Greenroom is in, or Greenroom itself did. Null: another request. `ours` null: it was somebody else, or
 * another installation. Nobody acts here, so that no person is authorized, and Slack is asked about nobody.
 */
export function membershipIn(
  args: AnyMiddlewareArgs & AllMiddlewareArgs,
  state: TokenCheckState,
): { readonly ours: ChannelJoined | null } | null {
  if (!('event' in args) || args.event.type !== 'member_joined_channel') return null;
  const parsed = memberJoined.safeParse(args.event);
  const { isInstalledHere, workspaceId } = args.context;
  const isKnown = state.kind === 'known' && isInstalledHere === true && typeof workspaceId === 'string';
  if (!isKnown || !parsed.success || parsed.data.user !== state.identity.botUserId) return { ours: null };
  const { channel, inviter } = parsed.data;
  return { ours: { workspaceId, channelId: channel, invitedBy: inviter || null } };
}
