import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SimulatedSlack, startSlack } from '../../../../sandbox/simulators/slack/index.ts';
import { modal } from '../../../unit/sandbox/slack/support/views.ts';
import { manifest } from './support/manifest.ts';

const scopes = [
  'commands',
  'chat:write',
  'users:read',
  'channels:read',
  'channels:history',
  'im:write',
  'team:read',
];
const shutTab = {
  ...manifest,
  features: { ...manifest.features, app_home: { home_tab_enabled: true, messages_tab_enabled: false } },
};

let slack: SimulatedSlack;
beforeEach(async () => {
  slack = await startSlack({ manifest, scopes });
});
afterEach(() => slack.stop());

type Args = Readonly<Record<string, string>>;

async function ask(how: 'GET' | 'form' | 'json' | 'mixed', method: string, args: Args) {
  const query = new URLSearchParams(args).toString();
  const authorization = { authorization: `Bearer ${slack.botToken}` };
  const form = { ...authorization, 'content-type': 'application/x-www-form-urlencoded' };
  const json = { ...authorization, 'content-type': 'application/json; charset=utf-8' };
  const requests = {
    GET: [`${method}?${query}`, { headers: authorization }],
    form: [method, { method: 'POST', headers: form, body: query }],
    json: [method, { method: 'POST', headers: json, body: JSON.stringify(args) }],
    mixed: [`${method}?${query}`, { method: 'POST', headers: form, body: '' }],
  } as const;
  const [path, init] = requests[how];
  const response = await fetch(`${slack.apiUrl}${path}`, init);
  const reply: Record<string, unknown> = JSON.parse(await response.text());
  return reply;
}

const post = (args: Args) => ask('form', 'chat.postMessage', args);
const general = () => slack.channelId('#zoom-integration');

describe.each(['GET', 'form', 'json', 'mixed'] as const)('arguments sent as %s', (how) => {
  it.each([
    ['auth.test', () => ({})],
    ['users.info', () => ({ user: slack.person('ana').id })],
    ['users.info', () => ({ user: slack.botUserId })],
    ['conversations.info', () => ({ channel: general() })],
    ['conversations.list', () => ({ limit: '2', types: 'public_channel' })],
    ['conversations.members', () => ({ channel: general() })],
    ['conversations.history', () => ({ channel: general(), limit: '5' })],
    ['conversations.open', () => ({ users: slack.person('ana').id })],
    ['team.info', () => ({})],
    ['chat.postMessage', () => ({ channel: general(), text: 'a & b' })],
  ])('are read by %s', async (method, args) => {
    expect(await ask(how, method, args())).toMatchObject({ ok: true });
    expect(slack.inspector.violations()).toEqual([]);
  });
});

describe('a token', () => {
  it('in the query is none', async () => {
    const reply = await (await fetch(`${slack.apiUrl}auth.test?token=${slack.botToken}`)).text();
    expect(JSON.parse(reply)).toEqual({ ok: false, error: 'not_authed' });
    expect(JSON.stringify(slack.inspector.entries())).not.toContain(slack.botToken);
  });
});

describe('a response_url', () => {
  it('is posted to, and cannot be fetched', async () => {
    expect((await fetch(`${slack.url}response/${slack.id}/R1`)).status).toBe(404);
  });
});

describe('a permalink', () => {
  it('of a reply leads into its thread, of any other message to the message', async () => {
    const channel = general();
    const { ts: root } = await post({ channel, text: 'root' });
    const { ts: reply } = await post({ channel, text: 'reply', thread_ts: String(root) });
    const linkOf = async (ts: unknown) =>
      (await ask('GET', 'chat.getPermalink', { channel, message_ts: String(ts) })).permalink;
    const at = (ts: unknown) => `https://acme.slack.com/archives/${channel}/p${String(ts).replace('.', '')}`;
    expect(await linkOf(root)).toBe(at(root));
    expect(await linkOf(reply)).toBe(`${at(reply)}?thread_ts=${root}&cid=${channel}`);
    expect(await linkOf('1.000001')).toBeUndefined();
  });
});

describe('a message', () => {
  it('may be made of attachments, which people read and later calls find', async () => {
    const channel = general();
    const attachments = JSON.stringify([
      { color: '#36a64f', title: 'Deploy', text: 'went *well*', fields: [{ title: 'Took', value: '3 min' }] },
    ]);
    const posted = await post({ channel, attachments });
    expect(posted).toMatchObject({
      ok: true,
      message: { attachments: [{ id: 1, fallback: 'went *well*' }], blocks: [] },
    });
    const seen = await slack.person('ana').sees('#zoom-integration', 'Deploy');
    expect(seen.text()).toBe('| Deploy\n| went *well*\n| Took: 3 min');
    await ask('form', 'chat.update', { channel, ts: String(posted.ts), text: 'done', attachments: '[]' });
    expect(seen.text()).toBe('done');
  });

  it('may come as markdown, with neither text nor blocks beside it', async () => {
    const channel = general();
    expect(await post({ channel, markdown_text: '**Ready**' })).toMatchObject({ ok: true });
    await slack.person('ana').sees('#zoom-integration', '**Ready**');
    for (const beside of [{ text: 'x' }, { blocks: '[{"type":"divider"}]' }])
      expect(await post({ channel, markdown_text: 'x', ...beside })).toMatchObject({
        error: 'markdown_text_conflict',
      });
    expect(await post({ channel, markdown_text: 'x'.repeat(12_001) })).toMatchObject({
      error: 'invalid_arguments',
    });
    expect(await post({ channel, markdown_text: ' ' })).toMatchObject({ error: 'no_text' });
  });
});

describe('an interactivity pointer', () => {
  it('opens a view in place of a trigger, once', async () => {
    await slack.person('ana').types('#general', '/zoom-app');
    const command = slack.inspector.deliveries('command')[0]?.request;
    const pointer =
      typeof command === 'object' && command !== null && 'trigger_id' in command
        ? String(command.trigger_id)
        : '';
    const view = JSON.stringify(modal('Hello', [{ type: 'divider' }], null));
    const open = (args: Args) => ask('form', 'views.open', { view, ...args });
    expect(await open({})).toMatchObject({ error: 'invalid_arguments' });
    expect(await open({ interactivity_pointer: pointer })).toMatchObject({ ok: true });
    expect(await open({ interactivity_pointer: pointer })).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await open({ interactivity_pointer: '1.2.x' })).toMatchObject({ error: 'invalid_trigger_id' });
  });
});

describe('an app whose Messages tab is off', () => {
  it('cannot write direct messages, neither by user id nor by the id of the conversation', async () => {
    await slack.stop();
    slack = await startSlack({ manifest: shutTab, scopes });
    const user = slack.person('ana').id;
    const { channel } = await ask('form', 'conversations.open', { users: user });
    const dm = typeof channel === 'object' && channel !== null && 'id' in channel ? String(channel.id) : '';
    for (const place of [user, dm]) {
      expect(await post({ channel: place, text: 'hi' })).toEqual({
        ok: false,
        error: 'messages_tab_disabled',
      });
      expect(await ask('form', 'chat.postEphemeral', { channel: place, user, text: 'hi' })).toMatchObject({
        error: 'messages_tab_disabled',
      });
    }
    expect(await post({ channel: general(), text: 'hi' })).toMatchObject({ ok: true });
  });
});
