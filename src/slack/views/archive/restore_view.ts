import { LONGEST_NAME } from '../../../core/apps/app_name.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { nameError } from '../basics_errors.ts';
import { textInput, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';

const NAME = 'name';

/** Another app has the name of the archived one by now: it comes back with a new one. */
export function restoreView(app: { readonly id: string; readonly name: string }): ModalView {
  return modal(
    {
      callbackId: callbackIds.restore,
      title: 'Restore a Zoom app',
      submit: 'Restore',
      state: { kind: 'restore', appId: app.id },
    },
    [
      section(`Another Zoom app is called *${named(app.name)}* by now. What shall this one be called?`),
      textInput(
        { block: NAME, label: 'New name' },
        { placeholder: app.name, max: LONGEST_NAME, focus: true },
      ),
    ],
  );
}

export async function submitRestore(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId } = stateOfKind(request.metadata, 'restore');
  const name = typedIn(request.typed, NAME).text.trim();
  const error = nameError(name);
  if (error !== null) return request.answer({ kind: 'errors', errors: { [NAME]: error } });
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.restoreApp({ workspaceId, actor, appId, name });
  if (!result.ok && result.error === 'name_taken')
    return request.answer({ kind: 'errors', errors: { [NAME]: 'Another Zoom app has that name, too.' } });
  const view = result.ok
    ? note('Restored', `*${named(result.value.app.name)}* is back: Greenroom looks at it again.`)
    : noteOf(await deniedMessage(context, request.person, result.error, { appId }), 'Not restored');
  await request.answer({ kind: 'show', view });
}
