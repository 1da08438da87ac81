import { z } from 'zod';

/** Longer than any id or name that has been seen. */
const LONGEST_ID = 255;
const LONGEST_TEXT = 10_000;

/** Postgres stores neither NUL nor half a character: replaced in a text, and no id at all. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** Ids are opaque (O5). */
export const opaqueId = z.union([
  z
    .string()
    .min(1)
    .max(LONGEST_ID)
    .refine((sent) => sent.search(UNSTORABLE) < 0),
  z.number().transform(String),
]);

/** A text that can be stored and shown. */
export const plainText = z
  .string()
  .transform((sent) => sent.slice(0, LONGEST_TEXT).replace(UNSTORABLE, '\uFFFD'));

/** A field that may be absent, null or of another shape one day: then it is left out. */
export const optionalText = z.string().min(1).pipe(plainText).optional().catch(undefined);

export const timestamp = z
  .string()
  .transform((sent) => new Date(sent))
  .refine((at) => !Number.isNaN(at.getTime()));

export const optionalCount = z.number().int().nonnegative().optional().catch(undefined);
