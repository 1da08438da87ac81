import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDatabase, faultLineOf } from '../../../../../src/store/postgres/start/check_database.ts';
import {
  type DatabaseFacts,
  inspectDatabase,
} from '../../../../../src/store/postgres/start/database_facts.ts';
import { migrate } from '../../../../../src/store/postgres/start/migrate.ts';
import { judgeStart } from '../../../../../src/store/postgres/start/start_errors.ts';
import { quietLog } from '../../../../harness/log.ts';
import { createPlainDatabase, createTestDatabase, type TestDatabase } from '../../../../harness/postgres.ts';
import { MIGRATIONS } from '../migrations.ts';

const migrations = fileURLToPath(new URL('../../../../../migrations', import.meta.url));

/** A role whose name needs quotes, in a database that is dropped before it. */
async function withRole(create: () => Promise<TestDatabase> = createPlainDatabase) {
  const database = await create();
  const role = `o'neil "${randomBytes(4).toString('hex')}"`;
  const id = pg.escapeIdentifier(role);
  await database.db.query(`create role ${id} login`);
  onTestFinished(async () => {
    await database.db.query(`reassign owned by ${id} to greenroom`);
    await database.db.query(`drop owned by ${id}`);
    await database.db.query(`drop role ${id}`);
    await database.drop();
  });
  const connection = { ...database.connection, user: role };
  const lineOf = async () => {
    const error = await checkDatabase(connection).catch((caught: unknown) => caught);
    const trouble = judgeStart(error);
    return trouble.kind === 'fault' ? trouble.line : JSON.stringify(trouble);
  };
  return { database, role, id, connection, lineOf };
}

describe('what a database is like', () => {
  it('is said in facts, with nothing missing for the owner', async () => {
    const database = await createPlainDatabase();
    onTestFinished(() => database.drop());
    const facts = await inspectDatabase(database.connection);
    expect(facts).toEqual({
      ok: true,
      value: {
        user: 'greenroom',
        database: database.connection.database,
        serverVersion: expect.any(Number),
        encrypted: false,
        readOnly: false,
        missingRights: [],
        sharedSessions: false,
        clockAheadMs: expect.any(Number),
        maxConnections: 400,
      },
    });
    expect(facts.ok && Math.abs(facts.value.clockAheadMs)).toBeLessThan(60_000);
  });

  it('is a named problem when it cannot be reached', async () => {
    const found = await inspectDatabase({ host: '127.0.0.1', port: 1, user: 'u', database: 'd' });
    expect(found).toEqual({
      ok: false,
      error: {
        problem: { is: 'outage', kind: 'nothing_listens' },
        code: 'ECONNREFUSED',
        said: expect.stringContaining('127.0.0.1'),
      },
    });
  });

  it('is read-only where transactions are, which is waited for', async () => {
    const { database, id, connection } = await withRole();
    await database.db.query(`alter role ${id} set default_transaction_read_only = on`);
    expect(await inspectDatabase(connection)).toMatchObject({ ok: true, value: { readOnly: true } });
    const error = await checkDatabase(connection).catch((caught: unknown) => caught);
    expect(judgeStart(error)).toEqual({ kind: 'outage', reason: '25006: the server is read-only' });
  });
});

describe('the rights of its user', () => {
  it('are named when they are missing, with the statement that gives each', async () => {
    const { database, role, id, lineOf, connection } = await withRole();
    expect(await lineOf()).toMatch(/may not create schemas in the database, and may not create tables/);
    const grants = [...(await lineOf()).matchAll(/GRANT .*?;/g)].map(([statement]) => statement);
    expect(grants).toHaveLength(2);
    expect(grants[0]).toContain(`TO "${role.replaceAll('"', '""')}"`);
    await database.db.query(grants[0] ?? '');
    expect(await lineOf()).toMatch(/^(?!.*create schemas).*GRANT USAGE, CREATE ON SCHEMA "public"/);
    await database.db.query(grants[1] ?? '');
    await checkDatabase(connection);
    // And these are all that the migrations need.
    await migrate(connection, migrations, quietLog);
    // A later start needs no right in the database any more.
    await database.db.query(`revoke create on database ${database.connection.database} from ${id}`);
    await checkDatabase(connection);
    await migrate(connection, migrations, quietLog);
  });

  it('suffice for the owner of the database', async () => {
    const { database, id, connection } = await withRole();
    await database.db.query(`alter database ${database.connection.database} owner to ${id}`);
    await checkDatabase(connection);
    await migrate(connection, migrations, quietLog);
  });

  it('do not suffice when the tables belong to another user', async () => {
    const { database, id, lineOf, connection } = await withRole(createTestDatabase);
    await database.db.query(`grant create on schema public to ${id}`);
    expect(await lineOf()).toMatch(/does not own the table .*belongs to "greenroom".*GRANT "greenroom" TO/);
    await database.db.query(`grant greenroom to ${id}`);
    await checkDatabase(connection);
  });

  it('to connect are told apart from those to create', async () => {
    const { database, lineOf } = await withRole();
    await database.db.query(`revoke connect on database ${database.connection.database} from public`);
    expect(await lineOf()).toMatch(/may not connect to this database: .*GRANT CONNECT/);
  });
});

describe('the line about a database that cannot be used', () => {
  const good: DatabaseFacts = {
    ...{ user: 'u', database: 'd', serverVersion: 140_000, encrypted: true, readOnly: false },
    ...{ missingRights: [], sharedSessions: false, clockAheadMs: 0, maxConnections: 100 },
  };

  it.each([90_624, 120_022, 130_021])('names a server that is too old: %d', (serverVersion) => {
    expect(faultLineOf({ ...good, serverVersion })).toMatch(
      new RegExp(`Postgres ${Math.floor(serverVersion / 10_000)}, .* 14 or newer`),
    );
  });

  it.each([140_000, 150_013, 180_004, 190_000])('says nothing about %d', (serverVersion) => {
    expect(faultLineOf({ ...good, serverVersion })).toBeNull();
  });

  it('is one line, whatever the names are', () => {
    const missingRights = [{ right: 'create_in_schema', schema: 'a\nb' }] as const;
    const line = faultLineOf({ ...good, user: 'x\ny', database: 'x"; drop', missingRights });
    expect(line).not.toContain('\n');
    expect(line).toContain('"x""; drop"');
  });
});

describe('a server that does not answer a goodbye', () => {
  /** Leads to the socket, passes no goodbye on, and closes nothing. */
  async function withoutGoodbyes({ connection }: TestDatabase) {
    const open = new Set<Socket>();
    const server = createServer({ allowHalfOpen: true }, (near) => {
      const far = connect(`${connection.host}/.s.PGSQL.${connection.port}`);
      open.add(near);
      near.once('close', () => {
        open.delete(near);
        far.destroy();
      });
      for (const end of [near, far]) end.on('error', () => {});
      far.pipe(near, { end: false });
      near.on('data', (part) => {
        if (part.toString('latin1') !== 'X\0\0\0\x04') far.write(part);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      for (const near of open) near.destroy();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return { ...connection, host: '127.0.0.1', port };
  }

  it('holds up neither the look at it nor the migrations', async () => {
    const database = await createPlainDatabase();
    onTestFinished(() => database.drop());
    const connection = await withoutGoodbyes(database);
    expect(await inspectDatabase(connection)).toMatchObject({ ok: true, value: { sharedSessions: false } });
    await migrate(connection, MIGRATIONS, quietLog);
  });
});
