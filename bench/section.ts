import { z } from 'zod';

/** One thing to reach: Greenroom's figure, and the figure of what it is measured beside, in the same run. */
const Goal = z.object({
  what: z.string(),
  /** For example `requests/s` or `MB`. */
  unit: z.string(),
  greenroom: z.number(),
  beside: z.number(),
  besideWhat: z.string(),
  /** For the ratio of the two. */
  target: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]),
});

const Table = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

/** What one module of `measures/` found out. Cells and notes are finished words; goals are judged by the report. */
export const Section = z.object({
  title: z.string(),
  goals: z.array(Goal),
  tables: z.array(Table),
  /** How it was measured, in whole sentences. */
  notes: z.array(z.string()),
});

/** A section as it is kept in `results/`. */
export const Result = z.object({ name: z.string(), machine: z.array(z.string()), section: Section });

export type Goal = z.infer<typeof Goal>;
export type Table = z.infer<typeof Table>;
export type Section = z.infer<typeof Section>;
export type Result = z.infer<typeof Result>;
