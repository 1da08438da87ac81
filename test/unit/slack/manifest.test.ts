import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JsonObject } from '../../../sandbox/simulators/slack/json.ts';
import { checkManifest } from '../../../sandbox/simulators/slack/rules/index.ts';
import { manifest, slackEndpoint } from '../../../src/slack/manifest.ts';
import { greenroom } from '../../harness/greenroom.ts';

const project = new URL('../../../', import.meta.url);

describe('the app manifest', () => {
  it('is one that Slack takes, for Socket Mode and for HTTP', () => {
    const url = 'https://greenroom.example.com';
    const all: JsonObject[] = [{}, { url }, { optional: true }, { url, optional: true }].map(manifest);
    for (const one of all) expect(checkManifest(one)).toEqual([]);
  });

  it('asks for nothing but commands and posting', () => {
    expect(manifest().oauth_config).toEqual({ scopes: { bot: ['commands', 'chat:write', 'users:read'] } });
  });

  it('has no address in Socket Mode', () => {
    expect(JSON.stringify(manifest())).not.toMatch(/https?:/);
    expect(manifest().settings.socket_mode_enabled).toBe(true);
  });

  it('sends everything to one address over HTTP', () => {
    const text = JSON.stringify(manifest({ url: 'https://greenroom.example.com/' }));
    const addresses = text.match(/"(url|request_url|message_menu_options_url)":"[^"]*"/g) ?? [];
    expect(addresses).toHaveLength(6);
    for (const address of addresses)
      expect(address).toContain('"https://greenroom.example.com/slack/events"');
    expect(text).toContain('"socket_mode_enabled":false');
  });

  it('is the same as manifest.yml, and as manifest.json, which the Slack CLI reads', async () => {
    expect(parse(await readFile(new URL('manifest.yml', project), 'utf8'))).toEqual(manifest());
    const json = await readFile(new URL('manifest.json', project), 'utf8');
    expect(JSON.parse(json)).toEqual(manifest());
  });

  it('is what the Slack CLI gets for `slack run`, which starts Greenroom with a connection of its own', async () => {
    const hooks: unknown = JSON.parse(await readFile(new URL('.slack/hooks.json', project), 'utf8'));
    expect(hooks).toMatchObject({
      hooks: { 'get-manifest': 'cat manifest.json', start: 'npm start' },
      config: { 'sdk-managed-connection-enabled': true },
    });
  });

  it('may be installed for a whole organisation', () => {
    expect(manifest().settings.org_deploy_enabled).toBe(true);
  });

  it('asks with --look for the scopes of the lookup and of files too, each of which may be left out', () => {
    const { scopes } = manifest({ optional: true }).oauth_config;
    const optional = [
      'channels:history',
      'groups:history',
      'im:history',
      'im:write',
      'files:write',
      'files:read',
      'channels:read',
      'groups:read',
      'usergroups:read',
    ];
    expect(scopes).toEqual({
      bot: [...manifest().oauth_config.scopes.bot, ...optional],
      bot_optional: optional,
    });
    const { oauth_config: _, settings, ...others } = manifest({ optional: true });
    expect(manifest()).toMatchObject(others);
    const { event_subscriptions, ...rest } = manifest().settings;
    expect(settings).toEqual({
      ...rest,
      event_subscriptions: {
        bot_events: [
          ...event_subscriptions.bot_events,
          'member_joined_channel',
          'channel_archive',
          'channel_deleted',
          'channel_left',
          'group_archive',
          'group_deleted',
          'group_left',
        ],
      },
    });
  });
});

describe('the address', () => {
  it.each([
    ['http://greenroom.example.com', 'is not https'],
    ['greenroom.example.com', 'is no address'],
    ['', 'is no address'],
    ['https://greenroom.example.com/slack/events', 'adds /slack/events itself'],
    ['https://greenroom.example.com/?a=b', 'more than a host'],
    ['https://user:pass@greenroom.example.com', 'name or password'],
  ])('is refused with a reason: %s', (url, reason) => {
    const endpoint = slackEndpoint(url);
    expect(endpoint.ok ? '' : endpoint.error).toContain(reason);
    expect(() => manifest({ url })).toThrow(reason);
  });

  it('keeps its port', () => {
    expect(slackEndpoint('https://greenroom.example.com:8443')).toEqual({
      ok: true,
      value: 'https://greenroom.example.com:8443/slack/events',
    });
  });
});

describe('the command that prints the manifest', () => {
  it('prints YAML that says the same', async () => {
    const { out } = await greenroom('manifest', '--url', 'https://greenroom.example.com');
    expect(parse(out)).toEqual(manifest({ url: 'https://greenroom.example.com' }));
  });

  it('prints what manifest.yml holds when it is given no address', async () => {
    const { out } = await greenroom('manifest');
    expect(out).toBe(await readFile(new URL('manifest.yml', project), 'utf8'));
  });

  it.each([
    [[], {}],
    [['--look'], { optional: true }],
    [['--url', 'https://a.example'], { url: 'https://a.example' }],
    [['--look', '--url=https://a.example:8443/'], { optional: true, url: 'https://a.example:8443' }],
  ])('prints a link that fills in the form of Slack with the same: %j', async (words, options) => {
    const { out, code } = await greenroom('manifest', '--link', ...words);
    expect(code).toBe(0);
    expect(out).toMatch(/^https:\/\/api\.slack\.com\/apps\?new_app=1&manifest_json=[\w%.~!*'()-]+\n$/);
    expect(JSON.parse(new URL(out.trim()).searchParams.get('manifest_json') ?? '')).toEqual(
      manifest(options),
    );
    // The longest address that every browser and proxy takes.
    expect(out.length).toBeLessThan(8_000);
  });

  it('fails with the reason, and prints nothing, for anything but https', async () => {
    const { code, out, err } = await greenroom('manifest', '--url', 'http://example.com');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('is not https');
  });

  it('fails with the reason for an option it does not know', async () => {
    const { code, err } = await greenroom('manifest', '--host', 'x');
    expect(code).toBe(2);
    expect(err).toContain('--host');
  });
});
