import { cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { findBinaries, usableBinaries } from '../../../../../src/store/postgres/embedded/binaries.ts';
import { obstacle } from '../../../../../src/store/postgres/embedded/folder_access.ts';

const nobody = { uid: 65534, gid: 65534 };
let place: string;

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'greenroom-binaries-'));
  await chmod(place, 0o755);
  onTestFinished(() => rm(place, { recursive: true, force: true }));
});

/** The real package as npm leaves it when it runs no install scripts: without its links. */
function packageWithoutLinks(): string {
  const found = findBinaries();
  const native = join(place, 'native');
  cpSync(found.native, native, { recursive: true, verbatimSymlinks: true });
  for (const target of links(native)) rmSync(join(place, target), { force: true });
  return native;
}

function links(native: string): string[] {
  const text = readFileSync(join(native, 'pg-symlinks.json'), 'utf8');
  return z
    .array(z.object({ target: z.string() }))
    .parse(JSON.parse(text))
    .map(({ target }) => target);
}

const linked = (root: string, native: string) =>
  links(native).every((target) => existsSync(join(root, target)));

describe('the binaries', () => {
  it('are found through the package that brings them', () => {
    const found = findBinaries();
    expect(existsSync(join(found.native, 'bin', 'postgres'))).toBe(true);
    expect(found.major).toBe('18');
  });

  it('get their links when no install script made them', () => {
    const native = packageWithoutLinks();
    expect(linked(place, native)).toBe(false);
    expect(usableBinaries({ native, major: '18', version: '18.4' }, null, join(place, 'copies')).native).toBe(
      native,
    );
    expect(linked(place, native)).toBe(true);
  });

  it('are copied to where the server may go when they lie where it may not', async () => {
    const native = packageWithoutLinks();
    await chmod(native, 0o700);
    const copies = join(place, 'copies');
    const usable = usableBinaries({ native, major: '18', version: '18.4' }, nobody, copies);
    expect(usable.native.startsWith(copies)).toBe(true);
    expect(obstacle(join(usable.native, 'bin', 'postgres'), nobody)).toBeNull();
    const [target = ''] = links(usable.native);
    expect(lstatSync(join(usable.native, target.replace('native/', ''))).isSymbolicLink()).toBe(true);
    expect(usableBinaries({ native, major: '18', version: '18.4' }, nobody, copies)).toEqual(usable);
  });
});

it('that can neither run where they are nor be copied are reported with the fix', async () => {
  const native = packageWithoutLinks();
  await chmod(native, 0o700);
  const found = { native, major: '18', version: '18.4' };
  expect(() => usableBinaries(found, nobody, join(native, 'pg-symlinks.json'))).toThrow(/DATABASE_URL/);
});

describe('what keeps another user from a path', () => {
  it('is the first folder on the way that it may not enter', async () => {
    const inner = join(place, 'a');
    cpSync(new URL('../migrations', import.meta.url), join(inner, 'b'), { recursive: true });
    for (const folder of [inner, join(inner, 'b')]) await chmod(folder, 0o755);
    expect(obstacle(join(inner, 'b'), nobody)).toBeNull();
    await chmod(inner, 0o700);
    expect(obstacle(join(inner, 'b'), nobody)).toBe(inner);
  });

  it('is found behind links too', async () => {
    const hidden = mkdtempSync(join(place, 'hidden-'));
    cpSync(new URL('../migrations', import.meta.url), join(hidden, 'b'), { recursive: true });
    symlinkSync(join(hidden, 'b'), join(place, 'link'));
    expect(obstacle(join(place, 'link'), nobody)).toBe(hidden);
  });
});
