import { describe, expect, it } from 'vitest';
import { commandIn, copiesOf, instruction, readStages } from './dockerfile.ts';
import { runtimePackages } from './image_files.ts';
import { manifest, repository } from './package_manifest.ts';
import { read } from './source_files.ts';

const stages = readStages();
const image = stages.at(-1) ?? { base: '', name: null, instructions: [] };

/** `.dockerignore` excludes everything, and lets these in again. */
const letIn = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the image', () => {
  it('is built on a named version of Node, pinned by its digest, in every stage', () => {
    for (const { base } of stages) expect(base).toMatch(/^node:\d+[\d.]*-[a-z]+-slim@sha256:[0-9a-f]{64}$/);
    expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
  });

  it('runs as a user without rights, by number, in production', () => {
    expect(instruction(image, 'USER')).toBe('1000');
    expect(instruction(image, 'ENV')).toBe('NODE_ENV=production');
    expect(instruction(image, 'STOPSIGNAL')).toBe('SIGTERM');
    expect(instruction(image, 'EXPOSE')).toBe('3000');
    expect(instruction(image, 'HEALTHCHECK')).toContain('/servez');
  });

  it('starts Greenroom, or another command that is given, with stack traces of the source', () => {
    expect(commandIn(instruction(image, 'ENTRYPOINT'))).toEqual([
      'node',
      '--enable-source-maps',
      'dist/main.js',
    ]);
    expect(commandIn(instruction(image, 'CMD'))).toEqual(['start']);
    expect(read('tsconfig.build.json')).toContain('"sourceMap": true');
  });

  it('says what it is, of which version and where it comes from', () => {
    const labels = Object.fromEntries(
      [...instruction(image, 'LABEL').matchAll(/org\.opencontainers\.image\.([a-z]+)="([^"]*)"/g)].map(
        ([, key, value]) => [key, value],
      ),
    );
    expect(labels).toEqual({
      title: 'Greenroom',
      description: expect.any(String),
      licenses: manifest.license,
      source: repository,
      documentation: `${repository}/blob/main/docs/operations.md`,
      version: manifest.version,
    });
  });

  it('can back up and restore a database as new as the one of compose.yaml', () => {
    const server = /image: postgres:(\d+)/.exec(read('compose.yaml'))?.[1];
    const client = stages.at(-1)?.instructions.find(({ rest }) => rest.includes('postgresql-client-'))?.rest;
    expect(client).toContain(`postgresql-client-${server}`);
    expect(read('Dockerfile')).toContain(`\nENV PATH=/usr/lib/postgresql/${server}/bin:$PATH\n`);
  });

  it('carries no secret', () => {
    const text = read('Dockerfile');
    expect(text).not.toMatch(/^ARG\b/m);
    expect(text).not.toMatch(/TOKEN|SECRET|API_KEY|VAULT|PASSWORD|xox[bp]-/i);
  });

  it('is made of a few named files only', () => {
    expect(letIn[0]).toBe('*');
    expect(letIn.slice(1).every((line) => /^![\w.-]+$/.test(line))).toBe(true);
    const names = letIn.slice(1).map((line) => line.slice(1));
    for (const out of ['node_modules', '.greenroom', 'sandbox', 'test', '.env', '.git', 'dist']) {
      expect(names).not.toContain(out);
    }
    const copied = stages
      .flatMap(copiesOf)
      .filter(({ from }) => from === null)
      .flatMap(({ sources }) => sources.map((source) => source.replace(/^\.\//, '')));
    expect(copied.filter((source) => !names.includes(source))).toEqual([]);
    expect(names.filter((name) => !copied.includes(name))).toEqual([]);
  });

  it('does without what is for development, and without the embedded Postgres', () => {
    const packages = runtimePackages();
    expect(packages).toContain('node_modules/@slack/bolt');
    expect(packages.filter((name) => /vitest|typescript|tsx|biome|postgres\/|embedded/.test(name))).toEqual(
      [],
    );
  });
});
