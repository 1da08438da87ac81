import { expect, test } from 'vitest';
import { createDatabase } from '../../../../src/store/postgres/client/database.ts';
import { lockWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { withWorkspaceLock } from '../../../../src/usecases/changes/workspace_lock.ts';
import { quietLog } from '../../../harness/log.ts';
import { T1, useFixture } from '../fixture.ts';

const stage = useFixture();

test('those who wait for their turn leave the connections to others, and go in the order of asking', async () => {
  const { database } = stage.fixture;
  const db = createDatabase({ connection: database.connection, log: quietLog, poolSize: 2 });
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let taken = () => {};
  const isTaken = new Promise<void>((resolve) => {
    taken = resolve;
  });
  // Another process has the turn.
  const other = database.db.tx(async (tx) => {
    await lockWorkspace(tx, T1);
    taken();
    await held;
  });
  await isTaken;
  const order: number[] = [];
  const waiting = [1, 2, 3, 4, 5].map((place) =>
    withWorkspaceLock({ db }, T1, async (tx) => {
      await tx.query('select 1');
      order.push(place);
    }),
  );
  expect(await db.query('select 7 as answer')).toEqual([{ answer: 7 }]);
  expect(order).toEqual([]);
  letGo();
  await Promise.all([other, ...waiting]);
  expect(order).toEqual([1, 2, 3, 4, 5]);
  await db.stop();
});

test('a change that fails does not keep the next one waiting', async () => {
  const { db } = stage.fixture.ctx;
  const failed = withWorkspaceLock({ db }, T1, async () => {
    throw new Error('changed my mind');
  });
  const next = withWorkspaceLock({ db }, T1, async () => 'done');
  await expect(failed).rejects.toThrow('changed my mind');
  expect(await next).toBe('done');
});
