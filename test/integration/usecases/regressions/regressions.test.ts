import { describe, expect, test } from 'vitest';
import { putOffMs } from '../../../../src/concurrency/each_alone.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { addPeopleToNotify } from '../../../../src/store/regressions/people_to_notify.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { askAboutRegressions } from '../../../../src/usecases/regressions/ask_about_regressions.ts';
import { notifyOfRegressions } from '../../../../src/usecases/regressions/notify_of_regressions.ts';
import { forget } from '../../../../src/usecases/retention/forget.ts';
import { ana, failingIds, hour, minute, type Said, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const ben = 'UBEN';
const by = (actor: string) => ({ workspaceId: T1, actor });
type Live = Awaited<ReturnType<typeof stage.fixture.registerLive>>;

const knowing = (known: Partial<Context>) => bindUseCases({ ...stage.fixture.ctx, ...known });

/** A live app whose profile was disabled in StackOne; the announcement is read. */
async function broken(): Promise<Live & { readonly regressionId: string; readonly announced: Said[] }> {
  const { fixture } = stage;
  const app = await fixture.registerLive();
  await fixture.notifications();
  fixture.stackone.disableProfile(app.profileId);
  await fixture.tick();
  const announced = await fixture.notifications();
  const regressionId = announced.map(({ message }) => idOf(message)).find((id) => id !== '') ?? '';
  return { ...app, regressionId, announced };
}

const idOf = (message: Message | null): string =>
  message?.kind === 'regressed' || message?.kind === 'regression_due' ? (message.regressionId ?? '') : '';

const toPeople = (said: readonly Said[]) =>
  said.filter(({ channel, message }) => channel.startsWith('U') && message?.kind === 'regression_due');

async function events(kind: string) {
  const { events: all } = await stage.fixture.usecases.readHistory({ workspaceId: T1 });
  return all.filter((one) => one.kind === kind).map(({ actor, detail }) => ({ actor, detail }));
}

describe('a regression', () => {
  test('mentions the owners in the channel, and is sent to each of them', async () => {
    const { announced, regressionId } = await broken();
    const inChannel = announced.find(({ message }) => message?.kind === 'regressed');
    expect(inChannel?.message).toMatchObject({ owners: [ana], regressionId });
    const direct = toPeople(announced.concat(await afterSweep()));
    expect(direct.map(({ channel }) => channel)).toEqual([ana]);
    expect(direct[0]?.message).toMatchObject({ regressionId, again: false, check: 'connector_profile' });
  });

  test('is said by every message about it to be taken, by whom and since when', async () => {
    const { regressionId } = await broken();
    await afterSweep();
    expect(await knowing({}).takeRegression({ ...by(zoe), regressionId })).toMatchObject({
      value: { changed: true },
    });
    const taken = { by: zoe, at: stage.fixture.ctx.clock.now().toISOString() };
    const edited = (await stage.fixture.notifications()).map(({ channel, message }) => ({
      channel,
      message,
    }));
    expect(edited).toHaveLength(2);
    for (const one of edited) expect(one.message).toMatchObject({ regressionId, taken });
    expect(await knowing({}).takeRegression({ ...by(zoe), regressionId })).toMatchObject({
      value: { changed: false },
    });
    expect(await knowing({}).takeRegression({ ...by(ben), regressionId })).toMatchObject({
      error: { code: 'taken', by: zoe },
    });
    expect(await events('regression_taken')).toEqual([
      { actor: zoe, detail: { check: 'connector_profile' } },
    ]);
    // Whoever took it is trusted with it, for some days.
    await stage.fixture.tick(71 * hour);
    expect(toPeople(await stage.fixture.notifications())).toEqual([]);
  });

  test('is shown again to who took it, twice, and then asked about as before', async () => {
    const { fixture } = stage;
    const { regressionId } = await broken();
    await afterSweep();
    await knowing({}).takeRegression({ ...by(zoe), regressionId });
    await shown();
    const daysUntil: Record<string, number[]> = {};
    for (let day = 1; day <= 15; day += 1) {
      await fixture.tick(24 * hour);
      await fixture.tick();
      for (const { channel, message, isEdit } of await shown())
        if (message?.kind === 'regression_due' && !isEdit)
          daysUntil[channel] = [...(daysUntil[channel] ?? []), day];
    }
    // Monday's: the first day is Tuesday, the fourteenth a Monday.
    expect(daysUntil).toEqual({ [zoe]: [3, 7], [ana]: [14, 15], C1: [14, 15] });
  });

  test('says to who took it that it still is broken, and since when it is theirs', async () => {
    const { fixture } = stage;
    const { regressionId, profileId } = await broken();
    await afterSweep();
    await knowing({}).takeRegression({ ...by(zoe), regressionId });
    const at = fixture.ctx.clock.now().toISOString();
    await shown();
    await fixture.tick(72 * hour);
    const reminded = toPeople(await shown());
    expect(reminded.map(({ channel, message }) => [channel, message])).toEqual([
      [zoe, expect.objectContaining({ regressionId, again: true, taken: { by: zoe, at } })],
    ]);
    fixture.stackone.enableProfile(profileId);
    await fixture.tick();
    await fixture.tick();
    const ended = toPeople(await shown()).filter(({ channel }) => channel === zoe);
    expect(ended.map(({ message }) => message)).toMatchObject([{ ended: { repaired: true } }]);
  });

  test.each([
    [
      'handed over',
      async (id: string) => knowing({}).handOverRegression({ ...by(zoe), regressionId: id, to: ben }),
    ],
    ['repaired', async () => stage.fixture.tick()],
  ])('is not shown again to who took it once it is %s', async (what, happens) => {
    const { fixture } = stage;
    const { regressionId, profileId } = await broken();
    await afterSweep();
    await knowing({}).takeRegression({ ...by(zoe), regressionId });
    if (what === 'repaired') fixture.stackone.enableProfile(profileId);
    await happens(regressionId);
    await afterSweep();
    await fixture.tick(72 * hour);
    const said = toPeople(await shown()).filter(({ isEdit }) => !isEdit);
    expect(said.map(({ channel }) => channel)).toEqual(what === 'repaired' ? [] : [ben]);
  });

  test('is nobody’s again when Slack says that the account of who took it is gone', async () => {
    const { fixture } = stage;
    const { regressionId, appId } = await broken();
    await afterSweep();
    await knowing({}).takeRegression({ ...by(zoe), regressionId });
    await shown();
    const usecases = knowing({ memberStatusesOf: async () => new Map([[zoe, 'deactivated' as const]]) });
    fixture.pass(24 * hour);
    await usecases.sweep({ workspaceId: T1 });
    const edited = (await shown()).filter(({ message }) => idOf(message) === regressionId);
    expect(edited).toHaveLength(2);
    for (const { message, isEdit } of edited) {
      expect(isEdit).toBe(true);
      expect(message).not.toHaveProperty('taken');
    }
    await usecases.sweep({ workspaceId: T1 });
    expect(toPeople(await shown()).map(({ channel, message }) => [channel, message])).toEqual([
      [ana, expect.objectContaining({ regressionId, again: true })],
    ]);
    const { events: all } = await fixture.usecases.readHistory({ workspaceId: T1, appId });
    expect(all.find(({ kind }) => kind === 'regression_released')).toMatchObject({
      actor: 'greenroom',
      detail: { check: 'connector_profile', from: zoe },
    });
  });

  test('is asked about again, and can be taken, once the person who has taken it is forgotten', async () => {
    const { fixture } = stage;
    const { regressionId } = await broken();
    await afterSweep();
    await knowing({}).takeRegression({ ...by(zoe), regressionId });
    await shown();
    await forget(fixture.ctx, { workspaceId: T1, what: 'person', person: zoe });
    await fixture.tick(25 * hour);
    const again = toPeople(await shown());
    expect(again.map(({ channel, message }) => [channel, message])).toEqual([
      [ana, expect.objectContaining({ regressionId, again: true })],
    ]);
    expect(await knowing({}).takeRegression({ ...by(ben), regressionId })).toMatchObject({
      value: { changed: true },
    });
  });

  test('can be taken when an older replica has repaired the one before it', async () => {
    const { fixture } = stage;
    const { regressionId } = await broken();
    const { db } = fixture.database;
    await db.query(`update readiness_check set status = 'passed', last_known = 'passed', reason = null
                    where name = 'connector_profile'`);
    await db.query('update connector_profile set active = true');
    await fixture.tick();
    const said = (await fixture.notifications()).map(({ message }) => message);
    const next = said.find((message) => message?.kind === 'regressed' && idOf(message) !== regressionId);
    expect(await knowing({}).takeRegression({ ...by(ben), regressionId: idOf(next ?? null) })).toMatchObject({
      value: { changed: true },
    });
  });

  test('is taken by one of two who press at the same time', async () => {
    const { regressionId } = await broken();
    const usecases = knowing({});
    const pressed = [zoe, ben].map((actor) => usecases.takeRegression({ ...by(actor), regressionId }));
    expect((await Promise.all(pressed)).map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('is handed over to a person, who hears of it directly, and not to a bot', async () => {
    const { regressionId } = await broken();
    await afterSweep();
    const statuses = async () => new Map([['UBOT', 'bot' as const]]);
    const usecases = knowing({ memberStatusesOf: statuses });
    await usecases.takeRegression({ ...by(zoe), regressionId });
    await stage.fixture.notifications();
    expect(await usecases.handOverRegression({ ...by(zoe), regressionId, to: 'UBOT' })).toEqual({
      ok: false,
      error: 'no_member',
    });
    expect(await usecases.handOverRegression({ ...by(zoe), regressionId, to: ben })).toMatchObject({
      ok: true,
    });
    const direct = toPeople(await stage.fixture.notifications()).filter(({ channel }) => channel === ben);
    expect(direct.map(({ message }) => message)).toMatchObject([
      { regressionId, taken: { by: ben, from: zoe } },
    ]);
    expect(await events('regression_handed_over')).toEqual([
      { actor: zoe, detail: { check: 'connector_profile', to: ben } },
    ]);
  });

  test('is handed over to an owner by a message that notifies, not by an edit of the one before', async () => {
    const { regressionId } = await broken();
    await afterSweep();
    const { db } = stage.fixture.database;
    await db.query(`update delivery set state = 'sent'`);
    await stage.fixture.tick(minute);
    const result = await knowing({}).handOverRegression({ ...by(zoe), regressionId, to: ana });
    expect(result).toMatchObject({ value: { changed: true } });
    const queued = await db.query<{ edits: string | null; message: unknown }>(
      `select edits, message from delivery where channel_id = $1 and state = 'queued' and message is not null`,
      [ana],
    );
    expect(queued).toMatchObject([{ edits: null, message: { regressionId, taken: { by: ana, from: zoe } } }]);
  });

  test('is asked about again after the reminder time of the workspace, until it is repaired', async () => {
    const { fixture } = stage;
    const { regressionId, profileId } = await broken();
    await afterSweep();
    await fixture.tick(23 * hour);
    expect(toPeople(await fixture.notifications())).toEqual([]);
    await fixture.tick(hour);
    const again = await shown();
    expect(toPeople(again)[0]?.message).toMatchObject({ regressionId, again: true });
    expect(again.map(({ channel, message }) => [channel.startsWith('U'), idOf(message)])).toContainEqual([
      false,
      regressionId,
    ]);
    fixture.stackone.enableProfile(profileId);
    await fixture.tick();
    await fixture.tick();
    const ended = (await fixture.notifications()).filter(({ message }) => idOf(message) === regressionId);
    expect(ended.length).toBeGreaterThan(1);
    for (const { message } of ended) expect(message).toMatchObject({ ended: { repaired: true } });
    expect(await fixture.usecases.takeRegression({ ...by(zoe), regressionId })).toMatchObject({
      error: { code: 'over' },
    });
    await fixture.tick(72 * hour);
    expect(toPeople(await fixture.notifications())).toEqual([]);
  });

  test.each([
    ['waits for the morning of an owner where it is night', false],
    ['is not sent in the morning to an owner once it is taken', true],
  ])('%s', async (_what, isTaken) => {
    const { fixture } = stage;
    const app = await fixture.registerLive();
    fixture.stackone.disableProfile(app.profileId);
    // 09:06 UTC is 02:06 in Denver.
    const usecases = knowing({ timeZonesOf: async () => new Map([[ana, 'America/Denver']]) });
    fixture.pass(6 * minute);
    await usecases.pollStackone({ workspaceId: T1 });
    await usecases.sweep({ workspaceId: T1 });
    const atNight = await fixture.notifications();
    expect(toPeople(atNight)).toEqual([]);
    const regressionId = atNight.map(({ message }) => idOf(message)).find((id) => id !== '') ?? '';
    if (isTaken)
      expect(await usecases.takeRegression({ ...by(zoe), regressionId })).toMatchObject({ ok: true });
    fixture.pass(7 * hour);
    await usecases.sweep({ workspaceId: T1 });
    const sent = toPeople(await fixture.notifications());
    expect(sent.map(({ channel, message }) => [channel, idOf(message)])).toEqual(
      isTaken ? [] : [[ana, regressionId]],
    );
  });

  test('is not sent in the morning to who owns the app no more', async () => {
    const { fixture } = stage;
    const { appId, regressionId } = await broken();
    await fixture.database.db.query(`delete from delivery where channel_id ~ '^U'`);
    const row = [T1, regressionId, ana, fixture.ctx.clock.now()];
    await fixture.database.db.query(
      `insert into regression_notice (workspace_id, regression_id, user_id, due_at) values ($1, $2, $3, $4)
       on conflict (workspace_id, regression_id, user_id) do update set due_at = excluded.due_at`,
      row,
    );
    await fixture.usecases.handOver({ ...by(ana), appId, to: zoe });
    await notifyOfRegressions(fixture.ctx, T1, 50);
    expect(toPeople(await fixture.notifications())).toEqual([]);
  });

  test('that cannot be announced to one owner is to the others, and to that one later', async () => {
    const { fixture } = stage;
    const { appId, regressionId } = await broken();
    await afterSweep();
    const { db } = fixture.database;
    await db.query(`delete from delivery where channel_id ~ '^U'`);
    await db.query('delete from regression_notice');
    await db.query('insert into zoom_app_owner (workspace_id, zoom_app_id, user_id) values ($1, $2, $3)', [
      ...[T1, appId, ben],
    ]);
    const now = fixture.ctx.clock.now();
    await addPeopleToNotify(
      db,
      T1,
      [ana, ben].map((userId) => ({ regressionId, userId })),
      now,
    );
    // At once with the other, and alone.
    const failing = { ...fixture.ctx, newId: failingIds(2) };
    await expect(notifyOfRegressions(failing, T1, 50)).rejects.toThrow('no id');
    const sent = async () => toPeople(await fixture.notifications()).map(({ channel }) => channel);
    const first = await sent();
    expect(await notifyOfRegressions(fixture.ctx, T1, 50)).toBe(0);
    fixture.pass(putOffMs);
    expect(await notifyOfRegressions(fixture.ctx, T1, 50)).toBe(1);
    expect([...first, ...(await sent())].sort()).toEqual([ana, ben]);
  });

  test('that cannot be looked at does not hold up the next one', async () => {
    const { fixture } = stage;
    const [one, two] = [await fixture.registerLive('One'), await fixture.registerLive('Two')];
    for (const { profileId } of [one, two]) fixture.stackone.disableProfile(profileId);
    await fixture.tick();
    await afterSweep();
    fixture.pass(25 * hour);
    await fixture.notifications();
    // At once with the other, and alone.
    const failing = { ...fixture.ctx, newId: failingIds(2) };
    await expect(askAboutRegressions(failing, T1, 100)).rejects.toThrow('no id');
    const asked = async () =>
      (await fixture.notifications()).flatMap(({ message }) =>
        message?.kind === 'regression_due' ? [message.about.appName] : [],
      );
    const first = await asked();
    expect(first).toHaveLength(1);
    expect(await askAboutRegressions(fixture.ctx, T1, 100)).toBe(0);
    fixture.pass(putOffMs);
    expect(await askAboutRegressions(fixture.ctx, T1, 100)).toBe(1);
    expect([...first, ...(await asked())].sort()).toEqual(['One', 'Two']);
  });

  test('is sent once to an owner who watches the app by direct messages', async () => {
    const { fixture } = stage;
    const { appId, profileId } = await fixture.registerLive();
    await fixture.usecases.setWatch({ ...by(ana), channelId: ana, appId, level: 'failures' });
    fixture.stackone.disableProfile(profileId);
    await fixture.tick();
    await fixture.tick();
    const mine = (await fixture.notifications()).filter(
      ({ channel, message }) => channel === ana && idOf(message) !== '',
    );
    expect(mine.map(({ message }) => message?.kind)).toEqual(['regressed']);
  });

  test.each([
    ['is not sent to the owner who reported it', ana, []],
    ['is sent to an owner when somebody else reported it', zoe, [ana]],
  ])('%s', async (_what, actor, whom) => {
    const { fixture } = stage;
    const { environmentId } = await fixture.registerLive();
    await fixture.usecases.reportNotReady({ ...by(actor), environmentId, missing: ['links'], note: '' });
    await fixture.tick();
    await fixture.tick();
    const said = await fixture.notifications();
    expect(said.some(({ message }) => message?.kind === 'regressed')).toBe(true);
    expect(toPeople(said).map(({ channel }) => channel)).toEqual(whom);
  });

  test('is not asked about while nobody can see whether it is repaired, and is once that can be seen', async () => {
    const { fixture } = stage;
    await broken();
    await afterSweep();
    fixture.stackone.down();
    await fixture.tick(25 * hour);
    await fixture.tick(hour);
    expect(toPeople(await shown())).toEqual([]);
    fixture.stackone.clearFaults();
    await fixture.tick();
    await fixture.tick(11 * minute);
    expect(toPeople(await shown()).map(({ channel }) => channel)).toEqual([ana]);
  });
});

/** The next run of the sweep, and what it queued; Slack shows it from then on. */
async function afterSweep(): Promise<Said[]> {
  await stage.fixture.tick();
  return shown();
}

async function shown(): Promise<Said[]> {
  const said = await stage.fixture.notifications();
  await stage.fixture.database.db.query(
    `update delivery set state = 'sent', message_ts = '1.' || seq, posted_in = channel_id where state = 'queued'`,
  );
  return said;
}
