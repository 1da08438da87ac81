import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNoOwner, type MemberStatus } from '../../../../src/core/apps/member_status.ts';
import { unreachableWhys, whyUnreachable } from '../../../../src/core/ownership/owner_contact.ts';

const now = new Date('2026-03-02T09:00:00Z');
const day = 24 * 60 * 60_000;
const statuses: readonly MemberStatus[] = [
  'member',
  'external',
  'bot',
  'deactivated',
  'not_found',
  'unknown',
];

test('an owner cannot be reached where Slack says so, or said so last, or refused a message within a day', () => {
  fc.assert(
    fc.property(
      fc.option(fc.constantFrom(...unreachableWhys)),
      fc.option(fc.integer({ min: 0, max: 3 * day })),
      fc.constantFrom(...statuses),
      (unreachableWhy, refusedMsAgo, status) => {
        const refusedAt = refusedMsAgo === null ? null : new Date(now.getTime() - refusedMsAgo);
        const why = whyUnreachable({ userId: 'U1', unreachableWhy, refusedAt }, status, now);
        if (isNoOwner(status)) expect(why).toBe(status);
        else if (refusedMsAgo !== null && refusedMsAgo < day) expect(why).toBe('refused');
        else expect(why).toBe(status === 'member' || unreachableWhy === 'refused' ? null : unreachableWhy);
      },
    ),
  );
});
