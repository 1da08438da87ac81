import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('page', import.meta.url));
export const builtPage = join(root, 'dist');

/** Builds the page when it is missing or older than its sources. Takes about a second. */
export async function buildPage(): Promise<void> {
  const built = await changedAt(join(builtPage, 'index.html'));
  if (built > (await newestSource())) return;
  // Loaded only when there is something to build.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Tests build with NODE_ENV=test, which would otherwise put debugging information into the page.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: { outDir: builtPage, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });
}

const changedAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function newestSource(): Promise<number> {
  const files = await readdir(join(root, 'src'), { recursive: true });
  const sources = [...files.map((file) => join('src', file)), 'index.html', '../server/contract.ts'];
  return Math.max(...(await Promise.all(sources.map((file) => changedAt(join(root, file))))));
}
