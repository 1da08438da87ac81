import { expect, test } from 'vitest';
import { newId } from '../../../../src/ids.ts';
import { queueDeliveries } from '../../../../src/store/deliveries/queue_deliveries.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { queueMissingJobs } from '../../../../src/usecases/deliveries/queue_missing_jobs.ts';
import { ana, T1, useFixture } from '../fixture.ts';

const the = useFixture();

/** Something waits in a channel and for its owner. */
async function queueBoth(): Promise<void> {
  await the.fixture.register();
  await the.fixture.usecases.pauseWatches({ workspaceId: T1, channelId: 'C1', why: 'is_archived' });
}

const sql = (statement: string) => the.fixture.database.db.query(statement);
const queuesMissing = () => queueMissingJobs(the.fixture.ctx, T1);
/** The jobs that deliver, and whether each is running or will run; `late`: planned for later. */
const jobs = () =>
  the.fixture.database.db.query<{ key: string | null; live: boolean; late: boolean }>(
    `select key, attempts < max_attempts or locked_at is not null as live, run_at > now() as late
     from graphile_worker.jobs where task_identifier = 'deliver' order by key`,
  );

test('what waits in a channel whose job is gone gets a job again', async () => {
  await queueBoth();
  await sql('delete from graphile_worker._private_jobs');
  await the.fixture.usecases.sweep({ workspaceId: T1 });
  expect(await jobs()).toEqual([
    { key: `deliver:${T1}:C1`, live: true, late: false },
    { key: `deliver:${T1}:${ana}`, live: true, late: false },
  ]);
});

test.each([
  [
    'has failed too often is kept, for people to look at',
    'attempts = max_attempts',
    { live: false, late: false },
  ],
  ['waits for its time keeps it', `run_at = now() + interval '1 hour'`, { live: true, late: true }],
  [
    'runs its last attempt is left alone',
    `attempts = max_attempts, locked_at = now(), locked_by = 'worker', run_at = now() + interval '1 hour'`,
    { live: true, late: true },
  ],
])('a job that %s', async (_what, state, expected) => {
  await queueBoth();
  await sql(`update graphile_worker._private_jobs set ${state}`);
  await queuesMissing();
  const [first, ...others] = (await jobs()).filter((job) => job.key !== null);
  expect(first).toEqual({ key: `deliver:${T1}:C1`, ...expected });
  expect(others).toHaveLength(1);
});

test('a channel in which nothing waits gets none, and no other workspace does', async () => {
  const { db } = the.fixture.database;
  const now = the.fixture.ctx.clock.now();
  await queueBoth();
  await saveWorkspace(db, { id: 'T2', name: 'Other', botUserId: 'UBOT' }, now);
  const message = { kind: 'registered', by: ana, appId: newId(), appName: 'Theirs' } as const;
  await queueDeliveries(db, 'T2', [{ id: newId(), channelId: 'C2', card: null, message }], now);
  await sql(`update delivery set state = 'sent' where channel_id = 'C1'`);
  await sql('delete from graphile_worker._private_jobs');
  await queuesMissing();
  expect(await jobs()).toMatchObject([{ key: `deliver:${T1}:${ana}` }]);
});

test('of a thousand channels each gets its job', async () => {
  const { db } = the.fixture.database;
  const message = { kind: 'registered', by: ana, appId: newId(), appName: 'Ours' } as const;
  const deliveries = Array.from({ length: 1_001 }, (_, n) => ({
    id: newId(),
    channelId: `C${n}`,
    card: null,
    message,
  }));
  await queueDeliveries(db, T1, deliveries, the.fixture.ctx.clock.now());
  await sql('delete from graphile_worker._private_jobs');
  await queuesMissing();
  expect(await jobs()).toHaveLength(1_001);
});
