import pg from 'pg';

/**
 * `DATABASE_URL`, where no embedded Postgres runs (musl); nothing where it is not set. Its database must be empty: with the simulators
 * around it, a Greenroom would take the stored messages of a real one for its own. Throws an error whose message is for people.
 */
export async function givenDatabase(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Readonly<Record<string, string>>> {
  const { DATABASE_URL } = env;
  if (!DATABASE_URL) return {};
  if (!(await isEmpty(DATABASE_URL)))
    throw new Error(
      'The database of DATABASE_URL is not empty: give the sandbox a new one (createdb), or unset DATABASE_URL.',
    );
  return { DATABASE_URL };
}

async function isEmpty(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `select from pg_tables where schemaname not in ('pg_catalog', 'information_schema') limit 1`,
    );
    return rows.length === 0;
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? cause.code : 'no answer';
    throw new Error(`The database of DATABASE_URL cannot be used (${reason}).`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

/** The same for a program: prints what is wrong, and ends it. */
export async function givenDatabaseOrExit(): Promise<Readonly<Record<string, string>>> {
  try {
    return await givenDatabase(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
