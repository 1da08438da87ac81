import { execFile } from 'node:child_process';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { copiesOf, readStages, type Stage } from './dockerfile.ts';
import { project, read } from './source_files.ts';

const run = promisify(execFile);

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().default(false),
      optional: z.boolean().default(false),
      devOptional: z.boolean().default(false),
    }),
  ),
});

/** Makes the files of the image below `folder`, as the Dockerfile does, without Docker. Returns its working directory. */
export async function layOutImage(folder: string): Promise<string> {
  const stages = readStages();
  for (const [index, stage] of stages.entries()) {
    const root = join(folder, stage.name ?? String(index));
    await layOut(stage, root, folder);
    const work = join(root, workdir(stage));
    const runs = stage.instructions.filter(({ word }) => word === 'RUN').map(({ rest }) => rest);
    for (const command of runs) await stand(command, work);
  }
  const image = stages.at(-1);
  if (image === undefined) throw new Error('the Dockerfile has no stage');
  return join(folder, image.name ?? String(stages.length - 1), workdir(image));
}

function workdir(stage: Stage): string {
  return stage.instructions.find(({ word }) => word === 'WORKDIR')?.rest ?? '/';
}

async function layOut(stage: Stage, root: string, folder: string): Promise<void> {
  for (const { from, sources, target } of copiesOf(stage)) {
    for (const source of sources) {
      const origin = from === null ? join(project, source) : join(folder, from, source);
      const place = join(root, target.startsWith('/') ? '' : workdir(stage), target);
      // Docker: into a folder when the target ends with a slash, else under that name.
      const path = target.endsWith('/') ? join(place, basename(source)) : place;
      await mkdir(dirname(path), { recursive: true });
      await cp(origin, path, { recursive: true });
    }
  }
}

/** What a RUN line does, with the packages that are installed here already. */
async function stand(command: string, work: string): Promise<void> {
  if (command.startsWith('npm ci') && command.includes('--omit=dev --omit=optional')) {
    for (const name of runtimePackages()) {
      await cp(join(project, name), join(work, name), { recursive: true, filter: isPartOfIt(name) });
    }
  } else if (command.startsWith('npm ci')) {
    await symlink(join(project, 'node_modules'), join(work, 'node_modules'));
  } else if (command === 'npm run build') {
    await run('npm', ['run', 'build'], { cwd: work });
  } else if (command.startsWith('apt-get update')) {
    // Programs of the system, which the tests have from the machine.
  } else throw new Error(`The test does not know how to stand in for: RUN ${command}`);
}

/** What `npm ci --omit=dev --omit=optional` installs. */
export function runtimePackages(): string[] {
  const { packages } = Lock.parse(JSON.parse(read('package-lock.json')));
  return Object.entries(packages)
    .filter(([name, { dev, optional, devOptional }]) => name !== '' && !dev && !optional && !devOptional)
    .map(([name]) => name);
}

/** Packages inside a package are listed on their own. */
function isPartOfIt(name: string): (source: string) => boolean {
  const inside = join(project, name, 'node_modules');
  return (source) => !source.startsWith(inside);
}
