import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { ChannelClosed } from '../requests/requests.ts';
import { type channelClosedEvents, closedChannelEvent } from '../requests/view_payload.ts';
import type { TokenCheckState } from './token_check.ts';

const whyOf: Readonly<Record<(typeof channelClosedEvents)[number], ChannelClosed['why']>> = {
  channel_archive: 'is_archived',
  channel_deleted: 'channel_not_found',
  channel_left: 'not_in_channel',
  group_archive: 'is_archived',
  group_deleted: 'channel_not_found',
  group_left: 'not_in_channel',
};

/**
 * A channel was closed to Greenroom. Null: another request. `ours` null: of another installation, or sent again by Slack: by then the
 * channel may be open again, and if not, the next message shows it. Nobody acts here, so that no person is authorized.
 */
export function closedChannelIn(
  args: AnyMiddlewareArgs & AllMiddlewareArgs,
  state: TokenCheckState,
): { readonly ours: ChannelClosed | null } | null {
  if (!('event' in args)) return null;
  const parsed = closedChannelEvent.safeParse(args.event);
  if (!parsed.success) return null;
  const { isInstalledHere, workspaceId, retryNum } = args.context;
  const isKnown = state.kind === 'known' && isInstalledHere === true && typeof workspaceId === 'string';
  if (!isKnown || (retryNum ?? 0) > 0) return { ours: null };
  return { ours: { workspaceId, channelId: parsed.data.channel, why: whyOf[parsed.data.type] } };
}
