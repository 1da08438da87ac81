import { describe, expect, test } from 'vitest';
import { putOffMs } from '../../../../src/concurrency/each_alone.ts';
import type { MemberStatus } from '../../../../src/core/apps/member_status.ts';
import { syncGroupOwners } from '../../../../src/store/ownership/owners.ts';
import { deleteApp } from '../../../../src/usecases/archive/delete_app.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { askTakeover } from '../../../../src/usecases/ownership/ask_takeover.ts';
import { carryOutTakeovers } from '../../../../src/usecases/ownership/carry_out_takeovers.ts';
import { chooseOwnerGroups } from '../../../../src/usecases/ownership/owner_groups.ts';
import { ana, type Fixture, failingIds, hour, minute, T1, useFixture, zoe } from '../fixture.ts';
import { overtaken } from '../overtaken.ts';
import { ownedByGroup } from '../owned_by_group.ts';
import { shown } from '../shown.ts';

const one = useFixture();
const ben = 'UBEN';
const day = 24 * hour;

const byZoe = { workspaceId: T1, actor: zoe };
const owners = async ({ usecases }: Fixture, appId: string) =>
  (await usecases.readCard({ workspaceId: T1, appId }))?.app.owners;

/** Zoe asks in the channel for an app of Ana's and Ben's. */
async function asked(fixture: Fixture, name = 'Acme Zoom') {
  const { appId } = await fixture.register({ name, owners: [ana, ben] });
  await fixture.notifications();
  const result = await fixture.usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' });
  if (!result.ok || result.value.kind !== 'asked') throw new Error('it was to be asked for');
  return { appId, takeoverId: result.value.takeover.id };
}

describe('who is no owner and asks in the channel', () => {
  test('is an owner after a day in which nobody objects, beside those who were, and all of them hear of it', async () => {
    const { fixture } = one;
    const { appId } = await asked(fixture);
    expect(
      (await fixture.notifications()).filter(({ message }) => message?.kind === 'takeover_asked'),
    ).toMatchObject([{ channel: 'C1', where: 'channel' }, { channel: ana }, { channel: ben }]);
    await shown(fixture);
    fixture.pass(day - minute);
    await fixture.tick();
    expect(await owners(fixture, appId)).toEqual([ana, ben]);
    fixture.pass(minute);
    await fixture.tick();
    expect(await owners(fixture, appId)).toEqual([ana, ben, zoe]);
    const queued = (await fixture.notifications()).filter(
      ({ message }) => message?.kind === 'owners_changed',
    );
    expect(queued.map(({ channel, where }) => `${channel} ${where}`).sort()).toEqual([
      'C1 thread',
      `${ana} channel`,
      `${ben} channel`,
      `${zoe} channel`,
    ]);
    const kinds = (await fixture.events(appId)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['takeover_asked', 'owners_changed']));
    // Later runs change nothing.
    await fixture.tick(day);
    expect(await fixture.words()).not.toContain('thread: owners_changed');
  });

  test('waits on while Slack shows the request nowhere: nobody could object', async () => {
    const { fixture } = one;
    const { appId } = await asked(fixture);
    fixture.pass(3 * day);
    await fixture.tick();
    expect(await owners(fixture, appId)).toEqual([ana, ben]);
    await shown(fixture);
    await fixture.tick(day - minute);
    expect(await owners(fixture, appId)).toEqual([ana, ben]);
    await fixture.tick(day);
    expect(await owners(fixture, appId)).toContain(zoe);
  });

  test('is told after a day that Slack showed the request to nobody, and can ask again', async () => {
    const { fixture } = one;
    const { appId } = await asked(fixture);
    await fixture.database.db.query(`update delivery set state = 'dropped' where state = 'queued'`);
    await fixture.notifications();
    const endings = async () =>
      (await fixture.notifications()).filter(({ message }) => message?.kind === 'takeover_ended');
    await fixture.tick(day - minute);
    expect(await endings()).toEqual([]);
    await fixture.tick(minute);
    expect(await owners(fixture, appId)).toEqual([ana, ben]);
    expect(await endings()).toMatchObject([
      { channel: zoe, message: { kind: 'takeover_ended', ended: { how: 'void', unseen: true } } },
    ]);
    expect(await fixture.usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' })).toMatchObject({
      ok: true,
      value: { kind: 'asked' },
    });
  });

  test('waits for a message that is refused at one owner only', async () => {
    const { fixture } = one;
    const { appId } = await asked(fixture);
    await fixture.database.db.query(`update delivery set state = 'dropped' where channel_id = $1`, [ana]);
    await fixture.tick(2 * day);
    expect(await owners(fixture, appId)).toEqual([ana, ben]);
    await shown(fixture);
    await fixture.tick(day + minute);
    expect(await owners(fixture, appId)).toEqual([ana, ben, zoe]);
  });

  test.each([
    ['object', false],
    ['agree', true],
  ] as const)('gets an answer of an owner at once: %s', async (answer, owns) => {
    const { fixture } = one;
    const { appId, takeoverId } = await asked(fixture);
    await shown(fixture);
    await fixture.notifications();
    const by = { workspaceId: T1, actor: ben };
    expect(await fixture.usecases.answerTakeover({ ...by, takeoverId, answer })).toMatchObject({ ok: true });
    expect((await owners(fixture, appId))?.includes(zoe)).toBe(owns);
    const queued = await fixture.notifications();
    const edited = queued.filter(
      ({ message }) => message?.kind === 'takeover_asked' && message.ended !== undefined,
    );
    expect(edited.map(({ channel }) => channel).sort()).toEqual([ana, ben, 'C1'].sort());
    expect(queued.some(({ channel, message }) => channel === zoe && message !== null)).toBe(true);
    // Twice, and the other answer, come too late.
    const again = await fixture.usecases.answerTakeover({ ...by, takeoverId, answer: 'object' });
    expect(again).toEqual({ ok: false, error: 'over' });
    fixture.pass(2 * day);
    await fixture.tick();
    expect((await owners(fixture, appId))?.includes(zoe)).toBe(owns);
  });

  test('withdraws it, and nobody else can', async () => {
    const { fixture } = one;
    const { appId, takeoverId } = await asked(fixture);
    const withdraw = (actor: string) =>
      fixture.usecases.answerTakeover({ workspaceId: T1, actor, takeoverId, answer: 'withdraw' });
    expect(await withdraw(ana)).toEqual({ ok: false, error: 'not_owner' });
    expect(await withdraw(zoe)).toMatchObject({ ok: true });
    await shown(fixture);
    fixture.pass(2 * day);
    await fixture.tick();
    expect(await owners(fixture, appId)).toEqual([ana, ben]);
    // They may ask again.
    expect(await fixture.usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' })).toMatchObject({
      ok: true,
    });
  });

  test.each(['object', 'agree'] as const)(
    '%s: is not decided by who is no owner any more',
    async (answer) => {
      const { fixture } = one;
      const { appId, takeoverId } = await asked(fixture);
      const leaves = () => fixture.database.db.query('delete from zoom_app_owner where user_id = $1', [ben]);
      const usecases = bindUseCases(overtaken(fixture.ctx, leaves));
      const result = await usecases.answerTakeover({ workspaceId: T1, actor: ben, takeoverId, answer });
      expect(result).toEqual({ ok: false, error: 'not_owner' });
      expect(await owners(fixture, appId)).toEqual([ana]);
      const answered = { workspaceId: T1, actor: ana, takeoverId, answer } as const;
      expect(await fixture.usecases.answerTakeover(answered)).toMatchObject({ ok: true });
    },
  );

  test('asks again a week after an objection', async () => {
    const { fixture } = one;
    const { appId, takeoverId } = await asked(fixture);
    await fixture.usecases.answerTakeover({ workspaceId: T1, actor: ana, takeoverId, answer: 'object' });
    const again = () => fixture.usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' });
    fixture.pass(6 * day);
    expect(await again()).toMatchObject({ ok: false, error: { code: 'objected', by: ana } });
    fixture.pass(day + minute);
    expect(await again()).toMatchObject({ ok: true });
  });

  test.each([
    ['deactivated', false],
    ['external', false],
    ['bot', false],
    ['not_found', false],
    ['unknown', true],
    ['member', true],
  ] as const)('who is %s by then is an owner: %s', async (status: MemberStatus, owns) => {
    const { fixture } = one;
    const { appId } = await asked(fixture);
    await shown(fixture);
    fixture.pass(day);
    const ctx = { ...fixture.ctx, memberStatusesOf: async () => new Map([[zoe, status]]) };
    expect(await carryOutTakeovers(ctx, T1, 50)).toBe(1);
    expect((await owners(fixture, appId))?.includes(zoe)).toBe(owns);
    expect(await carryOutTakeovers(ctx, T1, 50)).toBe(0);
  });

  test('is none of an app that was archived meanwhile', async () => {
    const { fixture } = one;
    const { appId } = await asked(fixture);
    await shown(fixture);
    await fixture.database.db.query('update zoom_app set archived_at = $1', [fixture.ctx.clock.now()]);
    fixture.pass(day);
    expect(await carryOutTakeovers(fixture.ctx, T1, 50)).toBe(1);
    expect(await owners(fixture, appId)).toEqual([ana, ben]);
  });

  test.each(['archived', 'merged', 'deleted'] as const)(
    'hears when the app is %s, and the requests say that it is over',
    async (how) => {
      const { fixture } = one;
      const { appId } = await asked(fixture);
      await shown(fixture);
      await fixture.notifications();
      const by = { workspaceId: T1, actor: ana };
      const { usecases } = fixture;
      if (how === 'archived') await usecases.archiveApp({ ...by, appId });
      if (how === 'merged') {
        const { appId: intoId } = await fixture.register({ name: 'The other one' });
        await usecases.mergeApps({ ...by, appId, intoId });
      }
      if (how === 'deleted')
        await deleteApp({ ...fixture.ctx, admins: [ana] }, { ...by, appId, name: 'Acme Zoom' });
      const queued = await fixture.notifications();
      const ended = queued.filter(({ message }) => message?.kind === 'takeover_asked');
      expect(ended.map(({ channel, isEdit }) => [channel, isEdit]).sort()).toEqual(
        [ana, ben, 'C1'].map((channel) => [channel, true]).sort(),
      );
      const heard = queued.find(({ message }) => message?.kind === 'takeover_ended');
      expect(heard).toMatchObject({ channel: zoe, message: { ended: { how: 'void' } } });
      await fixture.tick(2 * day);
      expect((await fixture.notifications()).filter(({ channel }) => channel === zoe)).toEqual([]);
    },
  );

  /** How somebody else can become an owner meanwhile. */
  const ways: Readonly<Record<string, (fixture: Fixture, appId: string, to: string) => Promise<unknown>>> = {
    'hand-over': ({ usecases }, appId, to) => usecases.handOver({ workspaceId: T1, actor: ana, appId, to }),
    'takeover of an admin': ({ ctx }, appId, to) =>
      askTakeover({ ...ctx, admins: [to] }, { workspaceId: T1, actor: to, appId, channelId: null }),
    edit: ({ usecases }, appId, to) =>
      usecases.editZoomApp({
        ...{ workspaceId: T1, actor: ana, appId, version: 1 },
        changes: { owners: [ana, ben, to] },
      }),
    'user group': ({ ctx }, appId, to) =>
      chooseOwnerGroups(
        {
          ...ctx,
          userGroups: {
            list: async () => ({ kind: 'groups', groups: [{ id: 'S1', handle: 'team', name: 'Team' }] }),
            members: async () => ({ kind: 'members', userIds: [to] }),
          },
        },
        { workspaceId: T1, actor: ana, appId, groupIds: ['S1'] },
      ),
    merge: async ({ register, usecases }, intoId, to) => {
      const { appId } = await register({ name: 'Duplicate', owners: [ana, to] });
      return usecases.mergeApps({ workspaceId: T1, actor: ana, appId, intoId });
    },
  };

  test.each(Object.keys(ways))('is asked of who becomes an owner meanwhile, by %s', async (way) => {
    const { fixture } = one;
    const { appId, takeoverId } = await asked(fixture);
    await fixture.notifications();
    expect(await ways[way]?.(fixture, appId, 'UNEXT')).toMatchObject({ ok: true });
    const requests = (await fixture.notifications()).filter(
      ({ message }) => message?.kind === 'takeover_asked' && message.takeoverId === takeoverId,
    );
    expect(requests).toMatchObject([{ channel: 'UNEXT', message: { by: zoe } }]);
  });

  test.each(Object.keys(ways))('waits no more once made an owner otherwise, by %s', async (way) => {
    const { fixture } = one;
    const { appId, takeoverId } = await asked(fixture);
    await shown(fixture);
    await fixture.notifications();
    expect(await ways[way]?.(fixture, appId, zoe)).toMatchObject({ ok: true });
    const ended = (await fixture.notifications()).flatMap(({ channel, message, isEdit }) =>
      isEdit && message?.kind === 'takeover_asked' ? [[channel, message.ended?.how]] : [],
    );
    expect(ended.sort()).toEqual([ana, ben, 'C1'].map((channel) => [channel, 'done']).sort());
    const late = { workspaceId: T1, actor: ben, takeoverId, answer: 'object' } as const;
    expect(await fixture.usecases.answerTakeover(late)).toEqual({ ok: false, error: 'over' });
    expect(await owners(fixture, appId)).toContain(zoe);
  });

  test('reads what was decided a moment before the app is archived', async () => {
    const { fixture } = one;
    const { appId, takeoverId } = await asked(fixture);
    await shown(fixture);
    await fixture.notifications();
    const by = { workspaceId: T1, actor: ana };
    await fixture.usecases.answerTakeover({ ...by, takeoverId, answer: 'object' });
    await fixture.usecases.archiveApp({ ...by, appId });
    const rows = await fixture.database.db.query<{ channel: string }>(
      `select channel_id as channel from delivery
       where state = 'queued' and message -> 'ended' ->> 'how' = 'objected' and edits is not null order by channel_id`,
    );
    expect(rows.map(({ channel }) => channel)).toEqual(['C1', ana, ben]);
  });

  test('is one of the next app although the first one cannot be written, which is tried again later', async () => {
    const { fixture } = one;
    const { appId: first } = await asked(fixture);
    fixture.pass(minute);
    const { appId: next } = await asked(fixture, 'Next');
    await shown(fixture);
    fixture.pass(day);
    const failing = { ...fixture.ctx, newId: failingIds(1) };
    await expect(carryOutTakeovers(failing, T1, 50)).rejects.toThrow('no id');
    expect([await owners(fixture, first), await owners(fixture, next)]).toEqual([
      [ana, ben],
      [ana, ben, zoe],
    ]);
    expect(await carryOutTakeovers(fixture.ctx, T1, 50)).toBe(0);
    fixture.pass(putOffMs);
    expect(await carryOutTakeovers(fixture.ctx, T1, 50)).toBe(1);
    expect(await owners(fixture, first)).toEqual([ana, ben, zoe]);
  });

  test('is one once, however many runs meet', async () => {
    const { fixture } = one;
    const { appId } = await asked(fixture);
    await shown(fixture);
    fixture.pass(day);
    await Promise.all([1, 2, 3, 4].map(() => carryOutTakeovers(fixture.ctx, T1, 50)));
    expect(await owners(fixture, appId)).toEqual([ana, ben, zoe]);
    const changes = (await fixture.events(appId)).filter(({ kind }) => kind === 'owners_changed');
    expect(changes).toHaveLength(1);
  });
});

describe('an admin', () => {
  test('takes over at once, from anywhere, without the owners whose accounts are gone', async () => {
    const { fixture } = one;
    const { appId, card } = await fixture.register({ owners: [ana, ben] });
    await fixture.database.db.query(
      `update owner_contact set unreachable_since = now(), unreachable_why = 'deactivated' where user_id = $1`,
      [ben],
    );
    await fixture.notifications();
    const ctx = { ...fixture.ctx, isWorkspaceAdmin: async (userId: string) => userId === zoe };
    const result = await askTakeover(ctx, { ...byZoe, appId, channelId: null });
    expect(result).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(await owners(fixture, appId)).toEqual([ana, zoe]);
    // The one who left gets no message, the one who did it neither.
    const queued = (await fixture.notifications()).filter(
      ({ message }) => message?.kind === 'owners_changed',
    );
    expect(queued.map(({ channel }) => channel).sort()).toEqual(['C1', ana].sort());
    const [event] = (await fixture.events(appId)).slice(-1);
    expect(event).toMatchObject({ actor: zoe, detail: { how: 'takeover', joined: zoe, left: [ben] } });
    // A form that was opened before does not bring the old owners back.
    const { version } = card.app;
    const changes = { owners: [ana, ben] };
    const edited = await fixture.usecases.editZoomApp({
      ...{ workspaceId: T1, actor: ana, appId, version, changes },
    });
    expect(edited).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });
});

describe('an admin who is removed meanwhile', () => {
  test('asks as others do', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register();
    const { db } = fixture.database;
    await db.query('insert into workspace_admin values ($1, $2, $2, now())', [T1, zoe]);
    const ctx = overtaken(fixture.ctx, () => db.query('delete from workspace_admin'));
    const result = await askTakeover(ctx, { ...byZoe, appId, channelId: 'C1' });
    expect(result).toMatchObject({ ok: true, value: { kind: 'asked' } });
    expect(await owners(fixture, appId)).toEqual([ana]);
  });
});

describe('an app whose owners are all forgotten', () => {
  test('is left to the user group that owns it: others ask', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register();
    await fixture.database.db.query('delete from zoom_app_owner');
    await ownedByGroup(fixture, appId, []);
    const result = await fixture.usecases.askTakeover({ ...byZoe, appId, channelId: 'C1' });
    expect(result).toMatchObject({ ok: true, value: { kind: 'asked' } });
    expect(await owners(fixture, appId)).toEqual([]);
  });

  test('is taken over at once by whoever asks', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register();
    await fixture.database.db.query('delete from zoom_app_owner');
    const result = await fixture.usecases.askTakeover({ ...byZoe, appId, channelId: null });
    expect(result).toMatchObject({ ok: true, value: { kind: 'done' } });
    expect(await owners(fixture, appId)).toEqual([zoe]);
  });
});

describe('handing over', () => {
  test('makes somebody else an owner in place of who does it; other owners stay, and all hear of it', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben] });
    await fixture.notifications();
    const result = await fixture.usecases.handOver({ workspaceId: T1, actor: ana, appId, to: zoe });
    expect(result).toMatchObject({ ok: true });
    expect(await owners(fixture, appId)).toEqual([ben, zoe]);
    const queued = (await fixture.notifications()).filter(
      ({ message }) => message?.kind === 'owners_changed',
    );
    expect(queued.map(({ channel }) => channel).sort()).toEqual(['C1', ben, zoe].sort());
    expect((await fixture.events(appId)).at(-1)).toMatchObject({
      ...{ kind: 'owners_changed', actor: ana },
      detail: { how: 'handover', joined: zoe, left: [ana] },
    });
    // It is not theirs any more.
    const again = await fixture.usecases.handOver({ workspaceId: T1, actor: ana, appId, to: ben });
    expect(again).toMatchObject({ ok: false, error: { code: 'not_owner' } });
  });

  test('leaves an owner who was chosen and is in a user group that owns it, too', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben] });
    await ownedByGroup(fixture, appId, [ana]);
    const result = await fixture.usecases.handOver({ workspaceId: T1, actor: ana, appId, to: zoe });
    expect(result).toMatchObject({ ok: true, value: { leaves: false } });
    expect(await owners(fixture, appId)).toEqual([ana, ben, zoe]);
    expect((await fixture.events(appId)).at(-1)).toMatchObject({ detail: { joined: zoe, left: [] } });
    const messages = (await fixture.notifications()).map(({ message }) => message);
    expect(messages).toContainEqual(expect.objectContaining({ kind: 'owners_changed', left: [] }));
  });

  test.each([
    ['an admin who owns nothing', 'UADMIN'],
    ['a member of a group that owns it', zoe],
  ])('by %s, to who owns it already, changes nothing and says so', async (_who, actor) => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben] });
    await ownedByGroup(fixture, appId, [zoe]);
    await syncGroupOwners(fixture.database.db, T1, [appId]);
    await fixture.notifications();
    const usecases = bindUseCases({ ...fixture.ctx, admins: ['UADMIN'] });
    const result = await usecases.handOver({ workspaceId: T1, actor, appId, to: ana });
    expect(result).toMatchObject({ ok: true, value: { ownedIt: true, leaves: false } });
    expect(await fixture.notifications()).toEqual([]);
    expect((await fixture.events(appId)).map(({ kind }) => kind)).not.toContain('owners_changed');
  });

  test.each([
    ['member', true],
    ['unknown', false],
  ] as const)('to somebody of whom Slack says "%s": checked, %s', async (status: MemberStatus, isChecked) => {
    const { fixture } = one;
    const { appId } = await fixture.register();
    const usecases = bindUseCases({ ...fixture.ctx, memberStatusesOf: async () => new Map([[zoe, status]]) });
    const result = await usecases.handOver({ workspaceId: T1, actor: ana, appId, to: zoe });
    expect(result).toMatchObject({ ok: true, value: { leaves: true, isChecked } });
  });
});
