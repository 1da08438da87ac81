import { z } from 'zod';
import { environmentKinds, managementTypes } from '../../core/checks/check.ts';
import { isUuid } from '../../core/id.ts';
import { limits } from '../blocks/limits.ts';
import { Gone } from '../stale_input.ts';
import { archiveStates } from './archive/archive_states.ts';
import { carriedManifest } from './manifest/carried_manifest.ts';
import { proofStates } from './proof/proof_states.ts';
import { watchStates } from './watches/watch_states.ts';

/** What a modal remembers in its private_metadata. Slack allows 3000 characters; never a secret. */

const environmentKind = z.enum(environmentKinds);
const managementType = z.enum(managementTypes);
const id = z.string().refine(isUuid);

/** Most fields to paste into: what was typed, with a need or a conversion added, fits; a view holds 100 blocks. */
export const MOST_FIELDS = 40;

const scopesForm = z.object({
  managementType,
  category: z.string().optional(),
  /** How many fields there are to paste into. */
  fields: z.number().int().min(1).max(MOST_FIELDS),
  /** Grows when Greenroom itself changes what stands in a field: only new block ids show new values. */
  round: z.number().int(),
});

const registerState = z.object({
  kind: z.literal('register'),
  step: z.enum(['basics', 'credentials', 'scopes', 'review']),
  draftId: id,
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

const notReadyState = z.object({
  kind: z.literal('not_ready'),
  environmentId: id,
  /** What was said of the test when the form was opened. */
  mark: z.string().optional(),
  environment: environmentKind,
});

const betaState = z.object({
  kind: z.literal('beta'),
  environmentId: id,
  /** What was said of the test when the form was opened, and whether that was that it is ready. */
  mark: z.string(),
  again: z.boolean(),
});

const useScopesState = z.object({
  kind: z.literal('use_scopes'),
  managementType,
  /** core/scopes/catalogue/packed_scopes.ts */
  packed: z.string(),
});

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

const modalState = z.discriminatedUnion('kind', [
  registerState,
  offerState,
  editBasicsState,
  editScopesState,
  replaceState,
  addState,
  notReadyState,
  betaState,
  z.object({ kind: z.literal('renewal'), environmentId: id }),
  z.object({ kind: z.literal('hand_over'), appId: id }),
  z.object({ kind: z.literal('owner_groups'), appId: id }),
  z.object({ kind: z.literal('scope_check') }),
  z.object({ kind: z.literal('plan'), managementType, appId: id.optional() }),
  useScopesState,
  manifestState,
  manifestResultState,
  /** What the fields showed: only what a person changes is saved. */
  z.object({ kind: z.literal('settings'), shown: z.record(z.string(), z.string()) }),
  ...proofStates,
  ...archiveStates,
  ...watchStates,
  z.object({ kind: z.literal('card'), appId: id }),
]);

export type ModalState = z.infer<typeof modalState>;
export type ScopesForm = z.infer<typeof scopesForm>;
export type RegisterState = z.infer<typeof registerState>;
export type RegisterStep = RegisterState['step'];
export type OfferState = z.infer<typeof offerState>;
export type EditBasicsState = z.infer<typeof editBasicsState>;
export type EditScopesState = z.infer<typeof editScopesState>;
export type BasicsChanges = z.infer<typeof basicsChanges>;
export type ReplaceState = z.infer<typeof replaceState>;
export type AddState = z.infer<typeof addState>;
export type ManifestState = z.infer<typeof manifestState>;
export type UseScopesState = z.infer<typeof useScopesState>;
export type NotReadyState = z.infer<typeof notReadyState>;

export function metadataOf(state: ModalState): string {
  const text = JSON.stringify(state);
  if (text.length > limits.view.privateMetadata) throw new Error(`modal state of ${text.length} characters`);
  return text;
}

/** Null for a view of ours without a state. */
export function stateOf(metadata: string): ModalState | null {
  if (metadata === '') return null;
  const parsed = modalState.safeParse(parseJson(metadata));
  return parsed.success ? parsed.data : null;
}

/** The state that a form of this kind carries; anything else was not drawn by this version of us. */
export function stateOfKind<K extends ModalState['kind']>(
  metadata: string,
  kind: K,
): Extract<ModalState, { kind: K }> {
  const state = stateOf(metadata);
  if (state === null || !isOfKind(state, kind)) throw new Gone(`a modal came back without its state ${kind}`);
  return state;
}

function isOfKind<K extends ModalState['kind']>(
  state: ModalState,
  kind: K,
): state is Extract<ModalState, { kind: K }> {
  return state.kind === kind;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
