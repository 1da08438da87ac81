import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startClock } from '../../../../src/jobs/scheduler/scheduler.ts';
import { startQueue } from '../../../../src/jobs/worker/job_queue.ts';
import { task } from '../../../../src/jobs/worker/task.ts';
import { createDatabase } from '../../../../src/store/postgres/client/database.ts';
import { startDatabaseClock } from '../../../../src/store/postgres/client/database_clock.ts';
import { readPostmaster } from '../../../../src/store/postgres/embedded/process/postmaster.ts';
import { startEmbeddedPostgres } from '../../../../src/store/postgres/embedded/start.ts';
import { addJob } from '../../../../src/store/postgres/jobs/add_job.ts';
import { migrate } from '../../../../src/store/postgres/start/migrate.ts';
import { quietLog } from '../../../harness/log.ts';
import { until } from '../../../harness/until.ts';
import { MIGRATIONS } from '../../store/postgres/migrations.ts';

/** A server of its own, so that it can be killed. */
async function ownServer() {
  const dataDir = await mkdtemp(join(tmpdir(), 'greenroom-restart-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: quietLog, durable: false });
  onTestFinished(() => server.stop());
  await migrate(server.connection, MIGRATIONS, quietLog);
  const pid = () => readPostmaster(join(dataDir, 'postgres'))?.pid;
  return { connection: server.connection, pid };
}

it('two replicas keep their schedule and their jobs when the server is killed and comes back', async () => {
  const { connection, pid } = await ownServer();
  const planned: number[] = [];
  const done: number[] = [];
  const poll = task({
    schema: z.object({ firing: z.number() }),
    async run({ firing }) {
      done.push(firing);
    },
  });
  for (const _ of [1, 2]) {
    const db = createDatabase({ connection, log: quietLog });
    const queue = startQueue({ connection, tasks: { poll }, log: quietLog, reclaimAfterMs: 500 });
    const run = async (firing: Date) => {
      await addJob(db, { task: 'poll', payload: { firing: firing.getTime() }, jobKey: firing.toISOString() });
      planned.push(firing.getTime());
    };
    const time = startDatabaseClock({ db, log: quietLog });
    const schedules = [{ name: 'poll', cron: '* * * * * *', run }];
    const clock = startClock({ db, schedules, clock: time, log: quietLog });
    onTestFinished(async () => {
      await clock.stop();
      time.stop();
      await queue.stop();
      await db.stop();
    });
  }
  await until(() => done.length > 0, 'the first job');
  const before = pid();
  if (before === undefined) throw new Error('No server runs');
  process.kill(before, 'SIGKILL');
  await until(() => ![undefined, before].includes(pid()), 'another server');
  const sofar = planned.length;
  await until(() => planned.length >= sofar + 2, 'the clock to go on');
  await until(() => planned.every((firing) => done.includes(firing)), 'every planned job to be done');
  expect(new Set(planned).size).toBe(planned.length);
});
