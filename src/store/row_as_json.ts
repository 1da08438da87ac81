/** A row that a statement makes into JSON: times are texts there. */
export type AsJson<Row> = {
  readonly [Column in keyof Row]: Row[Column] extends Date
    ? string
    : Row[Column] extends Date | null
      ? string | null
      : Row[Column];
};

/** A time of a row, or of such a row. */
export function toDate(time: Date | string | null): Date | null {
  return time === null ? null : new Date(time);
}
