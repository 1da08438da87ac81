import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { objectsAt } from '../../../../sandbox/simulators/slack/json.ts';
import { modal, text } from '../../../unit/sandbox/slack/support/views.ts';
import { manifest } from './support/manifest.ts';

let slack: SimulatedSlack;
beforeEach(async () => {
  slack = await startSlack({ manifest });
});
afterEach(() => slack.stop());

const FORM = 'application/x-www-form-urlencoded';

async function call(method: string, args: Record<string, string> = {}, token = slack.botToken, type = FORM) {
  const body = type === FORM ? new URLSearchParams(args).toString() : JSON.stringify(args);
  const headers = { 'content-type': type, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) };
  const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', headers, body });
  const reply: Record<string, unknown> = JSON.parse(await response.text());
  return { status: response.status, headers: response.headers, reply };
}

const codes = () => slack.inspector.violations().map((violation) => violation.code);

describe('the Web API', () => {
  it('wants a token, and the right kind of token', async () => {
    expect((await call('auth.test', {}, '')).reply).toEqual({ ok: false, error: 'not_authed' });
    expect((await call('auth.test', {}, 'xoxb-made-up')).reply).toEqual({ ok: false, error: 'invalid_auth' });
    expect((await call('auth.test', {}, slack.appToken)).reply.error).toBe('not_allowed_token_type');
    expect((await call('apps.connections.open')).reply.error).toBe('not_allowed_token_type');
    expect((await call('apps.connections.open', {}, slack.appToken)).reply.url).toMatch(/^ws:/);
    expect((await call('auth.test', { token: slack.botToken }, '')).reply.ok).toBe(true);
  });

  it('says who the bot is, and which scopes it has', async () => {
    const { reply, headers } = await call('auth.test');
    expect(reply).toMatchObject({ ok: true, team_id: slack.id, user_id: slack.botUserId, team: 'Acme' });
    expect(headers.get('x-oauth-scopes')).toBe('commands,chat:write');
  });

  it('refuses what the scopes do not hold', async () => {
    const ana = slack.person('ana').id;
    for (const [method, args, needed] of [
      ['users.info', { user: ana }, 'users:read'],
      ['conversations.open', { users: ana }, 'im:write'],
      ['conversations.list', {}, 'channels:read'],
      ['conversations.info', { channel: slack.channelId('#platform') }, 'groups:read'],
      ['conversations.history', { channel: slack.channelId('#general') }, 'channels:history'],
      ['team.info', {}, 'team:read'],
    ] as const) {
      const { reply } = await call(method, args);
      expect(reply).toEqual({ ok: false, error: 'missing_scope', needed, provided: 'commands,chat:write' });
    }
    expect(new Set(codes())).toEqual(new Set(['missing_scope']));
  });

  it('knows people, channels, members and history once the scopes are there', async () => {
    await slack.stop();
    const scopes = ['chat:write', 'channels:read', 'channels:history', 'users:read', 'im:write', 'team:read'];
    slack = await startSlack({ manifest, scopes });
    const channel = slack.channelId('#zoom-integration');
    const ana = slack.person('ana').id;
    const posted = await call('chat.postMessage', { channel, text: 'root' });
    const ts = String(posted.reply.ts);
    await call('chat.postMessage', { channel, text: 'reply', thread_ts: ts });
    expect((await call('users.info', { user: ana })).reply).toMatchObject({
      user: { is_owner: true, tz: 'Europe/Madrid' },
    });
    expect((await call('conversations.open', { users: ana })).reply).toMatchObject({
      channel: { id: expect.stringMatching(/^D/) },
    });
    expect((await call('conversations.info', { channel })).reply).toMatchObject({
      channel: { name: 'zoom-integration', is_member: true },
    });
    expect((await call('conversations.members', { channel, limit: '2' })).reply).toMatchObject({
      members: [ana, slack.person('zoe').id],
      response_metadata: { next_cursor: expect.stringMatching(/./) },
    });
    expect((await call('conversations.list', { exclude_archived: 'true' })).reply).toMatchObject({
      channels: [{ name: 'zoom-integration' }, { name: 'general' }],
    });
    expect((await call('conversations.history', { channel })).reply).toMatchObject({
      messages: [{ text: 'root' }],
    });
    expect((await call('conversations.replies', { channel, ts })).reply).toMatchObject({
      messages: [{ text: 'root' }, { text: 'reply' }],
    });
    expect((await call('chat.getPermalink', { channel, message_ts: ts })).reply.permalink).toContain(
      `/archives/${channel}/p`,
    );
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('takes forms and JSON, and nothing else', async () => {
    const channel = slack.channelId('#zoom-integration');
    const args = { channel, text: 'x' };
    expect((await call('chat.postMessage', args, slack.botToken, 'application/json')).reply.ok).toBe(true);
    expect((await call('chat.postMessage', args, slack.botToken, 'text/plain')).reply.error).toBe(
      'invalid_post_type',
    );
    const broken = { channel, text: 'x', blocks: '[{' };
    expect((await call('chat.postMessage', broken)).reply.error).toBe('invalid_blocks_format');
    expect(codes()).toEqual(['invalid_post_type', 'invalid_blocks_format']);
  });

  it('does not know every method', async () => {
    expect((await call('chat.shout')).reply.error).toBe('unknown_method');
    expect(codes()).toEqual(['unknown_method']);
  });

  it('names the argument that is missing', async () => {
    const { reply } = await call('views.open', { view: JSON.stringify(modal('Hi', [], null)) });
    expect(reply.error).toBe('invalid_arguments');
    expect((await call('chat.postMessage', { text: 'x' })).reply).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: channel [json-pointer:/channel]'] },
    });
  });

  it('keeps external ids unique', async () => {
    const user_id = slack.person('ana').id;
    const home = (id: string) =>
      JSON.stringify({ type: 'home', external_id: id, blocks: [{ type: 'divider' }] });
    await call('views.publish', { user_id, view: home('board') });
    expect((await call('views.publish', { user_id, view: home('board') })).reply.ok).toBe(true);
    const other = slack.person('zoe').id;
    expect((await call('views.publish', { user_id: other, view: home('board') })).reply.error).toBe(
      'duplicate_external_id',
    );
  });

  it('checks blocks without a token', async () => {
    const good = JSON.stringify([{ type: 'divider' }]);
    const bad = JSON.stringify([{ type: 'header', text: text('x'.repeat(151)) }]);
    expect((await call('blocks.validate', { blocks: good }, '')).reply).toEqual({ ok: true });
    expect((await call('blocks.validate', { blocks: bad }, '')).reply).toMatchObject({
      ok: false,
      error: 'invalid_blocks',
      errors: [{ pointer: '/blocks/0/text/text', code: expect.any(String) }],
    });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('writes down every call, but no token', async () => {
    await call('auth.test', { token: slack.botToken }, '');
    expect(JSON.stringify(slack.inspector.entries())).not.toContain(slack.botToken);
    expect(slack.inspector.calls('auth.test')).toMatchObject([
      { direction: 'from_app', team: slack.id, status: 200 },
    ]);
  });

  it('lists people and the app among them, and the channels the app is in', async () => {
    await slack.stop();
    slack = await startSlack({ manifest, scopes: ['users:read', 'channels:read', 'channels:join'] });
    const names = async (method: string, field: string) => {
      const { reply } = await call(method, { exclude_archived: 'true' });
      return objectsAt(reply, field).map((one) => one.name);
    };
    expect(await names('users.list', 'members')).toEqual(['ana', 'zoe', 'ben', 'greenroom']);
    expect(await names('users.conversations', 'channels')).toEqual(['zoom-integration']);
    const { reply } = await call('bots.info');
    expect(reply).toMatchObject({ ok: true, bot: { name: 'Greenroom', user_id: slack.botUserId } });
    expect((await call('bots.info', { bot: 'B0' })).reply.error).toBe('bot_not_found');
    for (const [channel, error] of [
      ['#platform', 'channel_not_found'],
      ['#old-zoom', 'is_archived'],
      ['#general', undefined],
    ] as const)
      expect((await call('conversations.join', { channel: slack.channelId(channel) })).reply.error).toBe(
        error,
      );
    expect(await names('users.conversations', 'channels')).toEqual(['zoom-integration', 'general']);
    const again = await call('conversations.join', { channel: slack.channelId('#general') });
    expect(again.reply).toMatchObject({ ok: true, warning: 'already_in_channel' });
  });

  it('gives back what it is asked in a test, and fails when asked to', async () => {
    expect((await call('api.test', { foo: 'bar' }, '')).reply).toEqual({ ok: true, args: { foo: 'bar' } });
    expect((await call('api.test', { error: 'my_error' }, '')).reply).toMatchObject({ error: 'my_error' });
  });
});

describe('oauth.v2.access', () => {
  /** Allows the app, and exchanges the code as `send` says. */
  async function exchange(send: (code: string) => { body: Record<string, string>; authorization?: string }) {
    let answer: Record<string, unknown> = {};
    const server = createServer(async (req, res) => {
      const { searchParams, pathname } = new URL(req.url ?? '/', origin);
      const back = `${origin}/back`;
      if (pathname !== '/back') {
        const query = new URLSearchParams({ client_id: slack.clientId, redirect_uri: back });
        return res.writeHead(302, { location: `${slack.url}oauth/v2/authorize?${query}` }).end();
      }
      const { body, authorization } = send(searchParams.get('code') ?? '');
      const response = await fetch(`${slack.apiUrl}oauth.v2.access`, {
        method: 'POST',
        headers: { 'content-type': FORM, ...(authorization === undefined ? {} : { authorization }) },
        body: new URLSearchParams({ redirect_uri: back, ...body }).toString(),
      });
      answer = JSON.parse(await response.text());
      return res.end('done');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    await slack.installsFrom(`${origin}/install`);
    server.close();
    return answer;
  }
  const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const client = () => ({ client_id: slack.clientId, client_secret: slack.clientSecret });

  it('takes the client by HTTP Basic authentication or in the body', async () => {
    const token = { ok: true, access_token: slack.botToken };
    const { clientId, clientSecret } = slack;
    expect(await exchange((code) => ({ body: { code, ...client() } }))).toMatchObject(token);
    const authorization = basic(clientId, clientSecret);
    expect(await exchange((code) => ({ body: { code }, authorization }))).toMatchObject(token);
    const wrong = basic(clientId, 'a guess');
    expect((await exchange((code) => ({ body: { code }, authorization: wrong }))).error).toBe(
      'bad_client_secret',
    );
    expect((await exchange((code) => ({ body: { code } }))).error).toBe('invalid_client_id');
    expect(JSON.stringify(slack.inspector.entries())).not.toContain(clientSecret);
  });

  it('wants the redirect address of the request again', async () => {
    const redirect_uri = 'https://elsewhere.example/back';
    const answer = await exchange((code) => ({ body: { code, ...client(), redirect_uri } }));
    expect(answer.error).toBe('bad_redirect_uri');
  });
});
