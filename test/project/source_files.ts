import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url));

/** Made by tools, or not ours. */
const skipped = new Set(['node_modules', 'dist', '.git', '.greenroom', 'coverage']);

export function read(path: string): string {
  return readFileSync(join(project, path), 'utf8');
}

/** Paths below `folder`, seen from the project, with `/` on every system. */
export function filesIn(folder: string, ending: RegExp = /\.(ts|tsx|mjs)$/): string[] {
  return readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesIn(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
}

export interface Import {
  readonly from: string;
  /** A path of the project (`src/core/id.ts`), or the name of a package (`@slack/bolt`, `node:fs`). */
  readonly to: string;
  readonly typeOnly: boolean;
}

export function importsOf(path: string): Import[] {
  return importsIn(read(path)).map(({ specifier, typeOnly }) => ({
    from: path,
    to: specifier.startsWith('.') ? fromProject(path, specifier) : packageOf(specifier),
    typeOnly,
  }));
}

/** Every `import` and `export … from` of a text, and whether it disappears when the types do. */
export function importsIn(text: string): { specifier: string; typeOnly: boolean }[] {
  const statement = /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;=]*?\bfrom\s+)?['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statement)].map(([, type, specifier = '']) => ({
    specifier,
    typeOnly: type !== undefined,
  }));
}

function fromProject(path: string, specifier: string): string {
  const target = resolve(project, dirname(path), specifier);
  return relative(project, target).split(sep).join('/');
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
