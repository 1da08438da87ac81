import type { HandlerContext } from '../../handler_context.ts';
import { statusCard } from '../../messages/card/status_card.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { editBasicsView } from '../../views/edit/edit_basics.ts';
import { replaceCredentialsView } from '../../views/edit/edit_credentials.ts';
import { editScopesView } from '../../views/edit/edit_scopes.ts';
import { myApp, nameAndKind } from './named_app.ts';

/** `/zoom-app edit <app>` */
export async function edit(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const card = await myApp(context, request, rest, 'edit');
  if (card !== null) await request.open(() => editBasicsView(card.app, card.environments));
}

/** `/zoom-app scopes <app>` */
export async function editScopes(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  request.hold();
  const card = await myApp(context, request, rest, 'scopes');
  if (card !== null) await request.open(() => editScopesView(card.app));
}

/** `/zoom-app rotate <app> [development|production]`: with two environments and none named, the card has a button for each. */
export async function rotate(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const { name, kind } = await nameAndKind(context, request, rest);
  const card = await myApp(context, request, name, 'rotate', 'rotate');
  if (card === null) return;
  const [only, other] = card.environments;
  const chosen = other === undefined ? only : card.environments.find((each) => each.kind === kind);
  if (chosen !== undefined) {
    const policy = await context.usecases.secretsPolicy(request.person);
    await request.open(() => replaceCredentialsView(card, chosen, policy));
  } else if (only === undefined) await request.reply(errorTexts.gone());
  else await request.reply(statusCard(card, context.clock.now(), 'me'));
}
