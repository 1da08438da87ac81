import { describe, expect, test } from 'vitest';
import { homeOf } from '../../../../src/slack/authorize/home_workspace.ts';
import type { WorkspaceIdentity } from '../../../../src/slack/web_api/connect_workspace.ts';

const team: WorkspaceIdentity = {
  workspaceId: 'TOURS',
  orgWide: false,
  name: 'Acme',
  botUserId: 'UBOT',
  botId: null,
  grantedScopes: null,
  url: null,
};
const org: WorkspaceIdentity = { ...team, workspaceId: 'EOURS', orgWide: true };

const our = { id: 'TOURS', domain: 'acme' };
const ana = { id: 'U1', team_id: 'TOURS' };
const sam = { id: 'U2', team_id: 'TTHEIRS' };
const ourView = { id: 'V1', team_id: 'TOURS', app_installed_team_id: 'TOURS' };
const theirView = { id: 'V1', team_id: 'TTHEIRS', app_installed_team_id: 'TOURS' };
const installed = [{ team_id: 'TOURS', enterprise_id: null }];
const opened = (body: object, event: object = {}) => ({
  type: 'event_callback',
  team_id: 'TOURS',
  authorizations: installed,
  event: { type: 'app_home_opened', user: 'U1', tab: 'home', ...event },
  ...body,
});

describe('a person of the workspace', () => {
  test.each<[string, object]>([
    ['a command', { command: '/zoom-app', team_id: 'TOURS', user_id: 'U1' }],
    [
      'a command in a workspace of an organisation',
      { command: '/zoom-app', team_id: 'TOURS', enterprise_id: 'E1', user_id: 'U1' },
    ],
    ['a button', { type: 'block_actions', team: our, user: ana }],
    ['a button in a modal', { type: 'block_actions', team: our, user: ana, view: ourView }],
    ['a form', { type: 'view_submission', team: our, user: ana, view: ourView }],
    [
      'a form whose person has no workspace, opened in ours',
      { type: 'view_submission', team: our, user: { id: 'U1' }, view: ourView },
    ],
    ['a closed form', { type: 'view_closed', team: our, user: ana, view: ourView }],
    ['a select', { type: 'block_suggestion', team: our, user: ana, action_id: 'x' }],
    ['a shortcut', { type: 'shortcut', team: our, user: ana, callback_id: 'x' }],
    ['a Home', opened({})],
    [
      'a Home with every field',
      opened(
        { context_team_id: 'TOURS', is_ext_shared_channel: false },
        { user_team: 'TOURS', view: ourView },
      ),
    ],
    [
      'an event that names the organisation of ours',
      opened({ authorizations: [{ team_id: 'TOURS', enterprise_id: 'E1' }] }, { user_team: 'E1' }),
    ],
  ])('%s', (_what, body) => {
    expect(homeOf(body, team)).toEqual({ kind: 'ours' });
  });
});

describe('a person of another workspace', () => {
  test.each<[string, unknown]>([
    ['a command', { command: '/zoom-app', team_id: 'TTHEIRS', user_id: 'U2' }],
    ['a button, though team is ours', { type: 'block_actions', team: our, user: sam }],
    ['a button in a modal of ours', { type: 'block_actions', team: our, user: sam, view: ourView }],
    [
      'a button of a person whose workspace is no text',
      { type: 'block_actions', team: our, user: { id: 'U2', team_id: ['TOURS'] } },
    ],
    ['a button of nobody', { type: 'block_actions', team: our }],
    [
      'a form, though the app is installed in ours',
      { type: 'view_submission', team: our, user: sam, view: ourView },
    ],
    ['a form that was opened elsewhere', { type: 'view_submission', team: our, user: ana, view: theirView }],
    [
      'a form without any person’s workspace, opened elsewhere',
      { type: 'view_submission', team: our, user: { id: 'U2' }, view: theirView },
    ],
    ['a closed form', { type: 'view_closed', team: our, user: sam, view: theirView }],
    ['a select', { type: 'block_suggestion', team: our, user: sam, action_id: 'x' }],
    ['a shortcut', { type: 'shortcut', team: our, user: sam, callback_id: 'x' }],
    ['a shortcut on a message', { type: 'message_action', team: our, user: sam, callback_id: 'x' }],
    ['a Home, by the envelope', opened({ team_id: 'TTHEIRS' })],
    ['a Home, by its context', opened({ context_team_id: 'TTHEIRS' })],
    ['a Home, by its person', opened({}, { user_team: 'TTHEIRS' })],
    ['a Home, by its team', opened({}, { team: 'TTHEIRS' })],
    ['a Home, by its view', opened({}, { view: theirView })],
    ['a Home, by an organisation', opened({}, { user_team: 'ETHEIRS' })],
    ['nothing', null],
    ['a text', 'TOURS'],
    ['an empty payload', {}],
  ])('%s', (_what, body) => {
    expect(homeOf(body, team)).toEqual({ kind: 'elsewhere' });
  });

  test.each([['USLACKBOT'], ['UBOT']])('nor %s, which is no person', (id) => {
    expect(homeOf({ type: 'block_actions', team: our, user: { ...ana, id } }, team).kind).toBe('elsewhere');
    expect(homeOf({ command: '/zoom-app', team_id: 'TOURS', user_id: id }, team).kind).toBe('elsewhere');
  });
});

describe('for a whole organisation', () => {
  const ours = { id: 'EOURS', name: 'Acme' };
  test.each<[string, object]>([
    [
      'a button, by its person',
      {
        type: 'block_actions',
        team: null,
        enterprise: ours,
        user: { id: 'W1', team_id: 'T1', enterprise_id: 'EOURS' },
      },
    ],
    [
      'a button, by its team',
      {
        type: 'block_actions',
        team: { id: 'T1', enterprise_id: 'EOURS' },
        user: { id: 'W1', team_id: 'T1' },
      },
    ],
    [
      'a button in another workspace of the organisation, by its person',
      {
        type: 'block_actions',
        team: { id: 'T1', enterprise_id: 'EOURS' },
        user: { id: 'W1', team_id: 'T3', enterprise_id: 'EOURS' },
      },
    ],
    ['a command', { command: '/zoom-app', team_id: 'T1', enterprise_id: 'EOURS', user_id: 'W1' }],
  ])('its people: %s', (_what, body) => {
    expect(homeOf(body, org)).toEqual({ kind: 'ours' });
  });

  test.each<[string, object]>([
    [
      'a button, by its person',
      {
        type: 'block_actions',
        team: null,
        enterprise: ours,
        user: { id: 'W2', team_id: 'T2', enterprise_id: 'ETHEIRS' },
      },
    ],
    [
      'a button, by a person whose workspace is an organisation',
      { type: 'block_actions', enterprise: ours, user: { id: 'W2', team_id: 'ETHEIRS' } },
    ],
    [
      'a button, by its enterprise',
      { type: 'block_actions', team: null, enterprise: { id: 'ETHEIRS' }, user: { id: 'W2', team_id: 'T2' } },
    ],
    [
      'a button of no organisation',
      { type: 'block_actions', team: { id: 'T2' }, user: { id: 'U2', team_id: 'T2' } },
    ],
    ['a command', { command: '/zoom-app', team_id: 'T2', enterprise_id: 'ETHEIRS', user_id: 'W2' }],
    ['a Home', opened({ enterprise_id: 'EOURS' }, { user_team: 'ETHEIRS' })],
  ])('nobody else: %s', (_what, body) => {
    expect(homeOf(body, org)).toEqual({ kind: 'elsewhere' });
  });
});

describe('a payload that does not say whose its person is leaves that to users.info', () => {
  const ours = { id: 'EOURS', name: 'Acme' };
  const orgWide = { team: null, enterprise: ours, is_enterprise_install: true };
  const guest = { id: 'W1', username: 'w', team_id: 'T1' };
  test.each<[string, object]>([
    ['a command from nowhere', { command: '/zoom-app', user_id: 'U2' }],
    ['a button of a person without a workspace', { type: 'block_actions', team: our, user: { id: 'U2' } }],
    [
      'a button of a person whose workspace is empty',
      { type: 'block_actions', team: our, user: { id: 'U2', team_id: '' } },
    ],
    [
      'a button of a person whose workspace is nothing',
      { type: 'block_actions', team: our, user: { id: 'U2', team_id: null } },
    ],
    ['a Home in a shared conversation that does not tell whose', opened({ is_ext_shared_channel: true })],
    [
      'a select of a person whose organisation stands in place of the workspace',
      {
        type: 'block_suggestion',
        team: { id: 'TOURS', enterprise_id: 'E1' },
        user: { id: 'U1', team_id: 'E1' },
        action_id: 'x',
      },
    ],
  ])('for a workspace: %s', (_what, body) => {
    expect(homeOf(body, team)).toMatchObject({ kind: 'undecided', userId: expect.stringMatching(/^U[12]$/) });
  });

  test.each<[string, object]>([
    ['a command without a workspace', { command: '/zoom-app', enterprise_id: 'EOURS', user_id: 'W1' }],
    ['a button', { type: 'block_actions', team: null, enterprise: ours, user: { id: 'W1', team_id: 'T1' } }],
    ['a Home', opened({ team_id: 'T1', enterprise_id: 'EOURS' })],
    [
      'a button in our shared channel, by a person whose workspace has no organisation',
      {
        type: 'block_actions',
        team: { id: 'T1', enterprise_id: 'EOURS' },
        enterprise: ours,
        user: { id: 'U2', team_id: 'T2' },
      },
    ],
    [
      'a form of ours, sent by a person whose workspace has no organisation',
      {
        type: 'view_submission',
        team: { id: 'T1', enterprise_id: 'EOURS' },
        enterprise: ours,
        user: { id: 'U2', team_id: 'T2' },
        view: { team_id: 'T1', app_installed_team_id: 'T1' },
      },
    ],
    [
      'a Home of a workspace without one',
      opened({ enterprise_id: 'EOURS', is_ext_shared_channel: true }, { user_team: 'T2' }),
    ],
    ...[
      'block_actions',
      'block_suggestion',
      'view_submission',
      'view_closed',
      'shortcut',
      'message_action',
    ].flatMap((type): [string, object][] => [
      [`${type} as an organisation gets it`, { type, ...orgWide, user: guest }],
      [`${type} of a person without a workspace`, { type, ...orgWide, user: { id: 'W1' } }],
      [
        `${type} whose workspace is that of the person, of no known organisation`,
        { type, ...orgWide, team: { id: 'T1' }, user: guest },
      ],
      [
        `${type} in a view that was opened elsewhere`,
        {
          type,
          ...orgWide,
          team: { id: 'T1', enterprise_id: 'EOURS' },
          user: guest,
          view: { team_id: 'T1', app_installed_team_id: 'T9' },
        },
      ],
    ]),
  ])('for an organisation: %s', (_what, body) => {
    expect(homeOf(body, org)).toMatchObject({
      kind: 'undecided',
      userId: expect.stringMatching(/^[UW][12]$/),
    });
  });

  test.each([[null], [undefined], [''], [7], [{ id: 'W1' }]])(
    'unless there is no user to ask about (%j)',
    (id) => {
      expect(homeOf({ type: 'block_actions', ...orgWide, user: { id } }, org)).toEqual({ kind: 'elsewhere' });
      expect(homeOf({ type: 'event_callback', enterprise_id: 'EOURS', event: { user: id } }, org)).toEqual({
        kind: 'elsewhere',
      });
    },
  );
});
