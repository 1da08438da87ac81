import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../../src/clock.ts';
import { newId } from '../../../../src/ids.ts';
import { deleteQueueNames } from '../../../../src/jobs/graphile_workarounds/delete_queue_names.ts';
import type { Database } from '../../../../src/store/postgres/client/database.ts';
import {
  recordInstall,
  recordUninstall,
  saveWorkspace,
} from '../../../../src/store/workspaces/workspaces.ts';
import { applyRetention } from '../../../../src/usecases/retention/apply_retention.ts';
import { countForgettable, forget } from '../../../../src/usecases/retention/forget.ts';
import { quietLog } from '../../../harness/log.ts';
import { useTestDatabase } from '../../../harness/postgres.ts';
import { notAboutPeople, writeRowsOfEverything } from './rows_of_everything.ts';

const store = useTestDatabase();
const db = (): Database => store.database.db;
const ctx = () => ({ db: db(), clock: systemClock, newId, log: quietLog });
const person = 'U0MARKER';
const T1 = 'T0ONE';
const T2 = 'T0TWO';
const day = 86_400_000;

async function tables(): Promise<string[]> {
  const rows = await db().query<{ name: string }>(
    `select distinct table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
  );
  return ['workspace', ...rows.map(({ name }) => name)];
}

/** Every row that names a workspace, as JSON; of the queue's tables too. */
async function dump(workspace: string): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  const queue = ['_private_jobs', '_private_job_queues'].map((name) => `graphile_worker.${name}`);
  for (const table of [...(await tables()), ...queue]) {
    const rows = await db().query<{ row: string }>(
      `select row::text as row from (select to_jsonb(t) as row from ${table} t) as rows where row::text like $1 order by 1`,
      [`%${workspace}%`],
    );
    if (rows.length > 0) all[table] = rows.map(({ row }) => row);
  }
  return all;
}

/** The id as a word of its own, in any case; also after an escape of JSON, which ends with a letter or a digit. */
const naming = async (workspace: string, id = person) =>
  Object.entries(await dump(workspace)).flatMap(([table, rows]) =>
    rows
      .filter((row) => new RegExp(`(^|[^a-z0-9]|\\\\([bfnrt]|u[0-9a-f]{4}))${id}(?![a-z0-9])`, 'i').test(row))
      .map((row) => `${table}: ${row}`),
  );

async function seed(): Promise<void> {
  await writeRowsOfEverything(db(), T1, person);
  await writeRowsOfEverything(db(), T2, person);
}

describe('what can hold the id of a person', () => {
  test('is decided for every column of text, JSON or lists that a table has', async () => {
    const columns = await db().query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY')
         and column_name <> 'workspace_id' and table_name = any($1) order by 1`,
      [await tables()],
    );
    const about = await db().query<{ name: string }>(
      `select of_table || '.' || of_column as name from columns_about_people()`,
    );
    const decided = [...about.map(({ name }) => name), ...Object.keys(notAboutPeople)];
    expect(columns.map(({ name }) => name)).toEqual([...new Set(decided)].sort());
    expect(new Set(decided).size).toBe(decided.length);
  });

  test('holds it in the rows that these tests begin with, so that they show what becomes of it', async () => {
    await seed();
    const columns = await db().query<{ table: string; column: string }>(
      'select of_table as table, of_column as column from columns_about_people()',
    );
    for (const { table, column } of columns) {
      const [found] = await db().query(
        `select 1 from ${table} where workspace_id = $1 and mentions_person(${column}::text, $2)`,
        [T1, person],
      );
      expect([table, column, found !== undefined]).toEqual([table, column, true]);
    }
  });
});

describe('a person who is forgotten', () => {
  test('is nowhere in the workspace, history and queue included; other people and workspaces are as before', async () => {
    await seed();
    const others = await dump(T2);
    const report = await forget(ctx(), { workspaceId: T1, what: 'person', person });
    while ((await deleteQueueNames(db())) > 0);
    expect(await naming(T1)).toEqual([]);
    expect((await naming(T1, 'UOTHER')).length).toBeGreaterThan(3);
    expect((await naming(T1, `${person}X`)).length).toBe(2);
    expect(await dump(T2)).toEqual(others);
    expect(report.left).toBe(0);
    expect(report.counts).toMatchObject({
      event: 1,
      zoom_app_owner: 1,
      draft: 2,
      delivery: 2,
      watch: 2,
      workspace_watch: 2,
      jobs: 1,
    });
  });

  test('leaves an event that says how much of what, and cards that are drawn again', async () => {
    await seed();
    await forget(ctx(), { workspaceId: T1, what: 'person', person });
    const events = await db().query<{ actor: string; detail: { table: string; rows: number } }>(
      `select actor, detail from event where workspace_id = $1 and kind = 'person_forgotten' order by seq`,
      [T1],
    );
    expect(events.map(({ actor }) => actor)).toEqual(events.map(() => 'greenroom'));
    expect(events.map(({ detail }) => detail)).toContainEqual({ table: 'event', rows: 1 });
    const [drawn] = await db().query(
      `select from delivery where workspace_id = $1 and channel_id = 'C1' and kind = 'card' and state = 'queued'`,
      [T1],
    );
    expect(drawn).toBeDefined();
  });

  test('is forgotten once: again, and two at once, change nothing more', async () => {
    await seed();
    const both = { workspaceId: T1, what: 'person', person } as const;
    await Promise.all([forget(ctx(), both), forget(ctx(), both)]);
    const after = await dump(T1);
    expect((await forget(ctx(), both)).counts).toEqual({});
    expect(await dump(T1)).toEqual(after);
  });

  test('is forgotten by the next run when a run was killed after any of its batches', async () => {
    await seed();
    for (let batches = 0; ; batches += 1) {
      let left = batches;
      const dying: Database = {
        ...db(),
        tx: (work) => (left-- > 0 ? db().tx(work) : Promise.reject(new Error('killed'))),
      };
      const ended = await forget({ ...ctx(), db: dying }, { workspaceId: T1, what: 'person', person }).then(
        () => true,
        (error: Error) => error.message !== 'killed',
      );
      if (ended) break;
    }
    expect((await naming(T1)).filter((row) => !row.startsWith('graphile_worker'))).toEqual([]);
  });

  test('is only counted in a dry run', async () => {
    await seed();
    const before = await dump(T1);
    const counts = await countForgettable(ctx(), { workspaceId: T1, what: 'person', person });
    expect(counts).toMatchObject({ event: 1, draft: 2 });
    expect(await dump(T1)).toEqual(before);
  });

  test('of an app without another owner leaves it without one, and the report says so', async () => {
    await seed();
    await db().query(`delete from zoom_app_owner where workspace_id = $1 and user_id = 'UOTHER'`, [T1]);
    await db().query('delete from zoom_app_owner_group where workspace_id = $1', [T1]);
    expect((await forget(ctx(), { workspaceId: T1, what: 'person', person })).appsWithoutOwner).toBe(1);
  });

  test.each(['', 'u0marker', 'C0MARKER', "U0'; drop table event", 'U.*'])(
    'is a Slack user id: %s is none',
    async (id) => {
      await seed();
      await expect(forget(ctx(), { workspaceId: T1, what: 'person', person: id })).rejects.toThrow(
        'not the id',
      );
    },
  );
});

describe('a workspace that is forgotten', () => {
  test('has every table among those that are emptied', async () => {
    const [row] = await db().query<{ names: string[] }>('select tables_of_workspace() as names');
    expect([...(row?.names ?? [])].sort()).toEqual((await tables()).sort());
  });

  test('is nowhere in the database, and the other one is as before', async () => {
    await seed();
    const others = await dump(T2);
    const report = await forget(ctx(), { workspaceId: T1, what: 'workspace' });
    while ((await deleteQueueNames(db())) > 0);
    expect(await dump(T1)).toEqual({});
    expect(await dump(T2)).toEqual(others);
    expect(report).toMatchObject({ left: 0, counts: { secrets: 1, workspace: 1 } });
    expect((await forget(ctx(), { workspaceId: T1, what: 'workspace' })).counts).toEqual({});
  });

  test('loses its secrets first', async () => {
    await seed();
    let left = 1;
    const dying: Database = {
      ...db(),
      tx: (work) => (left-- > 0 ? db().tx(work) : Promise.reject(new Error('killed'))),
    };
    await expect(forget({ ...ctx(), db: dying }, { workspaceId: T1, what: 'workspace' })).rejects.toThrow(
      'killed',
    );
    expect(
      await db().query('select client_secret_sealed as sealed from environment where workspace_id = $1', [
        T1,
      ]),
    ).toEqual([{ sealed: null }]);
  });
});

describe('a workspace from which the app was removed', () => {
  const inDays = (days: number) => ({ now: () => new Date(Date.now() + days * day) });
  const settings = { remindAfterMs: 1, outageNoticeAfterMs: 1, stackoneKey: null, version: '1' };
  const nightly = (days: number) =>
    applyRetention({ ...ctx(), clock: inDays(days), settings }, { workspaceId: T1 });

  /** All rows but that of the workspace itself. */
  const rows = async () => ({ ...(await dump(T1)), workspace: null });

  test('is kept for 30 days, and forgotten a night after that was announced', async () => {
    await seed();
    await recordUninstall(db(), T1);
    const before = await dump(T1);
    await nightly(29.9);
    expect(await dump(T1)).toEqual(before);
    await nightly(30.1);
    await nightly(30.1);
    await nightly(30.9);
    expect(await rows()).toEqual({ ...before, workspace: null });
    await nightly(31.1);
    expect(Object.keys(await dump(T1))).toEqual(['graphile_worker._private_job_queues']);
  });

  test('is announced again when that was days ago, or is still to come, as after a stop or a restore', async () => {
    await seed();
    await recordUninstall(db(), T1);
    const before = await rows();
    for (const days of [31, 40, 36]) await nightly(days);
    expect(await rows()).toEqual(before);
    await nightly(37);
    expect(await dump(T1)).not.toHaveProperty('workspace');
  });

  test('is kept when a token of it works between the announcement and the night after', async () => {
    await seed();
    await recordUninstall(db(), T1);
    const before = await rows();
    await nightly(30.1);
    await recordInstall(db(), T1);
    await nightly(31.1);
    await recordUninstall(db(), T1);
    await nightly(31.1);
    expect(await rows()).toEqual(before);
  });

  test('is kept when it was installed again, and when it never was removed', async () => {
    await seed();
    await nightly(4_000);
    await recordUninstall(db(), T1);
    await saveWorkspace(db(), { id: T1, name: 'Acme', botUserId: 'UBOT' }, new Date());
    const before = await dump(T1);
    await nightly(4_000);
    expect(await dump(T1)).toEqual(before);
  });

  test('has its 30 days from the first report on', async () => {
    await seed();
    await recordUninstall(db(), T1);
    const [first] = await db().query('select uninstalled_at from workspace where id = $1', [T1]);
    await recordUninstall(db(), T1);
    expect(await db().query('select uninstalled_at from workspace where id = $1', [T1])).toEqual([first]);
  });
});

describe('history', () => {
  const signature = 'forget(text,text,text,text,timestamp with time zone,integer,uuid,boolean)';
  const definition = `${signature} returns void language plpgsql`;
  const settings = { remindAfterMs: 1, outageNoticeAfterMs: 1, stackoneKey: null, version: '1' };
  const count = async (workspace: string) =>
    (
      await db().query<{ kind: string }>('select kind from event where workspace_id = $1 order by seq', [
        workspace,
      ])
    ).map(({ kind }) => kind);

  test('is kept for ever without HISTORY_RETENTION', async () => {
    await seed();
    await applyRetention({ ...ctx(), settings }, { workspaceId: T1 });
    expect(await count(T1)).toHaveLength(2);
  });

  test('is removed in one workspace as far as it is older, in batches, and an event says how much', async () => {
    await seed();
    await db().query(
      `insert into event (workspace_id, id, at, kind, actor)
       select $1, gen_random_uuid(), now() - interval '40 days', 'check_changed', 'greenroom' from generate_series(1, 2500)`,
      [T1],
    );
    await db().query(
      `insert into event (workspace_id, id, at, kind, actor) values ($1, gen_random_uuid(), now(), 'stage_changed', 'greenroom')`,
      [T1],
    );
    await applyRetention(
      { ...ctx(), settings: { ...settings, historyRetentionMs: 30 * day } },
      { workspaceId: T1 },
    );
    expect(await count(T1)).toEqual([
      'stage_changed',
      'history_removed',
      'history_removed',
      'history_removed',
    ]);
    expect(await count(T2)).toHaveLength(2);
  });

  test.each([
    'delete from event',
    `update event set actor = 'UOTHER'`,
    'truncate event',
    `do $$ begin delete from event; end $$`,
    `begin; set local greenroom.forget = 'on'; delete from event; commit`,
    'delete from workspace',
    `do $$ begin delete from event /* ${signature} */; end $$`,
    `do $$ begin delete from event /*"\nPL/pgSQL function ${signature} line 1 at EXECUTE\n*/; end $$`,
    `create function pg_temp.${definition} as $$ begin delete from event; end $$;
     select pg_temp.forget('', '', '', '', now(), 1, gen_random_uuid(), true)`,
  ])('cannot be changed in another way: %s', async (statement) => {
    await seed();
    const before = await dump(T1);
    await expect(db().query(statement)).rejects.toThrow(/append-only|violates foreign key/);
    expect(await dump(T1)).toEqual(before);
  });
});

test('a role that may not be Greenroom forgets nothing, not even in a database whose rights were not restored', async () => {
  await seed();
  const before = await dump(T1);
  const asOther = db().tx(async (tx) => {
    await tx.query('create role "a guest of the server"');
    await tx.query(
      'grant execute on function forget(text, text, text, text, timestamptz, integer, uuid, boolean) to public',
    );
    await tx.query('set local session authorization "a guest of the server"');
    await tx.query(`select forget($1, 'workspace', 'draft', null, null, 1, gen_random_uuid(), false)`, [T1]);
  });
  await expect(asOther).rejects.toThrow('only the owner');
  expect(await dump(T1)).toEqual(before);
});
