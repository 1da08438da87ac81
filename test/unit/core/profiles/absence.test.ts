import { describe, expect, test } from 'vitest';
import { emptiedForMs, judgeAbsence, type Missing } from '../../../../src/core/profiles/missing_profile.ts';

const now = new Date('2026-03-02T09:00:00Z');
const ago = (ms: number) => new Date(now.getTime() - ms);
const missing = (id: string, doubtedSince: Date | null = null, owned = true): Missing => ({
  id,
  owned,
  doubtedSince,
});
const complete = { complete: true, empty: false };
const emptied = { complete: true, empty: true };
const nothing = { confirm: [], doubted: [], removed: [] };

describe('a profile that a list lacks', () => {
  test('is asked for once more after the first complete reading', () => {
    expect(judgeAbsence([missing('a')], complete, null, now)).toEqual({ ...nothing, confirm: ['a'] });
  });

  test('is removed when the next complete reading lacks it too, and only then', () => {
    const before = new Set(['a']);
    const both = [missing('a'), missing('b')];
    expect(judgeAbsence(both, complete, before, now)).toEqual({ ...nothing, removed: ['a'] });
    expect(judgeAbsence([], complete, before, now)).toEqual(nothing);
  });

  test('is in doubt when the list does not add up, in whichever reading', () => {
    const reading = { complete: false, empty: false };
    const doubted = { ...nothing, doubted: ['a'] };
    expect(judgeAbsence([missing('a')], reading, null, now)).toEqual(doubted);
    expect(judgeAbsence([missing('a', ago(1e9))], reading, new Set(['a']), now)).toEqual(doubted);
  });

  test('is the only one in use: an empty list counts at once', () => {
    const list = [missing('a'), missing('stray', null, false)];
    expect(judgeAbsence(list, emptied, new Set(['a', 'stray']), now).removed).toEqual(['a', 'stray']);
  });

  test('vanishes with all others: removed when it has stayed so', () => {
    const before = new Set(['a', 'b']);
    const at = (since: Date | null) =>
      judgeAbsence([missing('a', since), missing('b', since)], emptied, before, now);
    expect(at(null)).toEqual({ ...nothing, doubted: ['a', 'b'] });
    expect(at(ago(emptiedForMs - 1)).removed).toEqual([]);
    expect(at(ago(emptiedForMs)).removed).toEqual(['a', 'b']);
  });
});
