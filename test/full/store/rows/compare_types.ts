import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Column, Described } from './described_columns.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * Compares the row type of every statement with its columns: in a copy of `src`, each `query` of the store becomes a method of its
 * own that takes only row types which fit the columns, and TypeScript checks that copy. So a row type that is inferred counts
 * like one that is written down. Returns TypeScript's complaints; each names the place in the store and the column.
 */
export async function compareRowTypes(described: readonly Described[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'greenroom-rows-'));
  try {
    cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true });
    for (const name of ['node_modules', 'package.json']) symlinkSync(join(root, name), join(folder, name));
    const places = new Map(described.map(({ place }, index) => [place, `query_${index}`]));
    for (const [place, method] of places) renameQuery(join(folder, 'src/store'), place, method);
    writeFileSync(join(folder, 'src/store/described.ts'), declarations(described, places));
    writeFileSync(join(folder, 'tsconfig.json'), configuration());
    return await complaints(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function configuration(): string {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
  return JSON.stringify({ compilerOptions, include: ['src/store'] });
}

function renameQuery(store: string, place: string, method: string): void {
  const [file = '', line] = place.split(':');
  const path = join(store, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = Number(line) - 1;
  lines[at] = (lines[at] ?? '').replace(/\.query\b/, `.${method}`);
  const text = lines.join('\n');
  const depth = file.includes('/') ? '..' : '.';
  writeFileSync(
    path,
    text.replace(
      /import type \{ Queryable \} from '[^']*postgres\/client\/database\.ts';/,
      `import type { Queryable } from '${depth}/described.ts';`,
    ),
  );
}

function declarations(described: readonly Described[], places: ReadonlyMap<string, string>): string {
  const methods = [...places].map(([place, method]) => {
    const results = new Set(
      described.filter((one) => one.place === place).map(({ columns }) => typeOf(columns)),
    );
    return `  ${method}<Row extends object>(sql: Sql<Row, ${[...results].join(' | ')}>, values?: readonly unknown[], name?: string): Promise<Row[]>;`;
  });
  return `import type { Queryable as Plain } from './postgres/client/database.ts';
type KindOf<V> = unknown extends V ? any
  : V extends null | undefined ? 'null'
  : V extends string ? 'string'
  : V extends number ? 'number'
  : V extends boolean ? 'boolean'
  : V extends Date ? 'Date'
  : V extends readonly (infer E)[] ? (E extends string ? 'string[]' : E extends number ? 'number[]' : E extends boolean ? 'boolean[]' : E extends Date ? 'Date[]' : 'json')
  : 'json';
type Extra<Row, Columns> = keyof Row extends never ? never : Exclude<keyof Columns, keyof Row>;
type Unfit<Row, Columns, Names extends keyof Row = keyof Row> = { [K in Names]-?: K extends keyof Columns
  ? [Exclude<Columns[K], 'json'>] extends [KindOf<Row[K]>] ? never : { column: K; postgres: Columns[K]; row: KindOf<Row[K]> }
  : { column: K; postgres: 'no such column' } }[Names];
type Mismatch<Row, Columns> =
  | Unfit<Row, Columns>
  | ([Extra<Row, Columns>] extends [never] ? never : { column: Extra<Row, Columns>; row: 'no such property' });
type AnyMismatch<Row, Columns> = Columns extends unknown ? Mismatch<Row, Columns> : never;
type Sql<Row, Columns> = [AnyMismatch<Row, Columns>] extends [never] ? string : AnyMismatch<Row, Columns>;
export interface Queryable extends Plain {
${methods.join('\n')}
}
`;
}

function typeOf(columns: readonly Column[]): string {
  const fields = columns.map(
    ({ name, kind, nullable }) => `${JSON.stringify(name)}: '${kind}'${nullable ? " | 'null'" : ''}`,
  );
  return `{ ${fields.join('; ')} }`;
}

function complaints(folder: string): Promise<string[]> {
  const tsc = join(root, 'node_modules/.bin/tsc');
  return new Promise((resolve, reject) => {
    execFile(tsc, ['-p', folder, '--pretty', 'false'], { maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (error !== null && stdout === '') reject(error);
      else
        resolve(
          stdout
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => line.replace(/^.*\/src\/store\//, '')),
        );
    });
  });
}
