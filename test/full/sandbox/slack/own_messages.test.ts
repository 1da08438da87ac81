import { afterEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../../sandbox/simulators/slack/index.ts';
import { objectAt } from '../../../../sandbox/simulators/slack/json.ts';
import { until } from '../../../harness/until.ts';
import { manifest } from './support/manifest.ts';
import { type Stage, stage, TRANSPORTS } from './support/small_app.ts';

let here: Stage | null = null;
afterEach(async () => {
  await here?.stop();
  here = null;
});

const listening = (bot_events: readonly string[]) => ({
  ...manifest,
  settings: { ...manifest.settings, event_subscriptions: { bot_events } },
});

describe.each(TRANSPORTS)('messages of the app itself over %s', (transport) => {
  const start = async (events: readonly string[]) => {
    here = await stage({ transport, slack: { manifest: listening(events) }, listen: () => {} });
    const { slack, app } = here;
    const answered = (): readonly LogEntry[] =>
      slack.inspector.deliveries('event:message').filter(({ reply }) => reply !== null);
    const heard = () => answered().map(({ request }) => objectAt(request, 'event'));
    return { slack, client: app.client, events: heard, channel: slack.channelId('#zoom-integration') };
  };

  it('are sent to it when they are posted, edited and deleted', async () => {
    const { slack, client, events, channel } = await start(['message.channels']);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'one' });
    await client.chat.update({ channel, ts, text: 'two' });
    await client.chat.delete({ channel, ts });
    await until(() => events().length === 3, 'three events');
    const where = { type: 'message', channel, channel_type: 'channel' };
    const bot = { user: slack.botUserId, bot_id: expect.any(String) };
    const [posted, edited, deleted] = events();
    expect(posted).toMatchObject({ ...where, ...bot, ts, text: 'one', event_ts: ts });
    expect(posted).not.toHaveProperty('subtype');
    expect(edited).toMatchObject({
      ...where,
      subtype: 'message_changed',
      message: { ...bot, ts, text: 'two' },
      previous_message: { ts, text: 'one' },
    });
    expect(deleted).toMatchObject({
      ...where,
      subtype: 'message_deleted',
      deleted_ts: ts,
      previous_message: { ts, text: 'two' },
    });
    expect(slack.inspector.violations()).toEqual([]);
  });

  it('are events by the kind of the channel, and never when one person alone sees them', async () => {
    const { slack, client, events, channel } = await start(['message.im', 'message.channels']);
    const user = slack.person('ana').id;
    await client.chat.postEphemeral({ channel, user, text: 'only Ana' });
    await client.chat.postMessage({ channel: user, text: 'to Ana' });
    await client.chat.postMessage({ channel, text: 'to all' });
    await until(() => events().length === 2, 'two events');
    expect(events().map(({ text, channel_type }) => [text, channel_type])).toEqual([
      ['to Ana', 'im'],
      ['to all', 'channel'],
    ]);
  });

  it('are not sent to an app that does not subscribe to them', async () => {
    const { slack, client, channel } = await start(['message.groups', 'app_mention']);
    await client.chat.postMessage({ channel, text: 'one' });
    expect(slack.inspector.deliveries('event:message')).toEqual([]);
  });
});
