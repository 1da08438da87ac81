/** What a listing was asked for, or the message that refuses it: an unknown or malformed query is a 400. */
export type Query =
  | { readonly page: number; readonly pageSize: number; readonly values: URLSearchParams }
  | { readonly refused: string };

const DEFAULT_PAGE_SIZE = 25;
/** The real maximum is not documented. */
const MAX_PAGE_SIZE = 100;

export function readQuery(values: URLSearchParams, known: readonly string[]): Query {
  const unknown = [...values.keys()].find(
    (name) => name !== 'page' && name !== 'page_size' && !known.includes(name),
  );
  if (unknown !== undefined) return { refused: `property ${unknown} should not exist` };
  const page = positive(values.get('page') ?? '1');
  if (page === undefined) return { refused: 'page must be a positive number' };
  const pageSize = positive(values.get('page_size') ?? String(DEFAULT_PAGE_SIZE));
  if (pageSize === undefined) return { refused: 'page_size must be a positive number' };
  const enabled = values.get('enabled');
  if (enabled !== null && enabled !== 'true' && enabled !== 'false') {
    return { refused: 'enabled must be a boolean value' };
  }
  return { page, pageSize: Math.min(pageSize, MAX_PAGE_SIZE), values };
}

function positive(value: string): number | undefined {
  return /^[1-9]\d{0,6}$/.test(value) ? Number(value) : undefined;
}

export function pageOf<T>(rows: readonly T[], page: number, pageSize: number): readonly T[] {
  return rows.slice((page - 1) * pageSize, page * pageSize);
}
