import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DCLinter } from 'dclint';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ComposeService, networksOf, readCompose } from './compose.ts';
import { manifest } from './package_manifest.ts';
import { secretFileVariables } from './secret_variables.ts';
import { filesIn, project, read } from './source_files.ts';

const setUps = [
  {
    transport: 'socket',
    files: ['compose.yaml'],
    replicas: ['greenroom'],
    unused: ['SLACK_SIGNING_SECRET_FILE', 'STACKONE_WEBHOOK_SECRET_FILE'],
  },
  {
    transport: 'http',
    files: ['compose.yaml', 'compose.http.yaml'],
    replicas: ['greenroom', 'greenroom-2'],
    unused: ['SLACK_APP_TOKEN_FILE'],
  },
] as const;

/** Who does not use webhooks has no file for their secret, and Compose starts nothing with one that is not there. */
const fileOf = (secret: string) =>
  secret === 'stackone_webhook_secret'
    ? `\${GREENROOM_WEBHOOK_SECRET_FILE:-/dev/null}`
    : `./secrets/${secret}`;

/** Services that start without a profile. */
const started = (services: Readonly<Record<string, ComposeService>>) =>
  Object.keys(services).filter((name) => services[name]?.profiles.length === 0);

test.each(['compose.yaml', 'compose.http.yaml'])('%s obeys the Compose Specification', (path) => {
  // The proxy is there to be reached from everywhere.
  const rules = { 'no-unbound-port-interfaces': path === 'compose.http.yaml' ? 0 : 2 } as const;
  const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
  const Found = z.array(z.object({ messages: z.array(z.object({ message: z.string() })) }));
  const found = Found.parse(linter.lintFiles([join(project, path)], false));
  expect(found.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
});

describe.each(setUps)('Compose over $transport', ({ transport, files, replicas, unused }) => {
  const { services, networks, volumes, secrets } = readCompose(...files);
  const found = replicas.map((name) => services[name]);

  it('starts Postgres, the replicas, and over HTTP a proxy; nothing else without being asked', () => {
    const expected = ['postgres', ...replicas, ...(transport === 'http' ? ['proxy'] : [])];
    expect(started(services).sort()).toEqual(expected.sort());
  });

  it('gives every secret that the transport needs as a file, and no other', () => {
    const needed = secretFileVariables.filter((name) => !unused.some((one) => one === name));
    for (const replica of found) {
      const { METRICS_PORT, ...paths } = replica?.environment ?? {};
      expect(METRICS_PORT).toBe('9464');
      const given = Object.entries(paths).filter(([, path]) => path !== '');
      expect(given.map(([name]) => name).sort()).toEqual(needed.toSorted());
      const names = given.map(([variable]) => variable.replace(/_FILE$/, '').toLowerCase());
      expect(given.map(([, path]) => path)).toEqual(names.map((name) => `/run/secrets/${name}`));
      expect(replica?.secrets.toSorted()).toEqual(names.toSorted());
      for (const name of names) expect(secrets[name]?.file).toBe(fileOf(name));
    }
  });

  it('has equal replicas, of which one builds the image', () => {
    const [first, ...others] = found.map((replica) => ({ ...replica, build: undefined }));
    for (const other of others) expect(other).toEqual(first);
    expect(found.map((replica) => replica?.build)).toEqual(['.', ...others.map(() => undefined)]);
  });

  it('opens nothing to the world but the proxy, and gives Postgres no way out', () => {
    const open = Object.entries(services).filter(([, { ports }]) =>
      ports.some((port) => !port.startsWith('127.0.0.1:')),
    );
    expect(open.map(([name]) => name)).toEqual(transport === 'http' ? ['proxy'] : []);
    expect(networks.inside?.internal).toBe(true);
    for (const [name, expected] of [
      ['postgres', ['inside']],
      ['prometheus', ['inside']],
      ['greenroom', ['inside', 'outside']],
    ] as const) {
      const service = services[name];
      expect(service === undefined ? [] : networksOf(service)).toEqual(expected);
    }
  });

  it('lets nothing write into the image but temporary files, and gives work the time to end', () => {
    for (const replica of found) {
      expect(replica).toMatchObject({ read_only: true, cap_drop: ['ALL'], stop_grace_period: '45s' });
      expect(replica).toMatchObject({ tmpfs: ['/tmp'] });
    }
  });

  it('sends people to every replica that answers them, and counts those as healthy, as the image does', () => {
    for (const replica of found) expect(replica).not.toHaveProperty('healthcheck');
    expect(read('Dockerfile')).toMatch(/^HEALTHCHECK [^\n]+\n[^\n]+'\/servez'/m);
    if (transport === 'http') expect(read('deploy/Caddyfile')).toMatch(/^\t*health_uri \/servez$/m);
  });

  it('names the version of every image, and of its own the one of this checkout', () => {
    for (const [name, { image }] of Object.entries(services)) {
      if (name.startsWith('greenroom'))
        expect(image).toBe(`\${GREENROOM_IMAGE:-greenroom}:\${GREENROOM_VERSION:-${manifest.version}}`);
      else expect([name, image]).toEqual([name, expect.stringMatching(/^[\w/]+:v?\d+\.\d+(\.\d+)?(-\w+)?$/)]);
    }
  });

  it('mounts files that exist, and volumes that are declared', () => {
    const mounted = Object.values(services).flatMap((service) =>
      service.volumes.map((volume) => volume.split(':')[0] ?? ''),
    );
    const paths = mounted.filter((source) => source.startsWith('./'));
    expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
    const named = mounted.filter((source) => !source.startsWith('./'));
    expect(named.filter((name) => !(name in volumes))).toEqual([]);
  });
});

describe('the profile `watch` of compose.yaml', () => {
  const { services } = readCompose('compose.yaml');

  it('is Prometheus and Grafana', () => {
    const watching = Object.entries(services).filter(([, { profiles }]) => profiles.includes('watch'));
    expect(watching.map(([name]) => name)).toEqual(['grafana', 'prometheus']);
  });

  it('asks every replica at the port that serves metrics', () => {
    const Scrape = z.object({
      rule_files: z.array(z.string()),
      scrape_configs: z.tuple([
        z.object({
          dns_sd_configs: z.tuple([
            z.object({ names: z.tuple([z.string()]), type: z.literal('A'), port: z.number() }),
          ]),
        }),
      ]),
    });
    const { rule_files, scrape_configs } = Scrape.parse(parse(read('deploy/prometheus/prometheus.yml')));
    const [{ names, port }] = scrape_configs[0].dns_sd_configs;
    expect(services.greenroom?.networks).toMatchObject({ inside: { aliases: names } });
    expect(services.greenroom?.environment.METRICS_PORT).toBe(String(port));
    expect(services.prometheus?.volumes).toContain('./deploy/prometheus:/etc/prometheus:ro');
    expect(rule_files).toEqual(['alerts.yml']);
    expect(filesIn('deploy/prometheus', /\.yml$/)).toContain(`deploy/prometheus/${rule_files[0]}`);
  });

  it('shows the dashboard without a click', () => {
    const folder = 'deploy/grafana/provisioning';
    const { datasources } = z
      .object({ datasources: z.tuple([z.looseObject({ type: z.string(), url: z.url() })]) })
      .parse(parse(read(`${folder}/datasources/prometheus.yaml`)));
    expect(datasources[0]).toMatchObject({
      type: 'prometheus',
      url: 'http://prometheus:9090',
      isDefault: true,
    });
    const { providers } = z
      .object({ providers: z.tuple([z.object({ options: z.object({ path: z.string() }) })]) })
      .parse(parse(read(`${folder}/dashboards/greenroom.yaml`)));
    const volumes = services.grafana?.volumes ?? [];
    expect(volumes).toContain(`./${folder}:/etc/grafana/provisioning:ro`);
    expect(volumes).toContain(
      `./deploy/grafana/greenroom.json:${providers[0].options.path}/greenroom.json:ro`,
    );
  });

  it('is open to this machine only, with a password of your own', () => {
    expect(services.prometheus?.ports).toEqual([]);
    expect(services.grafana?.ports.every((port) => port.startsWith('127.0.0.1:'))).toBe(true);
    expect(services.grafana?.environment.GF_SECURITY_ADMIN_PASSWORD__FILE).toBe(
      '/run/secrets/grafana_password',
    );
  });
});

test('the secrets of Compose stay out of git and out of the image', () => {
  // At the root only: a folder of the code may have the same name.
  expect(read('.gitignore')).toMatch(/^\/secrets\/$/m);
  expect(read('.dockerignore')).toMatch(/^\*$/m);
});
