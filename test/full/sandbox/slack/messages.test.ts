import { afterEach, describe, expect, it } from 'vitest';
import { option, text } from '../../../unit/sandbox/slack/support/views.ts';
import { type Recipe, type Stage, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

const button = (label: string, value: string, action_id = 'go') => ({
  type: 'button',
  action_id,
  text: text(label),
  value,
});
const row = (words: string, value: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: words },
  accessory: button('Open', value, `open_${value}`),
});
const CARD = [
  {
    type: 'section',
    block_id: 'head',
    text: { type: 'mrkdwn', text: '*Acme Zoom* is at <https://zoom.us|Zoom>' },
  },
  { type: 'actions', block_id: 'acts', elements: [button('Check now', 'acme')] },
];

describe.each(TRANSPORTS)('messages over %s', (transport) => {
  const start = async (listen: Recipe['listen'], slack: Recipe['slack'] = {}) => {
    here = await stage({ transport, slack, listen });
    return {
      ...here,
      client: here.app.client,
      ana: here.slack.person('ana'),
      ben: here.slack.person('ben'),
      channel: here.slack.channelId('#zoom-integration'),
    };
  };

  it('are posted, answered in a thread, edited and deleted', async () => {
    const { client, ana, channel, slack } = await start(() => {});
    const posted = await client.chat.postMessage({ channel, text: 'Acme Zoom: draft' });
    const ts = posted.ts ?? '';
    await client.chat.postMessage({ channel, thread_ts: ts, text: 'Credentials accepted' });
    await client.chat.update({ channel, ts, text: 'Acme Zoom: scopes' });
    expect(ana.transcript('#zoom-integration')).toBe(
      'Greenroom (edited):\n  Acme Zoom: scopes\n    Greenroom:\n      Credentials accepted',
    );
    const card = await ana.sees('#zoom-integration', /Acme Zoom/);
    expect([card.ts, card.edits()]).toEqual([ts, 1]);
    await client.chat.delete({ channel, ts });
    await ana.noLongerSees('#zoom-integration', 'Acme Zoom');
    expect(card.isDeleted()).toBe(true);
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('keep their blocks through an update that names none', async () => {
    const { client, ana, channel } = await start(() => {});
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'card', blocks: CARD });
    await client.chat.update({ channel, ts, text: 'new text' });
    const card = await ana.sees('#zoom-integration', 'Acme Zoom');
    expect(card.text()).toBe('*Acme Zoom* is at Zoom (https://zoom.us)\n[Check now]');
  });

  it('send the app which button was pressed, with everything around it', async () => {
    const { client, ana, channel, slack } = await start((app) => {
      app.action('go', async ({ ack, respond }) => {
        await ack();
        await respond({ replace_original: true, text: 'Checked' });
      });
    });
    const { ts } = await client.chat.postMessage({ channel, text: 'card', blocks: CARD });
    const card = await ana.sees('#zoom-integration', 'Acme Zoom');
    expect(await ana.press(card, 'Check now')).toBe('acked');
    await ana.sees('#zoom-integration', 'Checked');
    expect(slack.inspector.deliveries('block_actions')[0]?.request).toMatchObject({
      type: 'block_actions',
      team: { id: slack.id, domain: 'acme' },
      user: { id: ana.id, username: 'ana', team_id: slack.id },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'zoom-integration' },
      message: { type: 'message', ts, bot_id: expect.any(String), text: 'card' },
      state: { values: {} },
      response_url: expect.stringContaining('http'),
      trigger_id: expect.any(String),
      actions: [
        { type: 'button', action_id: 'go', block_id: 'acts', value: 'acme', action_ts: expect.any(String) },
      ],
    });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('with the same button in several rows need to know which row', async () => {
    const { client, ana, channel, slack } = await start((app) => {
      app.action(/open_/, async ({ ack }) => ack());
    });
    const blocks = [row('Acme Zoom', 'a'), row('Beta Zoom', 'b')];
    await client.chat.postMessage({ channel, text: 'list', blocks });
    const list = await ana.sees('#zoom-integration', 'Beta');
    await expect(ana.press(list, 'Open')).rejects.toThrow('ambiguous');
    await ana.press(list, 'Open', { near: 'Beta' });
    expect(slack.inspector.deliveries('block_actions')[0]?.request).toMatchObject({
      actions: [{ value: 'b' }],
    });
  });

  it('send two payloads for a double click', async () => {
    const pressed: string[] = [];
    const { client, ana, channel } = await start((app) => {
      app.action('go', async ({ ack, body }) => {
        await ack();
        if ('trigger_id' in body) pressed.push(body.trigger_id);
      });
    });
    await client.chat.postMessage({ channel, text: 'card', blocks: CARD });
    expect(await ana.pressTwice(await ana.sees('#zoom-integration', 'Acme'), 'Check now')).toEqual([
      'acked',
      'acked',
    ]);
    expect(new Set(pressed).size).toBe(2);
  });

  it('offer menus, named by placeholder or by the text beside them', async () => {
    const { client, ana, channel, slack } = await start((app) => {
      app.action(/pick|more/, async ({ ack }) => ack());
    });
    const options = [option('Loud', 'l'), option('Quiet', 'q')];
    const blocks = [
      {
        type: 'section',
        text: text('Acme Zoom'),
        accessory: { type: 'overflow', action_id: 'more', options },
      },
      {
        type: 'actions',
        block_id: 'level',
        elements: [{ type: 'static_select', action_id: 'pick', placeholder: text('Level'), options }],
      },
    ];
    await client.chat.postMessage({ channel, text: 'menus', blocks });
    const message = await ana.sees('#zoom-integration', 'Acme Zoom');
    await ana.selectIn(message, 'Acme Zoom', 'Quiet');
    await ana.selectIn(message, 'Level', 'Loud');
    await expect(ana.selectIn(message, 'Level', 'Silent')).rejects.toThrow('There is no option');
    expect(slack.inspector.deliveries('block_actions').map((one) => one.request)).toMatchObject([
      { actions: [{ type: 'overflow', selected_option: { value: 'q' } }] },
      {
        actions: [{ type: 'static_select', selected_option: { value: 'l' } }],
        state: { values: { level: { pick: { selected_option: { value: 'l' } } } } },
      },
    ]);
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('that are ephemeral reach one person, come back without the message, and can be replaced', async () => {
    const { client, ana, ben, channel, slack } = await start((app) => {
      app.action('go', async ({ ack, respond }) => {
        await ack();
        await respond({ replace_original: true, text: 'Done, only for you' });
      });
    });
    await client.chat.postEphemeral({ channel, user: ana.id, text: 'card', blocks: CARD });
    const card = await ana.sees('#zoom-integration', 'Acme Zoom');
    expect(card.ephemeral).toBe(true);
    expect(ben.transcript('#zoom-integration')).toBe('');
    await expect(ben.press(card, 'Check now')).rejects.toThrow('does not see');
    await ana.press(card, 'Check now');
    await ana.sees('#zoom-integration', 'Done, only for you');
    const payload = slack.inspector.deliveries('block_actions')[0]?.request;
    expect(payload).toMatchObject({ container: { is_ephemeral: true } });
    expect(payload).not.toHaveProperty('message');
    await expect(client.chat.update({ channel, ts: card.ts, text: 'x' })).rejects.toThrow(
      'message_not_found',
    );
  });

  it('to a person open a DM', async () => {
    const { client, ana, slack } = await start(() => {});
    const posted = await client.chat.postMessage({ channel: ana.id, text: 'Your draft waits' });
    expect(posted.channel).toMatch(/^D/);
    await ana.sees('@bot', 'Your draft waits');
    expect(slack.person('zoe').transcript('@bot')).toBe('');
  });

  it('are refused where the bot may not write', async () => {
    const { client, slack, ana } = await start(() => {});
    const post = (channel: string) => client.chat.postMessage({ channel, text: 'hello' });
    await expect(post(slack.channelId('#general'))).rejects.toThrow('not_in_channel');
    await expect(post(slack.channelId('#platform'))).rejects.toThrow('channel_not_found');
    await expect(post(slack.channelId('#old-zoom'))).rejects.toThrow('is_archived');
    await expect(post('C0NOWHERE')).rejects.toThrow('channel_not_found');
    await ana.types('#general', '/invite @Greenroom');
    await expect(post(slack.channelId('#general'))).resolves.toMatchObject({ ok: true });
    await slack.removesBot('#general');
    await expect(post(slack.channelId('#general'))).rejects.toThrow('not_in_channel');
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('cannot be changed in an archived channel, or when somebody else wrote them', async () => {
    const { client, channel, slack, ana } = await start(() => {});
    const own = await client.chat.postMessage({ channel, text: 'mine' });
    const hers = await ana.types('#zoom-integration', 'hers');
    const change = (ts = '') => client.chat.update({ channel, ts, text: 'changed' });
    await expect(change(hers.message?.ts)).rejects.toThrow('cant_update_message');
    await expect(change('1.000001')).rejects.toThrow('message_not_found');
    await slack.archives('#zoom-integration');
    await expect(change(own.ts)).rejects.toThrow('is_inactive');
    await slack.unarchives('#zoom-integration');
    await expect(change(own.ts)).resolves.toMatchObject({ ok: true });
  });

  it('with broken blocks are refused, and say where', async () => {
    const { client, channel, slack, ana } = await start(() => {});
    const blocks = [{ type: 'header', text: text('x'.repeat(151)) }];
    await expect(client.chat.postMessage({ channel, text: 'x', blocks })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: { messages: [expect.stringContaining('[json-pointer:/blocks/0/text')] },
      },
    });
    expect(ana.transcript('#zoom-integration')).toBe('');
    expect(slack.inspector.violations()).toMatchObject([{ kind: 'chat.postMessage' }]);
  });
});
