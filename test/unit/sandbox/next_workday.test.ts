import { expect, test } from 'vitest';
import { nextWorkday } from '../../../sandbox/server/next_workday.ts';

test.each([
  ['a Monday morning', '2026-11-30T06:00:00Z', '2026-12-01T14:00:00.000Z'],
  ['a Monday night', '2026-11-30T23:59:59Z', '2026-12-01T14:00:00.000Z'],
  ['a Thursday', '2026-12-03T14:00:00Z', '2026-12-04T14:00:00.000Z'],
  ['a Friday', '2026-12-04T10:00:00Z', '2026-12-07T14:00:00.000Z'],
  ['a Saturday', '2026-12-05T00:00:00Z', '2026-12-07T14:00:00.000Z'],
  ['a Sunday', '2026-12-06T20:00:00Z', '2026-12-07T14:00:00.000Z'],
])('the next working day after %s is another one, in the afternoon', (_what, now, then) => {
  expect(nextWorkday(new Date(now)).toISOString()).toBe(then);
});
