import { z } from 'zod';
import { isUuid } from '../../../core/id.ts';
import { MOST_FIELDS } from '../scopes_form.ts';
import { carriedManifest } from './carried_manifest.ts';

/** What the modals of this folder remember (../view_metadata.ts). */

const id = z.string().refine(isUuid);

const manifestState = z.object({
  kind: z.literal('manifest'),
  appId: id,
  name: z.string(),
  fields: z.number().int().min(1).max(MOST_FIELDS),
  takesFile: z.boolean(),
});

const manifestResultState = z.object({
  kind: z.literal('manifest_result'),
  appId: id,
  version: z.number().int(),
  from: carriedManifest,
});

export const manifestStates = [manifestState, manifestResultState] as const;

export type ManifestState = z.infer<typeof manifestState>;
