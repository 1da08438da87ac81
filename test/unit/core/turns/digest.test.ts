import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../../src/core/checks/stage.ts';
import { foldedChanges, nextDigest } from '../../../../src/core/turns/digest.ts';

describe('the next digest', () => {
  it.each([
    ['is tomorrow morning', '2026-03-02T09:00:10Z', 'UTC', '2026-03-03T09:00:00.000Z'],
    ['is tomorrow, asked for in the hour of it', '2026-03-02T09:40:00Z', 'UTC', '2026-03-03T09:00:00.000Z'],
    ['is today, asked for before', '2026-03-02T05:00:00Z', 'UTC', '2026-03-02T09:00:00.000Z'],
    ['is on Monday, after Friday', '2026-03-06T09:00:00Z', 'UTC', '2026-03-09T09:00:00.000Z'],
    ['is at nine of the zone', '2026-03-06T17:00:00Z', 'America/Los_Angeles', '2026-03-09T16:00:00.000Z'],
    [
      'is at nine before and after summer time',
      '2026-03-27T08:00:00Z',
      'Europe/Berlin',
      '2026-03-30T07:00:00.000Z',
    ],
  ])('%s', (_what, now, zone, expected) => {
    expect(nextDigest(new Date(now), zone).toISOString()).toBe(expected);
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
