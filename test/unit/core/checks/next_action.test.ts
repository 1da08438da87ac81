import { describe, expect, test } from 'vitest';
import { applyOutcome } from '../../../../src/core/checks/apply_outcome.ts';
import {
  type Check,
  type CheckName,
  checkNames,
  newCheck,
  type Outcome,
} from '../../../../src/core/checks/check.ts';
import { doerOf, nextAction } from '../../../../src/core/checks/next_action.ts';
import { throughStackOneStatus } from '../../../../src/core/checks/stackone_status.ts';

const now = new Date('2026-03-02T09:00:00Z');
const passed: Outcome = { kind: 'passed', evidence: 'verified' };
const failed = (reason: Extract<Outcome, { kind: 'failed' }>['reason']): Outcome => ({
  kind: 'failed',
  evidence: 'verified',
  reason,
});
const unknown: Outcome = { kind: 'unknown', why: 'timeout' };

type Looks = Partial<Record<CheckName, readonly Outcome[]>>;

/** All checks, each after its outcomes. */
function checksAfter(looks: Looks): Check[] {
  return checkNames.map((name) =>
    (looks[name] ?? []).reduce((check, outcome) => applyOutcome(check, outcome, now).check, newCheck(name)),
  );
}

const allPassed: Looks = Object.fromEntries(checkNames.map((name) => [name, [passed]]));
const upTo = (name: CheckName): Looks =>
  Object.fromEntries(checkNames.slice(0, checkNames.indexOf(name)).map((one) => [one, [passed]]));

describe('the next action', () => {
  test.each([
    ['credentials', [], 'wait_for_credentials', 'greenroom'],
    ['credentials', [unknown], 'confirm_credentials', 'zoom_admin'],
    ['credentials', [{ kind: 'pending', reason: 'not_contradicted' }], 'confirm_credentials', 'zoom_admin'],
    ['credentials', [failed('invalid_credentials')], 'replace_secret', 'owner'],
    ['credentials', [failed('invalid_credentials'), unknown], 'replace_secret', 'owner'],
    ['credentials', [failed('app_disabled')], 'enable_zoom_app', 'zoom_admin'],
    ['credentials', [failed('app_disabled'), unknown], 'enable_zoom_app', 'zoom_admin'],
    ['scopes', [], 'fix_scopes', 'owner'],
    ['scopes', [failed('no_scopes')], 'fix_scopes', 'owner'],
    ['redirect', [], 'set_redirect', 'zoom_admin'],
    ['test_status', [], 'run_test', 'zoom_admin'],
    ['test_status', [{ kind: 'pending', reason: 'not_ready' }], 'fill_missing_fields', 'zoom_admin'],
    ['test_status', [passed, failed('not_ready')], 'fill_missing_fields', 'zoom_admin'],
    ['connector_profile', [], 'create_profile', 'stackone_admin'],
    [
      'connector_profile',
      [{ kind: 'pending', reason: 'profile_rejected' }],
      'create_profile',
      'stackone_admin',
    ],
    ['connector_profile', [failed('profile_disabled')], 'enable_profile', 'stackone_admin'],
    ['connector_profile', [failed('profile_removed')], 'recreate_profile', 'stackone_admin'],
    ['linked_account', [], 'link_account', 'stackone_admin'],
    ['linked_account', [unknown], 'link_account', 'stackone_admin'],
    ['linked_account', [passed, failed('no_active_account')], 'repair_account', 'stackone_admin'],
  ] as const)('when all before it is done, and %s stands at %j, is %s', (name, outcomes, action, doer) => {
    const next = nextAction(checksAfter({ ...upTo(name), [name]: outcomes }));
    expect([next, doerOf(next)]).toEqual([action, doer]);
  });

  test('is nothing once everything has passed, also while nothing can be looked at', () => {
    expect(nextAction(checksAfter(allPassed))).toBe('none');
    expect(nextAction(checksAfter({ ...allPassed, credentials: [passed, unknown] }))).toBe('none');
  });

  test('mends what broke before it goes on with what is open', () => {
    const checks = checksAfter({ ...upTo('redirect'), connector_profile: [failed('profile_disabled')] });
    expect(nextAction(checks)).toBe('enable_profile');
  });
});

describe('the next action where Greenroom has no secret', () => {
  const open: Outcome = { kind: 'pending', reason: 'no_secret' };
  const rest: Looks = { ...allPassed, linked_account: [], credentials: [open] };

  test.each([
    ['scopes', 'fix_scopes'],
    ['redirect', 'set_redirect'],
    ['test_status', 'run_test'],
    ['connector_profile', 'create_profile'],
    ['linked_account', 'prove_profile'],
  ] as const)('is, when %s is the first other thing that is open, %s', (name, action) => {
    expect(nextAction(checksAfter({ ...upTo(name), credentials: [open] }))).toBe(action);
    expect(nextAction(checksAfter({ ...upTo(name), credentials: [open, unknown] }))).toBe(action);
  });

  test('is a proof by an owner where an account is linked that proves nothing', () => {
    expect(nextAction(checksAfter({ ...rest, linked_account: [passed] }))).toBe('prove_profile');
    expect(doerOf('prove_profile')).toBe('owner');
  });

  test('is to mend what broke before anything is proven', () => {
    expect(nextAction(checksAfter({ ...rest, linked_account: [failed('no_active_account')] }))).toBe(
      'repair_account',
    );
    expect(nextAction(checksAfter({ ...rest, connector_profile: [failed('profile_disabled')] }))).toBe(
      'enable_profile',
    );
  });

  test('is the rest once it is proven', () => {
    expect(nextAction(checksAfter({ ...rest, credentials: [open, passed] }))).toBe('link_account');
  });
});

describe('the next action while a new pair waits for Zoom', () => {
  const waits = (credentials: readonly Outcome[]) =>
    nextAction(checksAfter({ ...upTo('redirect'), credentials }), true);
  const pause: Outcome = { kind: 'unknown', why: 'timeout', nextTryAt: new Date(now.getTime() + 60_000) };
  const inVain: Outcome = { ...pause, nextTryAt: new Date(now.getTime() + 61 * 60_000) };

  test.each<[string, readonly Outcome[]]>([
    ['was refused', [failed('invalid_credentials')]],
    ['was refused, and Zoom pauses', [failed('invalid_credentials'), pause]],
    ['was refused, and asking has not helped for an hour', [failed('invalid_credentials'), inVain]],
    ['was refused, and Zoom gives no clear answer', [failed('invalid_credentials'), unknown]],
    ['was of a disabled app', [failed('app_disabled'), pause]],
  ])('is to wait where the old one %s: to replace it again would help nobody', (_what, outcomes) => {
    expect(waits(outcomes)).toBe('wait_for_credentials');
  });

  test('is to replace it where the vault cannot open it', () => {
    const unreadable: Outcome = { kind: 'unknown', why: 'secret_unreadable' };
    expect(waits([failed('invalid_credentials'), unreadable])).toBe('replace_secret');
  });

  test('is what it was where the old one works', () => {
    expect(waits([passed])).toBe('set_redirect');
    expect(waits([passed, unknown])).toBe('set_redirect');
  });
});

describe('the next action while StackOne cannot be looked at', () => {
  const through = (looks: Looks, trouble: 'timeout' | 'not_configured' | 'key_refused' | 'key_forbidden') =>
    nextAction(
      checksAfter(looks).map((check) =>
        throughStackOneStatus(check, { answeredAt: null, trouble, troubleSince: now }),
      ),
    );

  test.each(['not_configured', 'key_refused', 'key_forbidden'] as const)(
    'for %s is to repair the access, once the profile is what is waited for',
    (trouble) => {
      expect(through(upTo('connector_profile'), trouble)).toBe('repair_stackone');
      expect(through(upTo('redirect'), trouble)).toBe('set_redirect');
    },
  );

  test('in an outage stays what it was', () => {
    expect(through(upTo('connector_profile'), 'timeout')).toBe('create_profile');
    const disabled = { ...allPassed, connector_profile: [failed('profile_disabled')] };
    expect(through(disabled, 'timeout')).toBe('enable_profile');
    const removed = { ...allPassed, connector_profile: [failed('profile_removed')] };
    expect(through(removed, 'timeout')).toBe('recreate_profile');
    expect(through(allPassed, 'timeout')).toBe('none');
  });
});
