import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { Err, Ok, type Result } from '../../../core/result.ts';
import type { Secret } from '../../../core/secrets/secret.ts';
import type { Lifecycle } from '../../../lifecycle.ts';
import { startEmbeddedPostgres } from '../embedded/start.ts';
import { EmbeddedUnavailable } from '../embedded/unavailable.ts';
import { checkDatabase } from './check_database.ts';
import { migrate } from './migrate.ts';
import { type WaitOptions, waitForDatabase } from './wait_for_database.ts';

const migrations = fileURLToPath(new URL('../../../../migrations', import.meta.url));

/** The server that `DATABASE_URL` names, or the embedded one with its data folder. */
export type PostgresSource =
  | { readonly kind: 'external'; readonly url: Secret }
  | { readonly kind: 'embedded'; readonly dataDir: string };

/**
 * The connection of a database that is reachable, fit for Greenroom and up to date; waits while it is away. Err is a line
 * for people.
 */
export async function openPostgres(
  source: PostgresSource,
  waiting: Omit<WaitOptions, 'unknown'>,
  lifecycle: Lifecycle,
): Promise<Result<pg.ClientConfig, string>> {
  const started = await start(source, waiting, lifecycle);
  if (!started.ok) return started;
  const connection = started.value;
  if (source.kind === 'external') {
    const usable = await waitForDatabase({ ...waiting, unknown: 'wait' }, () => checkDatabase(connection));
    if (!usable.ok) return usable;
  }
  const migrated = await waitForDatabase({ ...waiting, unknown: 'throw' }, () =>
    migrate(connection, migrations, waiting.log, waiting.aborted),
  );
  return migrated.ok ? started : migrated;
}

async function start(
  source: PostgresSource,
  { log }: Omit<WaitOptions, 'unknown'>,
  lifecycle: Lifecycle,
): Promise<Result<pg.ClientConfig, string>> {
  if (source.kind === 'external') return Ok({ connectionString: source.url.reveal() });
  try {
    const postgres = await startEmbeddedPostgres({ dataDir: source.dataDir, log });
    lifecycle.onClose(() => postgres.stop());
    return Ok(postgres.connection);
  } catch (error) {
    if (error instanceof EmbeddedUnavailable) return Err(error.message);
    throw error;
  }
}
