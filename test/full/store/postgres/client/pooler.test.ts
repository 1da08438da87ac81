import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../../../../sandbox/bot.ts';
import { createPool } from '../../../../../src/store/postgres/client/database.ts';
import { checkDatabase } from '../../../../../src/store/postgres/start/check_database.ts';
import { judgeStart } from '../../../../../src/store/postgres/start/start_errors.ts';
import { quietLog } from '../../../../harness/log.ts';
import { describeWithPgBouncer, type PoolMode, startPgBouncer } from '../../../../harness/pgbouncer.ts';
import { createPlainDatabase, createTestDatabase } from '../../../../harness/postgres.ts';

const judged = (address: string) =>
  checkDatabase({ connectionString: address }).then(
    () => 'sessions of its own',
    (error: unknown) => judgeStart(error),
  );

const limitsOf = (pool: ReturnType<typeof createPool>) =>
  pool.query(
    `select current_setting('statement_timeout') as statement, current_setting('idle_in_transaction_session_timeout') as idle`,
  );

it('a Postgres without a pooler is never taken for one, however many look at once', async () => {
  const database = await createPlainDatabase();
  onTestFinished(() => database.drop());
  const found = await Promise.all(Array.from({ length: 10 }, () => judged(database.connectionString)));
  expect(new Set(found)).toEqual(new Set(['sessions of its own']));
});

it('the time limits of a pool hold, also where the role has others', async () => {
  const database = await createPlainDatabase();
  onTestFinished(() => database.drop());
  await database.db.query(`alter database ${database.connection.database} set statement_timeout = '2s'`);
  const pool = createPool({ connection: database.connection, log: quietLog, statementTimeoutMs: 7_000 });
  onTestFinished(() => pool.end());
  expect((await limitsOf(pool)).rows).toEqual([{ statement: '7s', idle: '5s' }]);
});

describeWithPgBouncer('behind a real PgBouncer', () => {
  async function behind(mode: PoolMode, settings: readonly string[] = []) {
    const database = await createTestDatabase();
    const pooler = await startPgBouncer(database.connection, mode, settings);
    onTestFinished(async () => {
      await pooler.stop();
      await database.drop();
    });
    return { database, ...pooler };
  }

  const shared = { kind: 'fault', line: expect.stringMatching(/session mode.*pool_mode=session/) };

  it.each<[PoolMode, string[]]>([
    ['transaction', []],
    ['transaction', ['server_round_robin = 1', 'min_pool_size = 8']],
    ['transaction', ['server_reset_query_always = 1']],
    ['transaction', ['default_pool_size = 1']],
    ['transaction', ['default_pool_size = 2', 'ignore_startup_parameters = statement_timeout']],
    ['statement', []],
  ])('%s mode is recognised (%j)', async (mode, settings) => {
    const { address } = await behind(mode, settings);
    expect(await judged(address)).toEqual(shared);
  });

  it('transaction mode is recognised among other clients that keep the pool busy', async () => {
    const { address } = await behind('transaction', ['server_round_robin = 1']);
    const others = createPool({ connection: { connectionString: address }, log: quietLog, poolSize: 8 });
    let going = true;
    const busy = Array.from({ length: 8 }, async () => {
      while (going) await others.query('select pg_sleep(0.001)').catch(() => {});
    });
    onTestFinished(async () => {
      going = false;
      await Promise.all(busy);
      await others.end();
    });
    expect(await judged(address)).toEqual(shared);
  });

  it('session mode is taken for what it is, alone and among others', async () => {
    const { address } = await behind('session');
    const found = await Promise.all(Array.from({ length: 8 }, () => judged(address)));
    expect(new Set(found)).toEqual(new Set(['sessions of its own']));
  });

  it.each(['extra_float_digits', 'statement_timeout,idle_in_transaction_session_timeout'])(
    'in session mode the time limits are on, also where it ignores %s',
    async (ignored) => {
      const { address } = await behind('session', [`ignore_startup_parameters = ${ignored}`]);
      const pool = createPool({ connection: { connectionString: address }, log: quietLog });
      onTestFinished(() => pool.end());
      expect((await limitsOf(pool)).rows).toEqual([{ statement: '10s', idle: '5s' }]);
    },
  );

  it('a startup parameter in the address that it refuses is a fault with its name', async () => {
    const { address } = await behind('session');
    expect(await judged(`${address}?options=-c%20geqo%3Doff`)).toEqual({
      kind: 'fault',
      line: expect.stringMatching(/08P01: unsupported startup parameter: options/),
    });
  });

  it('an unknown database is a fault', async () => {
    const { address } = await behind('session');
    expect(await judged(address.replace(/\w+$/, 'nowhere'))).toMatchObject({ kind: 'fault' });
  });

  it('a server that is away behind it is an outage, also when PgBouncer has noticed', async () => {
    const away = { host: '127.0.0.1', port: await freePort(), user: 'greenroom', database: 'x' };
    const pooler = await startPgBouncer(away, 'session', [
      'server_login_retry = 1',
      'query_wait_timeout = 2',
    ]);
    onTestFinished(() => pooler.stop());
    for (const _ of [1, 2, 3]) expect(await judged(pooler.address)).toMatchObject({ kind: 'outage' });
  });
});
