import { z } from 'zod';
import { isUuid } from '../../../core/id.ts';
import { scopesForm } from '../scopes_form.ts';

/** What the modals of this folder remember (../view_metadata.ts). */

const registerState = z.object({
  kind: z.literal('register'),
  step: z.enum(['basics', 'credentials', 'scopes', 'review']),
  draftId: z.string().refine(isUuid),
  /** Tells a second submit that the first one has done it. */
  name: z.string().optional(),
  /** The answers that the review shows (usecases/drafts/drafts.ts). */
  mark: z.string().optional(),
  form: scopesForm.optional(),
});

const offerState = z.object({
  kind: z.literal('offer'),
  name: z.string().optional(),
  channelId: z.string().optional(),
});

export const registerStates = [registerState, offerState] as const;

export type RegisterState = z.infer<typeof registerState>;
export type RegisterStep = RegisterState['step'];
export type OfferState = z.infer<typeof offerState>;
