import type { ModalView } from '../../blocks/block_types.ts';
import { person } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { noLinkMessage } from '../../messages/proof/no_link_words.ts';
import { purposeTitles } from '../../messages/proof/purpose_words.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { stateOfKind } from '../view_metadata.ts';
import { askingView, linkViewFor } from './get_link.ts';
import { customerErrors, readCustomer } from './link_account_view.ts';
import type { AskedLink } from './proof_states.ts';
import { proveBlocks, readProve } from './prove_view.ts';

/** "Prove it works": the link for oneself, or a message to the owner who does it. */
export async function submitProve(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { environmentId } = stateOfKind(request.metadata, 'prove');
  const { userId } = request.person;
  const { doer, account: zoomAccount, keepsAccount } = readProve(request.typed, userId);
  if (doer !== userId) return askOwner(context, request, environmentId, doer);
  await getLink(context, request, { environmentId, purpose: 'prove', zoomAccount, keepsAccount });
}

export async function submitLinkAccount(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { environmentId } = stateOfKind(request.metadata, 'link_account');
  const customer = readCustomer(request.typed);
  const errors = customerErrors(customer);
  if (Object.keys(errors).length > 0) return request.answer({ kind: 'errors', errors });
  await getLink(context, request, { environmentId, purpose: 'link', customer });
}

export async function submitLinkAgain(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { environmentId, accountId } = stateOfKind(request.metadata, 'link_again');
  await getLink(context, request, { environmentId, purpose: 'link_again', accountId });
}

async function getLink(context: HandlerContext, request: SubmitRequest, asked: AskedLink): Promise<void> {
  await request.answerOrLoad({
    loading: askingView(asked),
    work: () => linkViewFor(context, request.person, asked, { viewId: request.viewId }),
  });
}

async function askOwner(
  context: HandlerContext,
  request: SubmitRequest,
  environmentId: string,
  doer: string,
): Promise<void> {
  const { workspaceId, userId: actor } = request.person;
  const result = await context.usecases.askToProve({ workspaceId, actor, environmentId, userId: doer });
  if (result.ok) return request.answer({ kind: 'show', view: askedView(doer) });
  if (result.error === 'not_an_owner')
    return request.answer({ kind: 'errors', errors: { [proveBlocks.doer]: notAnOwner } });
  const problem =
    result.error === 'no_profile'
      ? noLinkMessage({ code: 'no_profile' })
      : await deniedMessage(context, request.person, result.error, { environmentId });
  await request.answer({ kind: 'show', view: noteOf(problem, purposeTitles.prove) });
}

const notAnOwner =
  'Only an owner of this app can do it. Choose one, or make this person an owner with Edit first.';

function askedView(doer: string): ModalView {
  return note(
    'Asked',
    `:white_check_mark: ${person(doer)} gets a direct message with a button that leads on from here. The result comes to the channel.`,
  );
}
