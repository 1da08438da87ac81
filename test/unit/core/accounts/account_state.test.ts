import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountsKept,
  MOST_KEPT,
  type SeenAccount,
  turnedFailing,
} from '../../../../src/core/accounts/account_state.ts';

const now = new Date('2026-11-23T12:00:00Z');
const earlier = new Date('2026-11-20T12:00:00Z');

const account = (id: string, status: string, changes: Partial<SeenAccount> = {}): SeenAccount => ({
  id,
  status,
  reasons: [],
  createdAt: earlier,
  ...changes,
});
const keep = (accounts: readonly SeenAccount[], before = {}) => accountsKept(accounts, before, now);
const turned = (
  before: readonly SeenAccount[],
  after: readonly SeenAccount[],
  lookedAt: Date | null = earlier,
) => {
  const known = keep(before);
  return turnedFailing(after, known, keep(after, known), lookedAt).map(({ id }) => id);
};

describe('what is kept of the accounts of a profile', () => {
  test('names those that are not active, failing ones first, then words that no documentation has', () => {
    const kept = keep([
      account('a', 'active'),
      account('b', 'needs_love', { ownerName: 'Northwind' }),
      account('c', ' ERROR ', { type: 'TEST', reasons: [{ code: 'revoked', at: earlier }] }),
    ]);
    expect(kept).toEqual({
      active: 1,
      accounts: 3,
      onlyActive: 'a',
      notActive: [
        { id: 'c', status: ' ERROR ', code: 'revoked', test: true, since: earlier.toISOString() },
        { id: 'b', status: 'needs_love', name: 'Northwind', since: now.toISOString() },
      ],
    });
  });

  test('keeps since when, while the status stays, whatever StackOne says of the reason', () => {
    const first = keep([account('a', 'error', { reasons: [{ code: 'x', at: earlier }] })]);
    const later = keep([account('a', 'error', { reasons: [{ code: 'y', at: now }] })], first);
    expect(later.notActive).toMatchObject([{ code: 'y', since: earlier.toISOString() }]);
    expect(keep([account('a', 'expired')], first).notActive).toMatchObject([{ since: now.toISOString() }]);
  });

  test('is the same in whatever order StackOne lists them, and bounded', () => {
    const status = fc.constantFrom('active', 'error', 'expired', 'odd', '', 'x'.repeat(500));
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 255 }), { maxLength: 60 });
    fc.assert(
      fc.property(ids, fc.infiniteStream(status), (all, words) => {
        const accounts = all.map((id) => account(id, words.next().value ?? ''));
        const kept = keep(accounts);
        expect(keep(accounts.toReversed())).toEqual(kept);
        expect(kept.notActive.length).toBeLessThanOrEqual(MOST_KEPT);
        expect(kept.accounts).toBe(all.length);
        expect(JSON.stringify(kept).length).toBeLessThan(20_000);
      }),
    );
  });
});

describe('accounts that turn failing', () => {
  test.each(['inactive', 'suspended', 'archived', 'expired', 'error', ' Error'])(
    'are those with status "%s"',
    (word) => {
      expect(
        turned(
          [account('a', 'active'), account('b', 'active')],
          [account('a', 'active'), account('b', word)],
        ),
      ).toEqual(['b']);
    },
  );

  test.each(['active', 'needs_love', '', 'degraded'])('are not those with status "%s"', (word) => {
    expect(turned([account('b', 'active')], [account('b', word)])).toEqual([]);
  });

  test('are named once', () => {
    expect(turned([account('b', 'error')], [account('b', 'expired')])).toEqual([]);
  });

  test('are not those that were linked since, and never worked', () => {
    expect(turned([], [account('b', 'error', { createdAt: now })])).toEqual([]);
    expect(turned([], [account('b', 'error', { createdAt: null })])).toEqual(['b']);
  });

  test('are none at a first look, or after one of an earlier release', () => {
    const after = [account('b', 'error')];
    expect(turned([account('b', 'active')], after, null)).toEqual([]);
    expect(turnedFailing(after, { active: 1, accounts: 1 }, keep(after), earlier)).toEqual([]);
  });

  test('are not those that a list lacked once, because it was incomplete', () => {
    const before = keep([account('a', 'active'), account('b', 'error')]);
    const incomplete = accountsKept([account('a', 'active')], before, now, true);
    const after = [account('a', 'active'), account('b', 'error')];
    expect(turnedFailing(after, incomplete, keep(after, incomplete), earlier)).toEqual([]);
  });

  test('are never more than have become not active, when there are more than are kept', () => {
    const many = Array.from({ length: MOST_KEPT + 5 }, (_, n) => account(`n${n}`, 'error'));
    expect(turned([...many, account('z', 'active')], many)).toEqual([]);
    expect(
      turned([...many, account('a', 'active')], [...many, account('a', 'error')]).length,
    ).toBeLessThanOrEqual(1);
  });
});
