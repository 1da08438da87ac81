import { describe, expect, it } from 'vitest';
import { putOffMs } from '../../../../src/concurrency/each_alone.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import { claimDeliveries } from '../../../../src/store/deliveries/claim_deliveries.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { nudgeTurns } from '../../../../src/usecases/turns/nudge_turns.ts';
import { sendNudges } from '../../../../src/usecases/turns/send_nudges.ts';
import { setStepAdmins } from '../../../../src/usecases/turns/step_admins.ts';
import { ana, type Fixture, failingIds, hour, minute, T1, useFixture, zoe } from '../fixture.ts';

const the = useFixture();
const ben = 'UBEN';
const day = 24 * hour;

/** An app that waits for somebody to set the redirect URL; it is Monday, 9 in the morning. */
async function waitingApp(fixture: Fixture, answers: Parameters<Fixture['register']>[0] = {}) {
  const app = await fixture.register(answers);
  await fixture.tick();
  await fixture.tick();
  await fixture.notifications();
  return app;
}

/** Days go by, the sweep runs, and what it said is returned. */
async function saidAfter(
  fixture: Fixture,
  ms: number,
): Promise<{ readonly to: string; readonly message: Message }[]> {
  await fixture.tick(ms);
  const said = await fixture.notifications();
  await fixture.ctx.db.query(`update delivery set state = 'sent', message_ts = '1.1' where kind = 'message'`);
  return said.flatMap(({ channel: to, message }) =>
    message?.kind === 'nudge' || message?.kind === 'nudges' ? [{ to, message }] : [],
  );
}

const kinds = (said: Awaited<ReturnType<typeof saidAfter>>) =>
  said.map(({ to, message }) => `${to}: ${message.kind}`);

async function nudgesIn(fixture: Fixture, appId: string) {
  const events = await fixture.events(appId);
  return events.flatMap(({ kind, detail }) => (kind === 'nudged' ? [detail] : []));
}

describe('an app that waits too long', () => {
  it('reminds in the thread of the card, then its owners directly, less and less often, and then no more', async () => {
    const { fixture } = the;
    const app = await waitingApp(fixture, { owners: [ana, ben] });
    expect(await saidAfter(fixture, day)).toEqual([]);
    const [thread, ...others] = await saidAfter(fixture, day);
    expect(others).toEqual([]);
    expect(thread).toMatchObject({
      to: app.card.app.channelId,
      message: { kind: 'nudge', action: 'set_redirect', doer: 'zoom_admin', passOn: true, whom: [ana, ben] },
    });
    expect(kinds(await saidAfter(fixture, 2 * day))).toEqual([`${ana}: nudges`, `${ben}: nudges`]);
    expect(await saidAfter(fixture, 4 * day)).toEqual([]);
    expect(kinds(await saidAfter(fixture, day))).toEqual([`${ana}: nudges`, `${ben}: nudges`]);
    // The nineteenth day is a Saturday.
    expect(await saidAfter(fixture, 10 * day)).toEqual([]);
    const last = await saidAfter(fixture, 2 * day);
    expect(last[0]?.message).toMatchObject({ steps: [{ isLast: true }] });
    for (const ms of [10 * day, 30 * day, 90 * day]) expect(await saidAfter(fixture, ms)).toEqual([]);
    expect(await nudgesIn(fixture, app.appId)).toEqual([
      { action: 'set_redirect', how: 'thread' },
      { action: 'set_redirect', how: 'direct' },
      { action: 'set_redirect', how: 'direct' },
      { action: 'set_redirect', how: 'direct', last: true },
    ]);
  });

  it('reminds in its channel after everything that has just happened there', async () => {
    const { fixture } = the;
    const apps = [await waitingApp(fixture, { name: 'One' }), await waitingApp(fixture, { name: 'Two' })];
    await fixture.tick(2 * day);
    const { workspaceId, channelId } = apps[0]?.card.app ?? { workspaceId: '', channelId: '' };
    for (const { environments } of apps)
      await fixture.usecases.attest({
        ...{ workspaceId, actor: zoe, what: 'redirect' },
        environmentId: environments.development,
      });
    const { db } = fixture.ctx;
    const sent: string[] = [];
    for (;;) {
      const [delivery] = await claimDeliveries(db, [{ workspaceId, channelId }], fixture.ctx.clock.now());
      if (delivery == null) break;
      sent.push(delivery.message?.kind ?? 'card');
      await db.query(`update delivery set state = 'sent', message_ts = '1.1' where id = $1`, [delivery.id]);
    }
    expect(sent.slice(-4)).toEqual(['attested', 'attested', 'nudge', 'nudge']);
  });

  it('begins again with every step', async () => {
    const { fixture } = the;
    const app = await waitingApp(fixture);
    expect(kinds(await saidAfter(fixture, 2 * day))).toEqual([`${app.card.app.channelId}: nudge`]);
    const environmentId = app.environments.development;
    await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    expect(await saidAfter(fixture, minute)).toEqual([]);
    expect((await saidAfter(fixture, 2 * day))[0]?.message).toMatchObject({
      kind: 'nudge',
      action: 'run_test',
    });
  });

  it('reminds nobody at night or at the weekend', async () => {
    const { fixture } = the;
    // Monday 9:00; three days and a half later it is Thursday evening.
    fixture.pass(3 * day + 12 * hour);
    const app = await waitingApp(fixture);
    expect(await saidAfter(fixture, 2 * day)).toEqual([]); // Saturday, 21:00
    expect(await saidAfter(fixture, day + 11 * hour)).toEqual([]); // Monday, 8:00
    expect(kinds(await saidAfter(fixture, hour))).toEqual([`${app.card.app.channelId}: nudge`]);
  });

  it('reminds those who are named for the step, and not its owners', async () => {
    const { fixture } = the;
    const admins = { ...fixture.ctx, isWorkspaceAdmin: async () => true };
    await setStepAdmins(admins, { workspaceId: T1, actor: ana, doer: 'zoom_admin', userIds: [zoe] });
    await waitingApp(fixture);
    expect((await saidAfter(fixture, 2 * day))[0]?.message).toMatchObject({ whom: [zoe] });
    const [direct] = await saidAfter(fixture, 2 * day);
    expect(direct).toMatchObject({ to: zoe, message: { steps: [{ action: 'set_redirect' }] } });
    expect(direct?.message).not.toMatchObject({ steps: [{ passOn: true }] });
  });

  it('reminds its owners where the account of who was named for the step is gone', async () => {
    const { fixture } = the;
    const admins = { ...fixture.ctx, isWorkspaceAdmin: async () => true };
    const named = { workspaceId: T1, actor: ana, doer: 'zoom_admin', userIds: [zoe] } as const;
    await setStepAdmins(admins, named);
    await waitingApp(fixture);
    const memberStatusesOf = async () => new Map([[zoe, 'deactivated' as const]]);
    const usecases = bindUseCases({ ...fixture.ctx, memberStatusesOf });
    await fixture.tick();
    for (const how of ['nudge', 'nudges']) {
      fixture.pass(2 * day);
      await usecases.sweep({ workspaceId: T1 });
      const [said, ...others] = await saidAfter(fixture, 0);
      expect(others).toEqual([]);
      expect(said?.message).toMatchObject(
        how === 'nudge' ? { kind: how, whom: [ana], passOn: true } : { kind: how, steps: [{ passOn: true }] },
      );
    }
    const { events } = await fixture.usecases.readHistory({ workspaceId: T1 });
    expect(events.filter(({ kind }) => kind === 'step_admins_changed')).toMatchObject([
      { actor: 'greenroom', detail: { doer: 'zoom_admin', added: [], removed: [zoe] } },
      { actor: ana },
    ]);
  });

  it('is one line of one message, whatever the number of apps, and done ones are left out', async () => {
    const { fixture } = the;
    const [one] = [await waitingApp(fixture, { name: 'One' }), await waitingApp(fixture, { name: 'Two' })];
    await waitingApp(fixture, { name: 'Three' });
    await saidAfter(fixture, 2 * day);
    await fixture.ctx.db.query(`update turn set nudge_at = nudge_at - interval '1 hour'`);
    const environmentId = one.environments.development;
    await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    const said = await saidAfter(fixture, 2 * day);
    const direct = said.filter(({ to }) => to === ana);
    expect(direct).toHaveLength(1);
    expect(direct[0]?.message).toMatchObject({
      steps: [{ about: { appName: 'Two' } }, { about: { appName: 'Three' } }],
      more: 0,
    });
  });

  it('reminds nobody while StackOne gives no answer, and does once it gives one', async () => {
    const { fixture } = the;
    const app = await waitingApp(fixture);
    const environmentId = app.environments.development;
    for (const what of ['redirect', 'test_status'] as const)
      await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what });
    await fixture.tick();
    fixture.stackone.down();
    expect(await saidAfter(fixture, 2 * day)).toEqual([]);
    fixture.stackone.clearFaults();
    await fixture.tick(hour);
    await fixture.tick(6 * hour);
    expect((await fixture.words()).filter((said) => said.includes('nudge'))).toEqual(['thread: nudge']);
  });

  it('is not reminded of once it is live, asked about again, or archived, and nobody is where it has no people', async () => {
    const { fixture } = the;
    await fixture.registerLive('Live');
    const asked = await waitingApp(fixture, { name: 'Asked' });
    const environmentId = asked.environments.development;
    await fixture.usecases.attest({ workspaceId: T1, actor: zoe, environmentId, what: 'redirect' });
    const missing = { missing: [], note: '' };
    await fixture.usecases.reportNotReady({ workspaceId: T1, actor: zoe, environmentId, ...missing });
    const archived = await waitingApp(fixture, { name: 'Archived' });
    await fixture.usecases.archiveApp({ workspaceId: T1, actor: ana, appId: archived.appId });
    const alone = await waitingApp(fixture, { name: 'Without people' });
    await fixture.ctx.db.query('delete from zoom_app_owner where zoom_app_id = $1', [alone.appId]);
    const said = [...(await saidAfter(fixture, 2 * day)), ...(await saidAfter(fixture, 4 * day))];
    // The thread of the last one says that it waits; there is nobody to write to.
    expect(said).toMatchObject([
      { message: { kind: 'nudge', about: { appName: 'Without people' }, whom: [] } },
    ]);
  });
});

describe('a reminder that cannot be written', () => {
  it('does not hold up those of other apps, and is tried again later', async () => {
    const { fixture } = the;
    await waitingApp(fixture, { name: 'One', channelId: 'C0ONE' });
    await waitingApp(fixture, { name: 'Two', channelId: 'C0TWO' });
    fixture.pass(2 * day);
    // At once with the other, and alone.
    const failing = { ...fixture.ctx, newId: failingIds(2) };
    await expect(nudgeTurns(failing, T1, 100)).rejects.toThrow('no id');
    const reminded = async (ms: number) => (await saidAfter(fixture, ms)).map(({ to }) => to);
    expect(await reminded(0)).toEqual(['C0TWO']);
    expect(await reminded(putOffMs - 1)).toEqual([]);
    expect(await reminded(1)).toEqual(['C0ONE']);
  });

  it('does not hold up those of other people', async () => {
    const { fixture } = the;
    await waitingApp(fixture, { owners: [ana, ben] });
    await saidAfter(fixture, 2 * day);
    fixture.pass(2 * day);
    await nudgeTurns(fixture.ctx, T1, 100);
    await expect(sendNudges({ ...fixture.ctx, newId: failingIds(1) }, T1, 100)).rejects.toThrow('no id');
    const [first, ...others] = await saidAfter(fixture, 0);
    expect(others).toEqual([]);
    const [second] = await saidAfter(fixture, hour);
    expect([first?.to, second?.to].sort()).toEqual([ana, ben]);
  });
});

describe('putting reminders off', () => {
  it('is said in the reminders that stand, kept in the history, and ends with its time', async () => {
    const { fixture } = the;
    const app = await waitingApp(fixture);
    const environmentId = app.environments.development;
    await saidAfter(fixture, 2 * day);
    await fixture.ctx.db.query(
      `update delivery set state = 'sent', message_ts = '1.1' where state = 'queued'`,
    );
    const by = { workspaceId: T1, actor: zoe, environmentId, action: 'set_redirect' };
    const result = await fixture.usecases.snoozeTurn({ ...by, snooze: 'week' });
    const until = new Date(fixture.ctx.clock.now().getTime() + 7 * day);
    expect(result).toEqual({ ok: true, value: { until } });
    const snoozed = { by: zoe, until: until.toISOString() };
    const [edited] = (await fixture.notifications()).flatMap(({ message }) =>
      message === null ? [] : [message],
    );
    expect(edited).toMatchObject({ kind: 'nudge', snoozed });
    expect(await saidAfter(fixture, 6 * day)).toEqual([]);
    expect(kinds(await saidAfter(fixture, day + minute))).toEqual([`${ana}: nudges`]);
    expect((await fixture.events(app.appId)).some(({ kind }) => kind === 'nudge_snoozed')).toBe(true);
  });

  it('for good ends them, of this step alone', async () => {
    const { fixture } = the;
    const app = await waitingApp(fixture);
    const environmentId = app.environments.development;
    const by = { workspaceId: T1, actor: zoe, environmentId };
    expect(await fixture.usecases.snoozeTurn({ ...by, action: 'set_redirect', snooze: 'never' })).toEqual({
      ok: true,
      value: { until: null },
    });
    expect(await saidAfter(fixture, 14 * day)).toEqual([]);
    await fixture.usecases.attest({ ...by, what: 'redirect' });
    await fixture.tick();
    expect(kinds(await saidAfter(fixture, 2 * day))).toEqual([`${app.card.app.channelId}: nudge`]);
  });

  it('changes nothing when another step is next by now', async () => {
    const { fixture } = the;
    const app = await waitingApp(fixture);
    const by = { workspaceId: T1, actor: zoe, environmentId: app.environments.development };
    expect(await fixture.usecases.snoozeTurn({ ...by, action: 'run_test', snooze: 'never' })).toEqual({
      ok: true,
      value: null,
    });
    expect(kinds(await saidAfter(fixture, 2 * day))).toEqual([`${app.card.app.channelId}: nudge`]);
  });
});

describe('the hours of reminders', () => {
  it('are those of each person, and of the workspace for its channels', async () => {
    const { fixture } = the;
    const timeZonesOf = async () => new Map([[ben, 'America/Los_Angeles']]);
    const usecases = bindUseCases({ ...fixture.ctx, timeZonesOf });
    await waitingApp(fixture, { owners: [ana, ben] });
    await saidAfter(fixture, 2 * day);
    fixture.pass(2 * day);
    await usecases.sweep({ workspaceId: T1 });
    const reminded = async () =>
      (await fixture.notifications()).flatMap((one) => (one.message === null ? [] : one.channel));
    expect(await reminded()).toEqual([ana]);
    fixture.pass(8 * hour);
    await usecases.sweep({ workspaceId: T1 });
    expect(await reminded()).toEqual([ben]);
  });

  it('are those of each person, however many are to be reminded', async () => {
    const { fixture } = the;
    const people = Array.from({ length: 20 }, (_, i) => `UFAR${i}`);
    for (const from of [0, 20, 40]) {
      const owners = people.map((userId) => `${userId}x${from}`);
      await waitingApp(fixture, { name: `From ${from}`, owners });
    }
    await saidAfter(fixture, 2 * day);
    fixture.pass(2 * day);
    // As Slack is asked: about fifty at once.
    const timeZonesOf = async (userIds: readonly string[]) =>
      new Map(userIds.slice(0, 50).map((userId) => [userId, 'America/Los_Angeles']));
    const usecases = bindUseCases({ ...fixture.ctx, timeZonesOf });
    const reminded = async () => {
      await usecases.sweep({ workspaceId: T1 });
      return (await fixture.notifications()).filter(({ message }) => message !== null);
    };
    expect(await reminded()).toEqual([]);
    // 9:00 in Los Angeles.
    fixture.pass(8 * hour);
    expect(await reminded()).toHaveLength(60);
  });

  it('and who the owners are count when the reminder is sent', async () => {
    const { fixture } = the;
    const usecases = bindUseCases({
      ...fixture.ctx,
      timeZonesOf: async () => new Map([[ben, 'America/Los_Angeles']]),
    });
    const { appId } = await waitingApp(fixture, { owners: [ana, ben] });
    await saidAfter(fixture, 2 * day);
    fixture.pass(2 * day);
    await usecases.sweep({ workspaceId: T1 });
    expect(kinds(await saidAfter(fixture, 0))).toEqual([`${ana}: nudges`]);
    const handed = await usecases.handOver({ workspaceId: T1, actor: ben, appId, to: zoe });
    expect(handed).toMatchObject({ ok: true });
    fixture.pass(8 * hour);
    await usecases.sweep({ workspaceId: T1 });
    expect(kinds(await saidAfter(fixture, 0))).toEqual([]);
  });

  it('are those of each person only in the workspace of which Slack can be asked', async () => {
    const { fixture } = the;
    const T2 = 'T0GLOBEX';
    await saveWorkspace(
      fixture.database.db,
      { id: T2, name: 'Globex', botUserId: 'UBOT2' },
      fixture.ctx.clock.now(),
    );
    const theirs = await fixture.register({
      workspaceId: T2,
      name: 'Theirs',
      channelId: 'C0THEIRS',
      owners: [ben],
    });
    await waitingApp(fixture, { owners: [zoe] });
    // The token of Acme: to its Slack nobody of Globex exists.
    const usecases = bindUseCases({
      ...fixture.ctx,
      speaksFor: (workspaceId) => workspaceId === T1,
      memberStatusesOf: async (ids) =>
        new Map(ids.map((id) => [id, id === zoe ? ('member' as const) : ('not_found' as const)])),
      timeZonesOf: async (ids) => new Map(ids.map((id) => [id, 'America/Los_Angeles'])),
    });
    const remindedAfter = async (ms: number) => {
      fixture.pass(ms);
      for (const workspaceId of [T1, T2]) await usecases.sweep({ workspaceId });
      return kinds(await saidAfter(fixture, 0)).filter((said) => said.endsWith('nudges'));
    };
    await remindedAfter(minute);
    await remindedAfter(2 * day);
    // 9:00 UTC is 1:00 in Los Angeles.
    expect(await remindedAfter(2 * day)).toEqual([`${ben}: nudges`]);
    expect(await remindedAfter(8 * hour)).toEqual([`${zoe}: nudges`]);
    const { events } = await fixture.usecases.readHistory({ workspaceId: T2, appId: theirs.appId });
    expect(events.filter(({ kind }) => kind === 'owner_unreachable')).toEqual([]);
  });

  it('and the time until them are what the admins have chosen', async () => {
    const { fixture } = the;
    const usecases = bindUseCases({ ...fixture.ctx, isWorkspaceAdmin: async () => true });
    const settings = {
      timeZone: 'Asia/Kolkata',
      quietHours: { from: 0, to: 0, weekend: false },
      reminderAfterHours: 4,
    };
    await usecases.setReminderSettings({ workspaceId: T1, actor: ana, ...settings });
    await waitingApp(fixture);
    expect(await saidAfter(fixture, 7 * hour)).toEqual([]);
    expect(await saidAfter(fixture, hour)).toHaveLength(1);
  });
});
