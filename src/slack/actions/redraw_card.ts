import type { ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { deniedMessage, type ErrorCode } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import { publishHome } from '../home/publish_home.ts';
import { statusCard } from '../messages/card/status_card.ts';
import { errorTexts } from '../messages/error_texts.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { cardView } from '../views/card_views.ts';
import { stateOf } from '../views/view_metadata.ts';

type ReadCard = () => Promise<ZoomAppCard | null>;

/** After a change: redraws what only this person sees. A card in a channel is redrawn by its delivery. */
export async function redrawCard(
  context: HandlerContext,
  request: ActionRequest,
  environmentId: string,
): Promise<void> {
  const { workspaceId } = request.person;
  await redraw(context, request, () =>
    context.usecases.readCardOfEnvironment({ workspaceId, environmentId }),
  );
}

/** The same after a change of the app as a whole. */
export async function redrawCardOfApp(
  context: HandlerContext,
  request: ActionRequest,
  appId: string,
): Promise<void> {
  const { workspaceId } = request.person;
  await redraw(context, request, () => context.usecases.readCard({ workspaceId, appId }));
}

async function redraw(context: HandlerContext, request: ActionRequest, read: ReadCard): Promise<void> {
  const { place } = request;
  if (place.kind === 'home') return publishHome(context, request);
  if (place.kind === 'message' && !place.ephemeral) return;
  if (place.kind === 'modal' && stateOf(place.metadata)?.kind !== 'card') return;
  const card = await read();
  if (card === null) return;
  const now = context.clock.now();
  if (place.kind === 'modal') await request.update(cardView(card, now));
  else await request.replace(statusCard(card, now, 'me'));
}

/** The button was drawn for another state: a sentence, and the card as it is now, to this person only. */
export async function showOutdated(
  context: HandlerContext,
  request: ActionRequest,
  environmentId: string,
): Promise<void> {
  const { workspaceId } = request.person;
  await showAnew(context, request, () =>
    context.usecases.readCardOfEnvironment({ workspaceId, environmentId }),
  );
}

export async function showOutdatedApp(
  context: HandlerContext,
  request: ActionRequest,
  appId: string,
): Promise<void> {
  const { workspaceId } = request.person;
  await showAnew(context, request, () => context.usecases.readCard({ workspaceId, appId }));
}

async function showAnew(context: HandlerContext, request: ActionRequest, read: ReadCard): Promise<void> {
  const card = await read();
  if (card === null) return request.reply(errorTexts.gone());
  const now = context.clock.now();
  const said = errorTexts.outdated;
  const { place } = request;
  if (place.kind === 'message') {
    const message = statusCard(card, now, 'me', said);
    return place.ephemeral ? request.replace(message) : request.reply(message);
  }
  const view = cardView(card, now, said);
  const isCard = place.kind === 'modal' && stateOf(place.metadata)?.kind === 'card';
  await (isCard ? request.update(view) : request.open(view));
}

/** Names the owners, so that one knows whom to ask. */
export async function showDenied(
  context: HandlerContext,
  request: ActionRequest,
  environmentId: string,
  code: ErrorCode,
): Promise<void> {
  await request.reply(await deniedMessage(context, request.person, code, { environmentId }));
}
