import type { Published } from './open_api.ts';

const COLUMNS = ['scope', 'level', 'category', 'classic', 'operations'] as const;

/**
 * Reads a table of single scopes, as they are noted from a changelog: a line each, cells parted by tabs, a head that names
 * `scope`, `level`, `category`, `classic` (commas) and `operations` (`METHOD path`, semicolons). One entry a category.
 * Throws a sentence when the table is built otherwise.
 */
export function readScopeTable(text: string): readonly Published[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split('\t');
  const missing = COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`This table of scopes has no column ${missing.join(', ')}.`);
  const rows = lines.map((line) => {
    const cells = line.split('\t');
    const cell = (name: (typeof COLUMNS)[number]) => cells[names.indexOf(name)] ?? '';
    return {
      scope: cell('scope'),
      category: cell('category'),
      classic: cell('classic').split(',').filter(Boolean),
      operations: cell('operations').split(';').filter(Boolean),
    };
  });
  const categories = [...new Set(rows.map(({ category }) => category))];
  return categories.map((category) => {
    const own = rows.filter((row) => row.category === category);
    const operations = own.flatMap(({ scope, classic, operations: opened }) =>
      opened.map((name) => {
        const [method = '', path = ''] = name.split(' ');
        return { method, path, scopes: [scope], classic };
      }),
    );
    return {
      product: category,
      partial: true,
      listed: operations.length,
      scopes: own,
      operations,
      events: [],
    };
  });
}
