import { z } from 'zod';

/** What the modals of this folder remember (../view_metadata.ts). */
export const watchStates = [
  z.object({
    kind: z.literal('end_watches'),
    here: z
      .string()
      .regex(/^[CG][A-Z0-9]{1,30}$/)
      .optional(),
  }),
] as const;
