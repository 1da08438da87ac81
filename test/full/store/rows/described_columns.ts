import pg from 'pg';
import type { Queryable } from '../../../../src/store/postgres/client/database.ts';
import { placeOf } from '../plans/recorder.ts';

/** What a value of a row can be, as `pg` gives it to us. `json`: anything. */
export type Kind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'Date'
  | 'json'
  | `${'string' | 'number' | 'boolean' | 'Date'}[]`;

export interface Column {
  readonly name: string;
  readonly kind: Kind;
  /** It is a column of a table that allows null, and the statement does not exclude it. Of an expression nobody knows: false. */
  readonly nullable: boolean;
}

/** A statement as it was sent, where in the store it stands (`file.ts:line`), and the columns of its result. */
export interface Described {
  readonly place: string;
  readonly sql: string;
  readonly columns: readonly Column[];
}

/** Types of Postgres by their number in `pg_type`, and what `pg` makes of them. */
const kinds: Readonly<Record<number, Kind>> = {
  16: 'boolean', // bool
  18: 'string', // char
  19: 'string', // name
  20: 'string', // int8: too large for a number
  21: 'number', // int2
  23: 'number', // int4
  25: 'string', // text
  26: 'number', // oid
  114: 'json', // json
  700: 'number', // float4
  701: 'number', // float8
  1000: 'boolean[]',
  1005: 'number[]', // int2[]
  1007: 'number[]', // int4[]
  1009: 'string[]', // text[]
  1016: 'string[]', // int8[]
  1043: 'string', // varchar
  1184: 'Date', // timestamptz
  1185: 'Date[]', // timestamptz[]
  1700: 'string', // numeric
  2278: 'string', // void
  2950: 'string', // uuid
  2951: 'string[]', // uuid[]
  3802: 'json', // jsonb
};

/**
 * Runs what the store does, in a transaction that is rolled back, and returns what Postgres says of each result. The values of rows
 * that came back must be of the kind that is said of them.
 */
export async function describeStatements(
  connection: pg.PoolConfig,
  run: (db: Queryable) => Promise<unknown>,
): Promise<Described[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const described: Described[] = [];
  try {
    await client.query('begin');
    await run({
      query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
        const place = placeOf(new Error().stack ?? '');
        const result = await client.query<Row>(sql, [...values]);
        const columns = await columnsOf(client, sql, result.fields);
        described.push({ place, sql, columns });
        for (const row of result.rows) checkValues(sql, columns, Object.entries(row));
        return result.rows;
      },
    });
    return described;
  } finally {
    await client.query('rollback');
    await client.end();
  }
}

interface Origin {
  readonly table: number;
  readonly number: number;
  readonly tableName: string;
  readonly name: string;
  readonly notNull: boolean;
}

async function columnsOf(client: pg.Client, sql: string, fields: readonly pg.FieldDef[]): Promise<Column[]> {
  const { rows } = await client.query<Origin>(
    `select attrelid as table, attnum as number, relname as "tableName", attname as name, attnotnull as "notNull"
     from pg_attribute join pg_class on pg_class.oid = attrelid and relkind in ('r', 'p')
     where attrelid = any($1::oid[])`,
    [fields.map(({ tableID }) => tableID)],
  );
  return fields.map(({ name, dataTypeID, tableID, columnID }) => {
    const kind = kinds[dataTypeID];
    if (kind === undefined) throw new Error(`say in ${import.meta.url} what pg makes of type ${dataTypeID}`);
    const origin = rows.find((row) => row.table === tableID && row.number === columnID);
    return { name, kind, nullable: origin !== undefined && mayBeNull(sql, origin) };
  });
}

/** A column that allows null, or one of a table that is only joined from the left; unless the statement excludes it. */
function mayBeNull(sql: string, { name, notNull, tableName }: Origin): boolean {
  return (!notNull || isOnlyJoinedFromLeft(sql, tableName)) && !isExcluded(sql, name);
}

function isOnlyJoinedFromLeft(sql: string, table: string): boolean {
  const fromLeft = new RegExp(`left join (?:lateral \\([^()]*\\bfrom )?${table}\\b`, 'g');
  const rest = sql.replace(fromLeft, '');
  return rest !== sql && !new RegExp(`\\b(from|join|update|into) ${table}\\b`).test(rest);
}

/** Does the statement leave rows out in which this column is null? A comparison does, too. */
function isExcluded(sql: string, column: string): boolean {
  return new RegExp(`\\b${column} (is not null|=|<|>)`).test(sql);
}

function checkValues(
  sql: string,
  columns: readonly Column[],
  row: readonly (readonly [string, unknown])[],
): void {
  for (const [name, value] of row) {
    const kind = columns.find((column) => column.name === name)?.kind;
    if (value === null || kind === 'json') continue;
    if (kindOf(value) !== kind && !(Array.isArray(value) && value.length === 0))
      throw new Error(`${name} is said to be ${kind} and is ${kindOf(value)}: ${sql}`);
  }
}

function kindOf(value: unknown): string {
  if (value instanceof Date) return 'Date';
  return Array.isArray(value) ? `${kindOf(value[0])}[]` : typeof value;
}
