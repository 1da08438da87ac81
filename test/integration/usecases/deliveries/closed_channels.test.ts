import { describe, expect, test } from 'vitest';
import { ana, type Fixture, minute, second, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();

const pause = (fixture: Fixture, channelId = 'C1') =>
  fixture.usecases.pauseWatches({ workspaceId: T1, channelId, why: 'not_in_channel' });

describe('a channel in which Greenroom may not post', () => {
  test('is paused, shown so on its cards, and the owners are told, once', async () => {
    const { fixture } = stage;
    const one = await fixture.register({ name: 'One', owners: [ana, zoe] });
    await fixture.register({ name: 'Elsewhere', channelId: 'C2' });
    await fixture.notifications();
    await pause(fixture);
    await pause(fixture);
    expect(await fixture.notifications()).toMatchObject([
      { channel: ana, where: 'channel', message: { kind: 'cannot_post', channelId: 'C1', appName: 'One' } },
      { channel: zoe, where: 'channel', message: { kind: 'cannot_post', why: 'not_in_channel' } },
    ]);
    const card = await fixture.usecases.readCard({ workspaceId: T1, appId: one.appId });
    expect(card?.watchPaused).toEqual({ reason: 'not_in_channel', at: fixture.ctx.clock.now() });
    expect((await fixture.events(one.appId)).at(-1)).toMatchObject({ kind: 'watch_paused' });
  });

  test('is told to each owner in one direct message about all apps, which names a few', async () => {
    const { fixture } = stage;
    for (let i = 0; i < 12; i += 1) await fixture.register({ name: `Number ${i + 10}` });
    await fixture.register({ name: 'Shared', owners: [ana, zoe] });
    await fixture.notifications();
    await pause(fixture);
    const messages = (await fixture.notifications()).map(({ channel, message }) => ({ channel, message }));
    expect(messages).toMatchObject([
      { channel: ana, message: { appName: 'Number 10', more: 3 } },
      { channel: zoe, message: { appName: 'Shared', apps: [{ name: 'Shared' }], more: 0 } },
    ]);
  });

  test('for another cause than before says so where it was told: what waits is changed, what stands is edited', async () => {
    const { fixture } = stage;
    await fixture.register();
    await fixture.notifications();
    const why = (code: string) =>
      fixture.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: code });
    const messages = () =>
      fixture.database.db.query<{ id: string; why: string; edits: string | null }>(
        `select id, message ->> 'why' as why, edits from delivery
         where message ->> 'kind' = 'cannot_post' and state <> 'dropped' order by seq`,
      );
    for (const code of ['is_archived', 'is_inactive', 'is_archived']) await why(code);
    expect((await messages()).map((one) => one.why)).toEqual(['is_archived']);
    await why('restricted_action');
    const [first, ...none] = await messages();
    expect([first?.why, none]).toEqual(['restricted_action', []]);
    await fixture.database.db.query(`update delivery set state = 'sent' where id = $1`, [first?.id]);
    await why('not_in_channel');
    await why('channel_not_found');
    expect((await messages()).slice(1)).toMatchObject([{ why: 'channel_not_found', edits: first?.id }]);
  });

  test('and takes messages again before anybody was told, is told to nobody', async () => {
    const { fixture } = stage;
    await fixture.register();
    await pause(fixture);
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    const waiting = await fixture.database.db.query(
      `select from delivery where message ->> 'kind' = 'cannot_post' and state = 'queued'`,
    );
    expect(waiting).toEqual([]);
  });

  test('and takes messages again, says so where it was told; closed again soon, the same message tells it, and later a new one', async () => {
    const { fixture } = stage;
    await fixture.register({ name: 'One', owners: [ana, zoe] });
    await fixture.notifications();
    const sent = () =>
      fixture.database.db.query(`update delivery set state = 'sent' where channel_id ~ '^U'`);
    const notificationsTo = (person: string) =>
      fixture.database.db.query<{ id: string; edits: string | null; over: string | null }>(
        `select id, edits, message ->> 'over' as over from delivery
         where message ->> 'kind' = 'cannot_post' and channel_id = $1 order by seq`,
        [person],
      );
    await pause(fixture);
    await sent();
    for (const actor of [ana, undefined]) {
      await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1', ...(actor && { actor }) });
      await sent();
      await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
      await pause(fixture);
      await sent();
    }
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    await sent();
    fixture.pass(61 * minute);
    await pause(fixture);
    for (const person of [ana, zoe]) {
      const [first, ...later] = await notificationsTo(person);
      const said = [`{"by": "${ana}"}`, null, '{"by": null}', null, '{"by": null}', null];
      expect(later.map(({ over }) => over)).toEqual(said);
      expect(later.map(({ edits }) => edits)).toEqual([...Array(5).fill(first?.id), null]);
    }
  });

  test('and whose app an owner moves elsewhere, says so where it was told; what is still there stays named', async () => {
    const { fixture } = stage;
    const move = async (appId: string, channelId: string) => {
      const app = await fixture.usecases.findZoomApp({ workspaceId: T1, text: appId });
      if (app.kind !== 'found') throw new Error('no such app');
      const { version } = app.card.app;
      await fixture.usecases.editZoomApp({
        workspaceId: T1,
        actor: ana,
        appId,
        version,
        changes: { channelId },
      });
    };
    const messages = async (person: string) => {
      const rows = await fixture.database.db.query<{
        id: string;
        edits: string | null;
        message: { apps: { name: string }[]; over?: unknown };
      }>(
        `update delivery set state = 'sent'
         where message ->> 'kind' = 'cannot_post' and channel_id = $1 and state = 'queued' returning id, edits, message`,
        [person],
      );
      return rows.map(({ edits, message }) => [
        edits === null ? 'new' : 'edit',
        message.apps.map(({ name }) => name),
        message.over,
      ]);
    };
    const one = await fixture.register({ name: 'One', owners: [ana, zoe] });
    const two = await fixture.register({ name: 'Two' });
    await pause(fixture);
    expect(await messages(ana)).toEqual([['new', ['One', 'Two'], undefined]]);
    await move(one.appId, 'C2');
    expect(await messages(ana)).toEqual([['edit', ['Two'], undefined]]);
    // Zoe's message was not sent yet, and need not be.
    expect(await messages(zoe)).toEqual([]);
    await move(one.appId, 'C3');
    expect(await messages(ana)).toEqual([]);
    await move(two.appId, 'C2');
    expect(await messages(ana)).toEqual([['edit', ['Two'], { by: ana, movedTo: 'C2' }]]);
    // Closed again soon, for an app that comes back: the same message.
    await move(two.appId, 'C1');
    await pause(fixture);
    expect(await messages(ana)).toEqual([['edit', ['Two'], undefined]]);
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    expect(await messages(ana)).toEqual([['edit', ['Two'], { by: null }]]);
  });

  test('goes on collecting what happens, and gets it when somebody lets Greenroom in', async () => {
    const { fixture } = stage;
    const { appId, environments } = await fixture.register();
    await pause(fixture);
    await fixture.notifications();
    const environmentId = environments.development;
    await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    expect(await fixture.words()).toEqual(['thread: attested']);
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1', actor: ana });
    const card = await fixture.usecases.readCard({ workspaceId: T1, appId });
    expect(card?.watchPaused).toBeNull();
    expect((await fixture.events(appId)).at(-1)).toMatchObject({ kind: 'watch_resumed', actor: ana });
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    expect((await fixture.events(appId)).filter((event) => event.kind === 'watch_resumed')).toHaveLength(1);
  });

  test('that stays closed is opened by a word once a minute, however often it is said', async () => {
    const { fixture } = stage;
    const apps = [await fixture.register({ name: 'One' }), await fixture.register({ name: 'Two' })];
    const said = (actor: string) =>
      fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1', actor });
    await pause(fixture);
    for (const actor of [ana, zoe, ana, ana]) {
      await Promise.all([said(actor), said(actor)]);
      await pause(fixture);
      fixture.pass(second);
    }
    const opened = async () => {
      const events = await Promise.all(apps.map(({ appId }) => fixture.events(appId)));
      return events.map((all) => all.filter(({ kind }) => kind === 'watch_resumed').length);
    };
    expect(await opened()).toEqual([1, 1]);
    await fixture.database.db.query('delete from graphile_worker._private_jobs');
    await said(ana);
    const tries = await fixture.database.db.query(
      `select from graphile_worker.jobs where key = 'deliver:${T1}:C1'`,
    );
    expect(tries).toHaveLength(1);
    // Slack itself is believed at any moment.
    await fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1' });
    expect(await opened()).toEqual([2, 2]);
    await pause(fixture);
    fixture.pass(minute);
    await said(zoe);
    expect(await opened()).toEqual([3, 3]);
  });

  test('is not opened by a message that Slack took before it was closed', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    const takenSince = fixture.ctx.clock.now();
    const taken = () => fixture.usecases.resumeChannel({ workspaceId: T1, channelId: 'C1', takenSince });
    const isPaused = async () =>
      (await fixture.usecases.readCard({ workspaceId: T1, appId }))?.watchPaused !== null;
    fixture.pass(1);
    await pause(fixture);
    fixture.pass(1);
    await taken();
    expect(await isPaused()).toBe(true);
    // The clock was set back: what is paused in the future must not stay so.
    fixture.pass(-second);
    await taken();
    expect(await isPaused()).toBe(false);
  });

  test('hears nothing of an outage that is over before it is let in', async () => {
    const { fixture } = stage;
    await fixture.register();
    await fixture.register({ name: 'Elsewhere', channelId: 'C2' });
    await fixture.tick();
    await pause(fixture);
    await fixture.notifications();
    fixture.stackone.answer({ status: 401, body: {} });
    await fixture.tick();
    const messages = (await fixture.notifications()).filter(
      ({ message }) => message?.kind === 'stackone_trouble',
    );
    expect(messages.map(({ channel }) => channel)).toEqual(['C2']);
  });
});
