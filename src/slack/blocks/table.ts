import type { KnownBlock } from './block_types.ts';
import { limits } from './limits.ts';
import { cut, plainLine } from './text.ts';

export interface Table {
  /** Null when there is no row. */
  readonly block: KnownBlock | null;
  /** How many rows fitted, the head not counted. */
  readonly shown: number;
}

/**
 * A table of plain text, with as many rows as fit into `space` characters. A row is built only when it is shown. One table per
 * message; not in modals.
 */
export function table<T>(
  head: readonly string[],
  items: readonly T[],
  rowOf: (item: T) => readonly string[],
  space: number = limits.table.text,
): Table {
  const rows: string[][] = [];
  let used = lengthOf(head);
  for (const item of items.slice(0, limits.table.rows - 1)) {
    const row = rowOf(item).map((cell) => plainLine(cell, limits.table.cell));
    used += lengthOf(row);
    if (used > space) break;
    rows.push(row);
  }
  if (rows.length === 0) return { block: null, shown: 0 };
  const block: KnownBlock = {
    type: 'table',
    column_settings: head.map(() => ({ is_wrapped: true })),
    rows: [head, ...rows].map((row) => row.map(cell)),
  };
  return { block, shown: rows.length };
}

/** Slack refuses an empty cell. */
function cell(text: string) {
  return { type: 'raw_text', text: cut(text, limits.table.cell) || '–' } as const;
}

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, text) => sum + Math.max(1, text.length), 0);
}
