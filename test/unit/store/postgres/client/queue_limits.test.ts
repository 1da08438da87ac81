import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBatchLoader } from '../../../../../src/concurrency/batch_loader.ts';
import { createDatabase } from '../../../../../src/store/postgres/client/database.ts';
import { databaseBatches, isDatabaseDown } from '../../../../../src/store/postgres/client/outage.ts';
import { quietLog } from '../../../../harness/log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('who waits for a mutex longer than a statement may take gets the error of an outage', async () => {
  const db = createDatabase({ connection: {}, log: quietLog });
  let release = () => {};
  const held = db.mutex('T1', () => new Promise<void>((resolve) => (release = resolve)));
  const late = db.mutex('T1', async () => 'late').catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_001);
  release();
  await held;
  expect(isDatabaseDown(await late)).toBe(true);
  await db.stop();
});

test('who finds the longest queue of a batch loader gets the error of an outage', async () => {
  const load = createBatchLoader(() => new Promise<readonly string[]>(() => {}), {
    ...databaseBatches,
    maxQueue: 1,
  });
  void load('waits');
  expect(isDatabaseDown(await load('one more').catch((error: unknown) => error))).toBe(true);
});
