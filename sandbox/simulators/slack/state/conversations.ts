import { newId, now } from './clock.ts';
import type { Channel, Organisation, SlackState, Team, User } from './workspace_state.ts';

/** Finding teams, people and channels, and the DM between a person and the app. */

export const userOf = (team: Team, id: string): User | null => team.users.find((u) => u.id === id) ?? null;

/**
 * The workspace to which a person belongs. The simulated ones have ids; any other name is a workspace where the app is not
 * installed.
 */
export function homeIdOf(slackState: SlackState, team: Team, { home }: User): string {
  if (home === null) return team.id;
  return (
    slackState.teams.find((one) => one.name === home)?.id ??
    `T${home.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`
  );
}

/** The organisation for which the app is installed, when the person's workspace belongs to it. */
export function ownOrganisation({ organisation }: Team, { home }: User): Organisation | null {
  return home === null || organisation?.workspaces.includes(home) ? organisation : null;
}

/** By id, `#name` or `name`. */
export function channelOf(team: Team, idOrName: string): Channel | null {
  const name = idOrName.replace(/^#/, '');
  return team.channels.find((c) => c.id === idOrName || (c.kind !== 'im' && c.name === name)) ?? null;
}

/** The direct conversation of some people, with or without the app; made on first use. */
function directChannel(
  slackState: SlackState,
  team: Team,
  people: readonly string[],
  hasBot: boolean,
): Channel {
  const found = team.channels.find(
    (c) =>
      c.kind === 'im' &&
      c.hasBot === hasBot &&
      c.members.size === new Set(people).size &&
      people.every((id) => c.members.has(id)),
  );
  if (found !== undefined) return found;
  const dm: Channel = {
    id: newId(slackState, 'D'),
    name: 'directmessage',
    kind: 'im',
    created: Math.floor(now(slackState) / 1000),
    members: new Set(people),
    archived: false,
    hasBot,
  };
  team.channels.push(dm);
  return dm;
}

/** The direct conversation of one person with the app. */
export const dmOf = (slackState: SlackState, team: Team, userId: string): Channel =>
  directChannel(slackState, team, [userId], true);

/** The direct conversation of two people, or of one with themselves. */
export const dmBetween = (slackState: SlackState, team: Team, one: string, other: string): Channel =>
  directChannel(slackState, team, [one, other], false);

/** Public channels are open to all; the others to their members. */
export const canSee = (channel: Channel, userId: string): boolean =>
  channel.kind === 'public' || channel.members.has(userId);

/** People of another workspace see what is shared with them, and nothing else. */
export const seesChannel = (channel: Channel, user: User): boolean =>
  canSee(channel, user.id) && (user.home === null || channel.members.has(user.id));

/** Shared through Slack Connect: with a workspace outside the organisation, where there is one. */
export const isShared = (team: Team, channel: Channel | null): boolean =>
  channel !== null &&
  team.users.some(
    (user) => user.home !== null && channel.members.has(user.id) && ownOrganisation(team, user) === null,
  );

/** Readable name of an id in a text: `@Ana`, `#general`. */
export function nameOfId(team: Team, id: string): string {
  if (id === team.botUserId) return `@${team.botName}`;
  const user = userOf(team, id);
  if (user !== null) return `@${user.realName}`;
  const channel = team.channels.find((c) => c.id === id);
  return channel === undefined ? id : `#${channel.name}`;
}
