import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import type { EditRefusal } from '../../../usecases/apps/edit_zoom_app.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { channel, named } from '../../blocks/text.ts';
import { deniedMessage, type ErrorCode } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { onlyPeopleOwn } from '../basics_errors.ts';

export function savedView(app: ZoomApp): ModalView {
  return note(
    'Saved',
    `:white_check_mark: *${named(app.name)}* is saved. Its card in ${channel(app.channelId)} shows it in a moment.`,
  );
}

/** Replaces the form when it is denied to the person, or the app is gone. */
export async function answerRefusal(
  context: HandlerContext,
  request: SubmitRequest,
  appId: string,
  code: ErrorCode | Exclude<EditRefusal['code'], 'conflict'>,
): Promise<void> {
  await request.answer({
    kind: 'show',
    view: noteOf(await messageFor(context, request, appId, code), 'Not saved'),
  });
}

async function messageFor(
  context: HandlerContext,
  request: SubmitRequest,
  appId: string,
  code: ErrorCode | Exclude<EditRefusal['code'], 'conflict'>,
) {
  switch (code) {
    // The form has checked these; only a concurrent change leads here.
    case 'name_taken':
    case 'scopes_blocking':
      return errorTexts.gone();
    case 'no_owner':
      return { text: onlyPeopleOwn, blocks: [] };
    default:
      return deniedMessage(context, request.person, code, { appId });
  }
}
