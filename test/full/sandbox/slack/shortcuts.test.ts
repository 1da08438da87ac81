import { afterEach, describe, expect, it } from 'vitest';
import { modal, text } from '../../../unit/sandbox/slack/support/views.ts';
import { manifest } from './support/manifest.ts';
import { type Recipe, type Stage, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

const shortcuts = [
  { name: 'Register an app', type: 'global', callback_id: 'register', description: 'Starts a registration' },
  { name: 'Check the scopes', type: 'message', callback_id: 'check', description: 'Reads the message' },
];
const withShortcuts = { ...manifest, features: { ...manifest.features, shortcuts } };

describe.each(TRANSPORTS)('a shortcut over %s', (transport) => {
  const start = async (listen: Recipe['listen']) => {
    here = await stage({ transport, slack: { manifest: withShortcuts }, listen });
    return { ...here, ana: here.slack.person('ana') };
  };

  it('opens a modal from anywhere', async () => {
    const { slack, ana } = await start((app) => {
      app.shortcut('register', async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({
          trigger_id: shortcut.trigger_id,
          view: modal('Register', [{ type: 'divider' }], null),
        });
      });
    });
    expect(await ana.runsShortcut('Register an app')).toBe('acked');
    await ana.modal('Register');
    expect(slack.inspector.deliveries('shortcut')[0]?.request).toEqual({
      type: 'shortcut',
      token: expect.any(String),
      action_ts: expect.stringMatching(/^\d+\.\d{6}$/),
      team: { id: slack.id, domain: 'acme' },
      user: { id: ana.id, username: 'ana', team_id: slack.id },
      is_enterprise_install: false,
      enterprise: null,
      callback_id: 'register',
      trigger_id: expect.any(String),
    });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('on a message brings the message, and answers where it stands', async () => {
    const { slack, ana } = await start((app) => {
      app.shortcut('check', async ({ ack, respond, shortcut }) => {
        await ack();
        if (shortcut.type === 'message_action') await respond(`read: ${shortcut.message.text}`);
      });
    });
    const said = await ana.types('#general', 'user:read:user:admin');
    if (said.message === null) throw new Error('nothing was posted');
    expect(await ana.runsShortcutOn(said.message, 'Check the scopes')).toBe('acked');
    await ana.sees('#general', 'read: user:read:user:admin');
    expect(slack.inspector.deliveries('message_action')[0]?.request).toMatchObject({
      type: 'message_action',
      callback_id: 'check',
      channel: { id: slack.channelId('#general'), name: 'general' },
      user: { id: ana.id, username: 'ana', name: 'ana', team_id: slack.id },
      message_ts: said.message.ts,
      message: { type: 'message', user: ana.id, text: 'user:read:user:admin', ts: said.message.ts },
      response_url: expect.stringContaining('/response/'),
    });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('is offered by name, where it belongs, and never on what only one person sees', async () => {
    const { ana } = await start((app) => {
      app.command('/zoom-app', async ({ ack }) => ack('for you'));
    });
    const { message } = await ana.types('#general', '/zoom-app');
    if (message === null) throw new Error('nothing was answered');
    await expect(ana.runsShortcut('Check the scopes')).rejects.toThrow('no global shortcut');
    await expect(ana.runsShortcutOn(message, 'Check the scopes')).rejects.toThrow('only you');
  });

  it('that answers with a body is held against the app', async () => {
    const { slack, ana } = await start((app) => {
      app.shortcut('register', async ({ ack }) => {
        // Bolt's types forbid what this test wants.
        await Reflect.apply(ack, undefined, [{ text: 'Done' }]);
      });
    });
    await ana.runsShortcut('Register an app');
    expect(slack.inspector.violations()).toMatchObject([{ code: 'unexpected_payload', kind: 'shortcut' }]);
  });
});

describe('a menu of conversations', () => {
  const field = (filter: object) => ({
    type: 'input',
    block_id: 'place',
    label: text('Where'),
    element: { type: 'conversations_select', action_id: 'place', ...filter },
  });
  const include = (...kinds: string[]) => ({ filter: { include: kinds } });
  const noBots = { filter: { exclude_bot_users: true } };

  it.each([
    ['everything', {}, ['#general', '#platform', '@zoe', '@bot'], ['#old-zoom', '@nobody']],
    ['direct messages', include('im'), ['@zoe', '@bot', '@ana'], ['#general', '#platform']],
    ['channels', include('public', 'private'), ['#general', '#platform'], ['@zoe', '@bot']],
    ['people, no apps', noBots, ['#general', '@zoe'], ['@bot']],
  ])('offers %s', async (_what, filter, offered, hidden) => {
    here = await stage({
      transport: 'socket',
      slack: { manifest: withShortcuts },
      listen: (app) =>
        void app.shortcut('register', async ({ ack, shortcut, client }) => {
          await ack();
          await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('Where', [field(filter)]) });
        }),
    });
    const ana = here.slack.person('ana');
    await ana.runsShortcut('Register an app');
    const form = await ana.modal('Where');
    for (const place of offered) await form.pickChannel('Where', place);
    expect(String(form.value('Where'))).toMatch(/./);
    for (const place of hidden)
      await expect(form.pickChannel('Where', place)).rejects.toThrow('does not offer');
  });
});
