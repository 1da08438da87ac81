import type { Import } from './source_files.ts';

/**
 * The parts of a folder from the lowest layer to the highest. A part may import lower layers, not its neighbours. A part is a
 * folder, or a file that stands beside the folders.
 */
export type Layers = readonly (readonly string[])[];

/** The part of `folder` in which a file lies: `src/slack/views/inputs.ts` is in `views` of `src/slack`. */
function partIn(folder: string, path: string): string | null {
  if (!path.startsWith(`${folder}/`)) return null;
  return (path.slice(folder.length + 1).split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** Imports inside of a folder that go up or sideways, or whose parts are in no layer. */
export function breaches(folder: string, layers: Layers, imports: readonly Import[]): Import[] {
  const layerOf = (part: string) => layers.findIndex((parts) => parts.includes(part));
  return imports.filter(({ from, to }) => {
    const [part, other] = [partIn(folder, from), partIn(folder, to)];
    if (part === null || other === null || part === other) return false;
    return layerOf(part) < 0 || layerOf(other) < 0 || layerOf(part) <= layerOf(other);
  });
}

/** Files that import each other, directly or by way of others; each circle once. */
export function circles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[][] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path]);
    if (done.has(path) || way.includes(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}
