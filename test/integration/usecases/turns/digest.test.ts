import { describe, expect, it } from 'vitest';
import { putOffMs } from '../../../../src/concurrency/each_alone.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { sendDigests } from '../../../../src/usecases/turns/digest/send_digests.ts';
import { ana, type Fixture, failingIds, hour, T1, useFixture, zoe } from '../fixture.ts';

const the = useFixture();
const day = 24 * hour;
const by = { workspaceId: T1, actor: zoe };

async function withDigest(fixture: Fixture, channelId: string): Promise<void> {
  expect(await fixture.usecases.setDigest({ ...by, channelId, on: true })).toMatchObject({
    ok: true,
    value: { changed: true },
  });
}

/** Time goes by, and what digests were posted since then. */
async function digestsAfter(fixture: Fixture, ms: number) {
  await fixture.tick(ms);
  const said = await fixture.notifications();
  return said.flatMap(({ channel, message }) => (message?.kind === 'digest' ? [{ channel, message }] : []));
}

describe('a digest', () => {
  it('is posted on weekdays at nine, with what changed since the last one and what waits', async () => {
    const { fixture } = the;
    const app = await fixture.register();
    const { channelId } = app.card.app;
    await withDigest(fixture, channelId);
    await fixture.tick();
    expect(await digestsAfter(fixture, 2 * hour)).toEqual([]);
    const [tuesday, ...others] = await digestsAfter(fixture, 22 * hour);
    expect(others).toEqual([]);
    expect(tuesday).toMatchObject({
      channel: channelId,
      message: {
        stages: { testing: 1 },
        moved: [{ about: { appName: 'Acme Zoom' }, to: 'testing' }],
        waiting: [{ action: 'set_redirect', doer: 'zoom_admin' }],
        moreMoved: 0,
        moreWait: false,
      },
    });
    const [wednesday] = await digestsAfter(fixture, day);
    expect(wednesday?.message).toMatchObject({ moved: [], waiting: [{ action: 'set_redirect' }] });
    expect(await digestsAfter(fixture, 2 * day)).toHaveLength(1); // Friday
    expect(await digestsAfter(fixture, day)).toEqual([]); // Saturday
    expect(await digestsAfter(fixture, day)).toEqual([]); // Sunday
    expect(await digestsAfter(fixture, day)).toHaveLength(1); // Monday
  });

  it('is not posted where nothing changed and nothing waits', async () => {
    const { fixture } = the;
    const { profileId, card } = await fixture.registerLive();
    fixture.stackone.linkAccount(profileId);
    await fixture.tick(day);
    await withDigest(fixture, card.app.channelId);
    expect(await digestsAfter(fixture, day)).toEqual([]);
    expect(await digestsAfter(fixture, day)).toEqual([]);
  });

  it('tells of the apps that its channel watches, and of every app where it watches them all', async () => {
    const { fixture } = the;
    await fixture.register({ name: 'One', channelId: 'C0ONE' });
    await fixture.register({ name: 'Two', channelId: 'C0TWO' });
    await fixture.ctx.db.query(
      `insert into workspace_watch (workspace_id, channel_id, level, set_by, created_at) values ($1, 'C0ALL', 'all', $2, now())`,
      [T1, ana],
    );
    for (const channelId of ['C0ONE', 'C0ALL']) await withDigest(fixture, channelId);
    await fixture.tick();
    const posted = await digestsAfter(fixture, day + hour);
    const names = (channel: string) =>
      posted
        .filter((one) => one.channel === channel)
        .flatMap(({ message }) => message.waiting.map(({ about }) => about.appName));
    expect(names('C0ONE')).toEqual(['One']);
    expect(names('C0ALL')).toEqual(['One', 'Two']);
    expect(posted.find(({ channel }) => channel === 'C0ALL')?.message.stages).toEqual({ testing: 2 });
  });

  it('is posted once, whatever the number of processes', async () => {
    const { fixture } = the;
    const app = await fixture.register();
    await withDigest(fixture, app.card.app.channelId);
    await fixture.tick();
    fixture.pass(day);
    await Promise.all([1, 2, 3].map(() => fixture.usecases.sweep({ workspaceId: T1 })));
    const said = await fixture.notifications();
    expect(said.filter(({ message }) => message?.kind === 'digest')).toHaveLength(1);
  });

  it('does not wait for one before it that cannot be made, which is tried again later', async () => {
    const { fixture } = the;
    await fixture.register({ name: 'One', channelId: 'C0ONE' });
    await fixture.register({ name: 'Two', channelId: 'C0TWO' });
    for (const channelId of ['C0ONE', 'C0TWO']) await withDigest(fixture, channelId);
    await fixture.tick();
    await fixture.ctx.db.query(
      `update digest set next_at = next_at - interval '1 second' where channel_id = 'C0ONE'`,
    );
    fixture.pass(day);
    const failing = { ...fixture.ctx, newId: failingIds(1) };
    await expect(sendDigests(failing, T1, 100)).rejects.toThrow('no id');
    const posted = async (ms: number) => (await digestsAfter(fixture, ms)).map(({ channel }) => channel);
    expect(await posted(0)).toEqual(['C0TWO']);
    expect(await posted(putOffMs - 1)).toEqual([]);
    expect(await posted(1)).toEqual(['C0ONE']);
  });

  it('that is late waits for the morning, and tells of the night too', async () => {
    const { fixture } = the;
    const app = await fixture.register();
    await withDigest(fixture, app.card.app.channelId);
    await fixture.tick();
    // Nothing ran from Monday morning to Wednesday, 3:00.
    expect(await digestsAfter(fixture, day + 18 * hour)).toEqual([]);
    const [wednesday, ...others] = await digestsAfter(fixture, 6 * hour);
    expect(others).toEqual([]);
    expect(wednesday?.message).toMatchObject({ moved: [{ to: 'testing' }] });
    expect(await digestsAfter(fixture, hour)).toEqual([]);
    expect(await digestsAfter(fixture, 23 * hour)).toHaveLength(1);
  });

  it('is posted at nine of the time zone that the admins have chosen since', async () => {
    const { fixture } = the;
    const app = await fixture.register();
    await withDigest(fixture, app.card.app.channelId);
    const usecases = bindUseCases({ ...fixture.ctx, isWorkspaceAdmin: async () => true });
    const quietHours = { from: 18, to: 9, weekend: true };
    const settings = { timeZone: 'America/Los_Angeles', quietHours, reminderAfterHours: 24 };
    expect(await usecases.setReminderSettings({ ...by, ...settings })).toMatchObject({ ok: true });
    // 9:00 UTC is 1:00 there.
    expect(await digestsAfter(fixture, day)).toEqual([]);
    expect(await digestsAfter(fixture, 8 * hour)).toHaveLength(1);
    expect(await digestsAfter(fixture, 16 * hour)).toEqual([]);
    expect(await digestsAfter(fixture, 8 * hour)).toHaveLength(1);
  });

  it('is posted although the reminders before it cannot be sent', async () => {
    const { fixture } = the;
    const app = await fixture.register();
    await withDigest(fixture, app.card.app.channelId);
    for (const ms of [0, 1, 2 * day]) await fixture.tick(ms);
    await fixture.notifications();
    fixture.pass(2 * day);
    const timeZonesOf = () => Promise.reject(new Error('no zones'));
    const usecases = bindUseCases({ ...fixture.ctx, timeZonesOf });
    await expect(usecases.sweep({ workspaceId: T1 })).rejects.toThrow('no zones');
    expect((await fixture.notifications()).map(({ message }) => message?.kind)).toContain('digest');
  });

  it('ends where nothing is watched any more, and not where a watch is only paused', async () => {
    const { fixture } = the;
    const app = await fixture.register({ channelId: 'C0ONE' });
    await fixture.register({ name: 'Two', channelId: 'C0TWO' });
    for (const channelId of ['C0ONE', 'C0TWO']) await withDigest(fixture, channelId);
    const both = () =>
      Promise.all(
        ['C0ONE', 'C0TWO'].map((channelId) => fixture.usecases.readDigest({ workspaceId: T1, channelId })),
      );
    await fixture.ctx.db.query(`update watch set paused_at = now(), paused_reason = 'is_archived'`);
    await fixture.tick(day);
    expect(await both()).toEqual([true, true]);
    await fixture.ctx.db.query('delete from watch where zoom_app_id = $1', [app.appId]);
    await fixture.tick(day);
    expect(await both()).toEqual([false, true]);
    const { events } = await fixture.usecases.readHistory({ workspaceId: T1 });
    expect(events.find(({ kind }) => kind === 'digest_changed')).toMatchObject({
      actor: 'greenroom',
      detail: { channelId: 'C0ONE', on: false },
    });
  });

  it('is not posted in a channel that takes no messages, and ends when it is ended', async () => {
    const { fixture } = the;
    const app = await fixture.register();
    const { channelId } = app.card.app;
    await withDigest(fixture, channelId);
    await fixture.tick();
    await fixture.ctx.db.query(`update watch set paused_at = now(), paused_reason = 'is_archived'`);
    expect(await digestsAfter(fixture, day)).toEqual([]);
    await fixture.ctx.db.query(`update watch set paused_at = null, paused_reason = null`);
    expect(await digestsAfter(fixture, day)).toHaveLength(1);
    await fixture.usecases.setDigest({ ...by, channelId, on: false });
    expect(await fixture.usecases.readDigest({ workspaceId: T1, channelId })).toBe(false);
    expect(await digestsAfter(fixture, day)).toEqual([]);
  });
});
