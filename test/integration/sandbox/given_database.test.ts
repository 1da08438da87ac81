import { expect, it } from 'vitest';
import { givenDatabase } from '../../../sandbox/given_database.ts';
import { createPlainDatabase, useTestDatabase } from '../../harness/postgres.ts';

const db = useTestDatabase();

it('is none where DATABASE_URL is not set', async () => {
  for (const env of [{}, { DATABASE_URL: '' }, { DATABASE_URL: undefined }])
    expect(await givenDatabase(env)).toEqual({});
});

it('is taken when it is empty', async () => {
  const empty = await createPlainDatabase();
  const env = { DATABASE_URL: empty.connectionString };
  expect(await givenDatabase({ ...env, OTHER: 'x' })).toEqual(env);
  await empty.drop();
});

it('is refused when a Greenroom has used it, whatever is stored there', async () => {
  await expect(givenDatabase({ DATABASE_URL: db.database.connectionString })).rejects.toThrow(/is not empty/);
});

it('is refused in words when it does not answer, without its password', async () => {
  const refused = givenDatabase({ DATABASE_URL: 'postgres://u:pa55word@127.0.0.1:9/x' });
  await expect(refused).rejects.toThrow(/^The database of DATABASE_URL cannot be used \(ECONNREFUSED\)\.$/);
});
