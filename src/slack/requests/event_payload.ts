import { z } from 'zod';
import { channelClosedEvents } from '../manifest.ts';

/** The event member_joined_channel. */
export const memberJoined = z.object({
  type: z.literal('member_joined_channel'),
  user: z.string(),
  channel: z.string(),
  inviter: z.string().nullish(),
});

/** An event about a channel that Greenroom can post in no more. */
export const closedChannelEvent = z.object({ type: z.enum(channelClosedEvents), channel: z.string() });

/** The event app_home_opened. */
export const homeOpened = z.object({ user: z.string(), tab: z.string().optional() });

/** app_home_opened; null for the Messages tab. */
export function parseHomeOpened(payload: unknown): { userId: string } | null {
  const given = homeOpened.parse(payload);
  return given.tab === 'home' ? { userId: given.user } : null;
}
