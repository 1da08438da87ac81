import type { AckFn, ViewResponseAction } from '@slack/bolt';
import { own } from '../../core/own_property.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import type { MessageView, ModalView } from '../blocks/block_types.ts';
import { errorTexts } from '../messages/error_texts.ts';
import { nameContactPlainly } from '../messages/support_contact.ts';
import { noteOf } from '../messages/text_view.ts';
import type { Person, SubmitAnswer, SubmitRequest } from '../requests/requests.ts';
import { parseView, type ViewEvent } from '../requests/view_payload.ts';
import type { BlockSupport } from '../responses/block_support.ts';
import { orWriteTo } from '../responses/reply.ts';
import { type ViewRequests, viewRequests } from '../responses/view_requests.ts';
import {
  type CloseArguments,
  type DispatchParts,
  orGone,
  personOf,
  type SubmitArguments,
} from './dispatch_parts.ts';

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
  const { request, show } = submitRequest(personOf(context, userId), payload, ways, elapsedMs);
  replyOnError(context, orWriteTo({ client, userId, supportContact }, show));
  const handler = own(handlers.submits, payload.callbackId);
  const gone = () => request.answer({ kind: 'show', view: noteOf(errorTexts.gone(), 'Not saved') });
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

/** Slack drops acknowledgements 3 s after it sent a form; this leaves time for the way there and back. */
export const TOO_SLOW_MS = 2_500;

export interface SubmitWays {
  readonly ack: AckFn<ViewResponseAction>;
  readonly views: ViewRequests;
  readonly support: Pick<BlockSupport, 'certain'>;
  readonly supportContact?: SupportContact | null;
}

/**
 * Handles a submitted modal; on an error, the person is notified and the typed input is kept. `elapsedMs`: how long ago the form
 * arrived.
 */
export function submitRequest(
  person: Person,
  payload: ViewEvent,
  { ack, views, support, supportContact = null }: SubmitWays,
  elapsedMs = 0,
): { request: SubmitRequest; show: (message: MessageView) => Promise<void> } {
  let answered = false;
  let unheard = false;
  let saidTooSlow = false;
  let instead: ((text: string) => ModalView) | null = null;
  const request: SubmitRequest = {
    ...payload,
    person,
    async answer(answer) {
      clearTimeout(tooSlow);
      // The form is open again, and the person may be typing in it: they can submit it again.
      if (saidTooSlow) return;
      const first = !answered;
      answered = true;
      try {
        await acknowledge(ack, fitting(answer, payload.inputBlocks), support);
      } catch (error) {
        unheard = first;
        throw error;
      }
    },
    update: (view) => views.update(payload.viewId, view),
    ifItFails(view) {
      instead = view;
    },
  };
  const show = async (message: MessageView) => {
    // The connection was lost: Slack's client itself asks to try again, and the form keeps what was typed.
    if (unheard || saidTooSlow) return;
    const field = payload.inputBlocks[0];
    if (answered) return request.update(instead === null ? noteOf(message) : instead(message.text));
    // An error at a field leaves the modal open with everything that was typed in it.
    const text = nameContactPlainly(message.text, supportContact);
    if (field !== undefined) return request.answer({ kind: 'errors', errors: { [field]: text } });
    return request.answer({ kind: 'show', view: instead === null ? noteOf(message) : instead(message.text) });
  };
  // A database that hangs returns neither a result nor an error in time.
  const tooSlow = setTimeout(
    () => {
      const said = show(errorTexts.tooSlow);
      saidTooSlow = true;
      // Then Slack's client shows its own error text.
      said.catch(() => {});
    },
    Math.max(0, TOO_SLOW_MS - elapsedMs),
  ).unref();
  return { request, show };
}

/**
 * Slack drops a response whose errors name a field that the form does not have (drawn by an older version, for example). Then
 * the error text is shown at the first field, or replaces a form without fields.
 */
function fitting(answer: SubmitAnswer, fields: readonly string[]): SubmitAnswer {
  if (answer.kind !== 'errors' || Object.keys(answer.errors).every((block) => fields.includes(block)))
    return answer;
  const text = Object.values(answer.errors).join(' ');
  const [first] = fields;
  return first === undefined
    ? { kind: 'show', view: noteOf({ text, blocks: [] }) }
    : { kind: 'errors', errors: { [first]: text } };
}

async function acknowledge(
  ack: AckFn<ViewResponseAction>,
  answer: SubmitAnswer,
  support: Pick<BlockSupport, 'certain'>,
): Promise<void> {
  if (answer.kind === 'errors') await ack({ response_action: 'errors', errors: { ...answer.errors } });
  else if (answer.kind === 'show')
    await ack({ response_action: 'update', view: support.certain(answer.view) });
  else await ack();
}
