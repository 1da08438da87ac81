import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { own } from '../../core/own_property.ts';
import type { ModalView } from '../blocks/block_types.ts';
import { errorTexts } from '../messages/error_texts.ts';
import { messageOf, noteOf } from '../messages/text_view.ts';
import { type ActionPayload, parseAction } from '../requests/action_payload.ts';
import type { ActionRequest, Person } from '../requests/requests.ts';
import { orWriteTo, type Reply, type ReplyMessage, replyBy } from '../responses/reply.ts';
import { type ViewRequests, viewRequests } from '../responses/view_requests.ts';
import { isTriggerGone } from '../web_api/slack_refusals.ts';
import { shown } from './dispatch_command.ts';
import { type ArgumentsOf, type DispatchParts, orGone, personOf } from './dispatch_parts.ts';

export async function answerAction(
  args: ArgumentsOf<'action'>,
  { handlers, log, support, replyOnError, supportContact }: DispatchParts,
): Promise<void> {
  const { ack, body, context, client, respond } = args;
  if (body.type !== 'block_actions') return;
  await ack();
  const payload = parseAction(body);
  const { userId } = payload;
  const reply = replyBy({ respond, client, userId, support, supportContact });
  const request = actionRequest(personOf(context, userId), payload, viewRequests(client, support), reply);
  replyOnError(context, orWriteTo({ client, userId, supportContact }, request.reply));
  const handler = own(handlers.actions, payload.actionId);
  if (handler === undefined) log.warn({ actionId: payload.actionId }, 'Nothing answers to this action');
  else await orGone(handler(request), () => request.reply(errorTexts.gone()));
}

function actionRequest(
  person: Person,
  payload: ActionPayload,
  views: ViewRequests,
  reply: Reply,
): ActionRequest {
  const { place } = payload;
  // Inside a modal a new one goes on top of it; `views.open` there is refused or replaces it.
  const open: ActionRequest['open'] = async (view) => {
    if (place.kind === 'modal') return views.push(payload.triggerId, view);
    try {
      await views.open(payload.triggerId, view);
    } catch (error) {
      if (place.kind !== 'message' || !isTriggerGone(error) || !isOnlyRead(view)) throw error;
      await reply(ephemeral(messageOf(view)));
    }
  };
  return {
    person,
    actionId: payload.actionId,
    value: payload.value,
    place,
    open,
    async reply(message) {
      if (place.kind === 'message') await reply(ephemeral(shown(message)));
      else await open(noteOf(message));
    },
    async replace(message) {
      await reply({ replace_original: true, ...shown(message) });
    },
    async update(view) {
      if (place.kind === 'modal') await views.update(place.viewId, view);
    },
    async updateUnlessChanged(view, hash) {
      if (place.kind !== 'modal') return { kind: 'overtaken' };
      try {
        const drawn = await views.updateUnlessChanged(place.viewId, view, hash);
        return drawn === null ? { kind: 'overtaken' } : { kind: 'drawn', hash: drawn };
      } catch (error) {
        if (error instanceof WebAPIRateLimitedError)
          return { kind: 'busy', againInMs: error.retryAfter * 1_000 };
        if (isOvertaken(error)) return { kind: 'overtaken' };
        throw error;
      }
    },
    publishHome: (view) => views.publish(person.userId, view),
  };
}

/** The view was redrawn or closed since: what it shows now is newer. */
function isOvertaken(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && /^(hash_conflict|not_found)$/.test(error.data.error);
}

/** It can be a message as well: it has no fields, and its buttons need nothing that the modal would remember. */
function isOnlyRead({ blocks, private_metadata }: ModalView): boolean {
  return private_metadata === undefined && blocks.every(({ type }) => type !== 'input');
}

function ephemeral(message: ReplyMessage) {
  return { response_type: 'ephemeral', replace_original: false, ...message } as const;
}
