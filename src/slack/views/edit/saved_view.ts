import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { EditRefusal } from '../../../usecases/apps/edit_zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { channel, named } from '../../blocks/text.ts';
import { type RefusalCode, refused } from '../../error_response.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { refusalMessages } from '../../messages/error_texts.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { onlyPeopleOwn } from '../basics_fields.ts';

export function savedView(app: ZoomApp): ModalView {
  return note(
    'Saved',
    `:white_check_mark: *${named(app.name)}* is saved. Its card in ${channel(app.channelId)} shows it in a moment.`,
  );
}

/** Replaces the form when it is denied to the person, or the app is gone. */
export async function answerRefusal(
  context: HandlerContext,
  call: SubmitRequest,
  appId: string,
  code: RefusalCode | Exclude<EditRefusal['code'], 'conflict'>,
): Promise<void> {
  await call.answer({
    kind: 'show',
    view: noteOf(await messageFor(context, call, appId, code), 'Not saved'),
  });
}

async function messageFor(
  context: HandlerContext,
  call: SubmitRequest,
  appId: string,
  code: RefusalCode | Exclude<EditRefusal['code'], 'conflict'>,
) {
  switch (code) {
    case 'not_owner': {
      const card = await context.usecases.readCard({ workspaceId: call.person.workspaceId, appId });
      return refused(code, card?.app.owners ?? []);
    }
    // The form has checked these; only a concurrent change leads here.
    case 'name_taken':
    case 'scopes_blocking':
      return refusalMessages.gone();
    case 'no_owner':
      return { text: onlyPeopleOwn, blocks: [] };
    default:
      return refused(code);
  }
}
