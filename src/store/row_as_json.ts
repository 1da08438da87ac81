/** A row that a statement makes into JSON: times are texts there. */
export type AsJson<Row> = {
  readonly [Column in keyof Row]: Row[Column] extends Date
    ? string
    : Row[Column] extends Date | null
      ? string | null
      : Row[Column];
};

/** A time of such a row. */
export function toDate(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
