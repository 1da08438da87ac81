import { grantAccess, inviteBot, removeBot, setArchived, uninstall } from './acts/channels.ts';
import { installFrom } from './acts/install.ts';
import type { InstalledWorkspace } from './contract.ts';
import type { Session } from './delivery/deliver.ts';
import { CannotDo } from './person/refusal.ts';
import { personOf } from './person.ts';
import { channelOf } from './state/conversations.ts';
import type { Channel, Team } from './state/workspace_state.ts';

/** One workspace, for stories. */
export function workspaceOf(session: Session, team: Team): InstalledWorkspace {
  const channel = (name: string): Channel => {
    const found = channelOf(team, name);
    if (found === null) throw new CannotDo(`${team.name} has no channel ${name}`);
    return found;
  };
  return {
    id: team.id,
    name: team.name,
    domain: team.domain,
    organisationId: team.organisation?.id ?? null,
    botToken: team.botToken,
    botUserId: team.botUserId,
    person: (name) => {
      const user = team.users.find((one) => one.name === name);
      if (user === undefined) throw new CannotDo(`Nobody called ${name} works at ${team.name}`);
      return personOf(session, team, user);
    },
    channelId: (name) => channel(name).id,
    archives: (name) => setArchived(session, team, channel(name), true),
    unarchives: (name) => setArchived(session, team, channel(name), false),
    setsUserGroup: (handle, members) => setUserGroup(team, handle, members),
    invitesBot: (name) => inviteBot(session, team, channel(name), team.users[0]?.id ?? ''),
    removesBot: (name) => removeBot(session, team, channel(name)),
    grantsAccess: (on) => grantAccess(session, team, on),
    uninstalls: () => uninstall(session, team),
    installsFrom: (url) => installFrom(session.slackState, team, team.users[0]?.id ?? '', url),
  };
}

function setUserGroup(team: Team, handle: string, members: readonly string[] | null): void {
  const group = team.userGroups.find((one) => one.handle === handle);
  if (group === undefined) throw new CannotDo(`${team.name} has no user group ${handle}`);
  group.isDisabled = members === null;
  if (members !== null)
    group.members = team.users.filter(({ name }) => members.includes(name)).map(({ id }) => id);
}
