import { describe, expect, test } from 'vitest';
import { type Check, newCheck } from '../../../../src/core/checks/check.ts';
import {
  type StackOneState,
  stackoneNeverAsked,
  throughStackOneStatus,
} from '../../../../src/core/checks/stackone_status.ts';

const monday = new Date('2026-03-02T09:00:00Z');
const thursday = new Date('2026-03-05T09:00:00Z');
const friday = new Date('2026-03-06T09:00:00Z');

const answering: StackOneState = { answeredAt: thursday, trouble: null, troubleSince: null };
const down: StackOneState = { answeredAt: thursday, trouble: 'timeout', troubleSince: friday };

function passedOnMonday(name: Check['name']): Check {
  return {
    ...newCheck(name),
    status: 'passed',
    lastKnown: 'passed',
    evidence: 'verified',
    knownAt: monday,
    lookedAt: monday,
  };
}

describe('the profile, seen through what is known of StackOne', () => {
  test('is as fresh as the last list', () => {
    expect(throughStackOneStatus(passedOnMonday('connector_profile'), answering)).toEqual({
      ...passedOnMonday('connector_profile'),
      knownAt: thursday,
      lookedAt: thursday,
    });
  });

  test('is as fresh as its own answer, when that is newer than the last list', () => {
    const check = { ...passedOnMonday('connector_profile'), knownAt: friday, lookedAt: friday };
    expect(throughStackOneStatus(check, answering)).toEqual(check);
  });

  test('is unknown while StackOne is down, known up to the last list', () => {
    expect(throughStackOneStatus(passedOnMonday('connector_profile'), down)).toMatchObject({
      status: 'unknown',
      reason: 'timeout',
      lastKnown: 'passed',
      knownAt: thursday,
    });
  });

  test('keeps the reason of its last answer', () => {
    const check: Check = {
      ...passedOnMonday('connector_profile'),
      status: 'failed',
      lastKnown: 'failed',
      reason: 'profile_disabled',
    };
    expect(throughStackOneStatus(check, down).detail.because).toBe('profile_disabled');
  });

  test('is what it is while StackOne was never asked', () => {
    expect(throughStackOneStatus(newCheck('connector_profile'), stackoneNeverAsked)).toEqual(
      newCheck('connector_profile'),
    );
  });

  test('was never known before StackOne answered for the first time', () => {
    const neverAnswered: StackOneState = {
      answeredAt: null,
      trouble: 'not_configured',
      troubleSince: monday,
    };
    expect(throughStackOneStatus(newCheck('connector_profile'), neverAnswered)).toMatchObject({
      status: 'unknown',
      reason: 'not_configured',
      knownAt: null,
    });
  });
});

describe('the account, seen through what is known of StackOne', () => {
  test('is unknown while StackOne is down, and keeps its own age', () => {
    expect(throughStackOneStatus(passedOnMonday('linked_account'), down)).toMatchObject({
      status: 'unknown',
      reason: 'timeout',
      lastKnown: 'passed',
      knownAt: monday,
    });
    expect(throughStackOneStatus(passedOnMonday('linked_account'), answering)).toEqual(
      passedOnMonday('linked_account'),
    );
  });

  test('is simply open as long as there was nothing to look at', () => {
    expect(throughStackOneStatus(newCheck('linked_account'), down)).toEqual(newCheck('linked_account'));
  });
});

test.each(['credentials', 'scopes', 'redirect', 'test_status'] as const)('%s does not care', (name) => {
  expect(throughStackOneStatus(passedOnMonday(name), down)).toEqual(passedOnMonday(name));
});
