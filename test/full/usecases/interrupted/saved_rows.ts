import type { Database } from '../../../../src/store/postgres/client/database.ts';

/**
 * Copies every row of a database, the queue's too, and returns what puts them back: so that the same state is worked on again and
 * again without being brought about again.
 */
export async function saveRows(db: Database): Promise<() => Promise<void>> {
  const tables = await db.query<{ table: string; copy: string; columns: string }>(
    `select format('%I.%I', nspname, relname) as table, format('saved.%I', nspname || '_' || relname) as copy,
       string_agg(quote_ident(attname), ', ' order by attnum) as columns
     from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where relkind = 'r' and nspname in ('public', 'graphile_worker')
     group by nspname, relname`,
  );
  const copies = tables.map(
    ({ table, copy, columns }) => `create table ${copy} as select ${columns} from ${table}`,
  );
  await db.query(['drop schema if exists saved cascade', 'create schema saved', ...copies].join(';\n'));
  const restore = tables.flatMap(({ table, copy, columns }) => [
    `delete from ${table}`,
    `insert into ${table} (${columns}) overriding system value select ${columns} from ${copy}`,
  ]);
  // As a replica: the triggers have filled what is put back.
  const statement = ['set local session_replication_role = replica', ...restore].join(';\n');
  return async () => {
    await db.tx((tx) => tx.query(statement));
  };
}
