import { expect, test } from 'vitest';
import { checkManifest, slackMessage } from '../../../../sandbox/simulators/slack/rules/index.ts';
import { letters, many, type Piece, said } from './samples.ts';

const parameter = { type: 'string', title: 'App', description: 'Name', is_required: true, name: 'app_name' };

function manifest(more: Piece = {}): Piece {
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: { name: 'Greenroom', description: 'Register Zoom OAuth apps' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: false, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'Greenroom', always_online: true },
      slash_commands: [
        {
          command: '/zoom-app',
          description: 'Register',
          usage_hint: 'register | help',
          should_escape: false,
        },
      ],
    },
    oauth_config: { scopes: { bot: ['commands', 'chat:write'] } },
    settings: {
      event_subscriptions: { bot_events: ['app_home_opened', 'function_executed'] },
      interactivity: { is_enabled: true },
      org_deploy_enabled: true,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
      function_runtime: 'remote',
    },
    ...more,
  };
}

const refusal = (more: Piece) => checkManifest(manifest(more)).map(slackMessage);
const withCommands = (...commands: Piece[]) => refusal({ features: { slash_commands: commands } });
const command = (more: Piece = {}): Piece => ({ command: '/zoom-app', description: 'Register', ...more });

test('Slack takes the manifest of a Socket Mode app', () => {
  expect(checkManifest(manifest())).toEqual([]);
});

test('an app has a name of 35 and a description of 140 characters at most', () => {
  expect(refusal({ display_information: { name: letters(35), description: letters(140) } })).toEqual([]);
  expect(refusal({ display_information: { name: letters(36), description: letters(141) } })).toHaveLength(2);
  expect(refusal({ display_information: {} })).toEqual([
    said('missing required field: name', '/display_information'),
  ]);
});

test('a long description has 175 to 4000 characters and a colour is hexadecimal', () => {
  const display = (more: Piece) => refusal({ display_information: { name: 'x', ...more } });
  expect(display({ long_description: letters(175), background_color: '#1a2b3c' })).toEqual([]);
  expect(display({ long_description: letters(174) })).toHaveLength(1);
  expect(display({ background_color: 'green' })).toHaveLength(1);
});

test('unknown keys are refused everywhere', () => {
  expect(refusal({ setings: {} })).toEqual([said('invalid additional property: setings', '')]);
  expect(refusal({ settings: { socket_mode_enabled: true, socket_mode: true } })).toEqual([
    said('invalid additional property: socket_mode', '/settings'),
  ]);
});

test('a command starts with a slash, has 32 characters at most and exists once', () => {
  expect(withCommands(command({ command: `/${letters(31)}` }))).toEqual([]);
  expect(withCommands(command({ command: `/${letters(39)}` }))).toHaveLength(1);
  expect(withCommands(command({ command: 'zoom-app' }))).toHaveLength(1);
  expect(withCommands(command({ command: '/Zoom App' }))).toHaveLength(1);
  expect(withCommands(command(), command())).toEqual([
    said('"/zoom-app" already exists', '/features/slash_commands/1/command'),
  ]);
});

test('a command has a description of 2000 and a hint of 1000 characters; there are 50 at most', () => {
  expect(withCommands(command({ description: letters(2001), usage_hint: letters(1001) }))).toHaveLength(2);
  expect(withCommands({ command: '/zoom-app' })).toHaveLength(1);
  const numbered = (count: number) => many(count, (index) => command({ command: `/c${index}` }));
  expect(withCommands(...numbered(50))).toEqual([]);
  expect(withCommands(...numbered(51))).toHaveLength(1);
  expect(withCommands()).toHaveLength(1);
});

test('commands need the scope of the same name', () => {
  expect(refusal({ oauth_config: { scopes: { bot: ['chat:write'] } } })).toEqual([
    said('slash commands and shortcuts require the bot scope `commands`', '/oauth_config'),
  ]);
});

test('without Socket Mode every address must be given', () => {
  const url = 'https://example.com/slack/events';
  const over = (address: Piece) => ({
    event_subscriptions: { bot_events: ['app_home_opened'], ...address },
    interactivity: { is_enabled: true, ...address },
  });
  const features = (more: Piece) => ({ slash_commands: [command(more)] });
  expect(refusal({ features: features({ url }), settings: over({ request_url: url }) })).toEqual([]);
  expect(refusal({ features: features({}), settings: over({}) })).toEqual([
    said('missing required field: url', '/features/slash_commands/0'),
    said('missing required field: request_url', '/settings/event_subscriptions'),
    said('missing required field: request_url', '/settings/interactivity'),
  ]);
  expect(refusal({ features: features({ url: 'example.com' }) })).toHaveLength(1);
});

test('custom steps need org deploy, the remote runtime and their event', () => {
  const functions = {
    check: {
      title: 'Check',
      description: 'Checks',
      input_parameters: { app_name: parameter },
      output_parameters: {},
    },
  };
  expect(refusal({ functions })).toEqual([]);
  expect(refusal({ functions, settings: { socket_mode_enabled: true } })).toHaveLength(3);
  expect(refusal({ functions: { check: { title: 'Check' } } })).toHaveLength(3);
});

test('shortcuts, events and interactivity have their own forms', () => {
  const shortcut = { name: letters(24), type: 'global', callback_id: 'x', description: 'x' };
  const shortcuts = (...items: Piece[]) => refusal({ features: { shortcuts: items } });
  expect(shortcuts(shortcut)).toEqual([]);
  expect(shortcuts({ ...shortcut, name: letters(25), type: 'local' })).toHaveLength(2);
  const settings = (more: Piece) => refusal({ settings: { socket_mode_enabled: true, ...more } });
  expect(settings({ event_subscriptions: { bot_events: ['a', 'a'] } })).toHaveLength(1);
  expect(settings({ interactivity: {} })).toHaveLength(1);
  expect(settings({ allowed_ip_address_ranges: ['10.0.0.0/8'] })).toEqual([]);
  expect(settings({ allowed_ip_address_ranges: ['10.0.0.256'] })).toHaveLength(1);
});

test('major versions 1 and 2 are known, and none is 1', () => {
  for (const _metadata of [{ major_version: 1 }, { major_version: 2 }, {}, undefined])
    expect(refusal({ _metadata })).toEqual([]);
  for (const major_version of [0, 3, '1', 1.5, null])
    expect(refusal({ _metadata: { major_version } })).toHaveLength(1);
});

test('MCP servers speak https and say how they are signed', () => {
  const server = { url: 'https://example.com/mcp', auth_type: 'slack_identity_auth' };
  expect(refusal({ mcp_servers: { greenroom: server } })).toEqual([]);
  expect(refusal({ mcp_servers: { greenroom: { ...server, url: 'http://example.com' } } })).toHaveLength(1);
  expect(refusal({ mcp_servers: { greenroom: { ...server, auth_type: 'trust' } } })).toHaveLength(1);
  const twentyOne = Object.fromEntries(many(21, (index) => [`s${index}`, server]));
  expect(refusal({ mcp_servers: twentyOne })).toEqual([
    said('no more than 20 properties allowed', '/mcp_servers'),
  ]);
});

test('something that is no object is no manifest', () => {
  expect(checkManifest(null)).toHaveLength(1);
  expect(checkManifest('{}')).toHaveLength(1);
});
