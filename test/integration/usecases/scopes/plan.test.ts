import { describe, expect, test } from 'vitest';
import { planScopesFor } from '../../../../src/usecases/scopes/plan_app_scopes.ts';
import { readActions, refreshActions } from '../../../../src/usecases/scopes/stackone_actions.ts';
import { ana, hour, minute, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const by = { workspaceId: T1, actor: ana };

describe('StackOne’s actions', () => {
  test('are asked for when they are first needed, and again after a day', async () => {
    const { fixture } = stage;
    expect((await readActions(fixture.ctx, by)).answeredAt).toBeNull();
    await fixture.runJobs();
    expect((await readActions(fixture.ctx, by)).actions.map(({ id }) => id)).toContain('zoom_list_users');
    fixture.stackone.setActions([]);
    fixture.pass(23 * hour);
    await readActions(fixture.ctx, by);
    await fixture.runJobs();
    expect((await readActions(fixture.ctx, by)).actions).not.toEqual([]);
    fixture.pass(2 * hour);
    await readActions(fixture.ctx, by);
    await fixture.runJobs();
    expect((await readActions(fixture.ctx, by)).actions).toEqual([]);
  });

  test('stay as they were known when StackOne cannot be asked', async () => {
    const { fixture } = stage;
    await refreshActions(fixture.ctx, by);
    fixture.stackone.actionsNeed('actions:execute');
    await refreshActions(fixture.ctx, by);
    const list = await readActions(fixture.ctx, by);
    expect(list.trouble).toBe('key_forbidden');
    const asked = fixture.stackone.requests.count();
    await fixture.runJobs();
    expect(fixture.stackone.requests.count()).toBe(asked);
    fixture.pass(6 * minute);
    await readActions(fixture.ctx, by);
    await fixture.runJobs();
    expect(fixture.stackone.requests.count()).toBe(asked + 1);
    expect(list.actions).not.toEqual([]);
  });
});

describe('a plan', () => {
  test('puts the level of the app on the actions’ scopes, and adds what the connector itself needs', async () => {
    const { fixture } = stage;
    fixture.stackone.setConnectorScopes(['user:read:user']);
    await refreshActions(fixture.ctx, by);
    const { plan } = await planScopesFor(fixture.ctx, {
      ...by,
      needs: ['zoom_create_meeting'],
      managementType: 'admin',
    });
    expect(plan.scopes).toEqual([
      { scope: 'meeting:write:meeting:admin', reasons: ['action zoom_create_meeting'] },
      { scope: 'user:read:user:admin', reasons: ['action connector'] },
    ]);
  });

  test('holds what the connector itself needs, whatever is planned', async () => {
    const { fixture } = stage;
    fixture.stackone.setConnectorScopes(['user:read:user']);
    await refreshActions(fixture.ctx, by);
    for (const need of ['template meetings-read', 'POST /users/{userId}/meetings', 'meeting.started'])
      for (const managementType of ['admin', 'user'] as const) {
        const { plan } = await planScopesFor(fixture.ctx, { ...by, needs: [need], managementType });
        const scope = managementType === 'admin' ? 'user:read:user:admin' : 'user:read:user';
        const reasons = plan.scopes.find((one) => one.scope === scope)?.reasons;
        expect(reasons, `${need} ${managementType}`).toContain('action connector');
      }
  });

  test('is compared with what an app declares, and its needs are kept when an owner asks', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register({
      pickedScopes: ['user:read:user:admin', 'report:read:user:admin'],
    });
    const asked = { ...by, appId, managementType: 'user' as const };
    const first = await planScopesFor(fixture.ctx, {
      ...asked,
      needs: ['template meetings-read', 'nonsense'],
    });
    expect(first.plan.managementType).toBe('admin');
    expect(first.unknown).toEqual(['nonsense']);
    expect(first.remembered).toBe(true);
    expect(first.comparison?.missing.map(({ scope }) => scope)).toContain('meeting:read:meeting:admin');
    expect(first.comparison?.tooMuch.map(({ scope }) => scope)).toEqual(['report:read:user:admin']);

    const again = await planScopesFor(fixture.ctx, {
      ...asked,
      needs: [],
      granted: { kind: 'all', scopes: ['user:read:user:admin'] },
    });
    expect(again.needs).toEqual(['template meetings-read']);
    expect(again.comparison?.notGranted.map(({ scope }) => scope)).toEqual(['report:read:user:admin']);

    const other = await planScopesFor(fixture.ctx, { ...asked, actor: zoe, needs: ['GET /users'] });
    expect(other.remembered).toBe(false);
    expect((await planScopesFor(fixture.ctx, { ...asked, needs: [] })).needs).toEqual([
      'template meetings-read',
    ]);
  });

  test('of an app of another workspace is only a plan', async () => {
    const { fixture } = stage;
    const { appId } = await fixture.register();
    const planned = await planScopesFor(fixture.ctx, {
      workspaceId: 'T0OTHER',
      actor: ana,
      appId,
      needs: ['GET /users'],
      managementType: 'admin',
    });
    expect(planned.app).toBeNull();
    expect(planned.remembered).toBe(false);
  });
});
