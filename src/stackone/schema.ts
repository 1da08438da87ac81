import { z } from 'zod';

/** Ids are opaque (facts: "a string, docs elsewhere call it a UUID"). */
export const opaqueId = z.union([z.string().min(1), z.number().transform(String)]);

/** A field that may be absent, null or of another shape one day: then it is left out. */
export const optionalText = z.string().min(1).optional().catch(undefined);

export const moment = z
  .string()
  .transform((sent) => new Date(sent))
  .refine((at) => !Number.isNaN(at.getTime()));

export const count = z.number().int().nonnegative().optional().catch(undefined);
