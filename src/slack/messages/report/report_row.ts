export const reportColumns = [
  'section',
  'environment',
  'item',
  'status',
  'evidence',
  'when',
  'who',
  'detail',
] as const;
export type ReportColumn = (typeof reportColumns)[number];
/** One fact, in plain text; empty where a column does not apply. */
export type ReportRow = Readonly<Record<ReportColumn, string>>;

/** A row of a section with the columns that are given. */
export function rowOf(section: string, cells: Partial<ReportRow>): ReportRow {
  const empty = { environment: '', item: '', status: '', evidence: '', when: '', who: '', detail: '' };
  return { ...empty, ...cells, section };
}
