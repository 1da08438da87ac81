import type { RespondFn } from '@slack/bolt';
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { MessageView } from '../blocks/block_types.ts';
import { noteOf } from '../modals/note.ts';
import { shown } from './bind_command.ts';
import type { ActionCall, Person } from './calls.ts';
import { gently } from './gently.ts';
import { openView } from './open_view.ts';
import type { ActionPayload } from './payloads/action.ts';

export function actionCall(
  person: Person,
  payload: ActionPayload,
  client: WebClient,
  respond: RespondFn,
): ActionCall {
  const { place } = payload;
  // Inside a modal a new one goes on top of it; `views.open` there is refused or replaces it.
  const open: ActionCall['open'] = async (view) => {
    if (place.kind === 'modal') await client.views.push({ trigger_id: payload.triggerId, view });
    else await openView(client, payload.triggerId, view);
  };
  return {
    person,
    actionId: payload.actionId,
    value: payload.value,
    place,
    open,
    async reply(message) {
      if (place.kind === 'message') await respond(ephemeral(message));
      else await open(noteOf(message));
    },
    async replace(message) {
      await respond({ replace_original: true, ...shown(message) });
    },
    async update(view) {
      if (place.kind === 'modal') await gently(() => client.views.update({ view_id: place.viewId, view }));
    },
    async updateUnlessChanged(view, hash) {
      if (place.kind !== 'modal') return { kind: 'overtaken' };
      try {
        const { view: drawn } = await client.views.update({ view_id: place.viewId, hash, view });
        return drawn?.hash === undefined ? { kind: 'overtaken' } : { kind: 'drawn', hash: drawn.hash };
      } catch (error) {
        if (error instanceof WebAPIRateLimitedError)
          return { kind: 'busy', againInMs: error.retryAfter * 1_000 };
        if (isOvertaken(error)) return { kind: 'overtaken' };
        throw error;
      }
    },
    publishHome: (view) => gently(() => client.views.publish({ user_id: person.userId, view })),
  };
}

/** Drawn anew or closed since: whatever stands there now is newer than this. */
function isOvertaken(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && /^(hash_conflict|not_found)$/.test(error.data.error);
}

function ephemeral(message: MessageView) {
  return { response_type: 'ephemeral', replace_original: false, ...shown(message) } as const;
}
