import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JsonObject } from '../../../sandbox/simulators/slack/json.ts';
import { checkManifest } from '../../../sandbox/simulators/slack/rules/index.ts';
import { manifest, slackEndpoint } from '../../../src/slack/manifest.ts';

const run = promisify(execFile);
const command = (...args: string[]) =>
  run('node_modules/.bin/tsx', ['scripts/greenroom.ts', 'manifest', ...args]);
const project = new URL('../../../', import.meta.url);

describe('the app manifest', () => {
  it('is one that Slack takes, for Socket Mode and for HTTP', () => {
    const both: JsonObject[] = [manifest(), manifest({ url: 'https://greenroom.example.com' })];
    for (const one of both) expect(checkManifest(one)).toEqual([]);
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

  it('is the same as manifest.yml', async () => {
    expect(parse(await readFile(new URL('manifest.yml', project), 'utf8'))).toEqual(manifest());
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
    const { stdout } = await command('--url', 'https://greenroom.example.com');
    expect(parse(stdout)).toEqual(manifest({ url: 'https://greenroom.example.com' }));
  });

  it('prints what manifest.yml holds when it is given no address', async () => {
    const { stdout } = await command();
    expect(stdout).toBe(await readFile(new URL('manifest.yml', project), 'utf8'));
  });

  it('fails with the reason, and prints nothing, for anything but https', async () => {
    const failure: unknown = await command('--url', 'http://example.com').then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('is not https') });
  });

  it('fails with the reason for an option it does not know', async () => {
    await expect(command('--host', 'x')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--host'),
    });
  });
});
