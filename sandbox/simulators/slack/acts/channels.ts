import type { Desk } from '../delivery/deliver.ts';
import { emit } from '../delivery/events.ts';
import { changed } from '../state/changes.ts';
import { nextTs } from '../state/clock.ts';
import { bySlack, post } from '../state/messages.ts';
import type { Channel, Team } from '../state/workspace_state.ts';

/** What happens to a channel, and to the app's place in it. Each tells the app, where it subscribed. */

/** `inviter`: id of a person; null when the app came by itself. */
export async function inviteBot(
  desk: Desk,
  team: Team,
  channel: Channel,
  inviter: string | null,
): Promise<void> {
  if (channel.hasBot) return;
  channel.hasBot = true;
  post(desk.world, team, channel, { author: bySlack, text: `@${team.botName} has joined the channel` });
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  await emit(desk, team, {
    type: 'member_joined_channel',
    user: team.botUserId,
    channel: channel.id,
    channel_type,
    team: team.id,
    ...(inviter === null ? {} : { inviter }),
    event_ts: nextTs(desk.world),
  });
}

export async function removeBot(desk: Desk, team: Team, channel: Channel): Promise<void> {
  if (!channel.hasBot) return;
  channel.hasBot = false;
  changed(desk.world);
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
  await emit(desk, team, { type, channel: channel.id, event_ts: nextTs(desk.world) });
}

export async function setArchived(
  desk: Desk,
  team: Team,
  channel: Channel,
  archived: boolean,
): Promise<void> {
  if (channel.archived === archived) return;
  channel.archived = archived;
  changed(desk.world);
  const family = channel.kind === 'private' ? 'group' : 'channel';
  const type = `${family}_${archived ? 'archive' : 'unarchive'}`;
  const [user] = team.users;
  await emit(desk, team, { type, channel: channel.id, user: user?.id ?? '', event_ts: nextTs(desk.world) });
}

/** The app is taken out of the workspace: the token dies first, then the app is told. */
export async function uninstall(desk: Desk, team: Team): Promise<void> {
  team.installed = false;
  changed(desk.world);
  const event_ts = nextTs(desk.world);
  const tokens = { oauth: [], bot: [team.botUserId] };
  await Promise.all([
    emit(desk, team, { type: 'tokens_revoked', tokens, event_ts }),
    emit(desk, team, { type: 'app_uninstalled', event_ts }),
  ]);
}
