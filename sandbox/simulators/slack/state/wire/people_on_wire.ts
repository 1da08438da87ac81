import { createHash } from 'node:crypto';
import type { JsonObject } from '../../json.ts';
import { homeIdOf, ownOrganisation } from '../conversations.ts';
import type { SlackState, Team, User } from '../workspace_state.ts';

/** How users.info shows people and the app's own bot user. Fields: recorded answers in java-slack-sdk. */

const shared = {
  color: '9f69e7',
  is_restricted: false,
  is_ultra_restricted: false,
  is_email_confirmed: true,
};

function timeZone(zone: string): JsonObject {
  const part = (timeZoneName: 'long' | 'longOffset') =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName })
      .formatToParts(0)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(part('longOffset')) ?? [];
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return { tz: zone, tz_label: part('long'), tz_offset: sign === '-' ? -seconds : seconds };
}

const image = (seed: string, size: number): string =>
  `https://secure.gravatar.com/avatar/${createHash('sha256').update(seed).digest('hex').slice(0, 12)}.jpg?s=${size}`;

const images = (seed: string): JsonObject =>
  Object.fromEntries([24, 32, 48, 72, 192, 512].map((size) => [`image_${size}`, image(seed, size)]));

const profile = (id: string, realName: string, team: string): JsonObject => ({
  title: '',
  phone: '',
  real_name: realName,
  real_name_normalized: realName.normalize('NFKD').replaceAll(/\p{M}/gu, ''),
  display_name: realName,
  display_name_normalized: realName.normalize('NFKD').replaceAll(/\p{M}/gu, ''),
  status_text: '',
  status_emoji: '',
  status_expiration: 0,
  avatar_hash: id.toLowerCase(),
  ...images(id),
  team,
});

export function userOnWire(slackState: SlackState, team: Team, user: User): JsonObject {
  const home = homeIdOf(slackState, team, user);
  return {
    ...shared,
    id: user.id,
    team_id: home,
    name: user.name,
    real_name: user.realName,
    deleted: user.isDeactivated,
    ...timeZone(user.timeZone),
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: user.isOwner,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    ...(user.home === null ? {} : { is_stranger: !meetsApp(team, user) }),
    ...enterpriseUser(team, user, home),
    profile: profile(user.id, user.realName, home),
  };
}

/** docs: user object. For a person of another workspace who shares a channel with the app Slack says `is_stranger: false`. */
const meetsApp = (team: Team, { id }: User): boolean =>
  team.channels.some(({ hasBot, kind, members }) => hasBot && kind !== 'im' && members.has(id));

/** People of an organisation have it, whichever of its workspaces is theirs. */
function enterpriseUser(team: Team, user: User, home: string): JsonObject {
  const organisation = ownOrganisation(team, user);
  if (organisation === null) return {};
  const enterprise_user = {
    id: user.id,
    enterprise_id: organisation.id,
    enterprise_name: organisation.name,
    is_admin: false,
    is_owner: false,
    teams: [home],
  };
  return { enterprise_user };
}

/** The name of the app's bot user as an account is called: small letters without spaces. */
export const accountName = ({ botName }: Team): string =>
  botName.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** A bot user is a person of no time zone of its own; `bot_id` and `api_app_id` stand in the profile (sure: recorded). */
export function botUserOnWire(slackState: SlackState, team: Team): JsonObject {
  const name = team.botName;
  return {
    ...shared,
    id: team.botUserId,
    team_id: team.id,
    name: accountName(team),
    real_name: name,
    deleted: false,
    ...timeZone('America/Los_Angeles'),
    is_email_confirmed: false,
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_bot: true,
    is_app_user: false,
    updated: 0,
    profile: {
      ...profile(team.botUserId, name, team.id),
      api_app_id: slackState.appId,
      bot_id: team.botId,
      always_active: true,
    },
  };
}

/** What a message of the app says of its author. */
export const botProfile = (slackState: SlackState, team: Team): JsonObject => ({
  id: team.botId,
  deleted: false,
  name: team.botName,
  updated: 0,
  app_id: slackState.appId,
  user_id: team.botUserId,
  icons: Object.fromEntries([36, 48, 72].map((size) => [`image_${size}`, image(team.botId, size)])),
  team_id: team.id,
});
