import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { Secret } from '../../../core/secrets/secret.ts';
import type { SecretsPolicy } from '../../../core/secrets/secrets_policy.ts';
import type { ReplacedHow } from '../../../usecases/apps/replace_credentials.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { actions, section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { forgetButton } from '../../messages/secrets/forget_secret.ts';
import { note } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { pairFields, secretChoice } from '../credentials/credential_fields.ts';
import { readPairs } from '../credentials/read_credentials.ts';
import { sameClientIdWords } from '../credentials/same_client_id.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';
import type { AddState, ReplaceState } from './edit_states.ts';
import { answerRefusal } from './saved_view.ts';

/**
 * What was replaced in Zoom, for one environment: a new secret, or only that there is one. The client ID is filled in: often only the
 * secret changes.
 */
export function replaceCredentialsView(
  card: ZoomAppCard,
  environment: Environment,
  policy: SecretsPolicy,
): ModalView {
  const { kind, clientId } = environment;
  const state: ReplaceState = {
    kind: 'replace_credentials',
    environmentId: environment.id,
    mark: environment.pairMark,
    environment: kind,
    appName: card.app.name,
    ...otherClientId(card, kind),
  };
  const frame = {
    callbackId: callbackIds.replaceCredentials,
    title: policy === 'never' ? 'Replaced in Zoom' : 'Replace the secret',
    submit: 'Save',
    state,
  };
  return modal(frame, [
    section(`*${named(card.app.name)}*. ${whatFollows(environment, policy)}`),
    secretChoice(policy),
    ...pairFields({ kind, clientId, policy }),
    ...(environment.hasSecret ? actions([forgetButton(environment)]) : []),
  ]);
}

function whatFollows({ hasSecret }: Environment, policy: SecretsPolicy): string {
  const kept = `The credentials are then open until *Prove it works* shows that the new pair works${hasSecret ? ', and what is stored of the old one is deleted' : ''}.`;
  if (policy === 'never')
    return `Press *Save* when you have replaced the secret in Zoom and in StackOne's profile. ${kept}`;
  return hasSecret
    ? `With a secret, the old pair stays in use until Zoom has accepted the new one, so nothing breaks if it is wrong. Without: ${kept.charAt(0).toLowerCase()}${kept.slice(1)}`
    : `If you keep the secret: ${kept.charAt(0).toLowerCase()}${kept.slice(1)}`;
}

export function addEnvironmentView(
  card: ZoomAppCard,
  kind: EnvironmentKind,
  policy: SecretsPolicy,
): ModalView {
  const state: AddState = {
    kind: 'add_environment',
    appId: card.app.id,
    environment: kind,
    appName: card.app.name,
    ...otherClientId(card, kind),
  };
  const frame = {
    callbackId: callbackIds.addEnvironment,
    title: `Add ${environmentNames[kind]}`,
    submit: 'Save',
    state,
  };
  return modal(frame, [
    section(`*${named(card.app.name)}*`),
    secretChoice(policy),
    ...pairFields({ kind, policy }),
  ]);
}

export async function submitReplaceCredentials(
  context: HandlerContext,
  request: SubmitRequest,
): Promise<void> {
  const state = stateOfKind(request.metadata, 'replace_credentials');
  await savePair(context, request, state, async (pair) => {
    const { workspaceId, userId } = request.person;
    const { environmentId, mark } = state;
    const by = { workspaceId, actor: userId };
    const result = await context.usecases.replaceCredentials({ ...by, environmentId, ...pair, mark });
    if (result.ok) return result.value.how;
    const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
    await answerRefusal(context, request, card?.app.id ?? '', result.error);
    return null;
  });
}

export async function submitAddEnvironment(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const state = stateOfKind(request.metadata, 'add_environment');
  await savePair(context, request, state, async (pair) => {
    const { workspaceId, userId } = request.person;
    const { appId, environment: kind } = state;
    const by = { workspaceId, actor: userId };
    const result = await context.usecases.addEnvironment({ ...by, appId, kind, ...pair });
    if (result.ok) return pair.secret === null ? 'kept' : 'stored';
    await answerRefusal(context, request, appId, result.error);
    return null;
  });
}

interface GivenPair {
  readonly clientId: string;
  readonly secret: Secret | null;
}

/** `save`: null when it has answered why not. */
async function savePair(
  context: HandlerContext,
  request: SubmitRequest,
  state: ReplaceState | AddState,
  save: (pair: GivenPair) => Promise<ReplacedHow | null>,
): Promise<void> {
  const { environment: kind, appName, otherClientId: other } = state;
  const policy = await context.usecases.secretsPolicy(request.person);
  const others = other === undefined ? [] : [other];
  const pairs = readPairs(request.typed, { kinds: [kind], policy, others });
  if (!pairs.ok) return request.answer({ kind: 'errors', errors: pairs.error });
  const { clientIds, secrets, hints } = pairs.value;
  const clientId = clientIds[kind];
  if (clientId === undefined) throw new Error('a pair was read without its client ID');
  const how = await save({ clientId, secret: secrets[kind] ?? null });
  if (how === null) return;
  const hint = hints.length === 0 ? '' : `\n_${hints.join(' ')}_`;
  const twin = await twinWords(context, request, state, clientId);
  const about = `*${named(appName)}*, ${environmentNames[kind]}`;
  await request.answer({
    kind: 'show',
    view: note('Saved', `:white_check_mark: ${savedWords[how](about)}${hint}${twin}`),
  });
}

/** Another app that has the client ID. */
async function twinWords(
  context: HandlerContext,
  { person: { workspaceId } }: SubmitRequest,
  state: ReplaceState | AddState,
  clientId: string,
): Promise<string> {
  const except = state.kind === 'add_environment' ? state.appId : state.environmentId;
  const app = { workspaceId, name: state.appName, managementType: null };
  const words = await sameClientIdWords(context, app, { clientIds: [clientId], except });
  return words === '' ? '' : `\n:warning: ${words}`;
}

const savedWords: Record<ReplacedHow, (about: string) => string> = {
  waits: (about) =>
    `The pair of ${about}, is sealed. Greenroom asks Zoom now whether it is right; the card shows the answer.`,
  stored: (about) =>
    `The pair of ${about}, is sealed. Greenroom asks Zoom now whether it is right; the card shows the answer.`,
  same: (about) =>
    `This is the pair of ${about}, that Greenroom knew before: nothing has changed. It is sealed, and Greenroom asks Zoom about it again.`,
  kept: (about) =>
    `Noted for ${about}. Greenroom has no secret of it: paste it straight from Zoom into the profile in StackOne. When the profile exists, *Prove it works* shows that both fit.`,
};

function otherClientId(card: ZoomAppCard, kind: EnvironmentKind): { otherClientId?: string } {
  const other = card.environments.find((environment) => environment.kind !== kind);
  return other === undefined ? {} : { otherClientId: other.clientId };
}
