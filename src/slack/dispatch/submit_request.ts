import type { AckFn, ViewResponseAction } from '@slack/bolt';
import { wait } from '../../concurrency/wait.ts';
import type { SupportContact } from '../../core/support_contact.ts';
import type { MessageView, ModalView } from '../blocks/block_types.ts';
import { errorTexts } from '../messages/error_texts.ts';
import { nameContactPlainly } from '../messages/support_contact.ts';
import { noteOf } from '../messages/text_view.ts';
import type { Person, SubmitAnswer, SubmitRequest } from '../requests/requests.ts';
import type { ViewEvent } from '../requests/view_payload.ts';
import type { BlockSupport } from '../responses/block_support.ts';
import type { ViewRequests } from '../responses/view_requests.ts';

/** Slack drops acknowledgements 3 s after it sent a form; this leaves time for the way there and back. */
export const TOO_SLOW_MS = 2_500;
/** After so long a person sees that something happens. */
const LOADING_AFTER_MS = 1_000;
/**
 * The acknowledgement that shows a loading view, and the call that replaces it, travel by separate connections (S31). A call that Slack
 * gets first may be undone by the acknowledgement, and the loading view would stay for ever; so the call follows after this time.
 */
export const UPDATE_AFTER_MS = 500;

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
): {
  request: SubmitRequest;
  show: (message: MessageView) => Promise<void>;
  /** As the answer or, where there was one, in place of its view. */
  showView: (view: ModalView) => Promise<void>;
} {
  const startedAt = performance.now() - elapsedMs;
  const left = (ms: number) => Math.max(0, startedAt + ms - performance.now());
  let answeredAt: number | null = null;
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
      const first = answeredAt === null;
      answeredAt = performance.now();
      try {
        await acknowledge(ack, fitting(answer, payload.inputBlocks), support);
        answeredAt = performance.now();
      } catch (error) {
        unheard = first;
        throw error;
      }
    },
    async answerOrLoad({ loading, loadsFirst = false, work, ifItFails }) {
      instead = ifItFails ?? null;
      const load = () => request.answer({ kind: 'show', view: loading });
      const loadsNow = loadsFirst || left(LOADING_AFTER_MS) === 0;
      if (loadsNow) await load();
      const working = work();
      try {
        if (!loadsNow && !(await endsWithin(working, left(LOADING_AFTER_MS)))) await load();
      } catch (error) {
        // The connection was lost. What has begun ends before the request does: a stop waits for requests.
        await working.catch(() => {});
        throw error;
      }
      await showView(await working);
    },
  };
  const showView = async (view: ModalView) => {
    if (answeredAt === null) return request.answer({ kind: 'show', view });
    if (saidTooSlow) return;
    const early = answeredAt + UPDATE_AFTER_MS - performance.now();
    if (early > 0) await wait(early);
    await views.update(payload.viewId, view);
  };
  const show = async (message: MessageView) => {
    // The connection was lost: Slack's client itself asks to try again, and the form keeps what was typed.
    if (unheard || saidTooSlow) return;
    const field = payload.inputBlocks[0];
    if (answeredAt === null && field !== undefined) {
      // An error at a field leaves the modal open with everything that was typed in it.
      const text = nameContactPlainly(message.text, supportContact);
      return request.answer({ kind: 'errors', errors: { [field]: text } });
    }
    return showView(instead === null ? noteOf(message) : instead(message.text));
  };
  // A database that hangs returns neither a result nor an error in time.
  const tooSlow = setTimeout(() => {
    const said = show(errorTexts.tooSlow);
    saidTooSlow = true;
    // Then Slack's client shows its own error text.
    said.catch(() => {});
  }, left(TOO_SLOW_MS)).unref();
  return { request, show, showView };
}

/** Whether it ends, well or with an error, in this time. */
async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  const ended = new AbortController();
  const end = () => ended.abort();
  work.then(end, end);
  return !(await wait(ms, ended.signal));
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
