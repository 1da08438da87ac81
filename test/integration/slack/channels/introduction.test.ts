import { beforeEach, describe, expect, test } from 'vitest';
import { manifest } from '../../../../src/slack/manifest.ts';
import { asks } from '../../../harness/asks.ts';
import { until } from '../../../harness/until.ts';
import { registered, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const whatItIs = 'Greenroom takes Zoom apps to a live StackOne connector profile';

/** What was queued for channels to say what Greenroom is. */
const posts = async (stage: ReturnType<typeof useStage>, where: string) =>
  stage.database.db.query<{ message: { invitedBy: string | null } }>(
    `select message from delivery where channel_id = $1 and message->>'kind' = 'introduction'`,
    [stage.slack.channelId(where)],
  );

describe('a channel in which Greenroom is new, where Slack says that it was added', () => {
  const stage = useStage('socket', { manifest: manifest({ optional: true }) });
  const added = () => stage.slack.inspector.deliveries('event:member_joined_channel').length;

  test('reads once what it is, however often it is added', async () => {
    const before = added();
    await stage.slack.invitesBot('#general');
    await until(async () => (await posts(stage, '#general')).length === 1);
    expect((await posts(stage, '#general'))[0]?.message.invitedBy).toMatch(/^U/);
    await stage.slack.removesBot('#general');
    await stage.slack.invitesBot('#general');
    await until(() => added() === before + 2);
    expect(await posts(stage, '#general')).toHaveLength(1);
  });

  test('needs no word below the first answer to a command', async () => {
    await stage.slack.removesBot('#platform');
    await stage.slack.invitesBot('#platform');
    await until(async () => (await posts(stage, '#platform')).length === 1);
    await stage.slack.person('zoe').types('#platform', '/zoom-app ping');
    await stage.slack.person('zoe').sees('#platform', 'is here');
    expect(stage.slack.person('zoe').transcript('#platform')).not.toContain(whatItIs);
  });

  test('gets what waited for it, when it had removed Greenroom before', async () => {
    const { app } = await registered(stage, { name: 'Waiting' });
    const workspaceId = stage.slack.id;
    const channelId = stage.slack.channelId(channel);
    await stage.slack.removesBot(channel);
    await stage.usecases.pauseWatches({ workspaceId, channelId, why: 'not_in_channel' });
    await stage.slack.invitesBot(channel);
    await until(
      async () => (await stage.usecases.readCard({ workspaceId, appId: app.id }))?.watchPaused === null,
    );
  });
});

describe('a channel in which Greenroom is new, where Slack says nothing', () => {
  const stage = useStage('socket');
  const zoe = () => stage.slack.person('zoe');

  test('is told below the first answer to a command there, to that person alone, and once', async () => {
    await stage.slack.invitesBot('#general');
    expect(stage.slack.inspector.deliveries('event:member_joined_channel')).toEqual([]);
    await zoe().types(channel, '/zoom-app list');
    const first = await zoe().sees(channel, whatItIs);
    expect(first.ephemeral).toBe(true);
    expect(first.text()).toMatch(/No Zoom app is registered[\s\S]*zoom-app register[\s\S]*whoever runs/);
    await zoe().types(channel, '/zoom-app ping');
    const second = await zoe().sees(channel, 'is here', { after: first });
    expect(second.text()).not.toContain(whatItIs);
    await stage.slack.person('ben').types(channel, '/zoom-app list');
    await stage.slack.person('ben').sees(channel, 'No Zoom app is registered');
    expect(stage.slack.person('ben').transcript(channel)).not.toContain(whatItIs);
    expect(await posts(stage, channel)).toEqual([]);
  });

  test('is told with a later answer when it could not be recorded with the first', async () => {
    const where = '#platform';
    await stage.database.db.query('alter table introduction rename to introduction_gone');
    const first = await asks(zoe(), '/zoom-app list', 'No Zoom app is registered', where);
    await stage.database.db.query('alter table introduction_gone rename to introduction');
    expect(first.text()).not.toContain(whatItIs);
    await asks(zoe(), '/zoom-app list', whatItIs, where);
  });
});

describe('App Home', () => {
  const stage = useStage('http');
  beforeEach(() => stage.database.db.query('delete from introduction'));

  test('says what Greenroom is to each person who opens it for the first time', async () => {
    const home = await stage.slack.person('ana').opensHome();
    await home.sees(whatItIs);
    const again = await stage.slack.person('ana').opensHome();
    await again.sees('on their way to a live StackOne connector profile');
    expect(again.text()).not.toContain(whatItIs);
    await (await stage.slack.person('ben').opensHome()).sees(whatItIs);
  });

  test('opens all the same when it cannot be recorded', async () => {
    await stage.database.db.query('alter table introduction rename to introduction_gone');
    try {
      const home = await stage.slack.person('ana').opensHome();
      await home.sees('No Zoom app is registered');
    } finally {
      await stage.database.db.query('alter table introduction_gone rename to introduction');
    }
    expect(stage.logLines.join('\n')).toContain('Could not record an introduction');
  });
});
