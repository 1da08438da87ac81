import { expect, test } from 'vitest';
import { newCheck } from '../../../../src/core/checks/check.ts';
import {
  dueReminders,
  nextSecretStep,
  noSecretAge,
  type SecretAge,
  secretAgeOf,
} from '../../../../src/core/credentials/secret_age.ts';

const day = 24 * 60 * 60_000;
const start = new Date('2026-03-02T09:00:00Z');
const days = (count: number) => new Date(start.getTime() + count * day);

/** Every reminder from day 0 on, by the day on which it comes. */
function remindersOf(age: SecretAge): [number, string][] {
  const found: [number, string][] = [];
  for (let due = nextSecretStep(age, start); due !== null; due = nextSecretStep(age, due)) {
    for (const reminder of dueReminders(age, due, due))
      found.push([(due.getTime() - start.getTime()) / day, reminder]);
  }
  return found;
}

test('owners are reminded 30, 14, 7, 3 and 1 days before the date, and once when it is over', () => {
  const steps = [70, 86, 93, 97, 99, 100].map((at) => [at, 'renew']);
  expect(remindersOf({ renewalAt: days(100), replacedAt: null })).toEqual(steps);
});

test('of a date that is near only what is still to come', () => {
  expect(remindersOf({ renewalAt: days(5), replacedAt: null }).map(([at]) => at)).toEqual([2, 4, 5]);
});

test('of a rotation a week and a day before Zoom stops taking the old secret', () => {
  expect(remindersOf({ renewalAt: null, replacedAt: start })).toEqual([
    [23, 'profile'],
    [29, 'profile'],
  ]);
});

test.each([
  ['later', 1, null],
  ['at the same time', 0, null],
  ['earlier', -1, start],
] as const)('a proof that was made %s settles the profile, or not', (_when, after, replacedAt) => {
  const provenBy = {
    sessionId: 's',
    accountId: 'a',
    at: days(after).toISOString(),
    profileId: 'p',
  };
  const checks = [{ ...newCheck('credentials'), detail: { provenBy } }];
  expect(secretAgeOf(null, start, checks)).toEqual({ renewalAt: null, replacedAt });
  expect(secretAgeOf(null, start, [newCheck('credentials')])).toEqual({ renewalAt: null, replacedAt: start });
});

test('steps that were missed are one reminder', () => {
  const age = { renewalAt: days(100), replacedAt: null };
  expect(dueReminders(age, days(70), days(98))).toEqual(['renew']);
  expect(dueReminders(age, days(70), days(400))).toEqual(['renew']);
  expect(nextSecretStep(age, days(400))).toBe(null);
  expect(nextSecretStep(noSecretAge, start)).toBe(null);
});
