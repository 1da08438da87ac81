import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../sandbox/bot.ts';
import { findBinaries, usableBinaries } from '../../src/store/postgres/embedded/binaries.ts';
import { initUser } from '../../src/store/postgres/embedded/data_folders.ts';
import { cleanEnvironment, runToEnd } from '../../src/store/postgres/embedded/process/run_to_end.ts';
import type { Certificate } from './certificates.ts';
import { describeWith, systemPostgres } from './needs.ts';
import { until } from './until.ts';

/** A Postgres of the machine's own: another version than the embedded one, over TCP, with a password. */
export interface SystemPostgres {
  readonly major: string;
  /** An empty database. */
  createDatabase(name: string): Promise<string>;
  /** From now on it answers TLS with this certificate; over TCP it lets nobody in without TLS. */
  useCertificate(certificate: Certificate): Promise<void>;
  /** As its superuser, over its socket. */
  administrate(database: string): pg.ClientConfig;
  stop(): Promise<void>;
}

export interface PostgresPrograms {
  /** The folder of initdb and postgres. */
  readonly bin: string;
  /** pg_dump is there, too. */
  readonly hasTools: boolean;
  readonly major: string;
}

const found = systemPostgres();
const systemPrograms: PostgresPrograms | null = found && { ...found, hasTools: true };

/** Stories that need the machine's own Postgres. */
export const describeWithSystemPostgres = describeWith('postgres');

/** The embedded one and the machine's own, where there is one. */
export function allPostgresPrograms(): PostgresPrograms[] {
  const shared = join(tmpdir(), 'greenroom-test-binaries');
  const { native, major } = usableBinaries(findBinaries(), initUser(), shared);
  return [
    { bin: join(native, 'bin'), major, hasTools: false },
    ...(systemPrograms === null ? [] : [systemPrograms]),
  ];
}

export async function startSystemPostgres(
  programs: PostgresPrograms | null = systemPrograms,
): Promise<SystemPostgres> {
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
    'listen_addresses=localhost',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'log_min_messages=fatal',
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
    administrate: (database) => ({ host: folder, port, user: 'greenroom', password, database }),
    async useCertificate({ cert, key }) {
      await writeFile(join(data, 'server.crt'), cert);
      await writeFile(join(data, 'server.key'), key, { mode: 0o600 });
      await writeFile(
        join(data, 'pg_hba.conf'),
        'local all all scram-sha-256\nhostssl all all all scram-sha-256\n',
      );
      if (user !== null)
        for (const name of ['server.crt', 'server.key']) await chown(join(data, name), user.uid, user.gid);
      await ask(address('postgres'), 'alter system set ssl = on', folder);
      server.kill('SIGHUP');
    },
    async stop() {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ask(connectionString: string, sql: string, socket?: string): Promise<void> {
  const over = socket === undefined ? '' : `?host=${encodeURIComponent(socket)}`;
  const client = new pg.Client({ connectionString: `${connectionString}${over}` });
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
