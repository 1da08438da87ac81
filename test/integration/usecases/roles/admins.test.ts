import { describe, expect, test } from 'vitest';
import type { MemberStatus } from '../../../../src/core/apps/member_status.ts';
import { defaultRoles } from '../../../../src/core/roles/activities.ts';
import { bindUseCases, type UseCases } from '../../../../src/usecases/bind_use_cases.ts';
import type { Context } from '../../../../src/usecases/changes/context.ts';
import { ana, type Fixture, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const ben = 'UBEN';
const bot = 'UBOT';
const by = (actor: string) => ({ workspaceId: T1, actor });

const knowing = ({ ctx }: Fixture, known: Partial<Context> = {}) => bindUseCases({ ...ctx, ...known });

/** Names the admins as a form would that was drawn a moment ago. */
async function setTo(usecases: UseCases, actor: string, ...userIds: string[]) {
  const { mark } = await usecases.readAdmins(by(actor));
  return usecases.setAdmins({ ...by(actor), userIds, mark });
}

async function eventsOf({ usecases }: Fixture) {
  const { events } = await usecases.readHistory({ workspaceId: T1 });
  return events.map(({ kind, actor, detail }) => ({ kind, actor, detail }));
}

describe('the first admin', () => {
  test('is named by the configuration, and adds others, who are admins from then on', async () => {
    const { fixture } = stage;
    const usecases = knowing(fixture, { admins: [ana] });
    expect(await usecases.readAdmins(by(zoe))).toMatchObject({
      added: [],
      configured: [ana],
      me: { error: 'not_admin' },
    });
    expect(await setTo(usecases, ana, zoe, ben)).toEqual({
      ok: true,
      value: { added: [zoe, ben], removed: [] },
    });
    expect((await usecases.readAdmins(by(zoe))).me).toEqual({ ok: true, value: 'workspace' });
    expect(await setTo(usecases, zoe, zoe)).toMatchObject({ value: { removed: [ben] } });
    expect((await usecases.readAdmins(by(ben))).me).toEqual({ ok: false, error: 'not_admin' });
    expect(await eventsOf(fixture)).toEqual([
      { kind: 'admins_changed', actor: zoe, detail: { added: [], removed: [ben] } },
      { kind: 'admins_changed', actor: ana, detail: { added: [zoe, ben], removed: [] } },
    ]);
  });

  test('is whoever administers the workspace in Slack, where nobody is named and Slack says so', async () => {
    const usecases = knowing(stage.fixture, { isWorkspaceAdmin: async (userId) => userId === zoe });
    expect((await usecases.readAdmins(by(zoe))).me).toEqual({ ok: true, value: 'slack' });
    expect(await setTo(usecases, ana, ana)).toEqual({ ok: false, error: { code: 'not_admin' } });
    expect(await setTo(usecases, zoe, ana)).toMatchObject({ ok: true });
  });

  test('is unknown where nobody is named and Slack says nothing, and known where anybody is named', async () => {
    const { fixture } = stage;
    const silent = { isWorkspaceAdmin: async () => null };
    expect((await knowing(fixture, silent).readAdmins(by(zoe))).me).toEqual({
      ok: false,
      error: 'admin_unknown',
    });
    const named = knowing(fixture, { ...silent, admins: [ana] });
    expect((await named.readAdmins(by(zoe))).me).toEqual({ ok: false, error: 'not_admin' });
    await setTo(named, ana, ben);
    expect((await knowing(fixture, silent).readAdmins(by(zoe))).me).toEqual({
      ok: false,
      error: 'not_admin',
    });
  });
});

describe('the last admin', () => {
  test('stays, unless the configuration names one', async () => {
    const { fixture } = stage;
    await setTo(knowing(fixture, { admins: [ana] }), ana, zoe);
    const alone = knowing(fixture);
    expect(await setTo(alone, zoe)).toEqual({ ok: false, error: { code: 'last_admin' } });
    expect(await setTo(knowing(fixture, { admins: [ana] }), zoe)).toMatchObject({
      value: { removed: [zoe] },
    });
  });

  test('is never removed by two who remove each other at once', async () => {
    const { fixture } = stage;
    await setTo(knowing(fixture, { admins: [ana] }), ana, zoe, ben);
    const usecases = knowing(fixture);
    const { mark } = await usecases.readAdmins(by(zoe));
    const ends = await Promise.all([
      usecases.setAdmins({ ...by(zoe), userIds: [zoe], mark }),
      usecases.setAdmins({ ...by(ben), userIds: [ben], mark }),
    ]);
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await usecases.readAdmins(by(zoe))).added).toHaveLength(1);
  });
});

test.each<[MemberStatus, isAdded: boolean]>([
  ['member', true],
  ['unknown', true],
  ['bot', false],
  ['deactivated', false],
  ['external', false],
  ['not_found', false],
])('somebody of whom Slack says "%s" becomes an admin: %s', async (status, isAdded) => {
  const { fixture } = stage;
  const usecases = knowing(fixture, {
    admins: [ana],
    memberStatusesOf: async () => new Map([[bot, status]]),
  });
  const result = await setTo(usecases, ana, bot);
  expect(result).toMatchObject(isAdded ? { ok: true } : { error: { code: 'no_member', userIds: [bot] } });
});

test('an admin who was deactivated since can stay in the list while others are added', async () => {
  const { fixture } = stage;
  await setTo(knowing(fixture, { admins: [ana] }), ana, zoe);
  const left = new Map<string, MemberStatus>([[zoe, 'deactivated']]);
  const usecases = knowing(fixture, { admins: [ana], memberStatusesOf: async () => left });
  expect(await setTo(usecases, ana, zoe, ben)).toMatchObject({ value: { added: [ben] } });
});

describe('roles', () => {
  test('are changed by an admin, with an event of what changed, and only once', async () => {
    const { fixture } = stage;
    const usecases = knowing(fixture, { admins: [ana] });
    expect(await usecases.readRoles({ workspaceId: T1 })).toEqual(defaultRoles);
    const roles = { edit: 'everyone', rotate: 'admins', tick: defaultRoles.tick } as const;
    const changed = { edit: 'everyone', rotate: 'admins' };
    expect(await usecases.setRoles({ ...by(ana), roles })).toEqual({ ok: true, value: { changed } });
    expect(await usecases.setRoles({ ...by(ana), roles })).toEqual({ ok: true, value: { changed: {} } });
    expect(await usecases.readRoles({ workspaceId: T1 })).toEqual({ ...defaultRoles, ...changed });
    expect(await usecases.readRoles({ workspaceId: 'T2' })).toEqual(defaultRoles);
    expect(await eventsOf(fixture)).toEqual([
      { kind: 'roles_changed', actor: ana, detail: { roles: changed } },
    ]);
  });

  test('are not changed by others, be they owners', async () => {
    const { fixture } = stage;
    await fixture.register();
    const usecases = knowing(fixture, { admins: [zoe] });
    const open = { roles: { delete: 'owners' } } as const;
    expect(await usecases.setRoles({ ...by(ana), ...open })).toEqual({ ok: false, error: 'not_admin' });
  });
});

describe('whom to ask', () => {
  test('names owners and admins who can be reached, and nobody else', async () => {
    const { fixture } = stage;
    const { appId, environments } = await fixture.register({ owners: [ana, ben] });
    await setTo(knowing(fixture, { admins: [ana] }), ana, zoe);
    const usecases = knowing(fixture, {
      admins: [bot],
      memberStatusesOf: async () =>
        new Map<string, MemberStatus>([
          [ben, 'deactivated'],
          [bot, 'bot'],
        ]),
      isWorkspaceAdmin: async () => false,
    });
    const whom = { owners: [ana], admins: [zoe], slackAdmins: true };
    expect(await usecases.whomToAsk({ ...by('UX'), appId })).toEqual(whom);
    const { development: environmentId } = environments;
    expect(await usecases.whomToAsk({ ...by('UX'), environmentId })).toEqual(whom);
    expect(await usecases.whomToAsk(by('UX'))).toEqual({ ...whom, owners: null });
    expect(await usecases.whomToAsk({ ...by('UX'), workspaceId: 'T2', appId })).toMatchObject({
      owners: null,
    });
  });

  test('names the one who is still here, after however many have left', async () => {
    const { fixture } = stage;
    const left = Array.from({ length: 29 }, (_, i) => `UA${i}`);
    const { appId } = await fixture.register({ owners: [...left, zoe] });
    const usecases = knowing(fixture, {
      admins: [...left, ben],
      memberStatusesOf: async () => new Map(left.map((id) => [id, 'deactivated' as const])),
    });
    expect(await usecases.whomToAsk({ ...by('UX'), appId })).toMatchObject({ owners: [zoe], admins: [ben] });
  });

  test('names nobody where nobody is known', async () => {
    const nobody = { owners: null, admins: [], slackAdmins: false };
    expect(await stage.fixture.usecases.whomToAsk({ ...by('UX'), appId: 'no id' })).toEqual(nobody);
  });
});

describe('whom it changes for', () => {
  const heard = async ({ notifications }: Fixture) =>
    (await notifications()).flatMap(({ channel, message }) =>
      message?.kind === 'admin_changed' ? [`${channel} ${message.by} ${message.isAdmin}`] : [],
    );

  test('hears of it from Greenroom, but for who did it, and whom the configuration names', async () => {
    const { fixture } = stage;
    const usecases = knowing(fixture, { admins: [ben] });
    await setTo(usecases, ben, ana, ben);
    expect(await heard(fixture)).toEqual([`${ana} ${ben} true`]);
    await setTo(usecases, ana, ana, ben);
    expect(await heard(fixture)).toEqual([]);
    await setTo(usecases, ana, zoe);
    expect(await heard(fixture)).toEqual([`${zoe} ${ana} true`]);
  });

  test('hears only the last of it where Slack was away meanwhile', async () => {
    const { fixture } = stage;
    const usecases = knowing(fixture, { admins: [ben] });
    await setTo(usecases, ben, ana);
    await setTo(usecases, ben);
    expect(await heard(fixture)).toEqual([`${ana} ${ben} false`]);
  });
});
