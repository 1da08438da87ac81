import { z } from 'zod';
import type { ListFaults } from './list_faults.ts';
import { type StackOneResponse, unavailable } from './request.ts';
import { identified, readRows } from './rows.ts';
import { optionalCount } from './schema.ts';

/** O4: the documented default of every listing. */
export const PAGE_SIZE = 25;

/** One page as it came: the rows whose id can be read, whatever else of them can. */
export interface ListingPage<T> {
  readonly items: readonly T[];
  /** Rows of which not even the id can be read. */
  readonly unidentified?: number | undefined;
  /** How many there are on all pages, as the server says. */
  readonly total?: number | undefined;
  /** What the server says of this page, where it says it. */
  readonly number?: number | undefined;
  readonly size?: number | undefined;
  /** true: nothing follows, whatever the total. */
  readonly last?: boolean;
}

export type PageAnswer<T> =
  | { readonly kind: 'page'; readonly page: ListingPage<T> }
  | Exclude<StackOneResponse, { kind: 'json' }>;

export const deliveredBy = (page: ListingPage<unknown>): number =>
  page.items.length + (page.unidentified ?? 0);

const envelope = z.object({
  data: z.array(z.unknown()),
  total: optionalCount,
  page: optionalCount,
  page_size: optionalCount,
});
type Envelope = z.infer<typeof envelope>;

/** Where the rows of a listing are. */
export interface ListingShape {
  readonly body: z.ZodType<Envelope>;
  /** For the log. */
  readonly place: string;
}
export const inEnvelope: ListingShape = { body: envelope, place: 'data' };
/** O10, O26: a bare array in the specification, `{data: [...]}` in the documents. */
export const bareOrInEnvelope: ListingShape = {
  body: z.union([z.array(z.unknown()).transform((data): Envelope => ({ data })), envelope]),
  place: 'data, or the whole answer',
};

/** null: there are no rows; that is in the log then. */
export function envelopeOf(
  json: unknown,
  shape: ListingShape,
  faults: ListFaults,
  path: string,
): Envelope | null {
  const parsed = shape.body.safeParse(json);
  if (parsed.success) return parsed.data;
  faults.contradiction(path, `it has no rows where they should be (${shape.place})`);
  return null;
}

/** How the rows of a listing are read. */
export interface ListingSchema<T> {
  readonly shape: ListingShape;
  readonly row: z.ZodType<T>;
  /** What stands for a row of which only the id can be read. */
  readonly rowOf: (id: string) => T;
}

export function pageOf<T>(
  json: unknown,
  { shape, row, rowOf }: ListingSchema<T>,
  faults: ListFaults,
  { path, page }: { readonly path: string; readonly page: number },
): PageAnswer<T> {
  const sent = envelopeOf(json, shape, faults, path);
  if (sent === null) return unavailable('unexpected_reply');
  const { data, total, page: number, page_size: size } = sent;
  const rows = readRows(data, row);
  faults.setAside(path, page, rows.unread);
  const items = [...rows.read, ...identified(rows.unread, rowOf)];
  return { kind: 'page', page: { items, unidentified: data.length - items.length, total, number, size } };
}
