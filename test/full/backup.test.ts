import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Bot, startBot } from '../../sandbox/bot.ts';
import { type Simulators, startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { Secret } from '../../src/core/secrets/secret.ts';
import { loadKeyFile } from '../../src/vault/key_file.ts';
import { createVault, type Vault } from '../../src/vault/vault.ts';
import { asks, channel, registers, saying } from '../e2e/acts.ts';
import {
  describeWithSystemPostgres,
  type SystemPostgres,
  startSystemPostgres,
} from '../harness/system_postgres.ts';

type Variables = Readonly<Record<string, string>>;

interface Said {
  readonly code: number;
  readonly output: string;
}

let simulators: Simulators;
let folder: string;
let backups: string;
beforeAll(async () => {
  simulators = await startSimulators({ limits: { timeoutMs: 20_000 } });
  folder = mkdtempSync(join(tmpdir(), 'greenroom-backup-'));
  // As root, the database runs as another user, which must get through.
  chmodSync(folder, 0o755);
  backups = join(folder, 'backups');
});
afterAll(async () => {
  expect(simulators.slack.inspector.violations()).toEqual([]);
  await simulators.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run backup` and `npm run restore`, as a person runs them. */
function runs(script: 'backup' | 'restore', env: Variables, ...args: string[]): Promise<Said> {
  const plain = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/' };
  return new Promise((resolve) => {
    const words = ['--import', 'tsx', 'scripts/greenroom.ts', script, ...args];
    execFile(process.execPath, words, { env: { ...plain, ...env } }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: stdout + stderr });
    });
  });
}

async function backs(env: Variables, ...flags: string[]): Promise<Said & { readonly made: string }> {
  const said = await runs('backup', env, backups, ...flags);
  return { ...said, made: /^The backup is in (.+)$/m.exec(said.output)?.[1] ?? '' };
}

async function starts(env: Variables): Promise<Bot> {
  const bot = await startBot(simulators, { transport: 'socket', program: [inject('program')], env });
  await bot.ready();
  return bot;
}

/** The client secret of the only environment that is registered there. */
async function openedSecret(connection: pg.ClientConfig, vault: Vault): Promise<string | null> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client
    .query<{ workspace: string; id: string; sealed: string }>(
      'select workspace_id as workspace, id, client_secret_sealed as sealed from environment',
    )
    .finally(() => client.end());
  const [row] = rows;
  if (row === undefined) return null;
  const place = { workspaceId: row.workspace, rowId: row.id, field: 'client_secret' };
  const opened = vault.open(row.sealed, place);
  return opened.ok ? opened.value.reveal() : opened.error;
}

describe('a backup of the embedded database', () => {
  let env: { readonly GREENROOM_DATA_DIR: string };
  let keyFile: string;
  let secret: string;
  let made: string;
  beforeAll(() => {
    env = { GREENROOM_DATA_DIR: join(folder, 'data') };
    keyFile = join(folder, 'data', 'vault.key');
  });

  const running = () => {
    const note = readFileSync(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return { host: note[4] ?? '', user: 'greenroom', database: 'greenroom' };
  };
  const vault = async () => {
    const keys = await loadKeyFile(keyFile);
    if (!keys.ok) throw new Error(keys.error);
    return createVault(keys.value);
  };

  test('is refused while Greenroom runs, in words that say what to do', async () => {
    const bot = await starts(env);
    const ana = simulators.slack.person('ana');
    const pair = simulators.zoom.addApp();
    secret = pair.clientSecret;
    await registers(ana, { name: 'Cabin', credentials: pair });
    await ana.sees(channel, /^Cabin[\s\S]*Passed:[^·\n]*credentials/);
    const said = await backs(env);
    expect(said.code).toBe(1);
    expect(said.output).toContain(`Greenroom runs on ${env.GREENROOM_DATA_DIR}: stop it first (Ctrl-C`);
    expect(await bot.stop()).toBe(0);
    expect(readdirSync(backups)).toEqual([]);
  });

  test('is made when it is stopped, for the eyes of its owner only, and without the key', async () => {
    const said = await backs(env);
    expect(said.code, said.output).toBe(0);
    made = said.made;
    expect(said.output).toContain(`The key file ${keyFile} is not in it`);
    expect(readdirSync(made).sort()).toEqual(['manifest.json', 'postgres']);
    expect(statSync(made).mode & 0o077).toBe(0);
    expect(statSync(join(made, 'manifest.json')).mode & 0o077).toBe(0);
  });

  test('does not overwrite a database that is there', async () => {
    const said = await runs('restore', env, made);
    expect(said.code).toBe(1);
    expect(said.output).toContain('holds a database already. Add --force');
  });

  test('brings everything back, sealed secrets too, where the key is kept', async () => {
    rmSync(join(folder, 'data', 'postgres'), { recursive: true });
    const said = await runs('restore', env, made);
    expect(said.code, said.output).toBe(0);
    const bot = await starts(env);
    const ana = simulators.slack.person('ana');
    await asks(ana, '/zoom-app show Cabin', /Passed:[^·\n]*credentials/);
    expect(saying(ana, /^Cabin/)).toHaveLength(1);
    expect(await openedSecret(running(), await vault())).toBe(secret);
    await bot.stop();
  });

  test('says it when the key that sealed the secrets is not there', async () => {
    const elsewhere = { GREENROOM_DATA_DIR: join(folder, 'elsewhere') };
    const said = await runs('restore', elsewhere, made);
    expect(said.code, said.output).toBe(0);
    expect(said.output).toMatch(
      /sealed with local-\w+, and that is not in .*vault\.key: they cannot be opened/,
    );
  });

  test('carries the key only when that is asked for, and says what that means', async () => {
    const said = await backs(env, '--with-key');
    expect(said.output).toMatch(/is in it: whoever gets this backup can open every secret/);
    rmSync(join(folder, 'data'), { recursive: true });
    const back = await runs('restore', env, said.made);
    expect(back.code, back.output).toBe(0);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const bot = await starts(env);
    await asks(simulators.slack.person('ana'), '/zoom-app show Cabin', /Passed:[^·\n]*credentials/);
    expect(await openedSecret(running(), await vault())).toBe(secret);
    await bot.stop();
  });

  test('never puts its key over another one unasked, and keeps what it replaces', async () => {
    const withKey = readdirSync(backups).find((name) => existsSync(join(backups, name, 'vault.key')));
    const other = { GREENROOM_DATA_DIR: join(folder, 'other') };
    await loadKeyFile(join(folder, 'other', 'vault.key'));
    const refused = await runs('restore', other, join(backups, withKey ?? ''));
    expect(refused.output).toContain('holds another key than the backup. Add --force');
    expect(existsSync(join(folder, 'other', 'postgres'))).toBe(false);
    const forced = await runs('restore', other, join(backups, withKey ?? ''), '--force');
    expect(forced.code, forced.output).toBe(0);
    const again = await runs('restore', other, join(backups, withKey ?? ''), '--force');
    expect(again.output).toMatch(/What stood there before is in .*postgres\.before-\d+/);
    const names = readdirSync(join(folder, 'other'));
    for (const kept of [/^postgres\.before-/, /^vault\.key\.before-/]) {
      expect(names.filter((name) => kept.test(name))).toHaveLength(1);
    }
  });

  test('that is not whole, or was changed, is refused before anything is touched', async () => {
    const fresh = { GREENROOM_DATA_DIR: join(folder, 'fresh') };
    const refused = async (words: RegExp) => {
      const said = await runs('restore', fresh, made);
      expect(said.code).toBe(1);
      expect(said.output).toMatch(words);
      expect(existsSync(fresh.GREENROOM_DATA_DIR)).toBe(false);
    };
    const control = join(made, 'postgres', 'global', 'pg_control');
    const before = readFileSync(control);
    appendFileSync(control, 'x');
    await refused(/is damaged: postgres\/global\/pg_control has changed/);
    rmSync(control);
    await refused(/is not whole: postgres\/global\/pg_control is missing/);
    writeFileSync(control, before);
    rmSync(join(made, 'manifest.json'));
    await refused(/is no backup: it has no manifest\.json/);
  });
});

describeWithSystemPostgres('a backup of an external database', () => {
  let postgres: SystemPostgres;
  beforeAll(async () => {
    postgres = await startSystemPostgres();
  });
  afterAll(() => postgres.stop());
  const keys = `k1:${randomBytes(32).toString('base64')}`;
  const envOf = async (name: string) => ({
    DATABASE_URL: await postgres.createDatabase(name),
    VAULT_KEYS: keys,
  });

  test('is dumped while Greenroom runs, and brings everything back into an empty database only', async () => {
    const before = await envOf('greenroom');
    const bot = await starts(before);
    const ana = simulators.slack.person('ana');
    const pair = simulators.zoom.addApp();
    await registers(ana, { name: 'Harbour', credentials: pair });
    await ana.sees(channel, /^Harbour[\s\S]*Passed:[^·\n]*credentials/);
    const { output, made } = await backs(before);
    expect(output).toContain('VAULT_KEYS is not in it. Keep that apart');
    expect(readdirSync(made).sort()).toEqual(['database.dump', 'manifest.json']);
    const refused = await runs('restore', before, made);
    expect(refused.output).toContain('The database greenroom is not empty, and is never overwritten');
    await bot.stop();

    const after = await envOf('greenroom_restored');
    const restored = await runs('restore', after, made);
    expect(restored.output).toBe('The database greenroom_restored is back.\nNow start Greenroom.\n');
    const next = await starts(after);
    await asks(ana, '/zoom-app show Harbour', /Passed:[^·\n]*credentials/);
    const [id = '', base64 = ''] = keys.split(':');
    const vault = createVault([{ id, base64: new Secret(base64) }]);
    expect(await openedSecret({ connectionString: after.DATABASE_URL }, vault)).toBe(pair.clientSecret);
    await next.stop();
  });

  test('needs no place for temporary files, which a container may lack', async () => {
    const env = { ...(await envOf('read_only')), TMPDIR: '/dev/null/nowhere', PATH: process.env.PATH ?? '' };
    const made = await new Promise<string>((resolve) => {
      execFile(process.execPath, [inject('program'), 'backup', backups], { env }, (_error, stdout, stderr) =>
        resolve(stdout + stderr),
      );
    });
    expect(made).toMatch(/^The backup is in .+/);
  });

  test('is refused where pg_dump is missing or older than the server, with the version to install', async () => {
    const env = await envOf('nothing');
    const node = { ...env, PATH: join(folder, 'nowhere') };
    const { output } = await backs(node);
    expect(output).toContain('pg_dump is not on the PATH. Install the client programs of PostgreSQL');
    const old = join(folder, 'old');
    mkdirSync(old);
    writeFileSync(join(old, 'pg_dump'), '#!/bin/sh\necho "pg_dump (PostgreSQL) 9.6.24"\n', { mode: 0o755 });
    const older = await backs({ ...env, PATH: `${old}:/bin:/usr/bin` });
    expect(older.output).toMatch(/pg_dump is version 9, and the server is version \d+\. Install/);
  });

  test('a database that does not answer is said in one line without the password', async () => {
    const DATABASE_URL = 'postgres://greenroom:hunter2@127.0.0.1:9/greenroom';
    const { output, code } = await backs({ DATABASE_URL, VAULT_KEYS: keys });
    expect(code).toBe(1);
    expect(output).toMatch(/^The database of DATABASE_URL does not answer: .*ECONNREFUSED.*\n$/);
    expect(output).not.toContain('hunter2');
  });
});
