import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { project, read } from './source_files.ts';

const security = read('SECURITY.md');
const privacy = read('docs/privacy.md');
const migrations = readdirSync(join(project, 'migrations'))
  .map((name) => read(`migrations/${name}`))
  .join('\n');

const firstCells = (text: string) =>
  [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name).sort();

describe('what is written about trust', () => {
  it('names a test for every row of the threat model, and the file is there', () => {
    const [, model = ''] = security.split('## Threat model');
    const rows = model
      .split('\n')
      .filter((line) => /^\| (?!asset|---)/.test(line) && !line.startsWith('|---'));
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) {
      const named = [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
      expect(named, row).not.toEqual([]);
      expect(
        named.filter((path) => !/^test\/.*\.test\.ts$/.test(path) || !existsSync(join(project, path))),
      ).toEqual([]);
    }
  });

  it('says of every table what it holds and how long, and of no other', () => {
    const tables = [...migrations.matchAll(/^create table (\w+)/gm)].map(([, name = '']) => name).sort();
    expect(tables.length).toBeGreaterThan(20);
    expect(firstCells(privacy)).toEqual(tables);
    for (const row of privacy.match(/^\| `.*$/gm) ?? [])
      expect(
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim().length > 3),
      ).toEqual([true, true, true, true]);
  });
});
