import { z } from 'zod';

/** As many as a form of Slack's takes; more than a workspace needs. */
const MOST = 50;

const EXPECTED =
  'must be Slack user ids with commas between them, such as U012AB3CD: open the profile of the person in Slack, then ⋮ and "Copy member ID"';

/** An id alone, or a mention as it is copied from Slack. */
const person = /^(?:<@)?([UW][A-Z0-9]{1,30})(?:\|[^<>|]{0,100})?>?$/;

/** One Slack user id, or several with commas or blanks between them; each once. */
export const adminIds = z
  .string()
  .transform((text) => text.split(/[\s,;]+/).filter((word) => word !== ''))
  .refine((words) => words.length > 0 && words.every((word) => person.test(word)), EXPECTED)
  .refine((words) => words.length <= MOST, `must name at most ${MOST} people`)
  .transform((words) => [...new Set(words.map((word) => person.exec(word)?.[1] ?? word))]);
