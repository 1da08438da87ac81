import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { layOutImage } from '../project/image_files.ts';
import { type Opened, oncePerRun } from './once_per_run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Greenroom as it ships, built from this checkout: what `sandbox/bot.ts` runs with plain node. */
    program: string;
  }
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/** Builds Greenroom once for all stories: a start from the built files takes half as long as one through tsx. */
export default async function setup(lane: TestProject): Promise<() => Promise<void>> {
  const { value, close } = await oncePerRun('program', build);
  lane.provide('program', value);
  return close;
}

async function build(): Promise<Opened<string>> {
  if (process.env.GREENROOM_TEST_LAYOUT === 'image') return layOut();
  // Below node_modules: the packages are found from there, and no other run or build is in the way.
  const builds = join(project, 'node_modules', '.cache');
  await mkdir(builds, { recursive: true });
  const folder = await mkdtemp(join(builds, 'greenroom-'));
  for (const name of ['package.json', 'migrations', 'vendor'])
    await symlink(join(project, name), join(folder, name));
  const tsc = join(project, 'node_modules', '.bin', 'tsc');
  await promisify(execFile)(tsc, ['-p', 'tsconfig.build.json', '--outDir', join(folder, 'dist')], {
    cwd: project,
  });
  return {
    value: join(folder, 'dist', 'main.js'),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The files of the image, packages included, at the places that the Dockerfile gives them. */
async function layOut(): Promise<Opened<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'greenroom-image-'));
  return {
    value: join(await layOutImage(folder), 'dist', 'main.js'),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
