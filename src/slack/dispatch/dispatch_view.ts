import { own } from '../../core/own_property.ts';
import { errorTexts } from '../messages/error_texts.ts';
import { noteOf } from '../messages/text_view.ts';
import { parseView } from '../requests/view_payload.ts';
import { orWriteTo } from '../responses/reply.ts';
import { viewRequests } from '../responses/view_requests.ts';
import {
  type CloseArguments,
  type DispatchParts,
  orGone,
  personOf,
  type SubmitArguments,
} from './dispatch_parts.ts';
import { submitRequest } from './submit_request.ts';

export async function answerSubmit(
  args: SubmitArguments,
  { handlers, log, support, replyOnError, supportContact }: DispatchParts,
  elapsedMs: number,
): Promise<void> {
  const { ack, body, context, client } = args;
  const payload = parseView(body);
  const { userId } = payload;
  const views = viewRequests(client, support);
  const ways = { ack, views, support, supportContact };
  const { request, show, showView } = submitRequest(personOf(context, userId), payload, ways, elapsedMs);
  replyOnError(context, orWriteTo({ client, userId, supportContact }, show));
  const handler = own(handlers.submits, payload.callbackId);
  const gone = () => showView(noteOf(errorTexts.gone(), 'Not saved'));
  if (handler !== undefined) return orGone(handler(request), gone);
  log.warn({ callbackId: payload.callbackId }, 'Nothing answers to this view');
  await request.answer({ kind: 'close' });
}

export async function answerClose(
  { ack, body, context }: CloseArguments,
  { handlers }: DispatchParts,
): Promise<void> {
  await ack();
  const payload = parseView(body);
  await own(handlers.closes, payload.callbackId)?.({ ...payload, person: personOf(context, payload.userId) });
}
