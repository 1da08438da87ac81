import { z } from 'zod';
import { opaqueId } from './schema.ts';

/** A row that does not have the shape of its listing. Nothing of what was sent is kept but its id. */
export interface UnreadRow {
  /** In its page, from 0. */
  readonly index: number;
  /** undefined: not even the id can be read, so this row may be any that is missing. */
  readonly id: string | undefined;
  /** Names of the fields that cannot be read, as our schema calls them; `row` when it is no object at all. */
  readonly fields: readonly string[];
}

export interface ReadRows<T> {
  readonly read: readonly T[];
  readonly unread: readonly UnreadRow[];
}

const withId = z.object({ id: opaqueId });

/** Reads each row by itself, so that one that cannot be read does not take the others with it. */
export function readRows<T>(sent: readonly unknown[], schema: z.ZodType<T>): ReadRows<T> {
  const read: T[] = [];
  const unread: UnreadRow[] = [];
  sent.forEach((row, index) => {
    const parsed = schema.safeParse(row);
    if (parsed.success) read.push(parsed.data);
    else unread.push({ index, id: withId.safeParse(row).data?.id, fields: fieldsOf(parsed.error) });
  });
  return { read, unread };
}

function fieldsOf(error: z.ZodError): readonly string[] {
  const names = error.issues.map(({ path: [field] }) => (typeof field === 'string' ? field : 'row'));
  return [...new Set(names)].sort();
}

/** The rows of which at least the id can be read. */
export function identified<T>(unread: readonly UnreadRow[], rowOf: (id: string) => T): readonly T[] {
  return unread.flatMap(({ id }) => (id === undefined ? [] : [rowOf(id)]));
}
