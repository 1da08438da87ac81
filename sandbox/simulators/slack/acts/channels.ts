import type { Session } from '../delivery/deliver.ts';
import { emit } from '../delivery/events.ts';
import { CannotDo } from '../person/refusal.ts';
import { changed } from '../state/changes.ts';
import { nextTs } from '../state/clock.ts';
import { bySlack, post } from '../state/messages.ts';
import type { Channel, Team } from '../state/workspace_state.ts';

/** Changes of a channel, and of the app's membership. Each sends its event to the app, if it subscribed. */

/** `inviter`: id of a person; null when the app came by itself. */
export async function inviteBot(
  session: Session,
  team: Team,
  channel: Channel,
  inviter: string | null,
): Promise<void> {
  if (channel.hasBot) return;
  channel.hasBot = true;
  post(session.slackState, team, channel, {
    author: bySlack,
    text: `@${team.botName} has joined the channel`,
  });
  const channel_type = channel.kind === 'private' ? 'G' : 'C';
  await emit(session, team, {
    type: 'member_joined_channel',
    user: team.botUserId,
    channel: channel.id,
    channel_type,
    team: team.id,
    ...(inviter === null ? {} : { inviter }),
    event_ts: nextTs(session.slackState),
  });
}

export async function removeBot(session: Session, team: Team, channel: Channel): Promise<void> {
  if (!channel.hasBot) return;
  channel.hasBot = false;
  changed(session.slackState);
  const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
  await emit(session, team, { type, channel: channel.id, event_ts: nextTs(session.slackState) });
}

export async function setArchived(
  session: Session,
  team: Team,
  channel: Channel,
  archived: boolean,
): Promise<void> {
  if (channel.archived === archived) return;
  channel.archived = archived;
  changed(session.slackState);
  const family = channel.kind === 'private' ? 'group' : 'channel';
  const type = `${family}_${archived ? 'archive' : 'unarchive'}`;
  const [user] = team.users;
  await emit(session, team, {
    type,
    channel: channel.id,
    user: user?.id ?? '',
    event_ts: nextTs(session.slackState),
  });
}

/** Of an app for a whole organisation. Its token stays, for the other workspaces. */
export function grantAccess(session: Session, team: Team, on: boolean): void {
  if (team.organisation === null) throw new CannotDo(`${team.name} belongs to no organisation`);
  team.installed = on;
  changed(session.slackState);
}

/** The app is removed from the workspace, or its whole organisation: its token is revoked first, then the events are sent. */
export async function uninstall(session: Session, team: Team): Promise<void> {
  for (const one of session.slackState.teams) if (one.botToken === team.botToken) one.installed = false;
  changed(session.slackState);
  const event_ts = nextTs(session.slackState);
  const tokens = { oauth: [], bot: [team.botUserId] };
  await Promise.all([
    emit(session, team, { type: 'tokens_revoked', tokens, event_ts }),
    emit(session, team, { type: 'app_uninstalled', event_ts }),
  ]);
}
