import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { catalogue } from '../src/core/scopes/catalogue/catalogue.ts';
import { mergePublished } from './catalogue/merge.ts';
import { type Published, readOpenApi } from './catalogue/open_api.ts';
import { readScopeTable } from './catalogue/scope_table.ts';
import { writeCatalogue } from './catalogue/write.ts';

/**
 * `npm run catalogue -- --version 2026-11 meetings.json phone.json …`: brings the scope catalogue up to date with Zoom's
 * published OpenAPI files (developers.zoom.us, one for each product), and prints what changed. A file that ends in `.tsv`
 * is a table of single scopes, such as those that a changelog names.
 */
async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { version: { type: 'string' }, out: { type: 'string' } },
  });
  const usage = 'npm run catalogue -- --version YYYY-MM [--out file] <OpenAPI files, tables of scopes>';
  if (positionals.length === 0 || !/^20\d\d-(0[1-9]|1[0-2])$/.test(values.version ?? ''))
    throw new Error(usage);
  const source = new URL('../src/core/scopes/catalogue/catalogue.data.ts', import.meta.url);
  const read = await Promise.all(
    positionals.map(async (path) => ({ path, tables: await readPublished(path) })),
  );
  const files = read.flatMap(({ tables }) => tables);
  const silent = read.flatMap(({ path, tables }) => (tables.every(saysNothing) ? path : []));
  if (silent.length === read.length)
    throw new Error('None of the files names a granular scope. Are they the OpenAPI files of Zoom?');
  const merged = mergePublished({ scopes: catalogue.scopes, operations: catalogue.operations }, files);
  const text = writeCatalogue(await readFile(source, 'utf8'), values.version ?? '', merged);
  await writeFile(values.out ?? source, text);
  const named = files.reduce((sum, { operations, events }) => sum + operations.length + events.length, 0);
  const listed = files.reduce((sum, file) => sum + file.listed, 0);
  const words = [
    ...(merged.changes.length === 0 ? ['Nothing changed but the version.'] : merged.changes),
    ...silent.map((path) => `! ${path} names no granular scope`),
    `Read: ${named} of ${listed} operations and events name granular scopes.`,
  ];
  process.stdout.write(`${words.join('\n')}\n`);
}

async function readPublished(path: string): Promise<readonly Published[]> {
  const text = await readFile(path, 'utf8');
  try {
    return path.endsWith('.tsv') ? readScopeTable(text) : [readOpenApi(JSON.parse(text))];
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function saysNothing({ operations, events, scopes = [] }: Published): boolean {
  return operations.length + events.length + scopes.length === 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
