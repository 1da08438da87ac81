/** What must be true at the end. */
export const rules = [
  'everybody gets done',
  'registered once',
  'every event, in legal order',
  'one card',
  'no card is stale',
  'each message once',
  'nothing twice',
  'every message is marked',
  'every message in its place',
  'the thread is in order',
  'nothing that nobody caused',
  'no message is dropped',
  'nothing waits',
  'no job is stuck',
  'no transaction stands open',
  'no lease is stuck',
  'no process ends by itself',
  'a stop is clean',
  'nothing is unhandled',
  "no rule of Slack's is broken",
] as const;

export type Rule = (typeof rules)[number];

/** Something that must be true, and is not. */
export interface Breach {
  readonly rule: Rule;
  /** The mark of the app it is about; null for the whole. */
  readonly app: string | null;
  readonly words: string;
}
