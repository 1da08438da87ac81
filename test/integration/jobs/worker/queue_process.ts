// A process of its own whose `note` job never ends. It tells its parent when the job has begun.
import { z } from 'zod';
import { startQueue } from '../../../../src/jobs/worker/job_queue.ts';
import { task } from '../../../../src/jobs/worker/task.ts';
import { quietLog } from '../../../harness/log.ts';

const [connectionString = ''] = process.argv.slice(2);
const note = task({
  schema: z.object({ n: z.number() }),
  run: ({ n }) =>
    new Promise<void>(() => {
      process.send?.({ began: n });
    }),
});
startQueue({ connection: { connectionString }, tasks: { note }, log: quietLog });
