import { describe, expect, test } from 'vitest';
import { type Check, checkNames, environmentKinds } from '../../../../../src/core/checks/check.ts';
import { unknownReasons } from '../../../../../src/core/checks/reasons.ts';
import { checkLine } from '../../../../../src/slack/messages/checks/check_line.ts';
import { checksOf, minutesAgo, passed } from '../samples.ts';

const how = /verified by (Zoom|StackOne)|said by <@|follows from|listed by StackOne/i;
const when = /<!date\^\d+\^/;

const evidences: readonly Partial<Check>[] = [
  { evidence: 'verified' },
  { evidence: 'derived' },
  { evidence: 'attested', attestedBy: 'UADA' },
  { evidence: 'attested', attestedBy: 'UADA', expiresAt: minutesAgo(-9_000) },
  { evidence: 'derived', detail: { matchedBy: 'name' } },
  { evidence: 'verified', detail: { matchedBy: 'only_candidate' } },
  {
    evidence: 'attested',
    attestedBy: 'UADA',
    detail: { shared: { at: minutesAgo(99).toISOString(), extension: 2 } },
  },
  { evidence: 'attested', attestedBy: 'UADA', detail: { published: minutesAgo(99).toISOString() } },
];
const statuses: readonly Partial<Check>[] = [
  {},
  { status: 'unknown', reason: 'attestation_expired' },
  ...unknownReasons.map((reason): Partial<Check> => ({ status: 'unknown', reason })),
];

const lines = checkNames.flatMap((name) =>
  evidences.flatMap((evidence) =>
    statuses
      .filter(({ reason }) => reason !== 'attestation_expired' || evidence.evidence === 'attested')
      .flatMap((status) =>
        environmentKinds.map((kind) => {
          const check = passed(name, { ...evidence, ...status });
          return { check, line: checkLine(check, kind, Object.values(checksOf)) };
        }),
      ),
  ),
);

describe('a check that passed', () => {
  test('never stands on the card without how that is known, and since when', () => {
    const bare = lines.filter(({ check, line }) => {
      const isExpired = check.reason === 'attestation_expired';
      return !(isExpired ? /last confirmed .* by <@UADA>/ : how).test(line) || !when.test(line);
    });
    expect(bare.map(({ line }) => line)).toEqual([]);
    expect(lines.length).toBeGreaterThan(1_000);
  });

  test('is said to be so by a person only with the name of that person', () => {
    const nameless = lines.filter(
      ({ check, line }) => check.evidence === 'attested' && !line.includes('<@UADA>'),
    );
    expect(nameless.map(({ line }) => line)).toEqual([]);
  });

  test('has no words of a failure or an outage when nobody has confirmed it again', () => {
    const expired = lines.filter(({ check }) => check.reason === 'attestation_expired');
    const alarming = expired.filter(({ line }) =>
      /fail|broke|outage|no answer|could not look|refused/i.test(line),
    );
    expect(alarming.map(({ line }) => line)).toEqual([]);
    expect(expired.every(({ line }) => line.includes('unknown, last confirmed'))).toBe(true);
  });
});
