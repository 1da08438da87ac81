import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { input, modal, option, text } from '../../../unit/sandbox/slack/support/views.ts';
import { manifest } from './support/manifest.ts';
import { type Stage, stage } from './support/small_app.ts';

/**
 * Which fields each payload and answer carries, and of which JSON type: what Slack's own samples hold (java-slack-sdk json-logs,
 * bolt-js and bolt-python tests). `?` after a type: may be null.
 */
type Shape = { readonly [field: string]: string | Shape };

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Every field that is missing or of another type, as `path: wanted, but found`. */
function unlike(value: unknown, shape: Shape, path = ''): string[] {
  return Object.entries(shape).flatMap(([name, wanted]) => {
    const found = fieldOf(value, name);
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof wanted !== 'string')
      return typeOf(found) === 'object' ? unlike(found, wanted, at) : [`${at}: object, but ${typeOf(found)}`];
    const fits = typeOf(found) === wanted.replace('?', '') || (wanted.endsWith('?') && found === null);
    return fits ? [] : [`${at}: ${wanted}, but ${typeOf(found)}`];
  });
}

const S = 'string';
const B = 'boolean';
const N = 'number';
const person = { id: S, username: S, name: S, team_id: S };
const common = {
  type: S,
  team: { id: S, domain: S },
  user: person,
  api_app_id: S,
  token: S,
  enterprise: 'object?',
  is_enterprise_install: B,
};
const plain = { type: S, text: S, emoji: B };
const view = {
  id: S,
  team_id: S,
  type: S,
  title: plain,
  blocks: 'list',
  private_metadata: S,
  callback_id: S,
  external_id: S,
  state: { values: 'object' },
  hash: S,
  clear_on_close: B,
  notify_on_close: B,
  root_view_id: S,
  previous_view_id: 'string?',
  app_id: S,
  app_installed_team_id: S,
  bot_id: S,
};
const modalView = { ...view, submit: plain, close: plain };
const botProfile = {
  id: S,
  deleted: B,
  name: S,
  updated: N,
  app_id: S,
  icons: { image_36: S, image_48: S, image_72: S },
  team_id: S,
};
const ofBot = {
  type: S,
  user: S,
  bot_id: S,
  app_id: S,
  text: S,
  team: S,
  ts: S,
  blocks: 'list',
  bot_profile: botProfile,
};
const ofPerson = { type: S, user: S, client_msg_id: S, text: S, team: S, ts: S, blocks: 'list' };
const event = {
  token: S,
  team_id: S,
  api_app_id: S,
  type: S,
  event_id: S,
  event_time: N,
  authorizations: 'list',
  is_ext_shared_channel: B,
  event_context: S,
};
const inMessage = { type: S, message_ts: S, channel_id: S, is_ephemeral: B };
const shortcut = {
  type: S,
  token: S,
  action_ts: S,
  team: { id: S, domain: S },
  user: { id: S, username: S, team_id: S },
  is_enterprise_install: B,
  enterprise: 'object?',
  callback_id: S,
  trigger_id: S,
};
const channel = {
  id: S,
  name: S,
  is_channel: B,
  is_group: B,
  is_im: B,
  created: N,
  is_archived: B,
  is_general: B,
  unlinked: N,
  name_normalized: S,
  is_shared: B,
  creator: S,
  is_ext_shared: B,
  is_org_shared: B,
  shared_team_ids: 'list',
  pending_shared: 'list',
  is_pending_ext_shared: B,
  is_member: B,
  is_private: B,
  is_mpim: B,
  topic: { value: S, creator: S, last_set: N },
  purpose: { value: S, creator: S, last_set: N },
  previous_names: 'list',
  num_members: N,
  context_team_id: S,
  updated: N,
};
const user = {
  id: S,
  team_id: S,
  name: S,
  deleted: B,
  color: S,
  real_name: S,
  tz: S,
  tz_label: S,
  tz_offset: N,
  is_admin: B,
  is_owner: B,
  is_primary_owner: B,
  is_restricted: B,
  is_ultra_restricted: B,
  is_bot: B,
  is_app_user: B,
  updated: N,
  profile: {
    real_name: S,
    real_name_normalized: S,
    display_name: S,
    display_name_normalized: S,
    avatar_hash: S,
    image_24: S,
    image_48: S,
    image_512: S,
    status_text: S,
    status_emoji: S,
    team: S,
  },
};

const all = {
  ...manifest,
  features: {
    ...manifest.features,
    shortcuts: [
      { name: 'Everywhere', type: 'global', callback_id: 'everywhere', description: 'x' },
      { name: 'On it', type: 'message', callback_id: 'on_it', description: 'x' },
    ],
  },
  settings: {
    ...manifest.settings,
    event_subscriptions: {
      bot_events: [
        'app_home_opened',
        'message.channels',
        'app_mention',
        'member_joined_channel',
        'app_uninstalled',
        'tokens_revoked',
      ],
    },
  },
};
const scopes = [
  'commands',
  'chat:write',
  'users:read',
  'channels:read',
  'channels:history',
  'im:write',
  'im:read',
  'team:read',
];

const go = {
  type: 'actions',
  block_id: 'acts',
  elements: [{ type: 'button', action_id: 'go', text: text('Go'), value: 'x' }],
};

let here: Stage;
/** Everything that happens once: each kind of payload is in the log then. */
beforeAll(async () => {
  here = await stage({
    transport: 'http',
    slack: { manifest: all, scopes },
    listen: (app) => {
      const form = () =>
        modal('Form', [
          go,
          input('pick', 'Pick', { type: 'external_select', action_id: 'pick', min_query_length: 0 }),
        ]);
      app.command('/zoom-app', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({
          trigger_id: command.trigger_id,
          view: { ...form(), notify_on_close: true },
        });
      });
      app.action('go', async ({ ack }) => ack());
      app.options('pick', async ({ ack }) => ack({ options: [option('One', '1')] }));
      app.view('form', async ({ ack }) => ack());
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => ack());
      app.shortcut(/./, async ({ ack }) => ack());
      app.event('app_home_opened', async ({ event: opened, client }) => {
        await client.views.publish({
          user_id: opened.user,
          view: { type: 'home', blocks: [{ type: 'divider' }] },
        });
      });
      app.event('member_joined_channel', async () => {});
      app.event('app_mention', async () => {});
      app.message(async () => {});
    },
  });
  const { slack } = here;
  const ana = slack.person('ana');
  await slack.invitesBot('#general');
  const said = await ana.types('#general', 'hello @Greenroom');
  if (said.message !== null) await ana.runsShortcutOn(said.message, 'On it');
  await ana.runsShortcut('Everywhere');
  const blocks = [go];
  await here.app.client.chat.postMessage({ channel: slack.channelId('#general'), text: 'card', blocks });
  await ana.press(await ana.sees('#general', '[Go]'), 'Go');
  await ana.types('#general', '/zoom-app');
  const opened = await ana.modal('Form');
  await opened.press('Go');
  await opened.pick('Pick', ['One']);
  await opened.submit();
  await ana.types('#general', '/zoom-app');
  await (await ana.modal('Form')).close();
  await ana.opensHome();
  await slack.person('ana').opensHome();
});
afterAll(() => here.stop());

describe('what Slack sends', () => {
  const delivered = (kind: string) => here.slack.inspector.deliveries(kind).at(-1)?.request;
  const payloads: readonly (readonly [kind: string, shape: Shape])[] = [
    [
      'command',
      {
        token: S,
        team_id: S,
        team_domain: S,
        channel_id: S,
        channel_name: S,
        user_id: S,
        user_name: S,
        command: S,
        text: S,
        api_app_id: S,
        is_enterprise_install: S,
        response_url: S,
        trigger_id: S,
      },
    ],
    ['view_submission', { ...common, trigger_id: S, view: modalView, response_urls: 'list' }],
    ['view_closed', { ...common, view: modalView, is_cleared: B }],
    [
      'block_suggestion',
      { ...common, action_id: S, block_id: S, value: S, container: { type: S, view_id: S }, view: modalView },
    ],
    ['shortcut', shortcut],
    [
      'message_action',
      {
        ...shortcut,
        user: person,
        channel: { id: S, name: S },
        message_ts: S,
        message: ofPerson,
        response_url: S,
      },
    ],
    [
      'event:app_home_opened',
      { ...event, event: { type: S, user: S, channel: S, tab: S, event_ts: S, view } },
    ],
    [
      'event:member_joined_channel',
      {
        ...event,
        event: { type: S, user: S, channel: S, channel_type: S, team: S, event_ts: S, inviter: S },
      },
    ],
    ['event:app_mention', { ...event, event: { ...ofPerson, channel: S, event_ts: S } }],
  ];
  it.each(payloads)('%s', (kind, shape) => {
    expect(unlike(delivered(kind), shape)).toEqual([]);
  });

  it('event:message, of a person and of the app itself', () => {
    const events = here.slack.inspector.deliveries('event:message').map((one) => one.request);
    const by = (id: string) => events.find((one) => fieldOf(fieldOf(one, 'event'), 'user') === id);
    const heard = { channel: S, channel_type: S, event_ts: S };
    const ana = here.slack.person('ana').id;
    expect(unlike(by(ana), { ...event, event: { ...ofPerson, ...heard } })).toEqual([]);
    expect(unlike(by(here.slack.botUserId), { ...event, event: { ...ofBot, ...heard } })).toEqual([]);
  });

  it('block_actions, from a message and from a view', () => {
    const [first, second] = here.slack.inspector.deliveries('block_actions').map((one) => one.request);
    const action = { type: S, action_id: S, block_id: S, text: plain, value: S, action_ts: S };
    expect(
      unlike(first, {
        ...common,
        trigger_id: S,
        container: inMessage,
        channel: { id: S, name: S },
        message: ofBot,
        state: { values: 'object' },
        response_url: S,
      }),
    ).toEqual([]);
    expect(
      unlike(second, { ...common, trigger_id: S, container: { type: S, view_id: S }, view: modalView }),
    ).toEqual([]);
    for (const payload of [first, second])
      expect(unlike(fieldOf(fieldOf(payload, 'actions'), '0'), action)).toEqual([]);
  });

  it('lets nothing of this break a rule', () => {
    expect(here.slack.inspector.violations()).toEqual([]);
  });
});

describe('what Slack answers', () => {
  const general = () => here.slack.channelId('#general');
  const posted = () =>
    here.app.client.chat.postMessage({ channel: general(), text: 'see <https://acme.com|Acme> & <@U1>' });

  it('chat.postMessage, with the blocks that it makes of text', async () => {
    const reply = await posted();
    expect(unlike(reply, { ok: B, channel: S, ts: S, message: ofBot })).toEqual([]);
    expect(reply.message?.blocks).toMatchObject([
      {
        type: 'rich_text',
        block_id: expect.any(String),
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'see ' },
              { type: 'link', url: 'https://acme.com', text: 'Acme' },
              { type: 'text', text: ' & ' },
              { type: 'user', user_id: 'U1' },
            ],
          },
        ],
      },
    ]);
  });

  it('chat.update, chat.postEphemeral, chat.delete', async () => {
    const { chat } = here.app.client;
    const { ts = '' } = await posted();
    const updated = await chat.update({ channel: general(), ts, text: 'new' });
    expect(
      unlike(updated, {
        ok: B,
        channel: S,
        ts: S,
        text: S,
        message: { ...ofBot, edited: { user: S, ts: S } },
      }),
    ).toEqual([]);
    const seen = await chat.postEphemeral({
      channel: general(),
      user: here.slack.person('ana').id,
      text: 'you',
    });
    expect(unlike(seen, { ok: B, message_ts: S })).toEqual([]);
    expect(unlike(await chat.delete({ channel: general(), ts }), { ok: B, channel: S, ts: S })).toEqual([]);
  });

  it('a thread: the first message counts its replies, each reply names its parent', async () => {
    const { ts = '' } = await posted();
    await here.app.client.chat.postMessage({ channel: general(), thread_ts: ts, text: 'reply' });
    const [root, reply] =
      (await here.app.client.conversations.replies({ channel: general(), ts })).messages ?? [];
    expect(
      unlike(root, {
        ...ofBot,
        thread_ts: S,
        reply_count: N,
        reply_users_count: N,
        latest_reply: S,
        reply_users: 'list',
        is_locked: B,
        subscribed: B,
      }),
    ).toEqual([]);
    expect(unlike(reply, { ...ofBot, thread_ts: S, parent_user_id: S })).toEqual([]);
  });

  it('users.info, of a person and of the app itself', async () => {
    const { users } = here.app.client;
    const ana = await users.info({ user: here.slack.person('ana').id });
    expect(unlike(ana.user, user)).toEqual([]);
    expect(ana.user).toMatchObject({ is_bot: false, tz: 'Europe/Madrid', tz_offset: 3600 });
    const app = await users.info({ user: here.slack.botUserId });
    expect(
      unlike(app.user, { ...user, profile: { ...user.profile, api_app_id: S, bot_id: S, always_active: B } }),
    ).toEqual([]);
    expect(app.user).toMatchObject({
      id: here.slack.botUserId,
      is_bot: true,
      name: 'greenroom',
      deleted: false,
    });
  });

  it('conversations.*, auth.test and team.info', async () => {
    const { conversations, auth, team } = here.app.client;
    const { channel: found } = await conversations.info({ channel: general() });
    expect(unlike(found, channel)).toEqual([]);
    const { channels } = await conversations.list();
    for (const one of channels ?? []) expect(unlike(one, channel)).toEqual([]);
    const dm = await conversations.open({ users: here.slack.person('ana').id, return_im: true });
    expect(
      unlike(dm.channel, {
        id: S,
        created: N,
        is_im: B,
        is_archived: B,
        is_org_shared: B,
        user: S,
        context_team_id: S,
        updated: N,
      }),
    ).toEqual([]);
    expect(
      unlike(await conversations.members({ channel: general() }), {
        ok: B,
        members: 'list',
        response_metadata: { next_cursor: S },
      }),
    ).toEqual([]);
    expect(
      unlike(await auth.test(), {
        ok: B,
        url: S,
        team: S,
        user: S,
        team_id: S,
        user_id: S,
        bot_id: S,
        is_enterprise_install: B,
      }),
    ).toEqual([]);
    expect(unlike((await team.info()).team, { id: S, name: S, domain: S })).toEqual([]);
  });

  it('views.open and views.publish, as they were asked for', () => {
    for (const [method, shape] of [
      ['views.open', modalView],
      ['views.publish', view],
    ] as const)
      expect(unlike(here.slack.inspector.calls(method).at(-1)?.reply, { ok: B, view: shape })).toEqual([]);
  });
});
