import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { faultsIn, type KubernetesObject, objectsIn } from './manifests.ts';
import { secretFileVariables } from './secret_variables.ts';
import { filesIn, read } from './source_files.ts';

/** Over HTTP: all but the token of Socket Mode. */
const needed = secretFileVariables.filter((name) => name !== 'SLACK_APP_TOKEN_FILE').sort();

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
