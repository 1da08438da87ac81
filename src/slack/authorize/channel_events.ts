import type { Context } from '@slack/bolt';
import { z } from 'zod';
import type { channelClosedEvents } from '../manifest.ts';
import { closedChannelEvent, memberJoined } from '../requests/event_payload.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import type { ChannelClosed } from '../requests/requests.ts';
import type { TokenCheckState } from './token_check.ts';

const channelEvent = z.discriminatedUnion('type', [memberJoined, closedChannelEvent]);

const whyOf: Readonly<Record<(typeof channelClosedEvents)[number], ChannelClosed['why']>> = {
  channel_archive: 'is_archived',
  channel_deleted: 'channel_not_found',
  channel_left: 'not_in_channel',
  group_archive: 'is_archived',
  group_deleted: 'channel_not_found',
  group_left: 'not_in_channel',
};

interface EventArguments {
  readonly event?: unknown;
  readonly context: Context;
}

type HandleWith = (handlers: Pick<Handlers, 'channelJoined' | 'channelClosed'>) => Promise<void>;

const ignore: HandleWith = async () => {};

/**
 * Somebody joined a channel that Greenroom is in, perhaps Greenroom itself, or a channel was closed to it: how that is handled. Null:
 * another request. Nobody acts here, so that no person is authorized, and Slack is asked about nobody.
 */
export function channelEventIn(
  { event: given, context }: EventArguments,
  state: TokenCheckState,
): HandleWith | null {
  // Nearly every request is no event, and a refusal of zod's costs more than all other checks of a request.
  if (given === undefined) return null;
  const parsed = channelEvent.safeParse(given);
  if (!parsed.success) return null;
  const { data: event } = parsed;
  const { isInstalledHere, workspaceId, retryNum } = context;
  const isKnown = state.kind === 'known' && isInstalledHere === true && typeof workspaceId === 'string';
  if (!isKnown) return ignore;
  const place = { workspaceId, channelId: event.channel };
  if (event.type === 'member_joined_channel') {
    if (event.user !== state.identity.botUserId) return ignore;
    return ({ channelJoined }) => channelJoined({ ...place, invitedBy: event.inviter || null });
  }
  // When Slack sends it again, the channel may be open again; if not, the next message shows it.
  if ((retryNum ?? 0) > 0) return ignore;
  return ({ channelClosed }) => channelClosed({ ...place, why: whyOf[event.type] });
}
