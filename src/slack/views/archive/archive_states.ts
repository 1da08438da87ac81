import { z } from 'zod';
import { isUuid } from '../../../core/id.ts';

/** What the modals of this folder remember (../view_metadata.ts). */

const appId = z.string().refine(isUuid);

export const archiveStates = [
  z.object({ kind: z.literal('archive'), appId }),
  z.object({ kind: z.literal('restore'), appId }),
  z.object({ kind: z.literal('delete_app'), appId }),
  z.object({ kind: z.literal('merge'), appId, intoId: appId }),
] as const;
