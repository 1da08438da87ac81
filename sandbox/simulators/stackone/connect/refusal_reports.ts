/** `nothing`: what Zoom's own page refuses stays `pending`. Nobody has seen which of them StackOne does. */
export const refusalReports = ['codes', 'unknown_words', 'nothing'] as const;
export type RefusalReport = (typeof refusalReports)[number];
