import { z } from 'zod';
import { environmentKinds, managementTypes } from '../../../core/checks/check.ts';
import { isUuid } from '../../../core/id.ts';
import { scopesForm } from '../scopes_form.ts';

/** What the modals of this folder remember (../view_metadata.ts). */

const environmentKind = z.enum(environmentKinds);
const managementType = z.enum(managementTypes);
const id = z.string().refine(isUuid);

/** Fingerprints of the values with which the form was opened: they show what this person changed, and what another one did. */
const marks = z.object({
  name: z.string(),
  managementType: z.string(),
  owners: z.string(),
  purpose: z.string(),
  channelId: z.string(),
});

const editBasicsState = z.object({
  kind: z.literal('edit_basics'),
  appId: id,
  version: z.number().int(),
  round: z.number().int(),
  marks,
});

const basicsChanges = z.object({
  name: z.string().optional(),
  managementType: managementType.optional(),
  owners: z.array(z.string()).optional(),
  purpose: z.string().optional(),
  channelId: z.string().optional(),
});

const editScopesState = z.object({
  kind: z.literal('edit_scopes'),
  appId: id,
  version: z.number().int(),
  form: scopesForm,
  /** Saved together with the scopes: a new management type may need other scopes. */
  alongside: basicsChanges.optional(),
});

const replaceState = z.object({
  kind: z.literal('replace_credentials'),
  environmentId: id,
  /** The pair that stood there when the form was opened. */
  mark: z.string().optional(),
  environment: environmentKind,
  appName: z.string(),
  otherClientId: z.string().optional(),
});

const addState = z.object({
  kind: z.literal('add_environment'),
  appId: id,
  environment: environmentKind,
  appName: z.string(),
  otherClientId: z.string().optional(),
});

export const editStates = [editBasicsState, editScopesState, replaceState, addState] as const;

export type EditBasicsState = z.infer<typeof editBasicsState>;
export type EditScopesState = z.infer<typeof editScopesState>;
export type BasicsChanges = z.infer<typeof basicsChanges>;
export type ReplaceState = z.infer<typeof replaceState>;
export type AddState = z.infer<typeof addState>;
