import { deliveredBy, type ListingPage, PAGE_SIZE, type PageAnswer } from './listing_page.ts';
import { unavailable } from './request.ts';
import type { Refused, Unavailable } from './stackone_types.ts';

export type Listing<T> =
  | {
      readonly kind: 'items';
      readonly items: readonly T[];
      /** It does not add up: a row that it lacks may still exist. */
      readonly contradictory: boolean;
    }
  | { readonly kind: 'rejected'; readonly status: number }
  | Refused
  | Unavailable;

/** 25 rows a page: ten thousand rows. With more the server repeats itself. */
const MOST_PAGES = 400;
const MOST_PASSES = 4;

type Pass<T> =
  /** A row came again on another page, or the total changed: something moved between two pages. */
  | { readonly kind: 'moved' }
  | {
      readonly kind: 'pass';
      readonly items: ReadonlyMap<string, T>;
      readonly contradiction: string | undefined;
    };

type FetchPage<T> = (number: number) => Promise<PageAnswer<T>>;

/**
 * Reads every page of a listing, numbered from 1. Costs one call a page, and as many again when rows moved between the pages.
 *
 * Pages have numbers, not cursors: a row that is created or deleted meanwhile shifts the others, so that one is seen twice
 * or not at all. A missing profile would be announced as removed, so a listing is complete only when it adds up. One that
 * does not, and brings the same rows in two readings, is handed on as contradictory: the rows are there, but what it
 * lacks may be too. One that contradicts itself and has no row at all says nothing.
 */
export async function readPages<T extends { readonly id: string }>(
  fetchPage: FetchPage<T>,
  onContradiction: (what: string) => void = () => {},
): Promise<Listing<T>> {
  let before: string | undefined;
  let contradiction = 'its rows or its total change with every reading';
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const read = await readOnce(fetchPage);
    if (read.kind === 'moved') continue;
    if (read.kind !== 'pass') return read;
    const items = [...read.items.values()];
    if (read.contradiction === undefined) return { kind: 'items', items, contradictory: false };
    contradiction = read.contradiction;
    const ids = JSON.stringify([...read.items.keys()].sort());
    if (ids === before && items.length === 0) break;
    if (ids === before) {
      onContradiction(contradiction);
      return { kind: 'items', items, contradictory: true };
    }
    before = ids;
  }
  onContradiction(contradiction);
  return unavailable('unexpected_reply');
}

async function readOnce<T extends { readonly id: string }>(
  fetchPage: FetchPage<T>,
): Promise<Pass<T> | Exclude<PageAnswer<T>, { kind: 'page' }>> {
  const items = new Map<string, T>();
  const totals = new Set<number>();
  let unidentified = 0;
  let contradiction: string | undefined;
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const answer = await fetchPage(number);
    if (answer.kind === 'rejected' && number > 1)
      return { kind: 'pass', items, contradiction: contradiction ?? 'a later page is refused' };
    if (answer.kind !== 'page') return answer;
    const { page } = answer;
    const fresh = new Map(page.items.flatMap((item) => (items.has(item.id) ? [] : [[item.id, item]])));
    const again = page.items.filter(({ id }) => items.has(id)).length;
    for (const [id, item] of fresh) items.set(id, item);
    unidentified += page.unidentified ?? 0;
    if (page.total !== undefined) totals.add(page.total);
    if (totals.size > 1) return { kind: 'moved' };
    const end = endOf(page, { number, fresh: fresh.size, seen: items.size + unidentified });
    if (end === 'no' && again > 0) return { kind: 'moved' };
    contradiction ??= contradictionOf(page, number, fresh.size + again);
    if (end === 'no') continue;
    return { kind: 'pass', items, contradiction: contradiction ?? end.contradiction };
  }
  return unavailable('unexpected_reply');
}

/** Whether the listing ends with this page, and what is wrong with it if it does. `seen`: rows of all pages so far. */
function endOf(
  page: ListingPage<unknown>,
  { number, fresh, seen }: { number: number; fresh: number; seen: number },
): 'no' | { readonly contradiction: string | undefined } {
  const { total } = page;
  const delivered = deliveredBy(page);
  if (seen === total) return { contradiction: undefined };
  if (delivered === 0 || page.last === true) {
    if (total === undefined) return { contradiction: undefined };
    return { contradiction: seen < total ? 'it has fewer rows than its total says' : MORE };
  }
  // The server answers each page number with the same page: what it repeats is the whole list.
  const repeats = number > 1 && fresh === 0;
  if (repeats && total === undefined)
    return { contradiction: delivered < (page.size ?? PAGE_SIZE) ? undefined : 'its pages repeat' };
  return repeats && total !== undefined && seen > total ? { contradiction: MORE } : 'no';
}

const MORE = 'it has more rows than its total says';

function contradictionOf(page: ListingPage<unknown>, asked: number, different: number): string | undefined {
  if ((page.unidentified ?? 0) > 0) return 'it has rows without a readable id';
  if (different < page.items.length) return 'a row comes twice on a page';
  if (page.number !== undefined && page.number !== asked)
    return 'it answers with another page than asked for';
  if (page.size !== undefined && page.size > 0 && deliveredBy(page) > page.size)
    return 'a page has more rows than its size says';
  return undefined;
}
