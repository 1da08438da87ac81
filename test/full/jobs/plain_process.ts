/** Runs graphile-worker as it comes, and says so when it has lived through the result of a job. */
import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';

const events: WorkerEvents = new EventEmitter();
events.on('job:complete', () => {
  // When nothing has ended the process by the next fetch of a job, the rejection was handled.
  events.once('worker:getJob:start', () => setTimeout(() => process.send?.('alive'), 1_000));
});
const [connectionString = ''] = process.argv.slice(2);
const runner = await run({
  connectionString,
  taskList: { work: async () => {} },
  parsedCronItems: [],
  noHandleSignals: true,
  pollInterval: 50,
  events,
});
await runner.promise;
