import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../../src/core/checks/stage.ts';
import { defaultQuietHours } from '../../../../src/core/reminders/allowed_time.ts';
import { foldedChanges, nextDigest } from '../../../../src/core/turns/digest.ts';

describe('the next digest', () => {
  it.each([
    ['is tomorrow morning', '2026-03-02T09:00:10Z', 'UTC', '2026-03-03T09:00:00.000Z'],
    ['is tomorrow, asked for in the hour of it', '2026-03-02T09:40:00Z', 'UTC', '2026-03-03T09:00:00.000Z'],
    ['is today, asked for before', '2026-03-02T05:00:00Z', 'UTC', '2026-03-02T09:00:00.000Z'],
    ['is at nine, asked for in the hour before', '2026-03-02T08:20:00Z', 'UTC', '2026-03-02T09:00:00.000Z'],
    ['is at nine, asked for just before', '2026-03-02T08:59:59Z', 'UTC', '2026-03-02T09:00:00.000Z'],
    ['is on Monday, after Friday', '2026-03-06T09:00:00Z', 'UTC', '2026-03-09T09:00:00.000Z'],
    ['is at nine of the zone', '2026-03-06T17:00:00Z', 'America/Los_Angeles', '2026-03-09T16:00:00.000Z'],
    [
      'is at nine before and after summer time',
      '2026-03-27T08:00:00Z',
      'Europe/Berlin',
      '2026-03-30T07:00:00.000Z',
    ],
  ])('%s', (_what, now, zone, expected) => {
    expect(nextDigest(new Date(now), zone, defaultQuietHours).toISOString()).toBe(expected);
  });

  it('waits for the end of quiet hours that last longer', () => {
    const late = { from: 18, to: 11, weekend: true };
    expect(nextDigest(new Date('2026-03-02T05:00:00Z'), 'UTC', late).toISOString()).toBe(
      '2026-03-02T11:00:00.000Z',
    );
  });

  it('is at nine of a weekday, once a day, wherever and whenever the one before was posted', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    ];
    const time = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.constantFrom(...zones), (posted, timeZone) => {
        const next = nextDigest(posted, timeZone, defaultQuietHours);
        const local = new Intl.DateTimeFormat('en-GB', {
          ...{ timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' },
        });
        expect(local.format(next)).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? 09:00$/);
        const hours = (next.getTime() - posted.getTime()) / 3_600_000;
        expect(hours).toBeGreaterThan(0);
        // From Friday's to Monday's, with a change of the clocks.
        expect(hours).toBeLessThanOrEqual(73);
        const after = (nextDigest(next, timeZone, defaultQuietHours).getTime() - next.getTime()) / 3_600_000;
        expect([23, 23.5, 24, 24.5, 25, 71, 71.5, 72, 72.5, 73]).toContain(after);
      }),
    );
  });
});

describe('changes in a digest', () => {
  const change = (environmentId: string, from: Stage, to: Stage) => ({ environmentId, from, to });

  it('go from the first to the last of an environment, and are left out where they came back', () => {
    expect(
      foldedChanges([
        change('a', 'credentials', 'scopes'),
        change('b', 'live', 'degraded'),
        change('a', 'scopes', 'testing'),
        change('b', 'degraded', 'live'),
      ]),
    ).toEqual([change('a', 'credentials', 'testing')]);
    expect(foldedChanges([])).toEqual([]);
  });
});
