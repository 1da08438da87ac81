import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../sandbox/bot.ts';
import { initUser } from '../../src/store/postgres/embedded/data_folders.ts';
import { cleanEnvironment, runToEnd } from '../../src/store/postgres/embedded/process/run_to_end.ts';
import { describeWith, systemPostgres } from './needs.ts';
import { until } from './until.ts';

/** A Postgres of the machine's own: another version than the embedded one, over TCP, with a password. */
export interface SystemPostgres {
  readonly major: string;
  /** An empty database. */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

const programs = systemPostgres();

/** Stories that need the machine's own Postgres. */
export const describeWithSystemPostgres = describeWith('postgres');

export async function startSystemPostgres(): Promise<SystemPostgres> {
  if (programs === null) throw new Error('There is no Postgres on this machine');
  const folder = await mkdtemp(join(tmpdir(), 'greenroom-system-postgres-'));
  const user = initUser();
  const password = randomBytes(12).toString('hex');
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')];
  await writeFile(passwordFile, password);
  for (const path of [folder, passwordFile]) {
    await chmod(path, 0o700);
    if (user !== null) await chown(path, user.uid, user.gid);
  }
  const options = [`--pgdata=${data}`, '--username=greenroom', `--pwfile=${passwordFile}`, '--no-sync'];
  const made = await runToEnd(
    join(programs.bin, 'initdb'),
    [...options, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'],
    user,
  );
  if (made.code !== 0) throw new Error(made.output);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const server = spawn(
    join(programs.bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { cwd: '/', env: cleanEnvironment(), stdio: 'ignore', ...user },
  );
  const address = (name: string) => `postgres://greenroom:${password}@127.0.0.1:${port}/${name}`;
  await until(() => answers(address('postgres')), 'the Postgres of this machine');
  return {
    major: programs.major,
    async createDatabase(name) {
      await ask(address('postgres'), `create database ${name}`);
      return address(name);
    },
    async stop() {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ask(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const answers = (address: string): Promise<boolean> =>
  ask(address, 'select').then(
    () => true,
    () => false,
  );

async function end(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGINT');
  await gone;
}
