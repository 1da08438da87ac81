import { z } from 'zod';

/** A time inside of a JSON column. */
export const jsonDate = z
  .string()
  .transform((sent) => new Date(sent))
  .refine((at) => !Number.isNaN(at.getTime()));
