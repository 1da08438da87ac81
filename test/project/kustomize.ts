import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { KubernetesObject, objectsIn } from './manifests.ts';
import { project, read } from './source_files.ts';

const Kustomization = z.strictObject({
  apiVersion: z.string(),
  kind: z.enum(['Kustomization', 'Component']),
  namespace: z.string().optional(),
  resources: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  images: z.array(z.strictObject({ name: z.string(), newName: z.string(), newTag: z.string() })).default([]),
  patches: z
    .array(
      z.strictObject({
        path: z.string(),
        target: z.strictObject({ kind: z.string(), name: z.string() }).optional(),
      }),
    )
    .default([]),
});
type Kustomization = z.output<typeof Kustomization>;
const Additions = z.array(
  z.strictObject({ op: z.literal('add'), path: z.string().regex(/^(\/\w+)+\/-$/), value: z.unknown() }),
);
const Fields = z.record(z.string(), z.unknown());

/**
 * The objects that `kubectl kustomize <folder>` makes, as far as the folders of this project use kustomize: resources, components, namespace, images,
 * strategic merge patches and JSON patches that append. Anything else in a kustomization.yaml, a missing file, and a patch
 * of an object that is not there are errors.
 */
export function build(folder: string): KubernetesObject[] {
  return apply(folder, []);
}

/** What `kustomization.yaml` of `folder` makes of the objects that are there already (those of who includes it as a component). */
function apply(folder: string, given: readonly KubernetesObject[]): KubernetesObject[] {
  const kustomization = Kustomization.parse(parse(read(`${folder}/kustomization.yaml`)));
  let objects = [...given, ...kustomization.resources.flatMap((name) => resource(join(folder, name)))];
  for (const name of kustomization.components) objects = apply(join(folder, name), objects);
  for (const { path, target } of kustomization.patches) objects = patch(objects, join(folder, path), target);
  return objects.map((object) => settled(object, kustomization));
}

function resource(path: string): KubernetesObject[] {
  return existsSync(join(project, path, 'kustomization.yaml')) ? build(path) : objectsIn(path);
}

function settled(object: KubernetesObject, { namespace, images }: Kustomization): KubernetesObject {
  const placed =
    namespace === undefined ? object : { ...object, metadata: { ...object.metadata, namespace } };
  return images.reduce(
    (done, { name, newName, newTag }) =>
      KubernetesObject.parse(
        JSON.parse(JSON.stringify(done).replaceAll(`"image":"${name}"`, `"image":"${newName}:${newTag}"`)),
      ),
    placed,
  );
}

function patch(
  objects: readonly KubernetesObject[],
  path: string,
  target: { kind: string; name: string } | undefined,
): KubernetesObject[] {
  const content: unknown = parse(read(path));
  const { kind, name } = target ?? namedIn(content);
  const index = objects.findIndex((object) => object.kind === kind && object.metadata.name === name);
  const found = objects[index];
  if (found === undefined) throw new Error(`${path} patches ${kind} ${name}, which is not there`);
  const patched = target === undefined ? merge(found, content) : append(found, Additions.parse(content));
  return objects.with(index, KubernetesObject.parse(patched));
}

function namedIn(content: unknown): { kind: string; name: string } {
  const { kind, metadata } = KubernetesObject.parse(content);
  return { kind, name: metadata.name };
}

/** Lists of named objects (containers, variables) are merged by name, as kustomize does with these of a Deployment. */
function merge(below: unknown, above: unknown): unknown {
  const [under, over] = [Fields.safeParse(below).data, Fields.safeParse(above).data];
  if (Array.isArray(below) && Array.isArray(above)) {
    const nameOf = (one: unknown) => Fields.safeParse(one).data?.name;
    const added = above.filter((one) => below.every((other) => nameOf(other) !== nameOf(one)));
    const kept = below.map((one) => merge(one, above.find((other) => nameOf(other) === nameOf(one)) ?? one));
    return [...added, ...kept];
  }
  if (Array.isArray(above) || under === undefined || over === undefined) return above;
  const both = { ...under };
  for (const [key, value] of Object.entries(over))
    both[key] = key in under ? merge(under[key], value) : value;
  return both;
}

function append(object: KubernetesObject, additions: z.output<typeof Additions>): unknown {
  const copy: unknown = structuredClone(object);
  for (const { path, value } of additions) {
    const list = path
      .split('/')
      .slice(1, -1)
      .reduce<unknown>((inner, key) => Fields.parse(inner)[key], copy);
    z.array(z.unknown()).parse(list);
    if (Array.isArray(list)) list.push(value);
  }
  return copy;
}
