import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import { betaLinkMs } from '../../../core/checks/ageing.ts';
import { attestationMark } from '../../../core/checks/attestation.ts';
import type { BetaShare } from '../../../core/checks/check_detail.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { input, option, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';

const HOW = 'how';
const DATE = 'date';
/** Noon (UTC) of the day that begins first anywhere, as seen from its first hour (UTC+14). */
const furthestNoonMs = 26 * 60 * 60_000;

const ways = [
  option('Ready, not shared yet', 'ready'),
  option('Its link was shared', 'shared', 'A link lives for four weeks'),
  option('The link was extended, first time', 'extended', 'Four weeks more'),
  option('The link was extended, second time', 'extended_again', 'Zoom extends it twice'),
  option('The app is published', 'published', 'Links of all tests have ended with that'),
];
const extensions: Readonly<Record<string, BetaShare['extension']>> = {
  shared: 0,
  extended: 1,
  extended_again: 2,
};

/** "It says Ready" of Production: what ends, and when, follows from how its Beta link stands. */
export function betaView(card: ZoomAppCard, environment: Environment, now: Date): ModalView {
  const mark = attestationMark(environment, 'test_status');
  const check = environment.checks.find(({ name }) => name === 'test_status');
  const again = check?.lastKnown === 'passed';
  const [ready, shared] = ways;
  const initial = again ? shared : ready;
  return modal(
    {
      callbackId: callbackIds.beta,
      title: again ? 'Still ready?' : 'It says Ready',
      submit: 'Save',
      state: { kind: 'beta', environmentId: environment.id, mark, again },
    },
    [
      section(
        `*${named(card.app.name)}*, Production: how does *Beta Test* stand? A link lives for four weeks, so Greenroom asks again before it ends.`,
      ),
      input(
        { block: HOW, label: 'How does it stand?' },
        {
          type: 'radio_buttons',
          action_id: HOW,
          options: ways,
          ...(initial === undefined ? {} : { initial_option: initial }),
        },
      ),
      input(
        { block: DATE, label: 'Shared or extended on', optional: true, hint: 'Left empty: today.' },
        { type: 'datepicker', action_id: DATE, initial_date: now.toISOString().slice(0, 10) },
      ),
    ],
  );
}

export async function submitBeta(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { environmentId, mark, again } = stateOfKind(request.metadata, 'beta');
  const now = context.clock.now();
  const how = typedIn(request.typed, HOW).option ?? 'ready';
  const extension = extensions[how];
  const at = dayIn(typedIn(request.typed, DATE).date, now);
  if (extension !== undefined && typeof at === 'string') {
    return request.answer({ kind: 'errors', errors: { [DATE]: at } });
  }
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.attest({
    ...{ workspaceId, actor, environmentId, what: 'test_status', mark, again },
    ...(extension !== undefined && typeof at !== 'string'
      ? { shared: { at: at.toISOString(), extension } }
      : {}),
    ...(how === 'published' ? { published: true } : {}),
  });
  const view = !result.ok
    ? noteOf(await deniedMessage(context, request.person, result.error, { environmentId }), 'Not saved')
    : result.value.changed
      ? note('Thank you', 'Noted on the card. Greenroom asks again before it ends.')
      : note('Not saved', 'Somebody has said something newer meanwhile. The card shows how it stands.');
  await request.answer({ kind: 'show', view });
}

/** Noon of that day, so that it is the same day almost everywhere; not later than now. Or what is wrong with it. */
function dayIn(date: string | null, now: Date): Date | string {
  const at = date === null ? now : new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return 'Choose a day.';
  if (at.getTime() > now.getTime() + furthestNoonMs) return 'That day is still to come.';
  if (at.getTime() + betaLinkMs <= now.getTime())
    return 'That link has ended: it lived for four weeks. Extend or share it again in Zoom first.';
  return at > now ? now : at;
}
