import { z } from 'zod';
import { environmentKinds, managementTypes } from '../../core/checks/check.ts';
import { isUuid } from '../../core/id.ts';
import { limits } from '../blocks/limits.ts';
import { Gone } from '../stale_input.ts';
import { archiveStates } from './archive/archive_states.ts';
import { editStates } from './edit/edit_states.ts';
import { manifestStates } from './manifest/manifest_states.ts';
import { proofStates } from './proof/proof_states.ts';
import { registerStates } from './register/register_states.ts';
import { watchStates } from './watches/watch_states.ts';

/**
 * What a modal remembers in its private_metadata: each folder's states, and those of single modals. Slack allows 3000 characters;
 * never a secret.
 */

const environmentKind = z.enum(environmentKinds);
const managementType = z.enum(managementTypes);
const id = z.string().refine(isUuid);

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

const modalState = z.discriminatedUnion('kind', [
  notReadyState,
  betaState,
  z.object({ kind: z.literal('renewal'), environmentId: id }),
  z.object({ kind: z.literal('hand_over'), appId: id }),
  z.object({ kind: z.literal('owner_groups'), appId: id }),
  z.object({ kind: z.literal('scope_check') }),
  z.object({ kind: z.literal('plan'), managementType, appId: id.optional() }),
  useScopesState,
  /** What the fields showed: only what a person changes is saved. */
  z.object({ kind: z.literal('settings'), shown: z.record(z.string(), z.string()) }),
  ...registerStates,
  ...editStates,
  ...manifestStates,
  ...proofStates,
  ...archiveStates,
  ...watchStates,
  z.object({ kind: z.literal('card'), appId: id }),
]);

export type ModalState = z.infer<typeof modalState>;
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
