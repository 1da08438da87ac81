import type { Environment, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { MessageView, ModalView } from '../blocks/block_types.ts';
import type { HandlerContext } from '../handler_context.ts';
import { refusalMessages } from '../messages/error_texts.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { editBasicsView } from '../views/edit/edit_basics.ts';
import { addEnvironmentView, replaceCredentialsView } from '../views/edit/edit_credentials.ts';
import { editScopesView } from '../views/edit/edit_scopes.ts';
import { guideView } from '../views/guide_view.ts';
import { notReadyView } from '../views/not_ready_view.ts';
import { planView } from '../views/plan/plan_view.ts';
import { idsIn, kindIn } from './action_values.ts';

/** Buttons that open a modal. Each reads the present state once; the trigger lives 3 s. */

export async function openEdit(context: HandlerContext, call: ActionRequest): Promise<void> {
  await forApp(context, call, call.value, 'owners', (card) => editBasicsView(card.app));
}

export async function openScopes(context: HandlerContext, call: ActionRequest): Promise<void> {
  await forApp(context, call, call.value, 'owners', (card) => editScopesView(card.app));
}

export async function openPlan(context: HandlerContext, call: ActionRequest): Promise<void> {
  await forApp(context, call, call.value, 'anyone', ({ app }) =>
    planView({ managementType: app.managementType, app: { id: app.id, name: app.name } }),
  );
}

export async function openAddEnvironment(context: HandlerContext, call: ActionRequest): Promise<void> {
  const [appId = '', word] = idsIn(call.value);
  const kind = kindIn(word);
  if (kind === null) return call.reply(refusalMessages.gone());
  await forApp(context, call, appId, 'owners', (card) =>
    card.environments.some((environment) => environment.kind === kind)
      ? refusalMessages.environmentExists()
      : addEnvironmentView(card, kind),
  );
}

export async function openReplaceCredentials(context: HandlerContext, call: ActionRequest): Promise<void> {
  await forEnvironment(context, call, 'owners', replaceCredentialsView);
}

export async function openNotReady(context: HandlerContext, call: ActionRequest): Promise<void> {
  await forEnvironment(context, call, 'anyone', notReadyView);
}

export async function openGuide(context: HandlerContext, call: ActionRequest): Promise<void> {
  await forEnvironment(context, call, 'anyone', (card, environment) =>
    guideView(card, environment, context.clock.now()),
  );
}

type Who = 'owners' | 'anyone';
type Shown = ModalView | MessageView;

async function forApp(
  context: HandlerContext,
  call: ActionRequest,
  appId: string,
  who: Who,
  view: (card: ZoomAppCard) => Shown | Promise<Shown>,
): Promise<void> {
  const card = await context.usecases.readCard({ workspaceId: call.person.workspaceId, appId });
  await show(call, card, who, view);
}

async function forEnvironment(
  context: HandlerContext,
  call: ActionRequest,
  who: Who,
  view: (card: ZoomAppCard, environment: Environment) => ModalView,
): Promise<void> {
  const environmentId = call.value;
  const { workspaceId } = call.person;
  const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
  const environment = card?.environments.find(({ id }) => id === environmentId);
  if (environment === undefined) return call.reply(refusalMessages.gone());
  await show(call, card, who, (found) => view(found, environment));
}

async function show(
  call: ActionRequest,
  card: ZoomAppCard | null,
  who: Who,
  view: (card: ZoomAppCard) => Shown | Promise<Shown>,
): Promise<void> {
  if (card === null) return call.reply(refusalMessages.gone());
  if (card.app.archivedAt !== null) return call.reply(refusalMessages.archived());
  if (who === 'owners' && !card.app.owners.includes(call.person.userId))
    return call.reply(refusalMessages.notOwner(card.app.owners));
  const shown = await view(card);
  if ('type' in shown) await call.open(shown);
  else await call.reply(shown);
}
