import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase } from '../../../../../src/store/postgres/client/database.ts';
import { readPostmaster } from '../../../../../src/store/postgres/embedded/process/postmaster.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../../../src/store/postgres/embedded/start.ts';
import { describeAsRoot } from '../../../../harness/as_root.ts';
import { quietLog, recordedLog } from '../../../../harness/log.ts';
import { until } from '../../../../harness/until.ts';

const PROGRAM = fileURLToPath(new URL('./embedded_process.ts', import.meta.url));

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-embedded-'));
  // As root, the server runs as another user, which must get through.
  chmodSync(folder, 0o755);
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }));
  return join(folder, '.greenroom');
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: quietLog, durable: false });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(server: { connection: pg.PoolConfig }, sql: string): Promise<unknown[]> {
  const client = new pg.Client(server.connection);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

interface Other {
  readonly child: ChildProcess;
  readonly folder: string;
}

/** Another process on the same data, once its database answers. */
async function startOther(dataDir: string): Promise<Other> {
  const child = spawnOther(dataDir);
  const [folder] = await once(createInterface(child.stdout), 'line');
  return { child, folder: String(folder) };
}

function spawnOther(dataDir: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const data = (dataDir: string) => join(dataDir, 'postgres');

function pidOf(dataDir: string): number {
  const running = readPostmaster(data(dataDir));
  if (running === null) throw new Error('No server runs there');
  return running.pid;
}

const serverIsGone = (dataDir: string) =>
  until(() => readPostmaster(data(dataDir)) === null, 'the server to be gone');

describe('the embedded database', () => {
  it('starts from nothing, keeps what was written, and starts again', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await ask(first, 'create table kept as select 42 as answer');
    await first.stop();
    expect(readPostmaster(data(dataDir))).toBeNull();
    const second = await start(dataDir);
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('can be used through a connection string too', async () => {
    const server = await start(newFolder());
    const client = new pg.Client(server.connectionString);
    await client.connect();
    expect((await client.query('select current_database() as name')).rows).toEqual([{ name: 'greenroom' }]);
    await client.end();
  });

  it('listens on nothing but a private socket', async () => {
    const server = await start(newFolder());
    expect(await ask(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(String(server.connection.host)).mode & 0o777).toBe(0o700);
    expect(String(server.connection.host).length).toBeLessThan(90);
  });

  it('leaves nothing behind in the temporary folder', async () => {
    const server = await start(newFolder());
    await server.stop();
    expect(existsSync(String(server.connection.host))).toBe(false);
  });

  it('knows upper and lower case beyond English', async () => {
    const server = await start(newFolder());
    expect(await ask(server, `select lower('ÄÉΩ') as low`)).toEqual([{ low: 'äéω' }]);
  });
});

describe('several processes on one data folder', () => {
  it('that start at the same moment on nothing share one server', async () => {
    const dataDir = newFolder();
    const servers = await Promise.all([start(dataDir), start(dataDir), start(dataDir)]);
    expect(new Set(servers.map((server) => server.connection.host)).size).toBe(1);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.init'))).toEqual([]);
  });

  it('a second one joins the first, and the server stays when the first leaves in good order', async () => {
    const dataDir = newFolder();
    const other = await startOther(dataDir);
    const joined = await start(dataDir);
    expect(joined.connection.host).toBe(other.folder);
    const pool = createDatabase({ connection: joined.connection, log: quietLog });
    expect(await pool.healthy()).toBe(true);
    const left = once(other.child, 'exit');
    other.child.stdin?.write('stop\n');
    await left;
    expect(await pool.query('select 1 as one')).toEqual([{ one: 1 }]);
    await pool.stop();
    await joined.stop();
    await serverIsGone(dataDir);
  });

  it('the server stays when the process that started it is killed, for the one that joined', async () => {
    const dataDir = newFolder();
    const other = await startOther(dataDir);
    const joined = await start(dataDir);
    const before = pidOf(dataDir);
    await kill(other.child);
    expect(await ask(joined, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(pidOf(dataDir)).toBe(before);
  });
});

describe('a kill -9', () => {
  it('of the only process takes the server with it, and what was committed is there at the next start', async () => {
    const dataDir = newFolder();
    const other = await startOther(dataDir);
    await ask(
      { connection: { host: other.folder, user: 'greenroom', database: 'greenroom' } },
      'create table kept ()',
    );
    await kill(other.child);
    const next = await start(dataDir);
    expect(await ask(next, `select to_regclass('kept') is not null as there`)).toEqual([{ there: true }]);
    await next.stop();
    await serverIsGone(dataDir);
  });

  it('still stops the server when no client returns', async () => {
    const dataDir = newFolder();
    const other = await startOther(dataDir);
    await kill(other.child);
    await serverIsGone(dataDir);
    await until(() => !existsSync(other.folder), 'the socket folder to be gone');
  });

  it('of the server itself is followed by a new server at the same place', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    const before = pidOf(dataDir);
    process.kill(before, 'SIGKILL');
    await until(() => ask(server, 'select 1').catch(() => null), 'the database to be back');
    expect(pidOf(dataDir)).not.toBe(before);
  });

  it('during initdb leaves a half-made folder that the next start clears away', async () => {
    const dataDir = newFolder();
    const child = spawnOther(dataDir);
    const drafts = () =>
      existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.includes('.init-')) : [];
    await until(() => drafts().length > 0, 'initdb to begin');
    await kill(child);
    expect(existsSync(data(dataDir))).toBe(false);
    const server = await start(dataDir);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(drafts()).toEqual([]);
  });
});

describe('the files that keep the server alive', () => {
  it('lie beside the data, where no cleaner of temporary files comes by', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    expect(String(server.connection.host).startsWith(`${dataDir}/`)).toBe(true);
  });

  it('lie in a temporary folder when the path to the data is too long for a socket', async () => {
    const dataDir = join(newFolder(), 'x'.repeat(90));
    const server = await start(dataDir);
    expect(String(server.connection.host).startsWith(tmpdir())).toBe(true);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.each<[string, (folder: string) => string[]]>([
    ['the pipe', (folder) => [join(folder, 'alive')]],
    ['the socket', (folder) => [join(folder, '.s.PGSQL.5432'), join(folder, '.s.PGSQL.5432.lock')]],
    ['everything in their folder', (folder) => readdirSync(folder).map((name) => join(folder, name))],
    ['the folder', (folder) => [folder]],
  ])('come back when a cleaner removes %s, for who is there and who comes', async (_what, removed) => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await ask(first, 'create table kept ()');
    const folder = String(first.connection.host);
    for (const path of removed(folder)) await rm(path, { recursive: true });
    await until(() => existsSync(join(folder, 'alive')) && existsSync(join(folder, '.s.PGSQL.5432')));
    await until(() => ask(first, 'select from kept').catch(() => null), 'the database to be back');
    const second = await start(dataDir);
    expect(second.connection.host).toBe(folder);
    await first.stop();
    expect(await ask(second, 'select count(*)::int from kept')).toEqual([{ count: 0 }]);
    await second.stop();
    await serverIsGone(dataDir);
    expect(existsSync(folder)).toBe(false);
  });

  it('are gone for good when they were removed and then everybody left', async () => {
    const dataDir = newFolder();
    const other = await startOther(dataDir);
    await rm(other.folder, { recursive: true });
    await kill(other.child);
    await serverIsGone(dataDir);
    await until(() => !existsSync(other.folder), 'the folder to be gone');
  });

  it('of a machine that went down are cleared away', async () => {
    const dataDir = newFolder();
    await (await start(dataDir)).stop();
    const left = join(dataDir, 'run', 'greenroom-left');
    await mkdir(left);
    utimesSync(left, 0, 0);
    await start(dataDir);
    expect(existsSync(left)).toBe(false);
  });
});

describeAsRoot('the server that root starts', () => {
  const nobody = { uid: 65534, gid: 65534 };
  const uidOf = (path: string) => statSync(path).uid;

  /** What a process of `nobody` gets when it connects as superuser. */
  async function asNobody(folder: string): Promise<string> {
    const program = `const pg = require('pg'); const c = new pg.Client(${JSON.stringify({ host: folder, user: 'greenroom', database: 'greenroom' })});
      c.on('error', () => {}); c.connect().then(() => 'in', (e) => e.code).then((said) => { console.log(said); process.exit(0); });`;
    const child = spawn(process.execPath, ['-e', program], {
      ...nobody,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(createInterface(child.stdout), 'line');
    return String(said);
  }

  it('lets no process of the user nobody in, and none may read or kill it', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    expect(await asNobody(String(server.connection.host))).toBe('EACCES');
    for (const path of [data(dataDir), String(server.connection.host)])
      expect([path, uidOf(path) === nobody.uid, statSync(path).mode & 0o077]).toEqual([path, false, 0]);
    expect(uidOf(`/proc/${pidOf(dataDir)}`)).not.toBe(nobody.uid);
  });

  it('takes the data of an older Greenroom, which ran it as nobody, with all that is in it', async () => {
    const dataDir = newFolder();
    const before = await start(dataDir);
    await ask(before, 'create table kept as select 7 as seven');
    await before.stop();
    for (const path of ['', ...readdirSync(data(dataDir), { recursive: true, encoding: 'utf8' })])
      lchownSync(join(data(dataDir), path), nobody.uid, nobody.gid);
    const after = await start(dataDir);
    expect(await ask(after, 'select seven from kept')).toEqual([{ seven: 7 }]);
    expect(uidOf(data(dataDir))).not.toBe(nobody.uid);
    expect(await asNobody(String(after.connection.host))).toBe('EACCES');
  });
});

describe('a postmaster.pid left by a server that was killed', () => {
  async function leftover(pid: number): Promise<string> {
    const dataDir = newFolder();
    const server = await startEmbeddedPostgres({ dataDir, log: quietLog, durable: false });
    const note = readFileSync(join(data(dataDir), 'postmaster.pid'), 'utf8');
    await server.stop();
    writeFileSync(join(data(dataDir), 'postmaster.pid'), note.replace(/^\d+/, String(pid)));
    return dataDir;
  }

  it('does no harm when its process id is free', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    const server = await start(await leftover(Number(child.pid)));
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does no harm when its number went to another program', async () => {
    const server = await start(await leftover(process.pid));
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a place the server cannot use', () => {
  const asRoot = process.getuid?.() === 0;

  it('is named with the fix when it cannot be written', async () => {
    const file = `${newFolder()}.file`;
    writeFileSync(file, '');
    const options = { dataDir: join(file, 'a'), log: quietLog, sharedPlace: join(file, 'b') };
    await expect(startEmbeddedPostgres(options)).rejects.toThrow(/GREENROOM_DATA_DIR.*DATABASE_URL/);
  });

  it('below a folder that only root may enter: the data goes elsewhere, always to the same place', async () => {
    const dataDir = newFolder();
    await mkdir(dataDir);
    await chmod(join(dataDir, '..'), 0o700);
    const sharedPlace = mkdtempSync(join(tmpdir(), 'greenroom-shared-'));
    await chmod(sharedPlace, 0o755);
    onTestFinished(() => rm(sharedPlace, { recursive: true, force: true }));
    for (const statement of ['create table kept ()', 'select from kept']) {
      const { log, lines } = recordedLog();
      const server = await startEmbeddedPostgres({ dataDir, log, durable: false, sharedPlace });
      await ask(server, statement);
      await server.stop();
      // Anyone but root runs the server as themselves, and can enter their own folder.
      expect(lines.length).toBe(asRoot ? 1 : 0);
    }
    expect(existsSync(data(dataDir))).toBe(!asRoot);
  });

  it('is not begun anew when a restore died halfway: what it put aside is named, and can be put back', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    await ask(server, 'create table kept ()');
    await server.stop();
    await rename(data(dataDir), `${data(dataDir)}.before-1795684278`);
    await expect(start(dataDir)).rejects.toThrow(/postgres\.before-1795684278.*npm run restore.*rename/);
    await rename(`${data(dataDir)}.before-1795684278`, data(dataDir));
    const again = await start(dataDir);
    await ask(again, 'select from kept');
    await again.stop();
  });

  it('is refused with the fix when it was made by another version', async () => {
    const dataDir = newFolder();
    const server = await start(dataDir);
    await server.stop();
    writeFileSync(join(data(dataDir), 'PG_VERSION'), '12\n');
    await expect(start(dataDir)).rejects.toThrow(/made by Postgres 12.*GREENROOM_DATA_DIR/);
  });
});
