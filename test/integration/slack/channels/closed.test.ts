import { describe, expect, test } from 'vitest';
import { manifest } from '../../../../src/slack/manifest.ts';
import { until } from '../../../harness/until.ts';
import { registered, useStage } from '../stage.ts';

const channel = '#general';

describe('a channel that is closed while nothing waits for it, where Slack says so', () => {
  const stage = useStage('http', { manifest: manifest({ optional: true }) });
  const reasons = async () =>
    (
      await stage.database.db.query<{ reason: string | null }>(
        'select paused_reason as reason from watch where channel_id = $1',
        [stage.slack.channelId(channel)],
      )
    ).map(({ reason }) => reason);

  test('pauses its watches at once, and who set them gets one message that follows the cause', async () => {
    const { app } = await registered(stage, { name: 'Tide' });
    const zoe = stage.slack.person('zoe');
    await stage.slack.invitesBot(channel);
    await zoe.types(channel, '/zoom-app watch Tide');
    await zoe.sees(channel, 'watches *Tide*');
    const messages = () =>
      stage.database.db.query<{ message: { why: string } }>(
        `select message from delivery where channel_id = $1 and message->>'kind' = 'cannot_post' and state = 'queued'`,
        [zoe.id],
      );
    const whys = async () => (await messages()).map(({ message }) => message.why);
    await stage.slack.removesBot(channel);
    await until(async () => (await reasons())[0] === 'not_in_channel');
    expect(await whys()).toEqual(['not_in_channel']);
    await stage.slack.archives(channel);
    await until(async () => (await reasons())[0] === 'is_archived');
    expect(await whys()).toEqual(['is_archived']);
    await stage.slack.unarchives(channel);
    await stage.slack.invitesBot(channel);
    await until(async () => (await reasons())[0] === null);
    expect(app.channelId).not.toBe(stage.slack.channelId(channel));
  });
});
