import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Err, Ok } from '../../../../../src/core/result.ts';
import { createDatabase } from '../../../../../src/store/postgres/client/database.ts';
import { isDatabaseDown } from '../../../../../src/store/postgres/client/outage.ts';
import { quietLog } from '../../../../harness/log.ts';
import { createPlainDatabase, type TestDatabase } from '../../../../harness/postgres.ts';
import { until } from '../../../../harness/until.ts';
import { MIGRATIONS } from '../migrations.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createPlainDatabase(MIGRATIONS);
});
afterAll(() => test.drop());

const words = async () =>
  (await test.db.query<{ words: string }>('select words from note order by id')).map((row) => row.words);

describe('a transaction', () => {
  it('keeps what it did when its work returns', async () => {
    const answer = await test.db.tx(async (tx) => {
      await tx.query('insert into note values (1, $1)', ['kept']);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(await words()).toContain('kept');
  });

  it('keeps nothing when its work throws, and passes the error on', async () => {
    const work = test.db.tx(async (tx) => {
      await tx.query('insert into note values (2, $1)', ['lost']);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await words()).not.toContain('lost');
  });

  it.each([
    { what: 'nothing', returned: undefined, fate: 'kept' },
    { what: 'null', returned: null, fate: 'kept' },
    { what: 'false', returned: false, fate: 'kept' },
    { what: 'Ok', returned: Ok('done'), fate: 'kept' },
    { what: 'Ok around an Err', returned: Ok(Err('inner')), fate: 'kept' },
    { what: 'a list with an Err in it', returned: [Err('one of many')], fate: 'kept' },
    { what: 'an object with "ok" that is no result', returned: { ok: false }, fate: 'kept' },
    { what: 'an Err with a code', returned: Err('not_owner'), fate: 'rolled back' },
    { what: 'an Err with details', returned: Err({ code: 'conflict', version: 2 }), fate: 'rolled back' },
    { what: 'an Err without a value', returned: Err(undefined), fate: 'rolled back' },
  ])('that returns $what is $fate', async ({ what, returned, fate }) => {
    const answer = await test.db.tx(async (tx) => {
      await tx.query('insert into note values (100, $1)', [what]);
      return returned;
    });
    expect(answer).toEqual(returned);
    const kept = await test.db.query<{ words: string }>('delete from note where id = 100 returning words');
    expect(kept).toEqual(fate === 'kept' ? [{ words: what }] : []);
  });

  it.each([
    ['a failed statement', 'select 1/0'],
    ['a lost connection', 'select pg_terminate_backend(pg_backend_pid())'],
  ])('that returns an Err after %s returns it, and the next one works', async (_what, sql) => {
    const answer = await test.db.tx(async (tx) => {
      await tx.query(`insert into note values (100, 'x')`);
      await tx.query(sql).catch(() => {});
      return Err('given up');
    });
    expect(answer).toEqual(Err('given up'));
    expect(await test.db.tx((tx) => tx.query('select from note where id = 100'))).toEqual([]);
  });

  it('does not pass for done when a failed statement in it was swallowed', async () => {
    const work = test.db.tx(async (tx) => {
      await tx.query('insert into note values (3, $1)', ['half']);
      await tx.query('select 1/0').catch(() => {});
    });
    await expect(work).rejects.toThrow('rolled back');
    expect(await words()).not.toContain('half');
  });
});

describe('a transaction whose process freezes, or vanishes without a goodbye', () => {
  it('gives what it holds to the others, and is told that it was ended', async () => {
    await test.db.query('insert into note values (4, $1)', ['wanted']);
    const frozen = createDatabase({ connection: test.connection, log: quietLog, idleInTransactionMs: 100 });
    let thaw = () => {};
    const thawed = new Promise<void>((resolve) => {
      thaw = resolve;
    });
    const held = frozen
      .tx(async (tx) => {
        await tx.query('select from note where id = 4 for update');
        await thawed;
        await tx.query('select 1');
      })
      .catch((error: unknown) => error);
    await until(async () => {
      // This one, and with the row in its hand: other files' databases are on the same server.
      const holders = await test.db.query(
        `select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'
           and query like 'select from note%'`,
      );
      return holders.length > 0;
    });
    await test.db.tx((tx) => tx.query("update note set words = 'had' where id = 4"));
    expect(await words()).toContain('had');
    thaw();
    expect(isDatabaseDown(await held)).toBe(true);
    await frozen.stop();
  });
});

describe('a lost connection', () => {
  it('does not end the process, is told apart from a mistake, and heals', async () => {
    const failure = await test.db
      .tx((tx) => tx.query('select pg_terminate_backend(pg_backend_pid())'))
      .catch((error: unknown) => error);
    expect(isDatabaseDown(failure)).toBe(true);
    expect(await test.db.query<{ one: number }>('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('of an idle client is replaced by a new one', async () => {
    const [self] = await test.db.query<{ pid: number }>('select pg_backend_pid() as pid');
    const other = new pg.Client(test.connection);
    await other.connect();
    await other.query('select pg_terminate_backend($1)', [self?.pid]);
    await other.end();
    await until(() => test.db.healthy(), 'a healthy database');
  });
});

describe('a database that is not there', () => {
  const nowhere = () =>
    createDatabase({
      connection: { host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' },
      log: quietLog,
    });

  it('is unhealthy, without an exception', async () => {
    const db = nowhere();
    expect(await db.healthy()).toBe(false);
    await db.stop();
  });

  it('is reported as down by every kind of call', async () => {
    const db = nowhere();
    for (const call of [() => db.query('select 1'), () => db.tx((tx) => tx.query('select 1'))]) {
      expect(isDatabaseDown(await call().catch((error: unknown) => error))).toBe(true);
    }
    await db.stop();
  });

  it('is down too when its socket is gone', async () => {
    const db = createDatabase({
      connection: { host: '/nowhere', user: 'nobody', database: 'none' },
      log: quietLog,
    });
    expect(isDatabaseDown(await db.query('select 1').catch((error: unknown) => error))).toBe(true);
    await db.stop();
  });
});

describe('telling down from wrong', () => {
  it('calls a statement that takes too long down', async () => {
    const slow = createDatabase({ connection: test.connection, log: quietLog, statementTimeoutMs: 50 });
    expect(isDatabaseDown(await slow.query('select pg_sleep(5)').catch((error: unknown) => error))).toBe(
      true,
    );
    await slow.stop();
  });

  it('calls a full disk down: what could not be written now can be later', async () => {
    const full = `do $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`;
    expect(isDatabaseDown(await test.db.query(full).catch((error: unknown) => error))).toBe(true);
  });

  it.each(['selec 1', 'select * from missing', 'select 1/0', 'insert into note values (9, null)'])(
    'calls "%s" a mistake',
    async (sql) => {
      expect(isDatabaseDown(await test.db.query(sql).catch((error: unknown) => error))).toBe(false);
    },
  );

  it('looks into causes and into errors of several addresses', () => {
    const refused = Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
    expect(isDatabaseDown(new Error('outer', { cause: refused }))).toBe(true);
    expect(isDatabaseDown(new AggregateError([refused], 'both'))).toBe(true);
    expect(isDatabaseDown('ECONNREFUSED')).toBe(false);
  });
});
