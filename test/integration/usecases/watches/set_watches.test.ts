import { describe, expect, test } from 'vitest';
import { Err, Ok } from '../../../../src/core/result.ts';
import { newId } from '../../../../src/ids.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { watchMany } from '../../../harness/many_watches.ts';
import { ana, type Fixture, T1, useFixture, zoe } from '../fixture.ts';
import { ownedByGroup } from '../owned_by_group.ts';

const stage = useFixture();
const ben = 'UBEN';
const by = (actor: string) => ({ workspaceId: T1, actor });

const listOf = async (fixture: Fixture, actor: string, channelId: string | null = null) =>
  (await fixture.usecases.readSetWatches({ ...by(actor), channelId })).watches.map(
    ({ channelId: at, appName, level, setBy }) => [at, appName, level, setBy],
  );

describe('a watch', () => {
  test('is set once, changed by setting it again, and ended; each leaves an event', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ name: 'Tide' });
    const watch = { channelId: 'C2', appId };
    const set = (actor: string, level: 'failures' | 'changes') =>
      fixture.usecases.setWatch({ ...by(actor), ...watch, level });
    expect(await set(zoe, 'failures')).toEqual({ ok: true, value: { before: null } });
    expect(await set(zoe, 'failures')).toEqual({ ok: true, value: { before: 'failures' } });
    expect(await set(ben, 'changes')).toEqual({ ok: true, value: { before: 'failures' } });
    expect(await listOf(fixture, ben)).toEqual([['C2', 'Tide', 'changes', ben]]);
    const ended = await fixture.usecases.endWatches({ ...by(ben), here: 'C2', watches: [watch, watch] });
    expect(ended.changed).toHaveLength(1);
    expect(await listOf(fixture, ben)).toEqual([]);
    const kinds = (await fixture.events(appId)).map(({ kind, detail }) => [
      kind,
      detail.level,
      detail.before,
    ]);
    expect(kinds.slice(-3)).toEqual([
      ['watch_set', 'failures', undefined],
      ['watch_set', 'changes', 'failures'],
      ['watch_ended', undefined, undefined],
    ]);
  });

  test('set twice at the same time is one', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    const set = (id: string | null) =>
      fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId: id, level: 'all' });
    await Promise.all([set(appId), set(appId), set(null), set(null)]);
    expect(await listOf(fixture, zoe)).toHaveLength(2);
  });

  test('of a channel is changed by who set it, by people in the channel, owners and admins, and by nobody else', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ owners: [ana] });
    const watches = [{ channelId: 'C2', appId }];
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'all' });
    const level = async (actor: string, here: string | null) => {
      const input = { ...by(actor), here, watches, level: 'failures' } as const;
      const { changed, denied } = await fixture.usecases.setWatchLevel(input);
      return [changed.length, denied.length];
    };
    expect(await level(ben, null)).toEqual([0, 1]);
    expect(await level(ben, 'C3')).toEqual([0, 1]);
    expect(await level(ben, 'C2')).toEqual([1, 0]);
    expect(await level(zoe, null)).toEqual([1, 0]);
    expect(await level(ana, null)).toEqual([1, 0]);
    // Anybody's, once nobody owns the app, unless a user group does.
    await fixture.database.db.query('delete from zoom_app_owner');
    expect(await level(ben, null)).toEqual([1, 0]);
    await ownedByGroup(fixture, appId, []);
    expect(await level(ben, null)).toEqual([0, 1]);
  });

  test('by direct messages is the business of that person alone', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ owners: [ana] });
    const watch = { channelId: zoe, appId };
    expect(await fixture.usecases.setWatch({ ...by(ana), ...watch, level: 'all' })).toMatchObject({
      error: 'not_here',
    });
    await fixture.usecases.setWatch({ ...by(zoe), ...watch, level: 'all' });
    const { watches, others } = await fixture.usecases.readSetWatches({ ...by(ana), channelId: 'C1', appId });
    expect([watches, others]).toEqual([[], 1]);
    const input = { here: null, watches: [watch] };
    expect((await fixture.usecases.endWatches({ ...by(ana), ...input })).denied).toHaveLength(1);
    expect((await fixture.usecases.endWatches({ ...by(zoe), ...input })).changed).toHaveLength(1);
  });

  test('of another workspace is neither seen nor changed', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'all' });
    const { ctx, database } = fixture;
    const other = { workspaceId: 'T0OTHER', actor: zoe };
    await saveWorkspace(database.db, { id: 'T0OTHER', name: 'Other', botUserId: 'UBOT' }, ctx.clock.now());
    expect((await fixture.usecases.readSetWatches({ ...other, channelId: 'C2', appId })).watches).toEqual([]);
    const change = { ...other, here: 'C2', watches: [{ channelId: 'C2', appId }] };
    const unknown = { changed: [], denied: [], missing: 1 };
    expect(await fixture.usecases.setWatchLevel({ ...change, level: 'failures' })).toEqual(unknown);
    expect(await fixture.usecases.endWatches(change)).toEqual(unknown);
    expect(await fixture.usecases.sendWatchesToMe({ ...other, channelId: 'C2' })).toEqual(Ok(0));
    expect(await listOf(fixture, zoe)).toEqual([['C2', 'Acme Zoom', 'all', zoe]]);
  });

  test('of the channel to which an app moves is kept, for when it moves away', async () => {
    const { fixture } = stage;
    const { appId, card } = await fixture.register();
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'failures' });
    const move = async (channelId: string) => {
      const version = (await fixture.usecases.readCard({ workspaceId: T1, appId }))?.app.version ?? 0;
      await fixture.usecases.editZoomApp({ ...by(ana), appId, version, changes: { channelId } });
    };
    await move('C2');
    expect(await listOf(fixture, zoe, 'C2')).toEqual([]);
    await move(card.app.channelId);
    expect(await listOf(fixture, zoe, 'C2')).toEqual([['C2', 'Acme Zoom', 'failures', zoe]]);
  });

  test('of an app that is archived is not listed, and is there again when the app is', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'failures' });
    await fixture.usecases.archiveApp({ ...by(ana), appId });
    expect(await listOf(fixture, zoe)).toEqual([]);
    await fixture.usecases.restoreApp({ ...by(ana), appId });
    expect(await listOf(fixture, zoe)).toHaveLength(1);
  });

  test('of an app has an end of numbers, and what is asked of many at once too', async () => {
    const { fixture } = stage;
    await watchMany(fixture.database.db, { workspaceId: T1, channelId: 'C2', setBy: zoe, many: 500 });
    const full = { ...by(zoe), channelId: 'C2', level: 'all' } as const;
    expect(await fixture.usecases.setWatch({ ...full, appId: null })).toMatchObject({
      error: 'too_many_of_channel',
    });
    const { watches } = await fixture.usecases.readSetWatches({ ...by(zoe), channelId: 'C2' });
    expect(watches).toHaveLength(500);
    const strangers = Array.from({ length: 600 }, () => ({ channelId: 'C2', appId: newId() }));
    const none = await fixture.usecases.endWatches({ ...by(zoe), here: 'C2', watches: strangers });
    expect(none).toMatchObject({ changed: [], missing: 500 });
    // Those of another channel come first by name, and are as many as there can be.
    await watchMany(fixture.database.db, {
      ...{ workspaceId: T1, channelId: 'C3', setBy: zoe, many: 500 },
      nameOf: `'A ' || n`,
    });
    await watchMany(fixture.database.db, {
      ...{ workspaceId: T1, channelId: zoe, setBy: zoe, many: 1 },
      nameOf: `'B ' || n`,
    });
    expect(await fixture.usecases.sendWatchesToMe({ ...by(zoe), channelId: 'C2' })).toEqual(
      Err('too_many_of_channel'),
    );
    expect(await fixture.usecases.endMyWatches({ ...by(zoe), channelId: 'C3' })).toBe(500);
    const all = await fixture.usecases.endWatches({ ...by(zoe), here: 'C2', watches });
    expect(all.changed).toHaveLength(500);
    expect(await listOf(fixture, zoe, 'C2')).toEqual([[zoe, 'B 1', 'failures', zoe]]);
  });
});

describe('a paused watch', () => {
  const pause = (fixture: Fixture, channelId: string) =>
    fixture.usecases.pauseWatches({ workspaceId: T1, channelId, why: 'is_archived' });
  const cannotPost = async (fixture: Fixture) =>
    (await fixture.notifications()).flatMap(({ channel, message }) =>
      message?.kind === 'cannot_post'
        ? [[channel, message.appName, message.everyApp ?? false, message.over]]
        : [],
    );

  test('is said to who set it, those of every app too; the owners are told of their own channels', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ name: 'Tide', owners: [ana] });
    await fixture.register({ name: 'Ebb', owners: [ana], channelId: 'C2' });
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'failures' });
    await fixture.usecases.setWatch({ ...by(ben), channelId: 'C2', appId: null, level: 'failures' });
    await fixture.notifications();
    await pause(fixture, 'C2');
    expect(await cannotPost(fixture)).toEqual([
      [ana, 'Ebb', false, undefined],
      [ben, 'every Zoom app', true, undefined],
      [zoe, 'Tide', false, undefined],
    ]);
    const { watches } = await fixture.usecases.readSetWatches({ ...by(zoe), channelId: 'C2' });
    expect(watches.map(({ paused }) => paused?.reason)).toEqual(['is_archived', 'is_archived']);
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C2', actor: zoe });
    const again = (await fixture.usecases.readSetWatches({ ...by(zoe), channelId: 'C2' })).watches;
    expect(again.map(({ paused }) => paused)).toEqual([null, null]);
  });

  test('of who was forgotten is said to the owners of the app', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({ owners: [ana] });
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'failures' });
    await fixture.database.db.query(`update watch set set_by = 'forgotten' where set_by is not null`);
    await fixture.notifications();
    await pause(fixture, 'C2');
    expect((await cannotPost(fixture)).map(([who]) => who)).toEqual([ana]);
  });

  test('goes to the person instead, at its level, or is ended; what was told of it is over then', async () => {
    const { fixture } = stage;
    const tide = await fixture.register({ name: 'Tide' });
    const ebb = await fixture.register({ name: 'Ebb' });
    for (const { appId } of [tide, ebb])
      await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'failures' });
    await fixture.usecases.setWatch({ ...by(zoe), channelId: zoe, appId: ebb.appId, level: 'changes' });
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId: null, level: 'milestones' });
    await pause(fixture, 'C2');
    await fixture.database.db.query(`update delivery set state = 'sent' where channel_id = $1`, [zoe]);
    await fixture.notifications();
    expect(await fixture.usecases.sendWatchesToMe({ ...by(zoe), channelId: 'C2' })).toEqual(Ok(3));
    expect(await listOf(fixture, zoe, 'C2')).toEqual([
      [zoe, null, 'milestones', zoe],
      [zoe, 'Ebb', 'changes', zoe],
      [zoe, 'Tide', 'failures', zoe],
    ]);
    expect(await cannotPost(fixture)).toMatchObject([[zoe, 'Ebb', true, { by: zoe, ended: true }]]);
    expect(await fixture.usecases.sendWatchesToMe({ ...by(zoe), channelId: 'C2' })).toEqual(Ok(0));
  });

  test('of an archived app stays where it is while others go to the person', async () => {
    const { fixture } = stage;
    const tide = await fixture.register({ name: 'Tide' });
    const ebb = await fixture.register({ name: 'Ebb' });
    for (const { appId } of [tide, ebb])
      await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'failures' });
    await fixture.usecases.archiveApp({ ...by(ana), appId: ebb.appId });
    await pause(fixture, 'C2');
    expect(await fixture.usecases.sendWatchesToMe({ ...by(zoe), channelId: 'C2' })).toEqual(Ok(1));
    await fixture.usecases.restoreApp({ ...by(ana), appId: ebb.appId });
    expect(await listOf(fixture, zoe, 'C2')).toEqual([
      ['C2', 'Ebb', 'failures', zoe],
      [zoe, 'Tide', 'failures', zoe],
    ]);
  });

  test('keeps what waits, and drops it when it is ended', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    await fixture.usecases.setWatch({ ...by(zoe), channelId: 'C2', appId, level: 'all' });
    await pause(fixture, 'C2');
    const waiting = async () =>
      (
        await fixture.database.db.query(
          `select 1 from delivery where channel_id = 'C2' and state = 'queued' and kind = 'message'`,
        )
      ).length;
    await fixture.usecases.editZoomApp({ ...by(ana), appId, version: 1, changes: { purpose: 'Recordings' } });
    expect(await waiting()).toBe(1);
    await fixture.usecases.endWatches({ ...by(zoe), here: null, watches: [{ channelId: 'C2', appId }] });
    expect(await waiting()).toBe(0);
  });
});
