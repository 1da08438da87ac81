import type { WorkspaceSpec } from './contract.ts';

/** The workspace of the stories: an owner, a Zoom admin, and somebody who only waits. */
export const acme = (): WorkspaceSpec => ({
  name: 'Acme',
  people: [
    { name: 'ana', realName: 'Ana', isAdmin: true, isOwner: true, timeZone: 'Europe/Madrid' },
    { name: 'zoe', realName: 'Zoë', timeZone: 'America/New_York' },
    { name: 'ben', realName: 'Ben', timeZone: 'Europe/London' },
  ],
  channels: [
    { name: 'zoom-integration', members: ['ana', 'zoe', 'ben'], hasBot: true },
    { name: 'general', members: ['ana', 'zoe', 'ben'] },
    { name: 'platform', isPrivate: true, members: ['ana', 'zoe'] },
    { name: 'old-zoom', isArchived: true, members: ['ana', 'ben'], hasBot: true },
  ],
  userGroups: [{ handle: 'zoom-team', name: 'Zoom team', members: ['zoe'] }],
});

/** Acme, and a channel that it shares with Globex through Slack Connect: Sam works at Globex, where the app is not installed. */
export const acmeConnected = (): WorkspaceSpec => {
  const { people, channels, ...rest } = acme();
  return {
    ...rest,
    people: [...people, { name: 'sam', realName: 'Sam', home: 'Globex' }],
    channels: [...channels, { name: 'shared', members: ['ana', 'zoe', 'sam'], hasBot: true }],
  };
};

/**
 * The same Acme inside an organisation for all of which the app is installed. Lea works in another of its workspaces; Sam's workspace,
 * Globex, belongs to none.
 */
export const acmeOrganisation = (): WorkspaceSpec => {
  const { people, channels, ...rest } = acmeConnected();
  return {
    ...rest,
    organisation: { name: 'Acme Group', workspaces: ['Acme Labs'] },
    people: [...people, { name: 'lea', realName: 'Lea', home: 'Acme Labs' }],
    channels: channels.map((channel) =>
      channel.name === 'shared' ? { ...channel, members: [...channel.members, 'lea'] } : channel,
    ),
  };
};

/**
 * A Grid organisation with one installation for two workspaces, each with people and channels of its own; Sam of Globex is met in a
 * channel that Acme shares with it.
 */
export const acmeGroup = (): readonly WorkspaceSpec[] => {
  const organisation = { name: 'Acme Group' };
  return [
    { ...acmeConnected(), organisation },
    {
      name: 'Acme Labs',
      organisation,
      people: [
        { name: 'lea', realName: 'Lea', isAdmin: true, timeZone: 'Europe/Paris' },
        { name: 'max', realName: 'Max', timeZone: 'Europe/Berlin' },
      ],
      channels: [
        { name: 'zoom-integration', members: ['lea', 'max'], hasBot: true },
        { name: 'labs', members: ['lea', 'max'] },
      ],
    },
  ];
};

/** A second workspace, to see that nothing leaks from one into the other. */
export const globex = (): WorkspaceSpec => ({
  name: 'Globex',
  people: [
    { name: 'gil', realName: 'Gil', isAdmin: true, isOwner: true, timeZone: 'Asia/Tokyo' },
    { name: 'hana', realName: 'Hana', timeZone: 'Asia/Tokyo' },
  ],
  channels: [{ name: 'zoom-integration', members: ['gil', 'hana'], hasBot: true }],
});
