import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig, parseStorage } from '../../src/config/config.ts';
import { type EnvironmentVariables, withFilesRead } from '../../src/config/parse_variables.ts';

const folder = mkdtempSync(join(tmpdir(), 'greenroom-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function mounted(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The lines a person would see. */
function lines(env: EnvironmentVariables): string[] {
  const config = parseConfig(env);
  return config.ok ? [] : config.error.map(({ line }) => line);
}

const appToken = { SLACK_APP_TOKEN: 'xapp-1-app' };

test('a secret can come from a file, as Docker and Kubernetes mount them, with or without a last newline', () => {
  const config = parseConfig({
    SLACK_BOT_TOKEN_FILE: mounted('bot_token', 'xoxb-1-bot\n'),
    SLACK_SIGNING_SECRET_FILE: mounted('signing_secret', 'shh'),
    DATABASE_URL_FILE: mounted('database_url', 'postgres://greenroom:pw@db/greenroom\n'),
    VAULT_KEYS_FILE: mounted('keys', `k1:${randomBytes(32).toString('base64')}\n`),
    STACKONE_API_KEY_FILE: mounted('stackone', 'v1.key\n'),
    NODE_ENV: 'production',
  });
  if (!config.ok) throw new Error(config.error.map(({ line }) => line).join('\n'));
  const { slack, database, vault, stackone } = config.value;
  expect(slack.botToken.reveal()).toBe('xoxb-1-bot');
  expect(slack.transport === 'http' && slack.signingSecret.reveal()).toBe('shh');
  expect(database.kind === 'external' && database.url.reveal()).toBe('postgres://greenroom:pw@db/greenroom');
  expect(vault.kind === 'keys' && vault.keys.map(({ id }) => id)).toEqual(['k1']);
  expect(stackone.apiKey?.reveal()).toBe('v1.key');
});

test('a file that is not there gets one line, which repeats nothing: it may be the secret itself', () => {
  expect(lines({ ...appToken, SLACK_BOT_TOKEN_FILE: 'xoxb-given-by-mistake' })).toEqual([
    'SLACK_BOT_TOKEN_FILE names a file that cannot be read (ENOENT): check its path and permissions.',
  ]);
});

const bot = { ...appToken, SLACK_BOT_TOKEN: 'xoxb-1-bot' };

test.each([
  ['is not there', () => join(folder, 'no webhook'), 1],
  ['is the secret itself', () => 'whsec_given_by_mistake', 1],
  ['is empty', () => mounted('empty_webhook', '\n'), 0],
  ['is no file but nothing, as Compose mounts it', () => '/dev/null', 0],
])('Greenroom starts when the file of the webhook secret %s', (_what, path, warned) => {
  const given = { ...bot, STACKONE_WEBHOOK_SECRET_FILE: path() };
  for (const env of [given, withFilesRead(given)]) {
    const config = parseConfig(env);
    if (!config.ok) throw new Error(lines(env).join('\n'));
    expect(config.value.stackoneWebhookSecrets).toEqual([]);
    const said = config.value.warnings.filter((line) => line.includes('WEBHOOK'));
    expect(said).toHaveLength(warned);
    expect(said.join()).not.toContain('mistake');
  }
});

test('a file of the webhook secret that is there and cannot be read is wrong', () => {
  expect(lines({ ...bot, STACKONE_WEBHOOK_SECRET_FILE: folder })).toEqual([
    'STACKONE_WEBHOOK_SECRET_FILE names a file that cannot be read (EISDIR): check its path and permissions.',
  ]);
});

test('what is in a file is judged like what is in the variable', () => {
  expect(lines({ ...appToken, SLACK_BOT_TOKEN_FILE: mounted('swapped', 'xoxp-1\n') })).toEqual([
    expect.stringMatching(/^SLACK_BOT_TOKEN holds a user token/),
  ]);
});

test('an empty file counts as not set', () => {
  expect(lines({ ...appToken, SLACK_BOT_TOKEN_FILE: mounted('empty', '\n') })).toEqual([
    expect.stringMatching(/^SLACK_BOT_TOKEN is missing/),
  ]);
});

test('a secret that is given twice is not guessed at', () => {
  const path = mounted('bot', 'xoxb-2');
  expect(lines({ ...appToken, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN_FILE: path })).toEqual([
    'SLACK_BOT_TOKEN_FILE is set beside SLACK_BOT_TOKEN: keep one of the two.',
  ]);
});

test('a backup needs no token of Slack to know where the data is', () => {
  const external = parseStorage({ DATABASE_URL_FILE: mounted('url', 'postgres://db/x') });
  expect(external.ok && external.value.database.kind).toBe('external');
  expect(parseStorage({ GREENROOM_DATA_DIR: '/srv/greenroom' })).toMatchObject({
    ok: true,
    value: {
      database: { kind: 'embedded', dataDir: '/srv/greenroom' },
      vault: { kind: 'file', path: '/srv/greenroom/vault.key' },
    },
  });
  expect(parseStorage({ DATABASE_URL: 'mysql://x' }).ok).toBe(false);
});

test('files can be read once for several looks, and what is wrong with them stays wrong', () => {
  const path = mounted('once', ' xoxb-1-bot\n');
  const once = withFilesRead({ ...appToken, SLACK_BOT_TOKEN_FILE: ` ${path} `, LOG_LEVEL: '' });
  rmSync(path);
  expect(once).toEqual({ ...appToken, SLACK_BOT_TOKEN: 'xoxb-1-bot' });
  expect([lines(once), lines(once)]).toEqual([[], []]);
  const wrong: readonly EnvironmentVariables[] = [
    { ...appToken, SLACK_BOT_TOKEN_FILE: join(folder, 'none') },
    { ...appToken, SLACK_BOT_TOKEN_FILE: mounted('nothing', ' ') },
    { ...appToken, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN_FILE: mounted('second', 'xoxb-2') },
  ];
  for (const env of wrong) expect(lines(withFilesRead(env))).toEqual(lines(env));
});
