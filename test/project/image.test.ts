import { describe, expect, it } from 'vitest';
import { commandIn, copiesOf, instruction, readStages } from './dockerfile.ts';
import { runtimePackages } from './image_files.ts';
import { read } from './source_files.ts';

const stages = readStages();
const image = stages.at(-1) ?? { base: '', name: null, instructions: [] };

/** `.dockerignore` excludes everything, and lets these in again. */
const letIn = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

describe('the image', () => {
  it('is built on a named version of Node in every stage', () => {
    for (const { base } of stages) expect(base).toMatch(/^node:\d+[\d.]*-[a-z]+-slim$/);
    expect(new Set(stages.map(({ base }) => base)).size).toBe(1);
  });

  it('runs as a user without rights, in production, and starts Node itself', () => {
    expect(instruction(image, 'USER')).toBe('node');
    expect(instruction(image, 'ENV')).toBe('NODE_ENV=production');
    expect(instruction(image, 'STOPSIGNAL')).toBe('SIGTERM');
    expect(instruction(image, 'EXPOSE')).toBe('3000');
    expect(commandIn(instruction(image, 'CMD'))).toEqual(['node', 'dist/main.js']);
    expect(instruction(image, 'HEALTHCHECK')).toContain('/healthz');
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
