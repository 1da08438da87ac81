import { describe, expect, test } from 'vitest';
import type { MemberStatus } from '../../../../src/core/apps/member_status.ts';
import { noteRefusedOwner } from '../../../../src/store/ownership/owner_contacts.ts';
import { refreshOwnerContacts } from '../../../../src/usecases/ownership/refresh_owner_contacts.ts';
import { ana, type Fixture, failingIds, hour, minute, T1, useFixture, zoe } from '../fixture.ts';

const one = useFixture();
const ben = 'UBEN';
const admin = 'UADMIN';

/** As the sweep does, where Slack says this of everybody else but `members`. */
async function ask(fixture: Fixture, status: MemberStatus, members: readonly string[] = []): Promise<void> {
  const memberStatusesOf = async (ids: readonly string[]) =>
    new Map(ids.map((id) => [id, members.includes(id) ? ('member' as const) : status]));
  while ((await refreshOwnerContacts({ ...fixture.ctx, memberStatusesOf, admins: [admin] }, T1, 2)) === 2);
}

const said = async (fixture: Fixture) =>
  (await fixture.notifications()).flatMap(({ channel, where, message }) =>
    message?.kind === 'owner_unreachable' ? [{ to: `${channel} ${where}`, ...message }] : [],
  );
const unreachable = async ({ usecases }: Fixture, appId: string) =>
  (await usecases.readCard({ workspaceId: T1, appId }))?.unreachableOwners?.map(({ userId }) => userId);

describe('an owner whose account is gone', () => {
  test('is said once: on the cards, to the other owners, and where nobody is left in the thread and to admins', async () => {
    const { fixture } = one;
    const both = await fixture.register({ name: 'Both', owners: [ana, ben] });
    const alone = await fixture.register({ name: 'Alone', owners: [ben] });
    await fixture.notifications();
    await ask(fixture, 'deactivated', [ana]);
    expect(await said(fixture)).toMatchObject([
      { to: 'C1 thread', owner: ben, apps: [{ id: alone.appId }], alone: true },
      { to: `${ana} channel`, owner: ben, apps: [{ id: both.appId }], alone: false },
      { to: `${admin} channel`, owner: ben, apps: [{ id: alone.appId }], alone: true },
    ]);
    expect(await unreachable(fixture, both.appId)).toEqual([ben]);
    expect((await fixture.events(both.appId)).at(-1)).toMatchObject({
      ...{ kind: 'owner_unreachable', actor: 'greenroom' },
      detail: { owner: ben, why: 'deactivated' },
    });
    // Not again the next day, nor when Slack gives another reason, nor when it says nothing.
    for (const status of ['deactivated', 'not_found', 'unknown'] as const) {
      fixture.pass(25 * hour);
      await ask(fixture, status, [ana]);
    }
    expect(await said(fixture)).toEqual([]);
    expect(await unreachable(fixture, both.appId)).toEqual([ben]);
  });

  test('is reached again once Slack says so, and the cards are drawn without it', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben] });
    await ask(fixture, 'deactivated', [ana]);
    fixture.pass(25 * hour);
    await ask(fixture, 'member');
    expect(await unreachable(fixture, appId)).toEqual([]);
    expect((await fixture.events(appId)).at(-1)?.kind).toBe('owner_reachable');
  });

  test.each(['unknown', 'member'] as const)('is none of whom Slack says %s', async (status) => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben] });
    await ask(fixture, status);
    expect(await said(fixture)).toEqual([]);
    expect(await unreachable(fixture, appId)).toEqual([]);
  });

  test('is looked at again soon where that could not be recorded, and holds up nobody', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben, zoe] });
    const memberStatusesOf = async (ids: readonly string[]) =>
      new Map(ids.map((id) => [id, id === ana ? ('member' as const) : ('deactivated' as const)]));
    const ctx = { ...fixture.ctx, memberStatusesOf };
    await expect(refreshOwnerContacts({ ...ctx, newId: failingIds(1) }, T1, 20)).rejects.toThrow('no id');
    const [first, ...others] = (await unreachable(fixture, appId)) ?? [];
    expect(others).toEqual([]);
    fixture.pass(9 * minute);
    expect(await refreshOwnerContacts(ctx, T1, 20)).toBe(0);
    fixture.pass(2 * minute);
    expect(await refreshOwnerContacts(ctx, T1, 20)).toBe(1);
    expect([first, ...((await unreachable(fixture, appId)) ?? [])]).toEqual([first, ben, zoe]);
    fixture.pass(23 * hour);
    expect(await refreshOwnerContacts(ctx, T1, 20)).toBe(0);
  });

  test('is due at once when a message to them is refused while they are looked at', async () => {
    const { fixture } = one;
    await fixture.register({ owners: [ben] });
    const memberStatusesOf = async () => {
      await noteRefusedOwner(fixture.ctx.db, T1, ben, fixture.ctx.clock.now());
      return new Map([[ben, 'member' as const]]);
    };
    await refreshOwnerContacts({ ...fixture.ctx, memberStatusesOf }, T1, 20);
    expect(await refreshOwnerContacts(fixture.ctx, T1, 20)).toBe(1);
  });

  test('is forgotten here when they own nothing any more', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben] });
    await fixture.usecases.handOver({ workspaceId: T1, actor: ben, appId, to: zoe });
    await ask(fixture, 'deactivated', [ana, zoe]);
    expect(await said(fixture)).toEqual([]);
    const rows = await fixture.database.db.query('select user_id from owner_contact order by user_id');
    expect(rows).toEqual([{ user_id: ana }, { user_id: zoe }]);
  });
});

describe('an owner to whom Slack takes no direct message', () => {
  test('is noticed at the next run, and reached again a day after the last refusal', async () => {
    const { fixture } = one;
    const { appId } = await fixture.register({ owners: [ana, ben] });
    await ask(fixture, 'member');
    await fixture.notifications();
    await noteRefusedOwner(fixture.ctx.db, T1, ben, fixture.ctx.clock.now());
    await ask(fixture, 'unknown');
    expect(await said(fixture)).toMatchObject([{ to: `${ana} channel`, owner: ben, why: 'refused' }]);
    expect(await unreachable(fixture, appId)).toEqual([ben]);
    fixture.pass(25 * hour);
    await ask(fixture, 'member');
    expect(await unreachable(fixture, appId)).toEqual([]);
  });

  test('who owns nothing is nobody to look at', async () => {
    const { fixture } = one;
    await noteRefusedOwner(fixture.ctx.db, T1, zoe, fixture.ctx.clock.now());
    await ask(fixture, 'deactivated');
    expect(await said(fixture)).toEqual([]);
  });
});
