import { expect, test } from 'vitest';
import { bindUseCases, type UseCases } from '../../../../src/usecases/bind_use_cases.ts';
import type { By } from '../../../../src/usecases/changes/context.ts';
import { ana, draft, T1, useFixture, zoe } from '../fixture.ts';
import { overtaken } from '../overtaken.ts';

const stage = useFixture();
const byZoe = { workspaceId: T1, actor: zoe };
const quietHours = { from: 20, to: 8, weekend: true };

const decisions: Readonly<Record<string, (usecases: UseCases, by: By) => Promise<unknown>>> = {
  setRoles: (usecases, by) => usecases.setRoles({ ...by, roles: { edit: 'everyone' } }),
  setAttestationDays: (usecases, by) => usecases.setAttestationDays({ ...by, days: 14 }),
  setDefaultChannel: (usecases, by) => usecases.setDefaultChannel({ ...by, channelId: 'C1' }),
  setSecretsPolicy: (usecases, by) => usecases.setSecretsPolicy({ ...by, policy: 'never' }),
  setReminderSettings: (usecases, by) =>
    usecases.setReminderSettings({ ...by, timeZone: 'Europe/Berlin', quietHours, reminderAfterHours: 5 }),
  setStepAdmins: (usecases, by) => usecases.setStepAdmins({ ...by, doer: 'zoom_admin', userIds: [ana] }),
  async setAdmins(usecases, by) {
    const { mark } = await usecases.readAdmins(by);
    return usecases.setAdmins({ ...by, userIds: [zoe, ana], mark });
  },
  forgetAllSecrets: (usecases, by) => usecases.forgetAllSecrets(by),
};

test.each(Object.entries(decisions))(
  '%s is denied to an admin who is removed meanwhile',
  async (_name, decide) => {
    const { fixture } = stage;
    await draft(fixture);
    const { db } = fixture.database;
    await db.query('insert into workspace_admin values ($1, $2, $2, now())', [T1, zoe]);
    const usecases = bindUseCases(overtaken(fixture.ctx, () => db.query('delete from workspace_admin')));
    const result = await decide(usecases, byZoe);
    expect([
      { ok: false, error: 'not_admin' },
      { ok: false, error: { code: 'not_admin' } },
    ]).toContainEqual(result);
    expect((await fixture.usecases.readHistory({ workspaceId: T1 })).events).toEqual([]);
    expect(await db.query('select from draft_secret')).toHaveLength(1);
  },
);

test('an app is not registered by whom admins have excluded meanwhile', async () => {
  const { fixture } = stage;
  const { db } = fixture.database;
  const { pairs: _, ...submitted } = await draft(fixture);
  const exclude = () => db.query(`insert into workspace_role values ($1, 'register', 'admins')`, [T1]);
  const usecases = bindUseCases(overtaken(fixture.ctx, exclude));
  expect(await usecases.registerZoomApp(submitted)).toEqual({ ok: false, error: 'not_admin' });
});
