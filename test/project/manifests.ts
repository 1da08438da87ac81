import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deployment, type IDeployment } from 'kubernetes-models/apps/v1';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Secret, Service } from 'kubernetes-models/v1';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { project, read } from './source_files.ts';

/** The kinds of object in deploy/kubernetes, judged by the OpenAPI schemas of Kubernetes. */
const kinds = {
  Deployment: {
    module: 'apps/v1',
    check: (given: object) => new Deployment(given as IDeployment).validate(),
  },
  Service: { module: 'v1', check: (given: object) => new Service(given).validate() },
  Secret: { module: 'v1', check: (given: object) => new Secret(given).validate() },
  Ingress: { module: 'networking.k8s.io/v1', check: (given: object) => new Ingress(given).validate() },
  PodDisruptionBudget: {
    module: 'policy/v1',
    check: (given: object) => new PodDisruptionBudget(given).validate(),
  },
} as const;

const Head = z.looseObject({
  apiVersion: z.string(),
  kind: z.enum(['Deployment', 'Service', 'Secret', 'Ingress', 'PodDisruptionBudget']),
});
export type KubernetesObject = z.output<typeof Head>;

export function objectsIn(path: string): KubernetesObject[] {
  return parseAllDocuments(read(path)).map((document) => Head.parse(document.toJS()));
}

/** What the schemas say against these objects; nothing when they are right. */
export function faultsIn(objects: readonly KubernetesObject[]): string[] {
  return [...objects.flatMap(wrongValues), ...unknownFields(objects)];
}

function wrongValues(object: KubernetesObject): string[] {
  const { module, check } = kinds[object.kind];
  if (object.apiVersion !== module) return [`${object.kind} is of ${module}, not of ${object.apiVersion}`];
  try {
    check(object);
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
    const lines = objects.map(({ kind, ...rest }, index) => {
      const type = `import('kubernetes-models/${kinds[kind].module}').I${kind}`;
      return `export const object${index}: ${type} = ${JSON.stringify({ kind, ...rest })};`;
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
