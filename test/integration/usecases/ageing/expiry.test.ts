import { expect, test } from 'vitest';
import { attestationMark } from '../../../../src/core/checks/attestation.ts';
import type { CheckName } from '../../../../src/core/checks/check.ts';
import { setAttestationDays } from '../../../../src/usecases/ageing/attestation_days.ts';
import { ana, type Fixture, hour, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const day = 24 * hour;

const again = async (
  fixture: Fixture,
  environmentId: string,
  what: 'redirect' | 'test_status',
  actor = zoe,
) => {
  const mark = attestationMark(await fixture.environment(environmentId), what);
  return fixture.usecases.attest({ workspaceId: T1, actor, environmentId, what, mark, again: true });
};

/** What is written of the age of a check. */
async function stored(fixture: Fixture, environmentId: string, name: CheckName) {
  const [row] = await fixture.database.db.query<{ expires_at: Date | null; age_due_at: Date | null }>(
    'select expires_at, age_due_at from readiness_check where workspace_id = $1 and environment_id = $2 and name = $3',
    [T1, environmentId, name],
  );
  return row;
}

test('a tick becomes unknown at its end: who and when stay, nothing breaks, nobody is alarmed', async () => {
  const { fixture } = stage;
  const { environmentId, appId } = await fixture.registerLive();
  const before = await fixture.check(environmentId, 'redirect');
  expect(before.expiresAt).toEqual(new Date((before.knownAt?.getTime() ?? 0) + 90 * day));
  await fixture.tick(89 * day);
  await fixture.notifications();
  expect((await fixture.check(environmentId, 'redirect')).status).toBe('passed');
  await fixture.tick(2 * day);
  const after = await fixture.check(environmentId, 'redirect');
  expect(after).toEqual({ ...before, status: 'unknown', reason: 'attestation_expired' });
  expect((await fixture.environment(environmentId)).stage).toBe('live');
  const said = await fixture.notifications();
  expect(said.filter(({ message }) => message?.kind === 'regressed')).toEqual([]);
  const announced = (await fixture.events(appId)).filter(({ detail }) => detail.change === 'expired');
  expect(announced.map(({ actor, detail }) => [actor, detail.check]).sort()).toEqual([
    ['greenroom', 'redirect'],
    ['greenroom', 'test_status'],
  ]);
  // Once: the next sweeps find nothing more to do.
  const events = (await fixture.events(appId)).length;
  await fixture.tick();
  expect((await fixture.events(appId)).length).toBe(events);
});

test('saying that it is still so starts a new life, before the end and after it', async () => {
  const { fixture } = stage;
  const { environmentId, appId } = await fixture.registerLive();
  await fixture.tick(84 * day);
  expect(await again(fixture, environmentId, 'redirect', ana)).toMatchObject({ value: { changed: true } });
  const renewed = await fixture.check(environmentId, 'redirect');
  const now = fixture.ctx.clock.now();
  expect(renewed).toMatchObject({ status: 'passed', attestedBy: ana, knownAt: now });
  expect(renewed.expiresAt).toEqual(new Date(now.getTime() + 90 * day));
  const [event] = (await fixture.events(appId)).filter(({ actor }) => actor === ana).slice(-1);
  expect(event?.detail).toMatchObject({ check: 'redirect', change: 'confirmed' });
  await fixture.tick(20 * day);
  expect((await fixture.check(environmentId, 'redirect')).status).toBe('passed');
  expect((await fixture.check(environmentId, 'test_status')).status).toBe('unknown');
  expect(await again(fixture, environmentId, 'test_status')).toMatchObject({ value: { changed: true } });
  expect(await fixture.check(environmentId, 'test_status')).toMatchObject({
    status: 'passed',
    attestedBy: zoe,
  });
});

test('a second press for the same state changes nothing', async () => {
  const { fixture } = stage;
  const { environmentId } = await fixture.registerLive();
  fixture.pass(84 * day);
  const mark = attestationMark(await fixture.environment(environmentId), 'redirect');
  const press = { workspaceId: T1, actor: zoe, environmentId, what: 'redirect', mark, again: true } as const;
  expect(await fixture.usecases.attest(press)).toMatchObject({ value: { changed: true } });
  expect(await fixture.usecases.attest({ ...press, actor: ana })).toMatchObject({
    value: { changed: false },
  });
  expect((await fixture.check(environmentId, 'redirect')).attestedBy).toBe(zoe);
});

test('what was said before there were ends gets one, not over at once, and not the same for all apps', async () => {
  const { fixture } = stage;
  const names = ['Acme Zoom', 'Billing', 'Calendar', 'Desk'];
  const ids: string[] = [];
  for (const name of names) ids.push((await fixture.registerLive(name)).environmentId);
  await fixture.database.db.query('update readiness_check set expires_at = null, age_due_at = null');
  await fixture.tick(200 * day);
  const now = fixture.ctx.clock.now().getTime();
  const ends = await Promise.all(
    ids.map(async (id) => {
      const [redirect, ready] = [await fixture.check(id, 'redirect'), await fixture.check(id, 'test_status')];
      expect([redirect.status, ready.status]).toEqual(['passed', 'passed']);
      expect(ready.expiresAt).toEqual(redirect.expiresAt);
      return ((redirect.expiresAt?.getTime() ?? 0) - now) / day;
    }),
  );
  for (const end of ends) {
    expect(end).toBeGreaterThanOrEqual(9);
    expect(end).toBeLessThanOrEqual(90);
  }
  expect(new Set(ends).size).toBeGreaterThan(1);
  await fixture.tick(91 * day);
  for (const id of ids) expect((await fixture.check(id, 'redirect')).status).toBe('unknown');
});

test('a Beta link about which the same date is said again keeps its end', async () => {
  const { fixture } = stage;
  const { environments } = await fixture.register({ environments: ['production'] });
  const { production: environmentId } = environments;
  const shared = { at: fixture.ctx.clock.now().toISOString(), extension: 0 } as const;
  const say = { workspaceId: T1, actor: zoe, environmentId, what: 'test_status', shared } as const;
  await fixture.usecases.attest(say);
  const { expiresAt } = await fixture.check(environmentId, 'test_status');
  await fixture.tick(22 * day);
  const mark = attestationMark(await fixture.environment(environmentId), 'test_status');
  expect(await fixture.usecases.attest({ ...say, mark, again: true })).toMatchObject({
    value: { changed: true },
  });
  await fixture.tick();
  expect((await fixture.check(environmentId, 'test_status')).expiresAt).toEqual(expiresAt);
});

test('what an older replica writes keeps no end that belongs to something else', async () => {
  const { fixture } = stage;
  const { environmentId } = await fixture.registerLive();
  const older = (set: string) =>
    fixture.database.db.query(
      `update readiness_check set ${set} where workspace_id = $1 and environment_id = $2 and name = 'redirect'`,
      [T1, environmentId],
    );
  await older("known_at = known_at + interval '80 days', attested_by = 'UBEN'");
  expect(await stored(fixture, environmentId, 'redirect')).toEqual({ expires_at: null, age_due_at: null });
  await fixture.tick(95 * day);
  expect((await fixture.check(environmentId, 'redirect')).status).toBe('passed');
  await older("evidence = 'verified', attested_by = null");
  await fixture.tick(400 * day);
  expect(await fixture.check(environmentId, 'redirect')).toMatchObject({ status: 'passed', expiresAt: null });
});

test('an archived app does not age', async () => {
  const { fixture } = stage;
  const { environmentId, appId } = await fixture.registerLive();
  await fixture.database.db.query('update zoom_app set archived_at = now() where id = $1', [appId]);
  const events = (await fixture.events(appId)).length;
  await fixture.tick(100 * day);
  expect((await stored(fixture, environmentId, 'redirect'))?.age_due_at).toBe(null);
  expect((await fixture.events(appId)).length).toBe(events);
});

test('how long a tick holds is for admins of the workspace to choose, and holds for what is said from then on', async () => {
  const { fixture } = stage;
  const { environmentId } = await fixture.registerLive();
  const before = await fixture.check(environmentId, 'redirect');
  const context = { ...fixture.ctx, isWorkspaceAdmin: async (userId: string) => userId === zoe };
  const choose = { workspaceId: T1, days: 30 };
  expect(await setAttestationDays(context, { ...choose, actor: ana })).toEqual({
    ok: false,
    error: 'not_admin',
  });
  expect(await setAttestationDays(context, { ...choose, actor: zoe })).toEqual({
    ok: true,
    value: { changed: true },
  });
  expect(await fixture.usecases.attestationDays({ workspaceId: T1 })).toBe(30);
  expect((await fixture.check(environmentId, 'redirect')).expiresAt).toEqual(before.expiresAt);
  fixture.pass(84 * day);
  await again(fixture, environmentId, 'redirect');
  const end = fixture.ctx.clock.now().getTime() + 30 * day;
  expect((await fixture.check(environmentId, 'redirect')).expiresAt).toEqual(new Date(end));
});
