import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { read } from './source_files.ts';

const Service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
  networks: z.union([
    z.array(z.string()),
    z.record(z.string(), z.object({ aliases: z.array(z.string()).default([]) })),
  ]),
  read_only: z.boolean().default(false),
  stop_grace_period: z.string().default('10s'),
});
export type ComposeService = z.output<typeof Service>;

const Compose = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) }).nullable()),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

/** What Compose makes of these files in this order (`-f one -f other`), as far as they use its merge rules. */
export function readCompose(...paths: readonly string[]): z.output<typeof Compose> {
  const merged = paths
    .map((path) => contentOf(path))
    .reduce<Value>((below, above) => merge(below, above), new Map());
  return Compose.parse(plain(merged));
}

/** Networks by name, whichever of the two forms a service has them in. */
export function networksOf({ networks }: ComposeService): string[] {
  return Array.isArray(networks) ? networks : Object.keys(networks);
}

/** `override`: a value that replaces what lies below instead of being merged into it; `reset`: one that removes it. */
type Value = Map<string, Value> | { items: Value[]; override: boolean } | { scalar: unknown } | 'reset';

function contentOf(path: string): Value {
  const root = readValue(parseDocument(read(path)).contents);
  const services = root instanceof Map ? root.get('services') : undefined;
  if (services instanceof Map) for (const [name, service] of services) services.set(name, extended(service));
  return root;
}

/** `extends: {file, service}`: that service lies below this one. */
function extended(service: Value): Value {
  const base = service instanceof Map ? plain(service.get('extends') ?? 'reset') : undefined;
  if (base === undefined || !(service instanceof Map)) return service;
  service.delete('extends');
  const { file, service: name } = z.object({ file: z.string(), service: z.string() }).parse(base);
  const content = contentOf(file);
  const services = content instanceof Map ? content.get('services') : undefined;
  const found = services instanceof Map ? services.get(name) : undefined;
  if (found === undefined) throw new Error(`${file} has no service ${name}`);
  return merge(found, service);
}

function readValue(node: Node | null): Value {
  if (node === null) return { scalar: null };
  if (node.tag === '!reset') return 'reset';
  if (isMap<Node, Node | null>(node)) {
    return new Map(node.items.map(({ key, value }) => [String(key), readValue(value)]));
  }
  if (isSeq<Node>(node)) return { items: node.items.map(readValue), override: node.tag === '!override' };
  if (isScalar(node)) return { scalar: node.value };
  throw new Error(
    isAlias(node) ? 'write it out: Compose merges no aliases of another file' : 'not YAML of Compose',
  );
}

function merge(below: Value, above: Value): Value {
  if (below instanceof Map && above instanceof Map) {
    const both = new Map(below);
    for (const [key, value] of above) {
      const under = both.get(key);
      if (value === 'reset') both.delete(key);
      else both.set(key, under === undefined ? value : merge(under, value));
    }
    return both;
  }
  const lists =
    typeof below === 'object' && 'items' in below && typeof above === 'object' && 'items' in above;
  return lists && !above.override ? { items: [...below.items, ...above.items], override: false } : above;
}

function plain(value: Value): unknown {
  if (value === 'reset') return undefined;
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]));
  return 'items' in value ? value.items.map(plain) : value.scalar;
}
