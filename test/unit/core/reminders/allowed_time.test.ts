import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultQuietHours,
  isTimeZone,
  nextAllowedTime,
  type QuietHours,
} from '../../../../src/core/reminders/allowed_time.ts';

const next = (now: string, zone: string, quiet: QuietHours = defaultQuietHours) =>
  nextAllowedTime(new Date(now), zone, quiet).toISOString();

describe('the next time at which people are reminded', () => {
  it.each([
    ['is now in the working day', '2026-03-02T10:17:00Z', 'UTC', '2026-03-02T10:17:00.000Z'],
    ['is in the morning at night', '2026-03-02T23:10:00Z', 'UTC', '2026-03-03T09:00:00.000Z'],
    ['is in the morning before it', '2026-03-03T05:00:00Z', 'UTC', '2026-03-03T09:00:00.000Z'],
    ['is on Monday from Friday evening on', '2026-03-06T18:00:00Z', 'UTC', '2026-03-09T09:00:00.000Z'],
    ['is by the clock there', '2026-03-02T10:00:00Z', 'America/Los_Angeles', '2026-03-02T17:00:00.000Z'],
    ['knows zones of half an hour', '2026-03-02T18:00:00Z', 'Asia/Kolkata', '2026-03-03T03:30:00.000Z'],
    ['knows zones of three quarters', '2026-03-02T18:00:00Z', 'Asia/Kathmandu', '2026-03-03T03:15:00.000Z'],
    [
      'comes an hour earlier once summer time began',
      '2026-03-28T20:00:00Z',
      'Europe/Berlin',
      '2026-03-30T07:00:00.000Z',
    ],
    [
      'comes an hour later once it ended',
      '2026-10-24T20:00:00Z',
      'Europe/Berlin',
      '2026-10-26T08:00:00.000Z',
    ],
    [
      'counts a zone that nobody knows as UTC',
      '2026-03-02T23:00:00Z',
      'Mars/Olympus',
      '2026-03-03T09:00:00.000Z',
    ],
    ['counts no zone as UTC', '2026-03-02T23:00:00Z', '', '2026-03-03T09:00:00.000Z'],
  ])('%s', (_what, now, zone, expected) => {
    expect(next(now, zone)).toBe(expected);
  });

  it('is any time where no hour is quiet', () => {
    expect(next('2026-03-07T02:00:00Z', 'UTC', { from: 9, to: 9, weekend: false })).toBe(
      '2026-03-07T02:00:00.000Z',
    );
  });

  it('is never before, never quiet and never far away, in every zone and at every time', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'nowhere',
    ];
    const quietHours = fc.record({
      from: fc.integer({ min: 0, max: 23 }),
      to: fc.integer({ min: 0, max: 23 }),
      weekend: fc.boolean(),
    });
    const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.constantFrom(...zones), quietHours, (now, zone, quiet) => {
        const allowed = nextAllowedTime(now, zone, quiet);
        expect(allowed.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(allowed.getTime() - now.getTime()).toBeLessThanOrEqual(4 * 24 * 3_600_000);
        expect(nextAllowedTime(allowed, zone, quiet)).toEqual(allowed);
      }),
      { numRuns: 200 },
    );
  });

  it('knows names of time zones', () => {
    expect(['Europe/Berlin', 'UTC', 'Asia/Kolkata'].every(isTimeZone)).toBe(true);
    expect(['', 'Mars/Olympus', '<!channel>', 'x'.repeat(10_000)].some(isTimeZone)).toBe(false);
  });
});
