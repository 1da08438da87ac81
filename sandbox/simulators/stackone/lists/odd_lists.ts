import type { Answered, Incoming } from '../../../faults/serve_with_faults.ts';
import type { OddList } from './odd_list_names.ts';

type Row = Readonly<Record<string, unknown>>;
interface Listed {
  readonly rows: readonly Row[];
  readonly rest: Readonly<Record<string, unknown>>;
  /** The older accounts come without an envelope. */
  readonly bare: boolean;
}

/** A server that does not turn the page answers each one with the first; one that does not know the cursor, likewise. */
export function oddlyAsked(odd: OddList | undefined, incoming: Incoming): Incoming {
  if (odd !== 'repeating_page') return incoming;
  const query = new URLSearchParams(incoming.query);
  query.delete('page');
  query.delete('next');
  return { ...incoming, query };
}

export function oddlyAnswered(odd: OddList | undefined, answered: Answered): Answered {
  if (odd === undefined || answered.status !== 200) return answered;
  if (odd === 'html') return { status: 200, html: '<!DOCTYPE html><title>StackOne</title><h1>Sign in</h1>' };
  const listed = listedIn(answered.body);
  return listed === undefined ? answered : { ...answered, body: bodyOf(change(odd, listed)) };
}

function listedIn(body: unknown): Listed | undefined {
  if (Array.isArray(body)) return { rows: body.filter(isRow), rest: {}, bare: true };
  if (!isRow(body) || !Array.isArray(body.data)) return undefined;
  const { data, ...rest } = body;
  return { rows: Array.isArray(data) ? data.filter(isRow) : [], rest, bare: false };
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

function bodyOf({ rows, rest, bare }: Listed): unknown {
  return bare ? rows : { data: rows, ...rest };
}

function change(odd: Exclude<OddList, 'html'>, listed: Listed): Listed {
  const { rows, rest } = listed;
  const total = typeof rest.total === 'number' ? rest.total : rows.length;
  const [first, ...others] = rows;
  switch (odd) {
    case 'empty_with_total':
      return { ...listed, rows: [], rest: { ...rest, total: Math.max(total, 3) }, bare: false };
    case 'emptied':
      return { ...listed, rows: [], rest: { ...rest, ...('total' in rest ? { total: 0 } : {}) } };
    case 'total_too_large':
      return { ...listed, rest: { ...rest, total: total + 2 }, bare: false };
    case 'total_too_small':
      return { ...listed, rest: { ...rest, total: Math.max(total - 1, 0) }, bare: false };
    case 'no_total':
    case 'repeating_page': {
      const { total: _total, page: _page, page_size: _size, ...kept } = rest;
      return { ...listed, rest: kept };
    }
    case 'other_page':
      return { ...listed, rest: { ...rest, page: 7 }, bare: false };
    case 'row_twice':
      return { ...listed, rows: first === undefined ? [] : [first, ...rows] };
    case 'unreadable_row':
      return { ...listed, rows: first === undefined ? [] : [unreadable(first), ...others] };
    case 'row_without_id':
      return { ...listed, rows: first === undefined ? [] : [withoutId(first), ...others] };
    case 'row_without_key':
      return { ...listed, rows: [...rows, { name: 'A row without its key' }] };
    case 'no_rows':
      return { ...listed, rows: [], rest: { ...rest, data: { rows: 'elsewhere' } }, bare: false };
  }
}

/** A profile without its name, an account without its status, a connector whose first action has no id. */
function unreadable(row: Row): Row {
  return 'actions' in row
    ? withoutId(row)
    : { ...row, ...('status' in row ? { status: null } : { name: null }) };
}

function withoutId(row: Row): Row {
  if (!('actions' in row) || !Array.isArray(row.actions)) {
    const { id: _id, ...rest } = row;
    return rest;
  }
  const [first, ...others] = row.actions.filter(isRow);
  return first === undefined ? row : { ...row, actions: [withoutId(first), ...others] };
}
