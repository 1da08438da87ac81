import type { Environment, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import type { Activity } from '../../core/roles/activities.ts';
import type { MessageView, ModalView } from '../blocks/block_types.ts';
import { deniedIn } from '../error_message.ts';
import type { HandlerContext } from '../handler_context.ts';
import { errorTexts } from '../messages/error_texts.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { betaView } from '../views/ageing/beta_view.ts';
import { renewalView } from '../views/ageing/renewal_view.ts';
import { archiveView } from '../views/archive/archive_view.ts';
import { detailsView, guideView } from '../views/card_views.ts';
import { editBasicsView } from '../views/edit/edit_basics.ts';
import { addEnvironmentView, replaceCredentialsView } from '../views/edit/edit_credentials.ts';
import { editScopesView } from '../views/edit/edit_scopes.ts';
import { manifestForm } from '../views/manifest/manifest_form.ts';
import { notReadyView } from '../views/not_ready_view.ts';
import { handOverView } from '../views/ownership/hand_over_view.ts';
import { planView } from '../views/plan/plan_view.ts';
import { linkAccountForm, linkAgainForm, proofForm } from '../views/proof/open_proof.ts';
import { callbackIds } from '../views/view_ids.ts';
import { idsIn, kindIn } from './action_values.ts';

/** Buttons that open a modal. Each reads the present state once; the trigger lives 3 s. */

export async function openEdit(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forApp(context, request, request.value, 'edit', (card) =>
    editBasicsView(card.app, card.environments),
  );
}

export async function openScopes(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forApp(context, request, request.value, 'edit', (card) => editScopesView(card.app));
}

export async function openArchive(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forApp(context, request, request.value, 'archive', archiveView);
}

export async function openPlan(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forApp(context, request, request.value, null, ({ app }) =>
    planView({ managementType: app.managementType, app: { id: app.id, name: app.name } }),
  );
}

export async function openCompareManifest(context: HandlerContext, request: ActionRequest): Promise<void> {
  // Without the scope Slack shows no field for a file.
  const takesFile = context.isGranted('files:read') === true;
  await forApp(context, request, request.value, 'tick', ({ app }) => manifestForm(app, takesFile));
}

export async function openAddEnvironment(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [appId = '', word] = idsIn(request.value);
  const kind = kindIn(word);
  if (kind === null) return request.reply(errorTexts.gone());
  const policy = await context.usecases.secretsPolicy(request.person);
  await forApp(context, request, appId, 'edit', (card) =>
    card.environments.some((environment) => environment.kind === kind)
      ? errorTexts.environmentExists()
      : addEnvironmentView(card, kind, policy),
  );
}

export async function openReplaceCredentials(context: HandlerContext, request: ActionRequest): Promise<void> {
  const policy = await context.usecases.secretsPolicy(request.person);
  await forEnvironment(context, request, request.value, 'rotate', (card, environment) =>
    replaceCredentialsView(card, environment, policy),
  );
}

export async function openRenewal(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forEnvironment(context, request, request.value, 'rotate', renewalView);
}

export async function openHandOver(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forApp(context, request, request.value, 'edit', ({ app }) =>
    handOverView(app, request.person.userId),
  );
}

export async function openNotReady(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forEnvironment(context, request, request.value, 'tick', notReadyView);
}

/** False for Development, whose test has no link that ends: then nothing is opened. */
export async function openBeta(context: HandlerContext, request: ActionRequest): Promise<boolean> {
  const { workspaceId } = request.person;
  const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId: request.value });
  const environment = card?.environments.find(({ id }) => id === request.value);
  if (card === null || environment?.kind !== 'production') return false;
  await show(context, request, card, 'tick', () => betaView(card, environment, context.clock.now()));
  return true;
}

export async function openGuide(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forEnvironment(context, request, request.value, null, (card, environment) =>
    guideView(card, environment, context.clock.now()),
  );
}

/** "Details" */
export async function openDetails(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forEnvironment(context, request, request.value, null, (card, environment) =>
    detailsView(card, environment, context.clock.now()),
  );
}

/** "Prove it works", "I'll do it", "Try again". */
export async function openProve(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forEnvironment(context, request, request.value, 'prove', (card, environment) =>
    proofForm(card, environment, request.person.userId),
  );
}

export async function openLinkAccount(context: HandlerContext, request: ActionRequest): Promise<void> {
  await forEnvironment(context, request, request.value, 'prove', linkAccountForm);
}

export async function openLinkAgain(context: HandlerContext, request: ActionRequest): Promise<void> {
  const [environmentId = ''] = idsIn(request.value);
  const accountId = request.value.slice(environmentId.length).trim();
  if (accountId === '') return request.reply(errorTexts.gone());
  await forEnvironment(context, request, environmentId, 'prove', (card, environment) =>
    linkAgainForm(card, environment, accountId),
  );
}

type Shown = ModalView | MessageView;

async function forApp(
  context: HandlerContext,
  request: ActionRequest,
  appId: string,
  activity: Activity | null,
  view: (card: ZoomAppCard) => Shown | Promise<Shown>,
): Promise<void> {
  const card = await context.usecases.readCard({ workspaceId: request.person.workspaceId, appId });
  await show(context, request, card, activity, view);
}

async function forEnvironment(
  context: HandlerContext,
  request: ActionRequest,
  environmentId: string,
  activity: Activity | null,
  view: (card: ZoomAppCard, environment: Environment) => Shown,
): Promise<void> {
  const { workspaceId } = request.person;
  const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
  const environment = card?.environments.find(({ id }) => id === environmentId);
  if (environment === undefined) return request.reply(errorTexts.gone());
  await show(context, request, card, activity, (found) => view(found, environment));
}

/** `activity`: null for what only shows something. */
async function show(
  context: HandlerContext,
  request: ActionRequest,
  card: ZoomAppCard | null,
  activity: Activity | null,
  view: (card: ZoomAppCard) => Shown | Promise<Shown>,
): Promise<void> {
  const { place } = request;
  if (card === null) return request.reply(errorTexts.gone());
  if (card.app.archivedAt !== null) return request.reply(errorTexts.archived());
  const denied = activity === null ? null : await deniedIn(context, request.person, card.app, activity);
  if (denied !== null) return request.reply(denied);
  const shown = await view(card);
  if (!('type' in shown)) await request.reply(shown);
  // In the modal of a link that is over, "Try again" takes its place: Slack stacks three modals at most.
  else if (place.kind === 'modal' && place.callbackId === callbackIds.connectLink)
    await request.update(shown);
  else await request.open(shown);
}
