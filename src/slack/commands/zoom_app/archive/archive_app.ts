import type { HandlerContext } from '../../../handler_context.ts';
import { errorTexts } from '../../../messages/error_texts.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { archiveView } from '../../../views/archive/archive_view.ts';
import { theApp } from '../named_app.ts';

/** `/zoom-app archive <app>`: a modal says what happens, and asks. */
export async function archive(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const card = await theApp(context, request, rest, 'archive');
  if (card === null) return;
  if (card.app.archivedAt !== null) return request.reply(errorTexts.archived());
  await request.open(() => archiveView(card));
}
