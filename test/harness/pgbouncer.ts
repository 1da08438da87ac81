import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../sandbox/bot.ts';
import { serverUser } from '../../src/store/postgres/embedded/data_folders.ts';
import { describeWith, pgbouncerProgram } from './needs.ts';
import { until } from './until.ts';

/** Stories that need a real PgBouncer. */
export const describeWithPgBouncer = describeWith('pgbouncer');

export type PoolMode = 'session' | 'transaction' | 'statement';

export interface PgBouncer {
  /** Of the database behind it. */
  readonly address: string;
  stop(): Promise<void>;
}

/** PgBouncer in front of one database. `settings` are lines of its own file, beside the fewest that it needs. */
export async function startPgBouncer(
  database: pg.PoolConfig,
  mode: PoolMode,
  settings: readonly string[] = [],
): Promise<PgBouncer> {
  const home = await mkdtemp(join(tmpdir(), 'greenroom-pgbouncer-'));
  const port = await freePort();
  const file = join(home, 'pgbouncer.ini');
  const { host, port: serverPort = 5432, database: name, user, password } = database;
  const behind = [`host=${host}`, `port=${serverPort}`, `dbname=${name}`, `user=${user}`];
  if (typeof password === 'string') behind.push(`password=${password}`);
  await writeFile(
    file,
    [
      '[databases]',
      `${name} = ${behind.join(' ')}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${port}`,
      'unix_socket_dir =',
      'auth_type = any',
      `pool_mode = ${mode}`,
      'default_pool_size = 60',
      ...settings,
    ].join('\n'),
  );
  // It refuses root, and must reach the socket of the server.
  const runAs = serverUser(home);
  if (runAs !== null) for (const path of [home, file]) await chown(path, runAs.uid, runAs.gid);
  const child = spawn(pgbouncerProgram, [file], { cwd: '/', stdio: 'ignore', ...runAs });
  const gone = once(child, 'exit');
  const address = `postgres://${user}@127.0.0.1:${port}/${name}`;
  await until(() => answers(address), 'PgBouncer');
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await gone;
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Also with a refusal, when its server is away. */
async function answers(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ECONNREFUSED';
  } finally {
    await client.end().catch(() => {});
  }
}
