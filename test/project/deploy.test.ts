import { DCLinter } from 'dclint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { faultsIn, type KubernetesObject, objectsIn } from './manifests.ts';
import { filesIn, project, read } from './source_files.ts';

/** The variables that may come from a file, as the code has them. */
const fromFiles = [...read('src/config/secret_files.ts').matchAll(/^ {2}'([A-Z_]+)',$/gm)].map(
  ([, name]) => `${name}_FILE`,
);
/** Over HTTP: all but the token of Socket Mode. */
const needed = fromFiles.filter((name) => name !== 'SLACK_APP_TOKEN_FILE').sort();

const Service = z.looseObject({
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  read_only: z.boolean().default(false),
  stop_grace_period: z.string().default('10s'),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) }).nullable()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
const compose = () => Compose.parse(parse(read('compose.yaml'), { merge: true }));
const replicas = () => Object.entries(compose().services).filter(([name]) => name.startsWith('greenroom'));

describe('compose.yaml', () => {
  it('obeys the Compose Specification', () => {
    // The proxy is there to be reached from everywhere.
    const rules = { 'no-unbound-port-interfaces': 0 } as const;
    const linter = new DCLinter({ rules, quiet: false, debug: false, exclude: [] });
    const Found = z.array(z.object({ messages: z.array(z.object({ message: z.string() })) }));
    const found = Found.parse(linter.lintFiles([`${project}/compose.yaml`], false));
    expect(found.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  it('runs two equal replicas, which take every secret from a file', () => {
    const [first, second, ...more] = replicas().map(([, service]) => service);
    expect(more).toEqual([]);
    expect(second).toEqual(first);
    const { secrets } = compose();
    const { METRICS_PORT, ...paths } = first?.environment ?? {};
    expect(METRICS_PORT).toBe('9464');
    expect(Object.keys(paths).sort()).toEqual(needed);
    for (const [variable, path] of Object.entries(paths)) {
      const name = variable.replace(/_FILE$/, '').toLowerCase();
      expect(path).toBe(`/run/secrets/${name}`);
      expect(first?.secrets).toContain(name);
      expect(secrets[name]?.file).toBe(`./secrets/${name}`);
    }
  });

  it('shows only the proxy to the world, and gives Postgres no way out', () => {
    const { services, networks } = compose();
    const shown = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
    expect(shown.map(([name]) => name)).toEqual(['proxy']);
    expect(services.postgres?.networks).toEqual(['inside']);
    expect(networks.inside?.internal).toBe(true);
    expect(services.proxy?.networks).toEqual(['outside']);
  });

  it('lets nothing write into the image, and gives work the time to end', () => {
    for (const [, service] of replicas()) {
      expect(service.read_only).toBe(true);
      expect(service).toMatchObject({ cap_drop: ['ALL'] });
      expect(service.stop_grace_period).toBe('45s');
    }
  });

  it('sends people to every replica that answers them, and counts those as healthy', () => {
    for (const [, service] of replicas())
      expect(service.healthcheck?.test.join(' ')).toContain('http://127.0.0.1:3000/servez');
    expect(read('deploy/Caddyfile')).toMatch(/^\t*health_uri \/servez$/m);
  });

  it('keeps its secrets out of git and out of the image', () => {
    // At the root only: a folder of the code may have the same name.
    expect(read('.gitignore')).toMatch(/^\/secrets\/$/m);
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });
});

const files = filesIn('deploy/kubernetes', /\.yaml$/).filter((path) => !path.endsWith('kustomization.yaml'));
const objects = () => files.flatMap(objectsIn);

function only(kind: KubernetesObject['kind']): KubernetesObject {
  const [found, ...more] = objects().filter((object) => object.kind === kind);
  if (found === undefined || more.length > 0) throw new Error(`not one ${kind}`);
  return found;
}

const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.literal('http') }) });
const Container = z.looseObject({
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  startupProbe: Probe,
  livenessProbe: Probe,
  readinessProbe: Probe,
});
const Deployment = z.object({
  spec: z.looseObject({
    replicas: z.number(),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()) }),
    template: z.object({
      metadata: z.object({ labels: z.record(z.string(), z.string()) }),
      spec: z.looseObject({ terminationGracePeriodSeconds: z.number(), containers: z.tuple([Container]) }),
    }),
  }),
});
const deployment = () => Deployment.parse(only('Deployment')).spec;

describe('the Kubernetes manifests', () => {
  it('obey the schemas of Kubernetes', () => {
    expect(objects().length).toBeGreaterThanOrEqual(5);
    expect(faultsIn(objects())).toEqual([]);
  });

  it('would be refused with a wrong value, and with a name that Kubernetes does not know', () => {
    const given = only('Service');
    expect(faultsIn([{ ...given, spec: { ports: [{ port: 'eighty' }] } }]).join()).toMatch(/port/);
    expect(faultsIn([{ ...given, spec: { selektor: {} } }]).join()).toMatch(/selektor/);
  });

  it('are all applied together, but for the secrets', () => {
    const { resources } = z
      .object({ resources: z.array(z.string()) })
      .parse(parse(read('deploy/kubernetes/kustomization.yaml')));
    const applied = [...resources, 'secrets.example.yaml'].map((name) => `deploy/kubernetes/${name}`);
    expect(applied.sort()).toEqual(files.toSorted());
  });

  it('run two replicas, replaced one by one, each the other’s guard when a node is drained', () => {
    const { replicas: count, ...spec } = deployment();
    expect(count).toBe(2);
    expect(spec).toMatchObject({ strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } });
    expect(only('PodDisruptionBudget')).toMatchObject({
      spec: { maxUnavailable: 1, selector: spec.selector },
    });
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
    expect(only('Service')).toMatchObject({ spec: { selector: spec.selector.matchLabels } });
    expect(spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThan(30);
  });

  it('ask the right pages: alive in any case, and open to requests while people get an answer', () => {
    const [container] = deployment().template.spec.containers;
    expect(container.startupProbe.httpGet.path).toBe('/healthz');
    expect(container.livenessProbe.httpGet.path).toBe('/healthz');
    expect(container.readinessProbe.httpGet.path).toBe('/servez');
    expect(container).toMatchObject({ ports: [{ name: 'http', containerPort: 3000 }, { name: 'metrics' }] });
  });

  it('mount every secret as a file that the process may read and nobody may write', () => {
    const { spec } = deployment().template;
    const [container] = spec.containers;
    const mounted = container.env.filter(({ name }) => name !== 'METRICS_PORT');
    expect(mounted.map(({ name }) => name).sort()).toEqual(needed);
    const keys = mounted.map(({ name, value }) => {
      const key = name
        .replace(/_FILE$/, '')
        .toLowerCase()
        .replaceAll('_', '-');
      expect(value).toBe(`/run/secrets/greenroom/${key}`);
      return key;
    });
    const { stringData } = z
      .object({ stringData: z.record(z.string(), z.literal('')) })
      .parse(only('Secret'));
    expect(Object.keys(stringData).sort()).toEqual(keys.sort());
    expect(spec).toMatchObject({
      securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000 },
      volumes: [{ secret: { secretName: 'greenroom', defaultMode: 0o440 } }],
    });
  });

  it('give the process no rights', () => {
    const { spec } = deployment().template;
    expect(spec).toMatchObject({ automountServiceAccountToken: false });
    expect(spec.containers[0]).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    });
  });

  it('let in only what Slack calls', () => {
    expect(only('Ingress')).toMatchObject({ spec: { rules: [{ http: { paths: [{ path: '/slack' }] } }] } });
  });
});
