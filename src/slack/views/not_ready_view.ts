import type { Environment, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { attestationMark } from '../../core/checks/attestation.ts';
import { type MissingField, missingFields } from '../../core/checks/check_detail.ts';
import { secretIn } from '../../core/secrets/find_secrets.ts';
import type { ModalView } from '../blocks/block_types.ts';
import { section } from '../blocks/layout.ts';
import { limits } from '../blocks/limits.ts';
import { named, sentence } from '../blocks/text.ts';
import { moment } from '../blocks/time.ts';
import { deniedMessage } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import { checkLine } from '../messages/checks/check_line.ts';
import { environmentNames, missingWords, zoomTests } from '../messages/product_words.ts';
import { note, noteOf } from '../messages/text_view.ts';
import type { SubmitRequest } from '../requests/requests.ts';
import { input, option, textInput, typedIn } from './inputs.ts';
import { alert, type Banner, modal } from './view_frame.ts';
import { callbackIds } from './view_ids.ts';
import { type NotReadyState, stateOfKind } from './view_metadata.ts';

const MISSING = 'missing';
const NOTE = 'note';

interface Report {
  readonly missing?: readonly MissingField[];
  readonly note?: string;
}

/**
 * "Not ready yet": which required fields Zoom still asks for. Those of the last time are ticked already. `typed`: this person's
 * input after a conflict.
 */
export function notReadyView(card: ZoomAppCard, environment: Environment, typed?: Report): ModalView {
  const { id, kind, checks } = environment;
  const said: Report = typed ?? checks.find(({ name }) => name === 'test_status')?.detail ?? {};
  const options = missingFields.map((field) => option(sentence(missingWords[field]), field));
  const ticked = options.filter(({ value }) => said.missing?.some((field) => field === value) === true);
  const mark = attestationMark(environment, 'test_status');
  const state: NotReadyState = { kind: 'not_ready', environmentId: id, environment: kind, mark };
  return modal({ callbackId: callbackIds.notReady, title: 'Not ready yet', submit: 'Save', state }, [
    ...(typed === undefined ? [] : [alert(overtaken), section(saidNow(environment))]),
    section(
      `*${named(card.app.name)}*, ${environmentNames[kind]}: what does Zoom ask for under *${zoomTests[kind].name}*?`,
    ),
    input(
      { block: MISSING, label: 'Missing', optional: true },
      {
        type: 'checkboxes',
        action_id: MISSING,
        options,
        ...(ticked.length === 0 ? {} : { initial_options: ticked }),
      },
    ),
    textInput(
      {
        block: NOTE,
        label: 'Something else?',
        optional: true,
        hint: 'Zoom’s own words help the next person.',
      },
      { initial: said.note, multiline: true, max: limits.shown.note },
    ),
  ]);
}

const overtaken: Banner = {
  level: 'warning',
  text: 'Somebody said something newer while you were writing. Your input is kept below. Save again to say it all the same.',
};

function saidNow({ kind, checks }: Environment): string {
  const check = checks.find(({ name }) => name === 'test_status');
  return check === undefined ? '' : checkLine(check, kind, checks);
}

export async function submitNotReady(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { environmentId, mark } = stateOfKind(request.metadata, 'not_ready');
  const chosen = typedIn(request.typed, MISSING).options;
  const missing: MissingField[] = missingFields.filter((field) => chosen.includes(field));
  const text = typedIn(request.typed, NOTE).text.trim();
  if (missing.length === 0 && text === '')
    return request.answer({
      kind: 'errors',
      errors: { [MISSING]: 'Tick what is missing, or write it below.' },
    });
  if (secretIn(text) !== null)
    return request.answer({
      kind: 'errors',
      errors: {
        [NOTE]:
          'This looks like a secret, and the channel would see it. Remove it, and make a new one in Zoom.',
      },
    });
  const { workspaceId, userId } = request.person;
  const result = await context.usecases.reportNotReady({
    workspaceId,
    actor: userId,
    environmentId,
    missing,
    note: text,
    mark,
  });
  if (!result.ok && result.error === 'outdated') {
    const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
    const environment = card?.environments.find(({ id }) => id === environmentId);
    if (card !== null && environment !== undefined) {
      const view = notReadyView(card, environment, { missing, note: text });
      return request.answer({ kind: 'show', view });
    }
  }
  const view = result.ok
    ? note(
        'Thank you',
        `Noted on the card: that is the next thing to do. Greenroom asks again ${moment(result.value.askAgainAt)}.`,
      )
    : noteOf(await deniedMessage(context, request.person, result.error, { environmentId }), 'Not saved');
  await request.answer({ kind: 'show', view });
}
