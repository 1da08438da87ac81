import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTakenTooLong, nextTakerReminder } from '../../../../src/core/regressions/taken_regression.ts';

const day = 24 * 60 * 60_000;
const takenAt = new Date('2026-11-23T09:00:00Z');
const after = (ms: number): Date => new Date(takenAt.getTime() + ms);

test.each([
  ['at once', 0, 3],
  ['just before the first', 3 * day - 1, 3],
  ['at the first', 3 * day, 7],
  ['long after the first', 6 * day, 7],
  ['at the second', 7 * day, null],
])('the next reminder of who took it, %s', (_when, passed, days) => {
  expect(nextTakerReminder(takenAt, after(passed), day)).toEqual(days === null ? null : after(days * day));
});

test('whoever took it is reminded a few times, and then it is nobody’s, whatever the reminder time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 336 }), (hours) => {
      const unitMs = hours * 60 * 60_000;
      let now = takenAt;
      let reminders = 0;
      for (let next = nextTakerReminder(takenAt, now, unitMs); next !== null; reminders += 1) {
        expect(isTakenTooLong(takenAt, next, unitMs)).toBe(false);
        now = next;
        next = nextTakerReminder(takenAt, now, unitMs);
      }
      expect(reminders).toBe(2);
      expect(isTakenTooLong(takenAt, after(14 * unitMs - 1), unitMs)).toBe(false);
      expect(isTakenTooLong(takenAt, after(14 * unitMs), unitMs)).toBe(true);
    }),
  );
});
