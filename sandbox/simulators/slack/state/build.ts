import type { Limits, SlackOptions, WorkspaceSpec } from '../contract.ts';
import { processorWait } from '../deadlines/processor_wait.ts';
import { type JsonObject, textAt, textsAt } from '../json.ts';
import { acme } from '../workspaces.ts';
import { newId, now } from './clock.ts';
import { clearFaults } from './fault_switches.ts';
import { newJournal } from './journal.ts';
import type { Channel, Organisation, SlackState, Team, User, UserGroup } from './workspace_state.ts';

const SLACKS_LIMITS: Limits = {
  ackMs: 3000,
  triggerMs: 3000,
  responseUrlMs: 30 * 60_000,
  responseUrlUses: 5,
  eventRetryMs: [300, 1000, 2000, 4000],
  timeoutMs: 5000,
  sockets: 10,
  pingMs: 10_000,
};

function usersOf(slackState: SlackState, spec: WorkspaceSpec): User[] {
  return spec.people.map((person) => ({
    id: newId(slackState, 'U'),
    name: person.name,
    realName: person.realName,
    isAdmin: person.isAdmin ?? false,
    isOwner: person.isOwner ?? false,
    timeZone: person.timeZone ?? 'Europe/London',
    home: person.home ?? null,
    isBot: person.isBot ?? false,
    isDeactivated: person.isDeactivated ?? false,
  }));
}

function channelsOf(slackState: SlackState, spec: WorkspaceSpec, users: readonly User[]): Channel[] {
  const idOf = (name: string) => users.find((user) => user.name === name)?.id;
  return spec.channels.map((channel) => ({
    id: newId(slackState, 'C'),
    name: channel.name,
    kind: channel.isPrivate === true ? 'private' : 'public',
    created: Math.floor(now(slackState) / 1000),
    members: new Set(channel.members.map(idOf).filter((id) => id !== undefined)),
    archived: channel.isArchived ?? false,
    hasBot: channel.hasBot ?? false,
  }));
}

function userGroupsOf(slackState: SlackState, spec: WorkspaceSpec, users: readonly User[]): UserGroup[] {
  return (spec.userGroups ?? []).map(({ handle, name, members }) => ({
    ...{ id: newId(slackState, 'S'), handle, name, isDisabled: false },
    members: users.filter((user) => members.includes(user.name)).map(({ id }) => id),
  }));
}

const newToken = (slackState: SlackState): string => `xoxb-simulated-${newId(slackState, 'B')}`;

const botNameIn = (manifest: JsonObject): string =>
  textAt(manifest, 'features', 'bot_user', 'display_name') || textAt(manifest, 'display_information', 'name');

/** All workspaces of an organisation have one installation: its token, and its bot user. */
function installationOf(
  slackState: SlackState,
  organisation: Organisation | null,
): Pick<Team, 'botId' | 'botUserId' | 'botToken'> {
  const first = slackState.teams.find(
    (team) => organisation !== null && team.organisation?.id === organisation.id,
  );
  return (
    first ?? {
      botId: newId(slackState, 'B'),
      botUserId: newId(slackState, 'U'),
      botToken: newToken(slackState),
    }
  );
}

function teamOf(slackState: SlackState, spec: WorkspaceSpec, all: readonly WorkspaceSpec[]): Team {
  const users = usersOf(slackState, spec);
  const organisation = organisationOf(spec, all);
  const { botId, botUserId, botToken } = installationOf(slackState, organisation);
  return {
    id: newId(slackState, 'T'),
    name: spec.name,
    domain: spec.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    botName: botNameIn(slackState.manifest),
    botId,
    botUserId,
    botToken,
    installed: spec.installed ?? true,
    users,
    channels: channelsOf(slackState, spec, users),
    userGroups: userGroupsOf(slackState, spec, users),
    messages: [],
    stacks: new Map(),
    homes: new Map(),
    organisation,
  };
}

function organisationOf({ organisation }: WorkspaceSpec, all: readonly WorkspaceSpec[]): Organisation | null {
  if (organisation === undefined) return null;
  const { name } = organisation;
  const members = all.filter((one) => one.organisation?.name === name);
  const workspaces = members.flatMap((one) => [one.name, ...(one.organisation?.workspaces ?? [])]);
  return { id: `E${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`, name, workspaces };
}

export function buildSlackState(options: SlackOptions): SlackState {
  const declared = textsAt(options.manifest, 'oauth_config', 'scopes', 'bot');
  const fallback = declared.length > 0 ? declared : ['commands', 'chat:write'];
  const teams: Team[] = [];
  const slackState: SlackState = {
    manifest: options.manifest,
    limits: { ...SLACKS_LIMITS, ...options.limits },
    scopes: [...(options.scopes ?? fallback), ...(options.moreScopes ?? [])],
    appId: 'A0GREENROOM',
    appToken: 'xapp-1-A0GREENROOM-simulated',
    signingSecret: 'simulated-signing-secret',
    clientId: '1111.2222',
    clientSecret: 'simulated-client-secret',
    teams,
    triggers: new Map(),
    responseUrls: new Map(),
    codes: new Map(),
    files: new Map(),
    journal: newJournal(),
    faults: clearFaults(),
    listeners: new Set(),
    lacks: new Set(options.lacks),
    announce: () => {},
    joins: () => {},
    processorWait: processorWait(),
    ahead: 0,
    stopped: false,
    lastMicros: 0,
    count: 0,
    url: '',
  };
  const workspaces = options.workspaces ?? [acme()];
  for (const spec of workspaces) teams.push(teamOf(slackState, spec, workspaces));
  return slackState;
}
