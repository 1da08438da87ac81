import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { endClient } from './end_client.ts';

const limitMs = 5_000;
/** In a busy pool the two may miss each other; each round is another chance to meet. */
const rounds = 5;
const MARK = 'greenroom.session';
const READ = `select current_setting('${MARK}', true) as mark`;

/**
 * True when what is set in one session is seen in another that is open at the same time, or is gone in the next statement: that
 * happens behind a pooler in transaction or statement mode, and never in a session of one's own, so there are no false
 * alarms. Throws the errors of the connection.
 */
export async function sharesSessions(connection: pg.ClientConfig): Promise<boolean> {
  const options = { ...connection, connectionTimeoutMillis: limitMs, query_timeout: limitMs };
  const [one, other] = [new pg.Client(options), new pg.Client(options)];
  for (const client of [one, other]) client.on('error', () => {});
  try {
    await one.connect();
    await other.connect();
    return await areShared(one, other);
  } finally {
    await Promise.all([endClient(one), endClient(other)]);
  }
}

async function areShared(one: pg.Client, other: pg.Client): Promise<boolean> {
  const mark = randomBytes(16).toString('hex');
  await one.query(`select set_config('${MARK}', $1, false)`, [mark]);
  for (let round = 0; round < rounds; round += 1) {
    // Held by a transaction, a connection of the pool is not given to others meanwhile.
    if (!(await begins(other))) return true;
    if ((await read(other)) === mark) return true;
    if ((await read(one)) !== mark) return true;
    await other.query('rollback');
  }
  return false;
}

/** False in statement mode, where PgBouncer allows no transactions of several statements. */
async function begins(client: pg.Client): Promise<boolean> {
  try {
    await client.query('begin');
    return true;
  } catch (error) {
    if (error instanceof Error && /statement pooling/i.test(error.message)) return false;
    throw error;
  }
}

async function read(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(READ);
  return rows[0]?.mark ?? null;
}
