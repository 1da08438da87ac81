import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { build } from './kustomize.ts';
import { faultsIn, type KubernetesObject, objectsIn } from './manifests.ts';
import { manifest, repository } from './package_manifest.ts';
import { secretFileVariables } from './secret_variables.ts';
import { filesIn, read } from './source_files.ts';

const folder = 'deploy/kubernetes';
const files = filesIn(folder, /\.yaml$/);
/** Files that hold an object: no kustomization, no patch. */
const isObject = (path: string) => /^kind: (?!Kustomization|Component)/m.test(read(path)) && !isPatch(path);
const isPatch = (path: string) => /\/(transport|http\/network_policy)\.yaml$/.test(path);
const everything = () => files.filter(isObject).flatMap(objectsIn);
const overlays = [
  { transport: 'socket', unused: ['SLACK_SIGNING_SECRET_FILE', 'STACKONE_WEBHOOK_SECRET_FILE'] },
  { transport: 'http', unused: ['SLACK_APP_TOKEN_FILE'] },
] as const;

function only(objects: readonly KubernetesObject[], kind: string): KubernetesObject {
  const [found, ...more] = objects.filter((object) => object.kind === kind);
  if (found === undefined || more.length > 0) throw new Error(`not one ${kind}`);
  return found;
}

const Probe = z.object({ httpGet: z.object({ path: z.string(), port: z.literal('http') }) });
const Container = z.looseObject({
  image: z.string(),
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
const deploymentOf = (objects: readonly KubernetesObject[]) =>
  Deployment.parse(only(objects, 'Deployment')).spec;

describe('the Kubernetes manifests', () => {
  it('obey the schemas of Kubernetes, of the Prometheus Operator and of the Gateway API', () => {
    const objects = [
      ...everything(),
      ...overlays.flatMap(({ transport }) => build(`${folder}/${transport}`)),
    ];
    expect(
      everything()
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([
      'Deployment',
      'HTTPRoute',
      'Ingress',
      'NetworkPolicy',
      'PodDisruptionBudget',
      'PodMonitor',
      'PrometheusRule',
      'Secret',
      'Service',
    ]);
    expect(faultsIn(objects)).toEqual([]);
  });

  it('would be refused with a wrong value, and with a name that the schema does not know', () => {
    const objects = everything();
    const wrong = [
      { ...only(objects, 'Service'), spec: { ports: [{ port: 'eighty' }] } },
      { ...only(objects, 'Service'), spec: { selektor: {} } },
      { ...only(objects, 'PodMonitor'), spec: { selector: {}, podMetricsEndpoint: [] } },
      { ...only(objects, 'HTTPRoute'), spec: { hostname: 'greenroom.example.com' } },
    ];
    const found = faultsIn(wrong).join('\n');
    for (const name of [/port/, /selektor/, /"podMetricsEndpoint"'/, /"hostname"/])
      expect(found).toMatch(name);
  });

  it('are each in an overlay, or named there as the other choice, but for the secrets', () => {
    const texts = files.filter((path) => path.endsWith('kustomization.yaml')).map(read);
    const named = texts.flatMap((text) => [...text.matchAll(/^ *(?:# )?- (?:path: )?([\w.]+\.yaml)$/gm)]);
    const names = new Set(named.map(([, name]) => name));
    const others = files.filter((path) => !path.endsWith('kustomization.yaml'));
    expect(others.filter((path) => !names.has(path.split('/').at(-1)))).toEqual([
      `${folder}/secrets.example.yaml`,
    ]);
  });

  it('name image, version and namespace in one place', () => {
    const set = (word: RegExp) => files.filter((path) => word.test(read(path)));
    expect(set(/^namespace:/m)).toEqual([`${folder}/settings/kustomization.yaml`]);
    expect(set(/newTag:/)).toEqual([`${folder}/settings/kustomization.yaml`]);
    expect(read(`${folder}/settings/kustomization.yaml`)).toContain(`newTag: ${manifest.version}\n`);
    const image = `ghcr.io/${repository.replace('https://github.com/', '')}:${manifest.version}`;
    for (const { transport } of overlays) {
      const objects = build(`${folder}/${transport}`);
      expect(objects.map(({ metadata }) => metadata.namespace)).toEqual(objects.map(() => 'greenroom'));
      expect(deploymentOf(objects).template.spec.containers[0].image).toBe(image);
    }
  });

  it('watch every pod, by the same alerts as outside Kubernetes', () => {
    const objects = build(`${folder}/monitoring`);
    const Groups = z.object({ groups: z.array(z.unknown()).min(1) });
    const { spec } = z.object({ spec: Groups }).parse(only(objects, 'PrometheusRule'));
    expect(spec).toEqual(Groups.parse(parse(read('deploy/prometheus/alerts.yml'))));
    const { selector, template } = deploymentOf(build(`${folder}/socket`));
    expect(only(objects, 'PodMonitor')).toMatchObject({
      spec: { selector, podMetricsEndpoints: [{ port: 'metrics' }] },
    });
    expect(template.spec.containers[0]).toMatchObject({
      ports: [
        { name: 'http', containerPort: 3000 },
        { name: 'metrics', containerPort: 9464 },
      ],
    });
  });
});

describe.each(overlays)('Kubernetes over $transport', ({ transport, unused }) => {
  const objects = build(`${folder}/${transport}`);
  const deployment = deploymentOf(objects);
  const [container] = deployment.template.spec.containers;

  it('run two replicas, replaced one by one, each the other’s guard when a node is drained', () => {
    const { replicas, selector, template } = deployment;
    expect(replicas).toBe(2);
    expect(deployment).toMatchObject({ strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } });
    expect(only(objects, 'PodDisruptionBudget')).toMatchObject({ spec: { maxUnavailable: 1, selector } });
    expect(template.metadata.labels).toMatchObject(selector.matchLabels);
    expect(template.spec.terminationGracePeriodSeconds).toBeGreaterThan(30);
  });

  it('ask the right pages: alive in any case, and open to requests while people get an answer', () => {
    expect(container.startupProbe.httpGet.path).toBe('/healthz');
    expect(container.livenessProbe.httpGet.path).toBe('/healthz');
    expect(container.readinessProbe.httpGet.path).toBe('/servez');
  });

  it('mount every secret of the transport as a file that the process may read and nobody may write', () => {
    const mounted = container.env.filter(({ name }) => name !== 'METRICS_PORT');
    const needed = secretFileVariables.filter((name) => !unused.some((one) => one === name));
    expect(mounted.map(({ name }) => name).sort()).toEqual(needed.toSorted());
    const Example = z.object({ stringData: z.record(z.string(), z.literal('')) });
    const { stringData } = Example.parse(only(everything(), 'Secret'));
    for (const { name, value } of mounted) {
      const key = name
        .replace(/_FILE$/, '')
        .toLowerCase()
        .replaceAll('_', '-');
      expect(value).toBe(`/run/secrets/greenroom/${key}`);
      expect(stringData).toHaveProperty(key);
    }
    expect(Object.keys(stringData)).toHaveLength(secretFileVariables.length);
    expect(deployment.template.spec).toMatchObject({
      securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000 },
      volumes: [{ secret: { secretName: 'greenroom', defaultMode: 0o440 } }],
    });
  });

  it('give the process no rights', () => {
    expect(deployment.template.spec).toMatchObject({ automountServiceAccountToken: false });
    expect(container).toMatchObject({
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    });
  });

  it('let in only what the transport needs', () => {
    const policy = { podSelector: deployment.selector, policyTypes: ['Ingress', 'Egress'] };
    const ports = transport === 'http' ? ['metrics', 'http'] : ['metrics'];
    expect(only(objects, 'NetworkPolicy')).toMatchObject({
      spec: { ...policy, ingress: ports.map((port) => ({ ports: [{ port }] })) },
    });
    const open = objects.filter(({ kind }) => ['Service', 'Ingress', 'HTTPRoute'].includes(kind));
    expect(open.map(({ kind }) => kind)).toEqual(transport === 'http' ? ['Service', 'Ingress'] : []);
  });
});

it('both ways into Kubernetes over HTTP let in only what Slack and StackOne call, and lead to the Service', () => {
  const objects = everything();
  const backend = { service: { name: 'greenroom', port: { name: 'http' } } };
  expect(only(objects, 'Service')).toMatchObject({
    spec: { ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  });
  expect(only(objects, 'Ingress')).toMatchObject({
    spec: {
      rules: [
        {
          http: {
            paths: [
              { path: '/slack', pathType: 'Prefix', backend },
              { path: '/stackone/webhook', pathType: 'Exact', backend },
            ],
          },
        },
      ],
    },
  });
  expect(only(objects, 'HTTPRoute')).toMatchObject({
    spec: {
      rules: [
        {
          matches: [
            { path: { type: 'PathPrefix', value: '/slack' } },
            { path: { type: 'Exact', value: '/stackone/webhook' } },
          ],
          backendRefs: [{ name: 'greenroom', port: 80 }],
        },
      ],
    },
  });
});
