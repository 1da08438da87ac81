import { expect, test } from 'vitest';
import { parseRetryAfter } from '../../../src/http_client/retry_after.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

test.each([
  ['seconds', '60', 60_000],
  ['seconds with blanks around', ' 7 ', 7_000],
  ['a part of a second', '0.5', 500],
  ['no wait', '0', 0],
  ['an HTTP date', 'Mon, 23 Nov 2026 12:01:30 GMT', 90_000],
  ['an ISO date', '2026-11-23T12:00:10Z', 10_000],
  ['a date that has passed', '2026-11-23T11:00:00Z', 0],
  ['a wait that nobody means', '99999999999', 86_400_000],
  ['a date that nobody means', '2126-11-23T12:00:00Z', 86_400_000],
])('reads %s', (_what, sent, expected) => {
  expect(parseRetryAfter(sent, NOW)).toBe(expected);
});

test.each([undefined, '', ' ', 'soon', '-5', '1e9', '12 monkeys', 'Mon, 99 Foo'])(
  'does not read %j',
  (sent) => {
    expect(parseRetryAfter(sent, NOW)).toBeUndefined();
  },
);
