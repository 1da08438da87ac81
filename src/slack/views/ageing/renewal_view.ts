import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { input, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';

const DATE = 'renewal';

/** "Renewal date": by when the client secret is to be renewed, also where Greenroom holds none. */
export function renewalView({ app }: ZoomAppCard, environment: Environment): ModalView {
  const { id, kind, secretAge } = environment;
  const date = secretAge.renewalAt?.toISOString().slice(0, 10);
  return modal(
    {
      callbackId: callbackIds.renewal,
      title: 'Renewal date',
      submit: 'Save',
      state: { kind: 'renewal', environmentId: id },
    },
    [
      section(
        `*${named(app.name)}*, ${environmentNames[kind]}: by when is the client secret to be renewed? The owners are reminded 30, 14, 7, 3 and 1 days before, and once when the date is over.`,
      ),
      input(
        { block: DATE, label: 'To be renewed by', optional: true, hint: 'Left empty: no reminders.' },
        { type: 'datepicker', action_id: DATE, ...(date === undefined ? {} : { initial_date: date }) },
      ),
    ],
  );
}

export async function submitRenewal(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { environmentId } = stateOfKind(request.metadata, 'renewal');
  const { date } = typedIn(request.typed, DATE);
  const { workspaceId, userId: actor } = request.person;
  const renewalAt = date === null ? null : new Date(`${date}T12:00:00Z`);
  const result = await context.usecases.setSecretRenewal({ workspaceId, actor, environmentId, renewalAt });
  if (result.ok) {
    const words =
      renewalAt === null
        ? 'There is no date now, and no reminder.'
        : `Noted: to be renewed by ${moment(renewalAt)}.`;
    return request.answer({ kind: 'show', view: note('Renewal date', words) });
  }
  if (result.error === 'date') {
    const errors = { [DATE]: 'Choose a day from tomorrow on, within ten years.' };
    return request.answer({ kind: 'errors', errors });
  }
  const view = noteOf(
    await deniedMessage(context, request.person, result.error, { environmentId }),
    'Not saved',
  );
  await request.answer({ kind: 'show', view });
}
