import pg from 'pg';
import { expect, test } from 'vitest';
import { releaseOnce } from '../../../../src/jobs/graphile_workarounds/release_once.ts';
import { waitForConnections } from '../../../../src/jobs/graphile_workarounds/wait_for_connection.ts';
import { quietLog } from '../../../harness/log.ts';

test('a connection that an ended pool did not give can be released, also twice', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 9 });
  waitForConnections(pool, new AbortController().signal, quietLog);
  releaseOnce(pool);
  await pool.end();
  const error = await new Promise((resolve) => {
    pool.connect((failure, _client, release) => {
      release();
      release();
      resolve(failure);
    });
  });
  expect(error).toMatchObject({ message: expect.stringContaining('after calling end') });
});
