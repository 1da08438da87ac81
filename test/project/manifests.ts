import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type IPodMonitor,
  type IPrometheusRule,
  PodMonitor,
  PrometheusRule,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Secret, Service } from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { project, read } from './source_files.ts';

/**
 * HTTPRoute of the Gateway API, as far as it is used here; the package with its schema wants a newer Node than the oldest supported one.
 * Source: gateway-api.sigs.k8s.io/reference/spec, v1.
 */
const HttpRoute = z.strictObject({
  apiVersion: z.literal('gateway.networking.k8s.io/v1'),
  kind: z.literal('HTTPRoute'),
  metadata: z.strictObject({ name: z.string(), namespace: z.string().optional() }),
  spec: z.strictObject({
    parentRefs: z.array(z.strictObject({ name: z.string(), namespace: z.string().optional() })).min(1),
    hostnames: z.array(z.hostname()).max(16),
    rules: z.array(
      z.strictObject({
        matches: z.array(
          z.strictObject({
            path: z.strictObject({
              type: z.enum(['Exact', 'PathPrefix', 'RegularExpression']),
              value: z.string().startsWith('/').max(1024),
            }),
          }),
        ),
        backendRefs: z.array(z.strictObject({ name: z.string(), port: z.number().min(1).max(65_535) })),
      }),
    ),
  }),
});

interface Kind {
  readonly apiVersion: string;
  check(given: object): unknown;
  /** The module whose type `I<kind>` knows every field; null: `check` refuses unknown ones itself. */
  readonly types: string | null;
}
const core = 'kubernetes-models';
const operator = '@kubernetes-models/prometheus-operator';
/** The kinds of object in deploy/kubernetes, judged by the OpenAPI schemas of Kubernetes and of the Prometheus Operator. */
const kinds: Readonly<Record<string, Kind>> = {
  Deployment: {
    apiVersion: 'apps/v1',
    check: (given) => new Deployment(given as IDeployment).validate(),
    types: `${core}/apps/v1`,
  },
  Service: { apiVersion: 'v1', check: (given) => new Service(given).validate(), types: `${core}/v1` },
  Secret: { apiVersion: 'v1', check: (given) => new Secret(given).validate(), types: `${core}/v1` },
  Ingress: {
    apiVersion: 'networking.k8s.io/v1',
    check: (given) => new Ingress(given).validate(),
    types: `${core}/networking.k8s.io/v1`,
  },
  NetworkPolicy: {
    apiVersion: 'networking.k8s.io/v1',
    check: (given) => new NetworkPolicy(given).validate(),
    types: `${core}/networking.k8s.io/v1`,
  },
  PodDisruptionBudget: {
    apiVersion: 'policy/v1',
    check: (given) => new PodDisruptionBudget(given).validate(),
    types: `${core}/policy/v1`,
  },
  PodMonitor: {
    apiVersion: 'monitoring.coreos.com/v1',
    check: (given) => new PodMonitor(given as IPodMonitor).validate(),
    types: `${operator}/monitoring.coreos.com/v1`,
  },
  PrometheusRule: {
    apiVersion: 'monitoring.coreos.com/v1',
    check: (given) => new PrometheusRule(given as IPrometheusRule).validate(),
    types: `${operator}/monitoring.coreos.com/v1`,
  },
  HTTPRoute: {
    apiVersion: 'gateway.networking.k8s.io/v1',
    check: (given) => HttpRoute.parse(given),
    types: null,
  },
};

export const KubernetesObject = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});
export type KubernetesObject = z.output<typeof KubernetesObject>;

export function objectsIn(path: string): KubernetesObject[] {
  return parseAllDocuments(read(path)).map((document) => KubernetesObject.parse(document.toJS()));
}

/** What the schemas say against these objects; nothing when they are right. */
export function faultsIn(objects: readonly KubernetesObject[]): string[] {
  return [...objects.flatMap(wrongValues), ...unknownFields(objects)];
}

function wrongValues(object: KubernetesObject): string[] {
  const kind = kinds[object.kind];
  if (kind === undefined) return [`${object.kind} has no schema here`];
  if (object.apiVersion !== kind.apiVersion)
    return [`${object.kind} is of ${kind.apiVersion}, not of ${object.apiVersion}`];
  try {
    kind.check(object);
    return [];
  } catch (error) {
    return [`${object.kind}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** The schemas let unknown fields pass; their types, in a literal, do not: a typing error must not be ignored. */
function unknownFields(objects: readonly KubernetesObject[]): string[] {
  const rooms = join(project, 'node_modules', '.cache');
  mkdirSync(rooms, { recursive: true });
  const context = mkdtempSync(join(rooms, 'manifests-'));
  try {
    const lines = objects.flatMap(({ kind, ...rest }, index) => {
      const types = kinds[kind]?.types ?? null;
      if (types === null) return [];
      return [
        `export const object${index}: import('${types}').I${kind} = ${JSON.stringify({ kind, ...rest })};`,
      ];
    });
    writeFileSync(join(context, 'objects.ts'), lines.join('\n'));
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--ignoreConfig'];
    const { stdout } = spawnSync(
      join(project, 'node_modules', '.bin', 'tsc'),
      [...options, join(context, 'objects.ts')],
      { cwd: context, encoding: 'utf8' },
    );
    return stdout.split('\n').filter((line) => line !== '');
  } finally {
    rmSync(context, { recursive: true, force: true });
  }
}
