import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** Keeps a picture beside the tests as documentation: made when it is missing, or anew with `SCREENSHOTS=1`. */
export const keepPicture = (of: Page | Locator, name: string): Promise<void> =>
  keep(of, join('test/full/browser/__screenshots__', `${name}.png`));

/** The same for a picture that the documentation shows. */
export const keepInDocs = (of: Page | Locator, name: string): Promise<void> =>
  keep(of, join('docs', `${name}.png`));

/** The same for bytes that are made when they are needed. */
export async function keepBytesInDocs(make: () => Buffer, name: string): Promise<void> {
  const path = join(project, 'docs', `${name}.png`);
  if (!isKept(path)) await writeFile(path, make());
}

const isKept = (path: string): boolean => existsSync(path) && process.env.SCREENSHOTS !== '1';

async function keep(of: Page | Locator, file: string): Promise<void> {
  const path = join(project, file);
  if (isKept(path)) return;
  await mkdir(dirname(path), { recursive: true });
  // Nothing is tinted because the mouse happens to rest there.
  await ('page' in of ? of.page() : of).mouse.move(1, 1);
  await of.screenshot({ path, animations: 'disabled' });
}
