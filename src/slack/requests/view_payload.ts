import { z } from 'zod';
import { memoizeByObject } from '../../concurrency/memoize.ts';
import type { OpenModal, SuggestRequest } from './requests.ts';
import { typedByBlock, viewPayload } from './typed_state.ts';

const viewEvent = z.object({ user: z.object({ id: z.string() }), view: viewPayload });

export interface ViewEvent extends OpenModal {
  readonly userId: string;
  /** Where errors may stand. */
  readonly inputBlocks: readonly string[];
}

/** view_submission and view_closed. Throws a ZodError. Once for each request, as the readers of other payloads. */
export const parseView = memoizeByObject((payload: object): ViewEvent => {
  const { user, view } = viewEvent.parse(payload);
  return {
    userId: user.id,
    viewId: view.id,
    callbackId: view.callback_id,
    metadata: view.private_metadata,
    typed: typedByBlock(view),
    inputBlocks: view.blocks.flatMap(({ type, block_id }) => (type === 'input' ? [block_id] : [])),
  };
});

const suggestion = z.object({
  user: z.object({ id: z.string() }),
  action_id: z.string(),
  value: z.string().nullish(),
  view: viewPayload.nullish(),
});

export interface SuggestionPayload extends Pick<SuggestRequest, 'query' | 'metadata' | 'typed'> {
  readonly userId: string;
  readonly actionId: string;
}

/** block_suggestion: what was typed into an external select, and the other fields of its view. */
export const parseSuggestion = memoizeByObject((payload: object): SuggestionPayload => {
  const given = suggestion.parse(payload);
  return {
    userId: given.user.id,
    actionId: given.action_id,
    query: given.value ?? '',
    metadata: given.view?.private_metadata ?? '',
    typed: given.view == null ? {} : typedByBlock(given.view),
  };
});
