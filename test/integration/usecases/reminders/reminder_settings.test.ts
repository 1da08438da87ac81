import { describe, expect, test } from 'vitest';
import { defaultQuietHours } from '../../../../src/core/reminders/allowed_time.ts';
import { bindUseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { allowedTimes } from '../../../../src/usecases/changes/reminders/reminder_times.ts';
import { ana, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
const ben = 'UBEN';
const by = (actor: string) => ({ workspaceId: T1, actor });
const asAdmin = () => bindUseCases({ ...stage.fixture.ctx, admins: [ana] });
const chosen = {
  timeZone: 'Europe/Berlin',
  quietHours: { from: 20, to: 7, weekend: false },
  reminderAfterHours: 6,
};

describe('when people are reminded', () => {
  test('is what the configuration says, until an admin chooses otherwise', async () => {
    const usecases = asAdmin();
    const before = { timeZone: 'UTC', quietHours: defaultQuietHours, reminderAfterHours: 24 };
    expect(await usecases.readReminderSettings({ workspaceId: T1 })).toEqual(before);
    expect(await usecases.setReminderSettings({ ...by(zoe), ...chosen })).toEqual({
      ok: false,
      error: 'not_admin',
    });
    expect(await usecases.setReminderSettings({ ...by(ana), ...chosen })).toMatchObject({
      value: { changed: true },
    });
    expect(await usecases.setReminderSettings({ ...by(ana), ...chosen })).toMatchObject({
      value: { changed: false },
    });
    expect(await usecases.readReminderSettings({ workspaceId: T1 })).toEqual(chosen);
    const { events } = await usecases.readHistory({ workspaceId: T1 });
    expect(events.map(({ kind, actor, detail }) => ({ kind, actor, detail }))).toEqual([
      { kind: 'reminder_settings_changed', actor: ana, detail: chosen },
    ]);
  });

  test.each([
    ['time_zone', { timeZone: 'Mars/Olympus' }],
    ['time_zone', { timeZone: '' }],
    ['time_zone', { timeZone: 'x'.repeat(100_000) }],
    ['quiet_hours', { quietHours: { from: 24, to: 7, weekend: false } }],
    ['quiet_hours', { quietHours: { from: 1.5, to: 7, weekend: false } }],
    ['hours', { reminderAfterHours: 0 }],
    ['hours', { reminderAfterHours: 337 }],
    ['hours', { reminderAfterHours: Number.NaN }],
  ] as const)('is not set out of its bounds: %s of %j', async (error, wrong) => {
    expect(await asAdmin().setReminderSettings({ ...by(ana), ...chosen, ...wrong })).toEqual({
      ok: false,
      error,
    });
  });

  test("goes by a person's own quiet hours and time zone, where they are known", async () => {
    const usecases = asAdmin();
    await usecases.setReminderSettings({ ...by(ana), ...chosen });
    expect(await usecases.readMyQuietHours(by(zoe))).toEqual({ quietHours: chosen.quietHours, own: false });
    const mine = { from: 6, to: 14, weekend: false };
    await usecases.setMyQuietHours({ ...by(zoe), quietHours: mine });
    expect(await usecases.readMyQuietHours(by(zoe))).toEqual({ quietHours: mine, own: true });

    // 09:00 UTC on a Monday: 10:00 in Berlin, 02:00 in Denver.
    const timeZonesOf = async () => new Map([[ben, 'America/Denver']]);
    const ctx = { ...stage.fixture.ctx, timeZonesOf };
    const times = await allowedTimes(ctx, T1, [ana, zoe, ben], ctx.clock.now());
    expect([...times].map(([userId, at]) => [userId, at.toISOString()])).toEqual([
      [ana, '2026-03-02T09:00:00.000Z'],
      [zoe, '2026-03-02T13:00:00.000Z'],
      [ben, '2026-03-02T14:00:00.000Z'],
    ]);
    // Slack says ten minutes later where Ben is.
    const asked = { ...ctx, timeZonesOf: async () => new Map([[ben, null]]) };
    expect((await allowedTimes(asked, T1, [ben], ctx.clock.now())).get(ben)?.toISOString()).toBe(
      '2026-03-02T09:10:00.000Z',
    );
    await usecases.setMyQuietHours({ ...by(zoe), quietHours: null });
    expect(await usecases.readMyQuietHours(by(zoe))).toMatchObject({ own: false });
  });
});
