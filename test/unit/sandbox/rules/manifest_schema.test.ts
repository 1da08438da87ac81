import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../../../sandbox/simulators/slack/rules/index.ts';
import { manifest as ours } from '../../../../src/slack/manifest.ts';
import { letters, many, type Piece } from './samples.ts';

/** What Slack's published schema takes and refuses (slackapi/manifest-schema v0.5.0 and its tests), one row a rule. */

const app = (more: Piece = {}): Piece => ({
  display_information: { name: 'App' },
  oauth_config: { scopes: { bot: ['commands'] } },
  settings: { socket_mode_enabled: true },
  ...more,
});
const settings = (more: Piece) => app({ settings: { socket_mode_enabled: true, ...more } });
const features = (more: Piece) => app({ features: more });
const second = (more: Piece) => app({ _metadata: { major_version: 2 }, ...more });

const text = { type: 'string' };
const step = { title: 'T', description: 'D', input_parameters: {}, output_parameters: {} };
const listed = { callback_id: 'c', title: 'T', description: 'D', output_parameters: [] };
const run = {
  org_deploy_enabled: true,
  function_runtime: 'remote',
  event_subscriptions: { bot_events: ['function_executed'] },
};
const action = { id: '0', function_id: 'slack#/functions/send_message', inputs: { text: '{{inputs.text}}' } };
const flow = { title: 'T', description: '', steps: [action] };
const provider = {
  client_id: 'c',
  provider_name: 'Zoom',
  authorization_url: 'https://zoom.us/a',
  token_url: 'https://zoom.us/t',
  scope: [],
  identity_config: { url: 'https://zoom.us/me', account_identifier: '$.email' },
};
const withProvider = (options: Piece, provider_type = 'CUSTOM') =>
  app({ external_auth_providers: { oauth2: { zoom: { provider_type, options } } } });
const store = (more: Piece = {}) =>
  app({ datastores: { apps: { primary_key: 'id', attributes: { id: text }, ...more } } });
const numbered = (count: number, value: unknown) =>
  Object.fromEntries(many(count, (index) => [`n${index}`, value]));

describe('the schema takes', () => {
  it.each<[string, unknown]>([
    ['a name alone', { display_information: { name: 'x' } }],
    ['a manifest of version 1', app({ _metadata: { major_version: 1, minor_version: 1 } })],
    ['a manifest without metadata', app()],
    ['a reference to the schema', app({ $schema: 'file:///./manifest.schema.json' })],
    [
      'a shortcut of either type',
      features({
        shortcuts: ['global', 'message'].map((type) => ({
          name: 'n',
          type,
          callback_id: 'c',
          description: 'd',
        })),
      }),
    ],
    [
      'steps listed below features',
      features({
        functions: [
          {
            ...listed,
            input_parameters: [
              { ...text, name: 'a' },
              { type: 'slack#/types/user_id', name: 'b' },
            ],
          },
        ],
      }),
    ],
    ['steps from apps', features({ workflow_steps: [{ name: 'n', callback_id: 'c' }] })],
    ['unfurl domains', features({ unfurl_domains: ['acme.com', 'a-b.co'] })],
    [
      'an assistant',
      features({
        assistant_view: { assistant_description: 'd', suggested_prompts: [{ title: 't', message: 'm' }] },
      }),
    ],
    [
      'an agent',
      features({ agent_view: { agent_description: 'd', actions: [{ name: 'n', description: 'd' }] } }),
    ],
    [
      'optional scopes',
      app({
        oauth_config: {
          scopes: { bot: ['commands', 'users:read'], bot_optional: ['users:read'], user_optional: [] },
        },
      }),
    ],
    ['any redirect', app({ oauth_config: { redirect_urls: ['zoom://asdf'], pkce_enabled: true } })],
    [
      'steps of version 1',
      app({
        functions: { check: { ...step, input_parameters: { app: { ...text, name: 'app' } } } },
        settings: { socket_mode_enabled: true, ...run },
      }),
    ],
    [
      'steps of version 2',
      second({
        functions: {
          check: {
            ...step,
            input_parameters: { properties: { app: text }, required: ['app'] },
            output_parameters: { properties: {}, required: [] },
          },
        },
      }),
    ],
    ['a workflow of version 1', app({ workflows: { off: { ...flow, input_parameters: { a: text } } } })],
    [
      'a workflow of version 2',
      second({
        workflows: {
          off: {
            ...flow,
            input_parameters: { properties: { a: text } },
            steps: [{ ...action, type: 'switch' }],
          },
        },
      }),
    ],
    [
      'a suggested trigger',
      app({
        workflows: {
          off: {
            ...flow,
            suggested_triggers: [{ type: 'shortcut', inputs: { a: { value: null, locked: true } } }],
          },
        },
      }),
    ],
    ['types and datastores', { ...store(), types: { app: { ...text, enum: ['a'] } } }],
    ['a provider of Slack', withProvider({ client_id: 'c', scope: ['a'] }, 'SLACK_PROVIDED')],
    ['a provider of its own', withProvider(provider)],
    ['outgoing domains', app({ outgoing_domains: ['acme.com'] })],
    ['address ranges', settings({ allowed_ip_address_ranges: ['10.0.0.0/8', '255.255.255.255'] })],
  ])('%s', (_what, manifest) => {
    expect(checkManifest(manifest)).toEqual([]);
  });
});

describe('the schema refuses', () => {
  it.each<[string, unknown]>([
    ['an unknown setting', settings({ bad_param: false })],
    [
      'an optional scope that is not asked for',
      app({ oauth_config: { scopes: { bot: ['commands'], bot_optional: ['users:read'] } } }),
    ],
    [
      'an optional scope that is asked for in the other list',
      app({ oauth_config: { scopes: { bot: ['commands', 'users:read'], user_optional: ['users:read'] } } }),
    ],
    ['no display information', { settings: {} }],
    ['a third version', app({ _metadata: { major_version: 3 } })],
    ['steps of version 1 in version 2', second({ functions: { check: step } })],
    [
      'steps of version 2 in version 1',
      app({
        functions: { check: { ...step, input_parameters: { properties: { a: text }, required: ['a'] } } },
        settings: { socket_mode_enabled: true, ...run },
      }),
    ],
    [
      'parameters of a workflow of version 1 in version 2',
      second({ workflows: { off: { ...flow, input_parameters: { a: text } } } }),
    ],
    [
      'a kind of step in version 1',
      app({ workflows: { off: { ...flow, steps: [{ ...action, type: 'switch' }] } } }),
    ],
    ['a workflow without steps', app({ workflows: { off: { title: 'T', description: '' } } })],
    [
      'a trigger whose input has no value',
      app({
        workflows: { off: { ...flow, suggested_triggers: [{ type: 's', inputs: { a: { locked: true } } }] } },
      }),
    ],
    ['51 workflows', app({ workflows: numbered(51, flow) })],
    ['a type without its type', app({ types: { app: { title: 'x' } } })],
    ['eleven datastores', app({ datastores: numbered(11, { primary_key: 'id', attributes: {} }) })],
    ['a datastore without a key', store({ primary_key: '' })],
    ['101 attributes', store({ attributes: numbered(101, text) })],
    ['an unknown kind of provider', withProvider(provider, 'OTHER')],
    ['a provider over http', withProvider({ ...provider, token_url: 'http://zoom.us/t' })],
    [
      'a parameter of an unknown type',
      features({ functions: [{ ...listed, input_parameters: [{ type: 'text', name: 'a' }] }] }),
    ],
    ['a listed parameter without a name', features({ functions: [{ ...listed, input_parameters: [text] }] })],
    [
      '21 listed parameters',
      features({ functions: [{ ...listed, input_parameters: many(21, () => ({ ...text, name: 'a' })) }] }),
    ],
    ['steps from apps, none', features({ workflow_steps: [] })],
    ['the same domain twice', app({ outgoing_domains: ['acme.com', 'acme.com'] })],
    ['a domain that begins with a dot', features({ unfurl_domains: ['.acme.com'] })],
    [
      'the same subscription twice',
      settings({
        event_subscriptions: { metadata_subscriptions: many(2, () => ({ app_id: 'A1', event_type: 'x' })) },
      }),
    ],
    ['a scope of 51 letters', app({ oauth_config: { scopes: { bot: ['commands', letters(51)] } } })],
    ['a truth that is a text', settings({ org_deploy_enabled: 'true' })],
    [
      'five prompts',
      features({ agent_view: { suggested_prompts: many(5, () => ({ title: 't', message: 'm' })) } }),
    ],
  ])('%s', (_what, manifest) => {
    expect(checkManifest(manifest).length).toBeGreaterThan(0);
  });
});

describe('our manifest', () => {
  const each: [string, Piece][] = [
    ['Socket Mode', { ...ours() }],
    ['HTTP', { ...ours({ url: 'https://greenroom.example.com' }) }],
  ];
  it.each(each)('is taken for %s, with and without metadata', (_mode, manifest) => {
    const { _metadata, ...rest } = manifest;
    for (const one of [manifest, rest, { ...rest, _metadata: { major_version: 2 } }])
      expect(checkManifest(one)).toEqual([]);
  });

  it.each(each)('is refused for %s once anything unknown stands in it', (_mode, manifest) => {
    for (const part of Object.keys(manifest)) {
      const inside = manifest[part];
      const more = typeof inside === 'object' && inside !== null ? { ...inside, unknown: 1 } : {};
      expect(checkManifest({ ...manifest, [part]: more }).map(({ pointer }) => pointer)).toEqual([
        `/${part}`,
      ]);
    }
  });
});
