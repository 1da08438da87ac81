import { z } from 'zod';
import { isUuid } from '../../../core/id.ts';
import { isChannelId } from '../../../core/slack_ids.ts';

const listed = {
  /** The channel in which the list was asked for; absent: none. */
  here: z.string().refine(isChannelId).optional(),
  /** Whose watches; absent: those of `here`, and those of the person. */
  appId: z.string().refine(isUuid).optional(),
  /** The first watch of the page. */
  from: z.number().int().min(0).default(0),
};

const listState = z.object({ kind: z.literal('watch_list'), ...listed });

/** Which list of watches, and which page of it. */
export type ListedWatches = Omit<z.infer<typeof listState>, 'kind'>;

/** What the modals of this folder remember (../view_metadata.ts). */
export const watchStates = [listState, z.object({ kind: z.literal('end_watches'), ...listed })] as const;
