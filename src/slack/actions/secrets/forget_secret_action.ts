import { named } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { note } from '../../messages/text_view.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { stateOf } from '../../views/view_metadata.ts';
import { idsIn } from '../action_values.ts';
import { redrawCard, showDenied, showOutdated } from '../redraw_card.ts';

/** "Forget the secret": on the card, or in the form that replaces it. */
export async function forgetSecretAction(context: HandlerContext, request: ActionRequest): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const [environmentId = '', mark = ''] = idsIn(request.value);
  const result = await context.usecases.forgetSecret({ workspaceId, actor, environmentId, mark });
  if (!result.ok && result.error === 'outdated') return showOutdated(context, request, environmentId);
  if (!result.ok) return showDenied(context, request, environmentId, result.error);
  const { appName, environment } = result.value;
  const { place } = request;
  // On top: what is typed into the form stays.
  if (place.kind === 'modal' && stateOf(place.metadata)?.kind !== 'card')
    return request.open(note('Forgotten', forgottenWords(appName, environmentNames[environment.kind])));
  await redrawCard(context, request, environmentId);
}

function forgottenWords(appName: string, kind: string): string {
  return `:white_check_mark: The client secret of *${named(appName)}*, ${kind}, is deleted. What was known of it stays on the card, with its age; Greenroom does not look at it again.`;
}
