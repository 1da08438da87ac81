import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueOnceShown, OBJECTION_MS, type Takeover } from '../../../../src/core/ownership/takeover.ts';

describe('a takeover', () => {
  const at = (ms: number) => new Date(Date.UTC(2026, 2, 2) + ms);
  const takeover: Takeover = {
    ...{ id: 't', appId: 'a', askedBy: 'U1' },
    ...{ askedAt: at(0), dueAt: at(OBJECTION_MS) },
  };

  test('is due at its time, or once Slack has shown the request for the whole time, whichever is later', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 0, max: 10 * OBJECTION_MS })),
        fc.integer({ min: 0, max: 10 * OBJECTION_MS }),
        (shownAfter, nowAfter) => {
          const shownAt = shownAfter === null ? null : at(shownAfter);
          const due = dueOnceShown(takeover, shownAt, at(nowAfter)).getTime();
          const shownForLong = (shownAt ?? at(nowAfter)).getTime() + OBJECTION_MS;
          expect(due).toBeGreaterThanOrEqual(takeover.dueAt.getTime());
          expect(due).toBeGreaterThanOrEqual(shownForLong);
          expect([takeover.dueAt.getTime(), shownForLong]).toContain(due);
        },
      ),
    );
  });
});
