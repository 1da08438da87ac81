import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../../../src/ids.ts';
import { type LineFilter, pageOfLines } from '../../../../../src/store/apps/app_lines.ts';
import { claimDeliveries } from '../../../../../src/store/deliveries/claim_deliveries.ts';
import type { Database, Queryable } from '../../../../../src/store/postgres/client/database.ts';
import { migrate } from '../../../../../src/store/postgres/start/migrate.ts';
import { quietLog } from '../../../../harness/log.ts';
import { createPlainDatabase, type TestDatabase } from '../../../../harness/postgres.ts';
import { until } from '../../../../harness/until.ts';

const all = fileURLToPath(new URL('../../../../../migrations/', import.meta.url));
/** The last migration of release 0.1.0. */
const released = '0003';

const to = ['T1', 'C1'];
const now = new Date('2026-03-02T09:00:00Z');

/** Word for word what a process of release 0.1.0 says to the database when it queues a message, sends it, and notes that. */
const oldProcess = {
  queue: `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, in_thread, message, created_at)
     values ($1, $2, $3, 'message', $4, $5, $6, $7, $8)`,
  queueCard: `insert into delivery (workspace_id, id, channel_id, kind, subject, subject_id, created_at)
     values ($1, $2, $3, 'card', $4, $5, $6)
     on conflict (workspace_id, channel_id, subject, subject_id) where kind = 'card' and state = 'queued'
     do update set created_at = delivery.created_at`,
  take: `with next as (
       select id, state from delivery
       where workspace_id = $1 and channel_id = $2 and state in ('queued', 'sending') order by seq limit 1)
     update delivery set state = 'sending' from next
     where delivery.workspace_id = $1 and delivery.id = next.id
     returning delivery.id, channel_id, subject, subject_id, in_thread, message, next.state = 'sending' as unclear`,
  sent: `update delivery set state = 'sent', sent_at = $4, message_ts = $3, trouble = null
     where workspace_id = $1 and id = $2`,
};

/** The same for a registration, and for an environment that moves on. */
const oldRegistration = {
  app: `insert into zoom_app (workspace_id, id, name, name_key, management_type, purpose, scope_description, channel_id,
                           created_by, updated_by, created_at, updated_at)
     values ('T1', $1, $2, $3, 'admin', '', '', 'C1', 'U1', 'U1', $4, $4)`,
  owner: `insert into zoom_app_owner (workspace_id, zoom_app_id, user_id) values ('T1', $1, 'U7')`,
  environment: `insert into environment (workspace_id, id, zoom_app_id, kind, client_id, stage)
     values ('T1', $1, $2, 'development', 'c', 'credentials')`,
  stage: `update environment set stage = 'live' where workspace_id = 'T1' and zoom_app_id = $1`,
};

async function oldProcessRegisters(db: Queryable, name: string): Promise<string> {
  const id = newId();
  await db.query(oldRegistration.app, [id, name, name.toLowerCase(), now]);
  await db.query(oldRegistration.owner, [id]);
  await db.query(oldRegistration.environment, [newId(), id]);
  return id;
}

/** Queues, takes and sends as long as told: a message and a redraw each time. */
async function works(db: Database, wanted: () => boolean): Promise<number> {
  const message = { kind: 'stackone_back', since: now.toISOString() };
  let sent = 0;
  while (wanted()) {
    await db.query(oldProcess.queue, ['T1', newId(), 'C1', null, null, false, message, now]);
    await db.query(oldProcess.queueCard, ['T1', newId(), 'C1', 'zoom_app', newId(), now]);
    for (let i = 0; i < 2; i += 1) {
      const [row] = await db.query<{ id: string }>(oldProcess.take, to);
      await db.query(oldProcess.sent, ['T1', row?.id, '1.1', now]);
      sent += 1;
    }
  }
  return sent;
}

/** The migrations that release 0.1.0 had. */
async function migrationsOfRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'greenroom-migrations-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const name of (await readdir(all)).filter((file) => file.slice(0, 4) <= released)) {
    await cp(join(all, name), join(folder, name));
  }
  return folder;
}

/** As release 0.1.0 left it, with a workspace. */
async function databaseOfRelease(): Promise<TestDatabase> {
  const database = await createPlainDatabase(await migrationsOfRelease());
  onTestFinished(() => database.drop());
  await database.db.query(
    `insert into workspace (id, name, bot_user_id, created_at) values ('T1', 'Acme', 'U1', $1)`,
    [now],
  );
  return database;
}

test('a process of the release before goes on working while and after the tables are brought up to date', async () => {
  const database = await databaseOfRelease();
  const { db } = database;

  let migrating = true;
  const working = works(db, () => migrating);
  await migrate(database.connection, all, quietLog);
  migrating = false;
  expect(await working).toBeGreaterThan(0);

  // Beside it a process of this release now finds what the old one queued, and the old one what was left.
  let rounds = 2;
  await works(db, () => rounds-- > 0);
  const [id, other] = [newId(), newId()];
  const words = { kind: 'stackone_back', since: now.toISOString() };
  for (const one of [id, other]) {
    await db.query(oldProcess.queue, ['T1', one, 'C1', null, null, false, words, now]);
  }
  const [taken] = await claimDeliveries(db, [{ workspaceId: 'T1', channelId: 'C1' }], now);
  expect(taken).toMatchObject({ id, message: words, unclearSince: null, repeated: false });
  await db.query(oldProcess.sent, ['T1', id, '1.1', now]);
  expect(await db.query(oldProcess.take, to)).toMatchObject([{ id: other, unclear: false }]);
});

test('the release before starts again on the tables of this one, and works there', async () => {
  const database = await databaseOfRelease();
  const { db } = database;
  await migrate(database.connection, all, quietLog);
  const known = await db.query('select name from migration order by id');
  await migrate(database.connection, await migrationsOfRelease(), quietLog);
  expect(await db.query('select name from migration order by id')).toEqual(known);
  let rounds = 2;
  expect(await works(db, () => rounds-- > 0)).toBe(4);
  await oldProcessRegisters(db, 'Acme One');
});

test('apps that a process of the release before registers and moves on, before and after, are found in narrowed lists', async () => {
  const database = await databaseOfRelease();
  const { db } = database;
  const before = await oldProcessRegisters(db, 'Acme One');
  const archived = await oldProcessRegisters(db, 'Acme Two');
  await db.query('update zoom_app set archived_at = $2 where id = $1', [archived, now]);
  await migrate(database.connection, all, quietLog);
  await oldProcessRegisters(db, 'Acme Three');
  await db.query(oldRegistration.stage, [before]);

  const listed = async (filter: Partial<LineFilter>) => {
    const page = await pageOfLines(db, 'T1', { words: [], stage: null, owner: null, ...filter }, null, 10);
    return page.lines.map(({ name }) => name);
  };
  expect(await listed({ words: ['acm'] })).toEqual(['Acme One', 'Acme Three']);
  expect(await listed({ owner: 'U7' })).toEqual(['Acme One', 'Acme Three']);
  expect(await listed({ stage: 'live' })).toEqual(['Acme One']);
  expect(await listed({ stage: 'credentials' })).toEqual(['Acme Three']);
});

test('a change of the release before that is under way is neither cut off nor in the way', async () => {
  const database = await databaseOfRelease();
  const { db } = database;
  let migrated: Promise<void> = Promise.resolve();
  await db.tx(async (tx) => {
    await tx.query(`select 1 from workspace where id = 'T1' for no key update`);
    await tx.query(`update environment set ask_again_at = null where workspace_id = 'T1'`);
    migrated = migrate(database.connection, all, quietLog);
    migrated.catch(() => {});
    await until(async () => {
      const waiting = await db.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length;
    }, 'the migration to wait');
    const message = { kind: 'stackone_back', since: now.toISOString() };
    await tx.query(oldProcess.queue, ['T1', newId(), 'C1', null, null, false, message, now]);
  });
  await migrated;
  expect(await db.query('select channel_id, behind from delivery')).toEqual([
    { channel_id: 'C1', behind: false },
  ]);
});

/** Does somebody wait for this table, of this database? Copies of one template share the numbers of their tables. Asked by who holds it. */
async function waitsFor(db: Queryable, table: string): Promise<boolean> {
  const waiting = await db.query(
    `select from pg_locks join pg_database on pg_database.oid = database
     where datname = current_database() and relation = $1::regclass and not granted`,
    [table],
  );
  return waiting.length > 0;
}

test('a backup that reads the tables stops neither the migration nor, behind it, those who work', async () => {
  const database = await databaseOfRelease();
  const { db } = database;
  let migrated: Promise<void> = Promise.resolve();
  await db.tx(async (dump) => {
    await dump.query('lock table delivery in access share mode');
    migrated = migrate(database.connection, all, quietLog);
    migrated.catch(() => {});
    for (let tries = 0; tries < 2; tries += 1) {
      await until(() => waitsFor(dump, 'delivery'), 'the migration to wait for the table');
      // Behind the migration in the line: it comes through while the backup goes on.
      expect(await db.query('select from delivery')).toEqual([]);
    }
  });
  await migrated;
  await db.query('select behind from delivery');
});

test('a ring of a change under way and the migration is broken at the migration, which tries again', async () => {
  const database = await databaseOfRelease();
  const { db } = database;
  let migrated: Promise<void> = Promise.resolve();
  await db.tx(async (tx) => {
    await tx.query(`update connector_profile set name = name`);
    migrated = migrate(database.connection, all, quietLog);
    migrated.catch(() => {});
    await until(() => waitsFor(tx, 'connector_profile'), 'the migration to wait for the table');
    // The migration has changed this table already.
    await tx.query(`update delivery set trouble = null`);
  });
  await migrated;
  await db.query('select untold from connector_profile');
});
