import { z } from 'zod';
import { managementTypes } from '../../core/checks/check.ts';

/** Most fields to paste into: what was typed, with a need or a conversion added, fits; a view holds 100 blocks. */
export const MOST_FIELDS = 40;

/** What a form with a list of scopes remembers (view_metadata.ts). */
export const scopesForm = z.object({
  managementType: z.enum(managementTypes),
  category: z.string().optional(),
  /** How many fields there are to paste into. */
  fields: z.number().int().min(1).max(MOST_FIELDS),
  /** Grows when Greenroom itself changes what stands in a field: only new block ids show new values. */
  round: z.number().int(),
});

export type ScopesForm = z.infer<typeof scopesForm>;
