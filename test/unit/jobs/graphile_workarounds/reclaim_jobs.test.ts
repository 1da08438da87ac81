import { expect, test } from 'vitest';
import { reclaimJobs } from '../../../../src/jobs/graphile_workarounds/reclaim_jobs.ts';
import { recordedLog } from '../../../harness/log.ts';

/** What is written when the first look at the workers ends with this error. */
async function linesAfter(error: Error): Promise<string[]> {
  const { log, lines } = recordedLog();
  const stopping = new AbortController();
  const query = () => {
    stopping.abort();
    return Promise.reject(error);
  };
  await reclaimJobs({ db: { query }, log }, 10, stopping.signal);
  return lines;
}

test('workers that cannot be looked for are written about, unless the database is away', async () => {
  expect((await linesAfter(new Error('permission denied'))).join()).toMatch(/Could not look for workers/);
  expect(await linesAfter(new Error('Connection terminated unexpectedly'))).toEqual([]);
});
