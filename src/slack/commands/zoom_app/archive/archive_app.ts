import type { HandlerContext } from '../../../handler_context.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { archiveView } from '../../../views/archive/archive_view.ts';
import { myApp } from '../named_app.ts';

/** `/zoom-app archive <app>`: a modal says what happens, and asks. */
export async function archive(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const card = await myApp(context, request, rest, 'archive', 'archive');
  if (card !== null) await request.open(() => archiveView(card));
}
