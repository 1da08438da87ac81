import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { note } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { pairFields } from '../credentials/credential_fields.ts';
import { readPairs } from '../credentials/read_credentials.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { type AddState, type ReplaceState, stateOfKind } from '../view_metadata.ts';
import { answerRefusal } from './saved_view.ts';

/** A new secret for one environment. The client ID is filled in: often only the secret changes. */
export function replaceCredentialsView(card: ZoomAppCard, environment: Environment): ModalView {
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
    title: 'Replace the secret',
    submit: 'Save',
    state,
  };
  return modal(frame, [
    section(
      `*${named(card.app.name)}*. The old pair stays in use until Zoom has accepted the new one, so nothing breaks if it is wrong.`,
    ),
    ...pairFields({ kind, clientId }),
  ]);
}

export function addEnvironmentView(card: ZoomAppCard, kind: EnvironmentKind): ModalView {
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
  return modal(frame, [section(`*${named(card.app.name)}*`), ...pairFields({ kind })]);
}

export async function submitReplaceCredentials(
  context: HandlerContext,
  request: SubmitRequest,
): Promise<void> {
  const state = stateOfKind(request.metadata, 'replace_credentials');
  await savePair(request, state, async ({ clientId, secret }) => {
    const { workspaceId, userId } = request.person;
    const { environmentId, mark } = state;
    const by = { workspaceId, actor: userId };
    const result = await context.usecases.replaceCredentials({
      ...by,
      environmentId,
      clientId,
      secret,
      mark,
    });
    if (result.ok) return true;
    const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
    await answerRefusal(context, request, card?.app.id ?? '', result.error);
    return false;
  });
}

export async function submitAddEnvironment(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const state = stateOfKind(request.metadata, 'add_environment');
  await savePair(request, state, async ({ clientId, secret }) => {
    const { workspaceId, userId } = request.person;
    const { appId, environment: kind } = state;
    const by = { workspaceId, actor: userId };
    const result = await context.usecases.addEnvironment({ ...by, appId, kind, clientId, secret });
    if (!result.ok) await answerRefusal(context, request, appId, result.error);
    return result.ok;
  });
}

type Pair = Pick<Parameters<HandlerContext['usecases']['replaceCredentials']>[0], 'clientId' | 'secret'>;

async function savePair(
  request: SubmitRequest,
  { environment: kind, appName, otherClientId: other }: ReplaceState | AddState,
  save: (pair: Pair) => Promise<boolean>,
): Promise<void> {
  const pairs = readPairs(request.typed, { kinds: [kind], others: other === undefined ? [] : [other] });
  if (!pairs.ok) return request.answer({ kind: 'errors', errors: pairs.error });
  const { clientIds, secrets, hints } = pairs.value;
  const [clientId, secret] = [clientIds[kind], secrets[kind]];
  if (clientId === undefined || secret === undefined) throw new Error('a pair was read without its parts');
  if (!(await save({ clientId, secret }))) return;
  const hint = hints.length === 0 ? '' : `\n_${hints.join(' ')}_`;
  await request.answer({
    kind: 'show',
    view: note(
      'Saved',
      `:white_check_mark: The pair of *${named(appName)}*, ${environmentNames[kind]}, is sealed. Greenroom asks Zoom now whether it is right; the card shows the answer.${hint}`,
    ),
  });
}

function otherClientId(card: ZoomAppCard, kind: EnvironmentKind): { otherClientId?: string } {
  const other = card.environments.find((environment) => environment.kind !== kind);
  return other === undefined ? {} : { otherClientId: other.clientId };
}
