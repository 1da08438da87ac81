/** Ways in which a list can be wrong, as they are known from list APIs; nobody has seen StackOne's do so. */
export const oddLists = [
  'empty_with_total',
  'emptied',
  'total_too_large',
  'total_too_small',
  'no_total',
  'repeating_page',
  'other_page',
  'row_twice',
  'unreadable_row',
  'row_without_id',
  'row_without_key',
  'no_rows',
  'html',
] as const;
export type OddList = (typeof oddLists)[number];
