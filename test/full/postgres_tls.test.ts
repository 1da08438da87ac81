import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { type Bot, startBot } from '../../sandbox/bot.ts';
import { type Simulators, startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { parseStorage } from '../../src/config/config.ts';
import { checkDatabase } from '../../src/store/postgres/start/check_database.ts';
import { inspectDatabase } from '../../src/store/postgres/start/database_facts.ts';
import { judgeStart } from '../../src/store/postgres/start/start_errors.ts';
import { asks, channel, registers } from '../e2e/acts.ts';
import { vaultKey } from '../e2e/stage.ts';
import {
  type CertificateAuthority,
  createAuthority,
  describeWithCertificates,
} from '../harness/certificates.ts';
import { greenroomWith } from '../harness/greenroom.ts';
import { allPostgresPrograms, type SystemPostgres, startSystemPostgres } from '../harness/system_postgres.ts';
import { until } from '../harness/until.ts';

describeWithCertificates.each(allPostgresPrograms())('Postgres $major, with a private CA', (programs) => {
  let postgres: SystemPostgres;
  let authority: CertificateAuthority;
  let stranger: CertificateAuthority;
  let admin: pg.Client;
  const [name, role, password] = ['greenroom_app', 'greenroom_app', randomBytes(9).toString('hex')];

  beforeAll(async () => {
    authority = createAuthority();
    stranger = createAuthority();
    postgres = await startSystemPostgres(programs);
    await postgres.createDatabase(name);
    admin = new pg.Client(postgres.administrate(name));
    await admin.connect();
    await admin.query(`create role ${role} login password '${password}'`);
    // As on Postgres 15 and newer, where not everybody may create tables.
    await admin.query('revoke create on schema public from public');
    await postgres.useCertificate(authority.certify('DNS:localhost'));
  });
  afterAll(async () => {
    await admin?.end();
    await postgres?.stop();
    authority?.remove();
    stranger?.remove();
  });

  const port = () => Number(postgres.administrate(name).port);
  const address = (
    query: string,
    { host = 'localhost', user = role, secret = password, database = name } = {},
  ) => `postgres://${user}:${secret}@${host}:${port()}/${database}${query}`;
  const withCa = (mode: string, { file } = authority) => `?sslmode=${mode}&sslrootcert=${file}`;

  /** What the start says about an address, or `usable`. */
  async function judged(url: string): Promise<string> {
    const read = parseStorage({ DATABASE_URL: url });
    if (!read.ok) return read.error.map(({ line }) => line).join();
    if (read.value.database.kind !== 'external') return 'embedded';
    const connection = { connectionString: read.value.database.url.reveal() };
    const error = await checkDatabase(connection).then(
      () => null,
      (caught: unknown) => caught,
    );
    if (error === null) return 'usable';
    const trouble = judgeStart(error);
    return trouble.kind === 'fault' ? trouble.line : `${trouble.kind}: ${trouble.reason}`;
  }

  /** A new certificate is shown to new connections some time after the server was told of it. */
  async function says(url: string, line: RegExp): Promise<void> {
    let said = '';
    await until(async () => {
      said = await judged(url);
      return line.test(said);
    }, `${line}`).catch((late: unknown) => expect([said, late]).toEqual([expect.stringMatching(line), null]));
    expect(said).not.toMatch(new RegExp(`${password}|\\n`));
  }

  /** The rights that docs/operations.md names, and no more. `client`: the superuser in the database. */
  const mayCreate = async (client = admin, database = name) => {
    await client.query(`grant create on database ${database} to ${role}`);
    await client.query(`grant usage, create on schema public to ${role}`);
  };
  /** A database of its own, where nothing is yet. */
  const createServed = async () => {
    const database = 'greenroom_served';
    await admin.query(`create database ${database}`);
    const client = new pg.Client(postgres.administrate(database));
    await client.connect();
    await client.query('revoke create on schema public from public');
    await mayCreate(client, database);
    await client.end();
    return database;
  };

  it.each<[string, () => string, RegExp]>([
    ['without TLS', () => address(''), /without encryption: add \?sslmode=verify-full.*no encryption/],
    ['with sslmode=disable', () => address('?sslmode=disable'), /without encryption/],
    ['without its authority', () => address('?sslmode=verify-full'), /not trusted here: add &sslrootcert/],
    ['with sslmode=require alone', () => address('?sslmode=require'), /not trusted.*sslmode=require/],
    ['with another authority', () => address(withCa('verify-full', stranger)), /not trusted here/],
    [
      'with another authority, by its chain alone',
      () => address(withCa('verify-ca', stranger)),
      /not trusted/,
    ],
    [
      'under another name',
      () => address(withCa('verify-full'), { host: '127.0.0.1' }),
      /another host name.*verify-ca/,
    ],
    [
      'with a wrong password',
      () => address(withCa('verify-full'), { secret: 'wrong' }),
      /refuses the password/,
    ],
    [
      'with an unknown user',
      () => address(withCa('verify-full'), { user: 'nobody' }),
      /refuses the password/,
    ],
    [
      'with an unknown database',
      () => address(withCa('verify-full'), { database: 'none' }),
      /no such database/,
    ],
    [
      'without rights',
      () => address(withCa('verify-full')),
      /GRANT CREATE ON DATABASE.*GRANT USAGE, CREATE ON SCHEMA/,
    ],
  ])('says in one line what to do %s', async (_, url, line) => {
    await admin.query(`revoke all on database ${name} from ${role}`);
    await admin.query(`revoke all on schema public from ${role}`);
    await postgres.useCertificate(authority.certify('DNS:localhost'));
    await says(url(), line);
  });

  it.each<[string, () => string]>([
    ['verify-full', () => address(withCa('verify-full'))],
    ['verify-ca, whatever its host is called', () => address(withCa('verify-ca'), { host: '127.0.0.1' })],
    ['no-verify', () => address('?sslmode=no-verify')],
    ['require, as libpq means it', () => address('?sslmode=require&uselibpqcompat=true')],
  ])('is used with %s', async (_, url) => {
    await mayCreate();
    await postgres.useCertificate(authority.certify('DNS:localhost'));
    await says(url(), /^usable$/);
    const read = parseStorage({ DATABASE_URL: url() });
    if (!read.ok || read.value.database.kind !== 'external') throw new Error('no address');
    const facts = await inspectDatabase({ connectionString: read.value.database.url.reveal() });
    expect(facts).toMatchObject({ ok: true, value: { encrypted: true, missingRights: [], user: role } });
    expect(facts.ok && String(Math.floor(facts.value.serverVersion / 10_000))).toBe(programs.major);
  });

  it('says that its certificate has expired, and goes on with a new one', async () => {
    await mayCreate();
    await postgres.useCertificate(authority.certify('DNS:localhost', -1));
    await says(address(withCa('verify-full')), /has expired.*clock/);
    await says(address(withCa('verify-ca')), /has expired/);
    await postgres.useCertificate(authority.certify('DNS:localhost'));
    await says(address(withCa('verify-full')), /^usable$/);
  });

  // The embedded server comes without pg_dump.
  if (programs.hasTools)
    it('is backed up over TLS that is verified as the bot does', async () => {
      await mayCreate();
      await postgres.useCertificate(authority.certify('DNS:localhost'));
      await says(address(withCa('verify-full')), /^usable$/);
      const folder = mkdtempSync(join(tmpdir(), 'greenroom-backups-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const backs = (query: string) =>
        greenroomWith({ DATABASE_URL: address(query), VAULT_KEYS: vaultKey }, 'backup', folder);
      expect(await backs(withCa('verify-full'))).toMatchObject({ code: 0, err: '' });
      expect((await backs(withCa('verify-full', stranger))).code).toBe(1);
    });

  describe('under a bot', () => {
    let simulators: Simulators;
    beforeAll(async () => {
      simulators = await startSimulators({ limits: { timeoutMs: 60_000 } });
    });
    afterAll(() => simulators.stop());

    async function starts(url: string): Promise<Bot> {
      const env = { DATABASE_URL: url, VAULT_KEYS: vaultKey };
      const bot = await startBot(simulators, { transport: 'socket', program: [inject('program')], env });
      onTestFinished(async () => void (await bot.stop()));
      return bot;
    }

    it('ends with one line where it is not trusted, and prints no warning', async () => {
      await postgres.useCertificate(authority.certify('DNS:localhost'));
      await says(address('?sslmode=require'), /not trusted here/);
      const bot = await starts(address('?sslmode=require'));
      expect(await bot.exited).toBe(1);
      expect(bot.output().trim().split('\n')).toEqual([
        'Greenroom cannot start:',
        expect.stringMatching(/not trusted here/),
      ]);
    });

    it('serves people with the rights that are named, every connection encrypted', async () => {
      const url = address(withCa('verify-full'), { database: await createServed() });
      await postgres.useCertificate(authority.certify('DNS:localhost'));
      await says(url, /^usable$/);
      const bot = await starts(url);
      await bot.ready();
      const ana = simulators.slack.person('ana');
      await registers(ana, { name: 'Sealed', credentials: simulators.zoom.addApp({}) });
      await ana.sees(channel, /^Sealed[\s\S]*Passed:[^·\n]*credentials/);
      await asks(ana, '/zoom-app list', /Sealed/);
      const { rows } = await admin.query<{ ssl: boolean; listens: boolean }>(
        `select bool_and(ssl) as ssl, bool_or(query ilike 'listen %') as listens
         from pg_stat_ssl join pg_stat_activity using (pid) where usename = '${role}'`,
      );
      expect(rows).toEqual([{ ssl: true, listens: true }]);
      expect(bot.output()).not.toMatch(/SECURITY WARNING|"level":60/);
    });
  });
});
