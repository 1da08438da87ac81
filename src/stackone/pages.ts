import { type Answer, unavailable } from './ask.ts';
import type { Refused, Unavailable } from './outcomes.ts';

interface Page<T> {
  readonly items: readonly T[];
  /** How many there are on all pages, as the server says. */
  readonly total?: number | undefined;
  /** true: nothing follows, whatever the total. */
  readonly last?: boolean;
}

export type PageAnswer<T> =
  | { readonly kind: 'page'; readonly page: Page<T> }
  | Exclude<Answer, { kind: 'json' }>;
export type Listing<T> =
  | { readonly kind: 'items'; readonly items: readonly T[] }
  | { readonly kind: 'turned_down'; readonly status: number }
  | Refused
  | Unavailable;

/** 25 a page: ten thousand rows. A server that still has more to say is talking in circles. */
const MOST_PAGES = 400;
const MOST_PASSES = 4;

type Pass<T> =
  /** A row came twice or the total changed: something moved between two pages. */
  | { readonly kind: 'moved' }
  | {
      readonly kind: 'pass';
      readonly items: ReadonlyMap<string, T>;
      /** As many rows as the server says there are. */
      readonly full: boolean;
    };

/**
 * Reads every page of a listing, numbered from 1. Costs one call a page, and as many again when rows moved between the pages.
 *
 * Pages have numbers, not cursors: a row that is created or deleted meanwhile shifts the others, so that one is seen twice
 * or not at all. A missing profile would be announced as removed, so a listing is taken only when it adds up, or
 * when two readings in a row bring the same rows (a total that counts something else).
 */
export async function readPages<T extends { readonly id: string }>(
  fetchPage: (number: number) => Promise<PageAnswer<T>>,
): Promise<Listing<T>> {
  let before: string | undefined;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const read = await readOnce(fetchPage);
    if (read.kind === 'moved') continue;
    if (read.kind !== 'pass') return read;
    const ids = JSON.stringify([...read.items.keys()].sort());
    if (read.full || ids === before) return { kind: 'items', items: [...read.items.values()] };
    before = ids;
  }
  return unavailable('unexpected_reply');
}

async function readOnce<T extends { readonly id: string }>(
  fetchPage: (number: number) => Promise<PageAnswer<T>>,
): Promise<Pass<T> | Exclude<PageAnswer<T>, { kind: 'page' }>> {
  const items = new Map<string, T>();
  const totals = new Set<number>();
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const answer = await fetchPage(number);
    if (answer.kind !== 'page') return answer;
    const { items: found, total, last } = answer.page;
    const known = items.size;
    for (const item of found) items.set(item.id, item);
    if (total !== undefined) totals.add(total);
    if (items.size < known + found.length || totals.size > 1) return { kind: 'moved' };
    const ended = found.length === 0 || last === true || (total !== undefined && items.size >= total);
    if (ended) return { kind: 'pass', items, full: total === undefined || items.size === total };
  }
  return unavailable('unexpected_reply');
}
