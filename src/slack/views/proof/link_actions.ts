import { section } from '../../blocks/layout.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { zoomSaidNo } from '../../messages/proof/cause_words.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { stateOfKind } from '../view_metadata.ts';
import { askingView, linkViewFor, sameLinkView } from './get_link.ts';

/** Buttons inside of the modals that show a link, or that there is one. */

/** "Cancel the link", "Give up their link" */
export async function cancelLink(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.cancelConnectSession({
    workspaceId,
    actor,
    sessionId: request.value,
  });
  if (!result.ok)
    return request.update(noteOf(await deniedMessage(context, request.person, result.error), 'Link'));
  await request.update(
    result.value.ended
      ? note(
          'Cancelled',
          'The link is given up: Greenroom has forgotten it, and nothing has changed. If it is open in a browser, close it there too; an account that is linked through it all the same is noticed.',
          [section(zoomSaidNo)],
        )
      : note('Link', 'This was over already. What came of it stands in the thread of the card.'),
  );
}

/** "Show it again" */
export async function showLink(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { place, person, value: sessionId } = request;
  if (place.kind !== 'modal') return;
  await request.update(await sameLinkView(context, person, { sessionId, viewId: place.viewId }));
}

/** "Start anew": the first link is given up. */
export async function startAnew(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { place } = request;
  if (place.kind !== 'modal') return;
  const { asked } = stateOfKind(place.metadata, 'connect_running');
  await request.update(askingView(asked));
  const options = { viewId: place.viewId, anew: true };
  await request.update(await linkViewFor(context, request.person, asked, options));
}
