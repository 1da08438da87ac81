import { LONGEST_NAME } from '../../../core/apps/app_name.ts';
import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { textInput, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';

const NAME = 'name';

/** "Delete": what is lost, and the name, typed as a confirmation. */
export function deleteView({ app }: ZoomAppCard): ModalView {
  const instead =
    app.archivedAt === null
      ? 'It is in use. Archive it instead, if it may be needed again.'
      : `It was archived ${moment(app.archivedAt)}. If it may be needed again, leave it so: *Restore* on its card brings it back.`;
  return modal(
    {
      callbackId: callbackIds.deleteApp,
      title: 'Delete a Zoom app',
      submit: 'Delete for good',
      state: { kind: 'delete_app', appId: app.id },
    },
    [
      section(`:warning: This deletes *${named(app.name)}* from Greenroom for good. ${instead}`),
      section(
        '• Lost: its registration, scopes, checks, stored secrets and watches.\n• Kept: its history (`/zoom-app history`).\n• In Zoom and StackOne nothing is changed.',
      ),
      textInput(
        { block: NAME, label: 'Type the name of the Zoom app', hint: 'So that no other one is deleted.' },
        { placeholder: app.name, max: 4 * LONGEST_NAME, focus: true },
      ),
    ],
  );
}

export async function submitDelete(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId } = stateOfKind(request.metadata, 'delete_app');
  const name = typedIn(request.typed, NAME).text;
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.deleteApp({ workspaceId, actor, appId, name });
  if (result.ok) {
    const words = `*${named(result.value.name)}* is deleted from Greenroom. Its history stays.`;
    return request.answer({ kind: 'show', view: note('Deleted', words) });
  }
  if (result.error === 'other_name') {
    const errors = { [NAME]: 'That is not its name. Nothing was deleted.' };
    return request.answer({ kind: 'errors', errors });
  }
  const view = noteOf(await deniedMessage(context, request.person, result.error, { appId }), 'Not deleted');
  await request.answer({ kind: 'show', view });
}
