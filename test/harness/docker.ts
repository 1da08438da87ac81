import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BotOptions } from '../../sandbox/bot.ts';
import { type ComposeService, readCompose } from '../project/compose.ts';
import { entryPoint, instruction, readImage } from '../project/dockerfile.ts';
import { manifest } from '../project/package_manifest.ts';
import { project } from '../project/source_files.ts';
import type { Printed } from './greenroom.ts';

type Variables = Readonly<Record<string, string>>;

export interface DockerOptions {
  /** An empty folder that every user may enter. */
  readonly folder: string;
  /** The working directory of the image, as `layOutImage` returns it. */
  readonly image: string;
  /** What compose.override.yaml beside compose.yaml is put together from. */
  readonly overrides: readonly string[];
  /** What greenroom.env beside them holds. */
  readonly variables: Variables;
  /** What differs between this machine and the image: where pg_dump is, and which ports are free. */
  readonly machine: Variables;
}

/** Stands in for Docker: the program of the image as plain processes, with what Dockerfile and Compose give to it. */
export interface Docker {
  /** Where a person types: the place of compose.yaml and `secrets`. */
  readonly folder: string;
  /** Runs lines in a shell whose `docker` is this one. */
  types(...lines: readonly string[]): Promise<Printed>;
  /** What `docker compose up` starts as `greenroom`. */
  readonly service: Pick<BotOptions, 'program' | 'env' | 'user' | 'folder'>;
}

/**
 * The program runs as the image's user where root runs the tests, without the variables of the test, and no folder that it knows of can be written to, as
 * in a container whose file system is read-only.
 */
export function playDocker({ folder, image, overrides, variables, machine }: DockerOptions): Docker {
  const place = (name: string) => join(folder, name);
  for (const name of ['host', 'bin', 'mounted']) mkdirSync(place(name));
  mkdirSync(place('read-only'), { mode: 0o555 });
  const service = readService(folder, overrides);
  const mounts: readonly Mount[] = [['/run/secrets', place('mounted')], ...mountsOf(service, place('host'))];

  const [name = '', value = ''] = instruction(readImage(), 'ENV').split('=');
  const ofImage = { ...machine, HOME: place('read-only'), TMPDIR: place('read-only'), [name]: value };
  const ofService = onThisMachine({ ...variables, ...service.environment }, mounts);
  const env = { ...ofImage, ...ofService, ...machine };
  const uid = Number(instruction(readImage(), 'USER'));
  const user = process.getuid?.() === 0 ? { uid, gid: uid } : undefined;
  const program = entryPoint(join(image, 'dist/main.js'));
  const runs = (given: Variables) => {
    const words = commandLine(program.slice(0, -1), given, user?.uid ?? null);
    return `cd ${image} && exec ${words}`;
  };
  const mount = copySecrets(service.secrets, place('host/secrets'), place('mounted'), mounts);
  writeFileSync(place('bin/docker'), dockerScript(mount, runs(ofImage), runs(env)));
  chmodSync(place('bin/docker'), 0o755);
  return {
    folder: place('host'),
    types: (...lines) => inShell(lines.join('\n'), place('host'), place('bin')),
    service: { program, env, folder: image, ...(user && { user }) },
  };
}

function readService(folder: string, overrides: readonly string[]): ComposeService {
  const paths = overrides.map((text, index) => {
    const path = join(folder, `override-${index}.yaml`);
    writeFileSync(path, text);
    return relative(project, path);
  });
  const { greenroom } = readCompose('compose.yaml', ...paths).services;
  if (greenroom === undefined) throw new Error('compose.yaml has no service greenroom');
  return greenroom;
}

/** A path in the container, and where what stands there is on this machine. */
type Mount = readonly [inside: string, here: string];

function mountsOf({ volumes }: ComposeService, host: string): Mount[] {
  return volumes.map((volume) => {
    const [here = '', inside = ''] = volume.split(':');
    return [inside, join(host, here)];
  });
}

function onThisMachine(env: Variables, mounts: readonly Mount[]): Variables {
  const move = (text: string) =>
    mounts.reduce((moved, [inside, here]) => moved.replaceAll(inside, here), text);
  return Object.fromEntries(Object.entries(env).map(([name, text]) => [name, move(text)]));
}

/** `alone` runs a command in the image, `composed` in the service of Compose. What the pages do not type is refused. */
function dockerScript(mount: string, alone: string, composed: string): string {
  return `#!/bin/sh
mount() { ${mount}; }
alone() { ${alone} "$@"; }
composed() { mount && ${composed} "$@"; }
case "$*" in
'compose build' | 'compose up -d --wait') mount ;;
'run --rm greenroom:${manifest.version} '*) shift 3; alone "$@" ;;
'compose run --rm greenroom '*) shift 4; composed "$@" ;;
# -v HERE:/there greenroom backup /there: the folder itself stands for what is mounted.
'compose run --rm -v '*) here="$(echo "$5" | cut -d: -f1)"; shift 6; composed "$1" "$here" ;;
*) echo "docker $* is not played" >&2; exit 64 ;;
esac
`;
}

/** The service gets the secrets that it names, with their permissions. */
function copySecrets(names: readonly string[], from: string, to: string, mounts: readonly Mount[]): string {
  const moves = mounts.map(([inside, here]) => `-e 's#${inside}#${here}#g'`).join(' ');
  const copy = `cp -p ${from}/$name ${to}/ && sed ${moves} ${from}/$name > ${to}/$name`;
  return `for name in ${names.join(' ')}; do if test -e ${from}/$name; then ${copy}; fi; done`;
}

function commandLine(words: readonly string[], env: Variables, uid: number | null): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const drop = uid === null ? [] : ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
  const quoted = [...variables, process.execPath, ...words].map((word) => `'${word}'`);
  return [...drop, 'env', '-i', ...quoted].join(' ');
}

function inShell(script: string, folder: string, bin: string): Promise<Printed> {
  const env = { PATH: `${bin}:${process.env.PATH}`, HOME: folder };
  return new Promise((resolve) => {
    execFile('sh', ['-e', '-c', script], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err });
    });
  });
}
