import type { Environment, ZoomAppCard } from '../../../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../../../core/checks/check.ts';
import type { HandlerContext } from '../../../handler_context.ts';
import { statusCard } from '../../../messages/card/status_card.ts';
import { errorTexts } from '../../../messages/error_texts.ts';
import { environmentNames } from '../../../messages/product_words.ts';
import { hasProfile } from '../../../messages/proof/proof_state.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { proofForm } from '../../../views/proof/open_proof.ts';
import { myApp, nameAndKind } from '../named_app.ts';

/**
 * `/zoom-app prove <app> [development|production]`: with two environments that could be proven and none named, the card has a
 * button for each.
 */
export async function prove(context: HandlerContext, request: CommandRequest, rest: string): Promise<void> {
  request.hold();
  const { name, kind } = await nameAndKind(context, request, rest);
  const card = await myApp(context, request, name, 'prove', 'prove');
  if (card === null) return;
  const chosen = chosenIn(card, kind);
  if (chosen === 'several') return request.reply(statusCard(card, context.clock.now(), 'me', whichOne));
  if (chosen === null)
    return request.reply(
      kind === null ? errorTexts.gone() : errorTexts.noEnvironment(environmentNames[kind]),
    );
  const shown = proofForm(card, chosen, request.person.userId);
  await ('type' in shown ? request.open(() => shown) : request.reply(shown));
}

const whichOne = 'Which environment? Press *Prove it works* at the one you mean.';

/** Where none is named, the only one that has a profile is meant. */
function chosenIn(
  { environments }: ZoomAppCard,
  kind: EnvironmentKind | null,
): Environment | 'several' | null {
  if (kind !== null) return environments.find((each) => each.kind === kind) ?? null;
  const [ready, another] = environments.filter(hasProfile);
  return another === undefined ? (ready ?? environments[0] ?? null) : 'several';
}
