import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Bot, freePort, startBot } from '../../sandbox/bot.ts';
import { acmeGroup, type Person } from '../../sandbox/simulators/slack/index.ts';
import { isObject } from '../../sandbox/simulators/slack/json.ts';
import { type Simulators, startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { channel, registers } from '../e2e/acts.ts';
import { once } from '../e2e/once.ts';
import { asksUntil, card } from '../e2e/play.ts';
import { describeWithCertificates } from '../harness/certificates.ts';
import {
  type CompanyPostgres,
  type OutboundProxy,
  startCompanyPostgres,
  startOutboundProxy,
} from '../harness/company_network.ts';
import { type Docker, playDocker } from '../harness/docker.ts';
import { allPostgresPrograms } from '../harness/system_postgres.ts';
import { until } from '../harness/until.ts';
import { codeBlock } from '../project/code_blocks.ts';
import { layOutImage } from '../project/image_files.ts';
import { manifest } from '../project/package_manifest.ts';

const operations = 'docs/operations.md';
const [programs] = allPostgresPrograms().toReversed();
const isRoot = process.getuid?.() === 0;

const Report = z.object({
  findings: z.array(z.object({ check: z.string(), status: z.string(), what: z.string() })),
});

/** The app is installed for both workspaces of an organisation, and nobody has invited it into a channel yet. */
const workspaces = acmeGroup().map(({ channels, ...rest }) => ({
  ...rest,
  channels: channels.map((one) => ({ ...one, hasBot: false })),
}));

/**
 * Somebody with the files of Docker follows docs/install.md for a whole organisation, and the lines for Compose in docs/operations.md. The simulators are
 * the only world outside, under the names of the real hosts, through a proxy whose CA is private; Postgres asks for TLS, has a CA of its own, and gives
 * the rights that the page names.
 */
describeWithCertificates('the first hour of somebody else', () => {
  const printed: string[] = [];
  const ports = { slack: 0, proxy: 0, bot: 0 };
  let folder = '';
  let docker: Docker;
  let postgres: CompanyPostgres;
  let simulators: Simulators;
  let outboundProxy: OutboundProxy;
  let bot: Bot;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'greenroom-first-hour-'));
    chmodSync(folder, 0o755);
    ports.slack = await freePort();
    ports.proxy = await freePort();
    ports.bot = await freePort();
    docker = playDocker({
      folder,
      image: await layOutImage(join(folder, 'image')),
      overrides: ['/run/ca.pem', 'depends_on'].map((words) =>
        codeBlock(operations, 'yaml', words).join('\n'),
      ),
      variables: {
        HTTPS_PROXY: `http://127.0.0.1:${ports.proxy}`,
        NODE_EXTRA_CA_CERTS: '/run/ca.pem',
        POLL_CRON: '* * * * * *',
      },
      machine: {
        PATH: `${programs?.bin}:${process.env.PATH}`,
        PORT: String(ports.bot),
        METRICS_PORT: String(await freePort()),
      },
    });
    postgres = await startCompanyPostgres(programs, codeBlock(operations, 'sql', 'GRANT CREATE ON DATABASE'));
  });

  afterAll(async () => {
    for (const each of [bot, postgres, outboundProxy, simulators]) await each?.stop();
    const secrets = secretsIn(join(folder, 'host', 'secrets'));
    rmSync(folder, { recursive: true, force: true });
    const shown = [...printed, bot?.output()].join('');
    expect([...secrets, postgres?.password].filter((secret) => shown.includes(secret))).toEqual([]);
    expect(simulators?.slack.inspector.violations() ?? []).toEqual([]);
  });

  /** What these lines print. They must succeed, without a word on stderr. */
  async function typed(...lines: readonly string[]): Promise<string> {
    const { code, out, err } = await docker.types(...lines);
    printed.push(out, err);
    expect([code, err], `${lines.join('\n')}\n${out}`).toEqual([0, '']);
    return out;
  }

  const appCreated = once(async () => {
    const link = await typed(`docker run --rm greenroom:${manifest.version} manifest --link`);
    const made: unknown = JSON.parse(new URL(link).searchParams.get('manifest_json') ?? '');
    if (!isObject(made)) throw new Error('the link holds no manifest');
    simulators = await startSimulators({
      manifest: made,
      workspaces,
      limits: { timeoutMs: 60_000 },
      port: ports.slack,
      publicUrl: 'https://slack.com/',
    });
    outboundProxy = await startOutboundProxy(simulators, ports.slack, ports.proxy);
  });

  /** With the strictest umask, as hardened machines have it. */
  const filledIn = once(async () => {
    await appCreated();
    await typed('umask 077', ...codeBlock(operations, 'sh', 'docker compose build'));
    const { slack, stackone } = simulators;
    const values = {
      slack_app_token: slack.appToken,
      slack_bot_token: slack.botToken,
      stackone_api_key: stackone.apiKey,
      database_url: `${postgres.address}?sslmode=verify-full&sslrootcert=/run/ca.pem`,
    };
    for (const [name, value] of Object.entries(values))
      writeFileSync(join(docker.folder, 'secrets', name), value);
    const certificates = [postgres.caFile, outboundProxy.caFile].map((file) => readFileSync(file, 'utf8'));
    writeFileSync(join(docker.folder, 'ca.pem'), certificates.join(''));
  });

  const examined = async () =>
    Report.parse(JSON.parse(await typed('docker compose run --rm greenroom doctor --json'))).findings;

  const started = once(async () => {
    await filledIn();
    await typed(...codeBlock(operations, 'sh', 'greenroom doctor\ndocker compose up'));
    bot = await startBot(simulators, {
      transport: 'socket',
      port: ports.bot,
      ...docker.service,
      env: { ...without(simulators.env), SLACK_APP_TOKEN: '', ...docker.service.env },
    });
    await bot.ready();
  });

  const person = (workspace: string, name: string) => simulators.slack.workspace(workspace).person(name);
  const people = () => [person('Acme', 'ana'), person('Acme Labs', 'lea')];
  const appOf = ({ name }: Person) => `Rooms of ${name}`;

  const invited = once(async () => {
    await started();
    for (const one of people()) await one.types(channel, '/invite @Greenroom');
  });

  const register = async (one: Person) => {
    await asksUntil(one, '/zoom-app list', /Zoom app/);
    await registers(one, { name: appOf(one), credentials: simulators.zoom.addApp() });
    await card(one, appOf(one), /Passed:[^·\n]*credentials/);
  };

  const registered = once(async () => {
    await invited();
    for (const one of people()) await register(one);
  });

  test('the link of greenroom manifest makes an app that can be installed for a whole organisation', async () => {
    await appCreated();
    expect(simulators.slack.organisationId).toMatch(/^E/);
  });

  test('before the first start doctor finds all in order, without a warning', async () => {
    await filledIn();
    expect(await typed('docker compose run --rm greenroom doctor')).toMatch(/\n\nAll is well\.\n$/);
    const findings = await examined();
    expect(findings.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(Object.fromEntries(findings.map(({ check, what }) => [check, what]))).toMatchObject({
      configuration: 'complete, for Socket Mode',
      proxy: `http://127.0.0.1:${ports.proxy} for https`,
      'database TLS': 'encrypted',
      'Slack bot token': 'installed for the organisation Acme Group',
      'Slack app token': 'Slack lets it open a connection',
      Zoom: 'https://zoom.us answers',
    });
  });

  test('a person of each workspace invites it, and reads in the answer to ping that nothing is in trouble', async () => {
    await invited();
    for (const one of people()) {
      const says = new RegExp(
        `Greenroom ${manifest.version} is here.*OK\\* Database.*OK\\* Slack.*(OK|Not asked yet)\\* StackOne.*OK\\* Zoom`,
        's',
      );
      expect((await asksUntil(one, '/zoom-app ping', says)).ephemeral).toBe(true);
    }
  });

  test('a person of each workspace registers a Zoom app, its card comes, and doctor still finds all in order', async () => {
    await registered();
    const findings = await examined();
    expect(findings.filter(({ status }) => status !== 'ok')).toEqual([]);
    await asksUntil(person('Acme', 'ana'), '/zoom-app ping', /OK\* StackOne: answered/);
    expect(findings.find(({ check }) => check === 'vault key')?.what).toContain('opens what is stored');
    expect(new Set(outboundProxy.asked)).toEqual(
      new Set(['slack.com:443', 'zoom.us:443', 'api.stackone.com:443']),
    );
  });

  // The embedded server comes without pg_dump.
  if (programs?.hasTools)
    test('the lines for a backup make one, though the container can write nowhere else', async () => {
      await registered();
      const lines = codeBlock(operations, 'sh', 'greenroom backup /backups');
      const withDocker = lines.slice(lines.findIndex((line) => line.startsWith('sudo')));
      // Whoever runs the tests without root is the user of the container already.
      const owner = isRoot ? ' -o 1000 ' : ' ';
      await typed(...withDocker.map((line) => line.replace('sudo ', '').replace(' -o 1000 ', owner)));
      const [made = ''] = readdirSync(join(docker.folder, 'backups'));
      expect(readdirSync(join(docker.folder, 'backups', made)).sort()).toEqual([
        'database.dump',
        'manifest.json',
      ]);
    });

  test('the lines for forgetting a person count what there is, forget it, and find nothing afterwards', async () => {
    await started();
    const max = person('Acme Labs', 'max');
    await max.types(channel, '/invite @Greenroom');
    await register(max);
    const lines = codeBlock(operations, 'sh', 'greenroom forget --person').map((line) =>
      line.replace('greenroom', 'docker compose run --rm greenroom').replace('U012ABCDEF', max.id),
    );
    const [counts = '', forgets = ''] = lines;
    expect(await typed(counts)).toMatch(/^E\w+: .*zoom_app_owner 1.*\nNothing was changed/);
    await until(async () => {
      // Rows that a job is using are left, and the page says to run it again then.
      const { code, out, err } = await docker.types(forgets);
      printed.push(out, err);
      return code === 0;
    }, 'the person to be forgotten');
    expect(printed.join('')).toMatch(/zoom_app_owner 1.*\n.*Zoom apps without an owner: 1/);
    await until(async () => /^E\w+: nothing\n/.test(await typed(counts)), 'nothing to be left of the person');
    await asksUntil(person('Acme Labs', 'lea'), `/zoom-app show ${appOf(max)}`, /Passed:[^·\n]*credentials/);
  });
});

/** What stands in the files of `secrets`. */
function secretsIn(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).filter(Boolean);
}

/** Empty counts as unset: the program finds the real hosts by itself. */
function without(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(env).map((name) => [name, '']));
}
