import { z } from 'zod';
import { isUuid } from '../../../core/id.ts';
import { connectPurposes, LONGEST_CUSTOMER } from '../../../core/proof/connect_session.ts';

/** What the modals of this folder remember (../view_metadata.ts). Never a link: it is a secret. */

const id = z.string().refine(isUuid);
const accountId = z.string().min(1).max(1_000);

/** What a connect session is asked for with: enough to ask once more. */
const asked = z.object({
  environmentId: id,
  purpose: z.enum(connectPurposes),
  zoomAccount: z.enum(['own', 'test']).optional(),
  keepsAccount: z.boolean().optional(),
  accountId: accountId.optional(),
  customer: z
    .object({ id: z.string().max(LONGEST_CUSTOMER), name: z.string().max(LONGEST_CUSTOMER) })
    .optional(),
});

export type AskedLink = z.infer<typeof asked>;

export const proofStates = [
  z.object({ kind: z.literal('prove'), environmentId: id }),
  z.object({ kind: z.literal('link_account'), environmentId: id }),
  z.object({ kind: z.literal('link_again'), environmentId: id, accountId }),
  z.object({ kind: z.literal('connect_link'), sessionId: id }),
  z.object({ kind: z.literal('connect_running'), sessionId: id, asked }),
] as const;
