import { describe, expect, test } from 'vitest';
import type { Queryable } from '../../../../../src/store/postgres/client/database.ts';
import { startDatabaseClock } from '../../../../../src/store/postgres/client/database_clock.ts';
import { quietLog } from '../../../../harness/log.ts';

const hour = 3_600_000;

/** A machine whose wall clock is off, and a database that takes `answerMs` and reads its clock in the middle of that. */
async function firstComparison(offMs: number, answerMs: number): Promise<number> {
  const started = Date.parse('2026-03-02T09:00:00Z');
  let passed = 0;
  const truth = () => started + passed;
  const machine = { wallMs: () => truth() + offMs, monotonicMs: () => passed };
  const db: Queryable = {
    async query<Row extends object>() {
      passed += answerMs / 2;
      const rows = [{ ms: truth() }];
      passed += answerMs / 2;
      return rows as object[] as Row[];
    },
  };
  const clock = startDatabaseClock({ db, log: quietLog, machine });
  await clock.compare();
  clock.stop();
  return Math.abs(clock.now().getTime() - truth());
}

describe('the first comparison with the clock of the database', () => {
  const offsets = [0, 900, -900, 5_000, -5_000, 3 * hour, -5 * hour, 24 * 365 * hour];
  const answers = [2, 900, 1_100, 3_000, 11_000];
  test.each(offsets.flatMap((off) => answers.map((answer) => [off, answer] as const)))(
    'leaves a clock that is off by %d ms wrong by no more than an answer of %d ms allows',
    async (offMs, answerMs) => {
      expect(await firstComparison(offMs, answerMs)).toBeLessThanOrEqual(250 + 2 * answerMs);
    },
  );
});
