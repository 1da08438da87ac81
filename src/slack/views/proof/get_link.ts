import type { ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { About } from '../../../core/deliveries/messages/message_facts.ts';
import type { NoSession } from '../../../usecases/proof/why_no_session.ts';
import type { MessageView, ModalView } from '../../blocks/block_types.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { errorTexts } from '../../messages/error_texts.ts';
import { noLinkMessage } from '../../messages/proof/no_link_words.ts';
import { purposeTitles } from '../../messages/proof/purpose_words.ts';
import { noteOf } from '../../messages/text_view.ts';
import type { Person } from '../../requests/requests.ts';
import { waiting } from '../view_frame.ts';
import { connectLinkView, type ShownLink } from './connect_link_view.ts';
import type { AskedLink } from './proof_states.ts';
import { othersLinkView, runningView } from './running_view.ts';

/** Shown while StackOne is asked. */
export function askingView({ purpose }: AskedLink): ModalView {
  const words = 'Asking StackOne for a link… Should this stay, close it: nothing is lost.';
  return waiting(purposeTitles[purpose], words);
}

/** Asks for a link; the view that follows the loading view. `viewId`: the modal that shows it, redrawn at the end of the session. */
export async function linkViewFor(
  context: HandlerContext,
  person: Person,
  asked: AskedLink,
  { viewId, anew = false }: { readonly viewId: string; readonly anew?: boolean },
): Promise<ModalView> {
  const { workspaceId, userId: actor } = person;
  const { environmentId } = asked;
  const input = { workspaceId, actor, viewId, anew, ...definedIn(asked) };
  const result = await context.usecases.startConnectSession(input);
  const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
  if (!result.ok) return problemView(context, person, result.error, asked);
  const { purpose, zoomAccount = null } = asked;
  const shown = card === null ? null : shownIn(card, environmentId, actor);
  if (shown === null) return noteOf(errorTexts.gone(), purposeTitles[purpose]);
  return connectLinkView({ ...shown, ...result.value, purpose, zoomAccount });
}

/** A link of one's own that is still good, shown again. */
export async function sameLinkView(
  context: HandlerContext,
  person: Person,
  { sessionId, viewId }: { readonly sessionId: string; readonly viewId: string },
): Promise<ModalView> {
  const { workspaceId, userId: actor } = person;
  const found = await context.usecases.readConnectSession({ workspaceId, actor, sessionId, viewId });
  if (!found.ok) return noteOf(await deniedMessage(context, person, found.error));
  const { about, purpose, link, expiresAt, zoomAccount } = found.value;
  const { environmentId } = about;
  const card = await context.usecases.readCardOfEnvironment({ workspaceId, environmentId });
  const shown = card === null ? null : shownIn(card, environmentId, actor);
  if (link === null || shown === null) return noteOf(linkOver, purposeTitles[purpose]);
  return connectLinkView({ ...shown, sessionId, link, expiresAt, purpose, zoomAccount });
}

const linkOver: MessageView = {
  text: 'This link is over. What came of it stands in the thread of the card; press the button there for another one.',
  blocks: [],
};

type AboutLink = Pick<ShownLink, 'about' | 'managementType' | 'channelId' | 'userId'>;

function shownIn(
  { app, environments }: ZoomAppCard,
  environmentId: string,
  userId: string,
): AboutLink | null {
  const environment = environments.find(({ id }) => id === environmentId);
  if (environment === undefined) return null;
  const about: About = { appId: app.id, appName: app.name, environmentId, environment: environment.kind };
  return { about, managementType: app.managementType, channelId: app.channelId, userId };
}

async function problemView(
  context: HandlerContext,
  person: Person,
  problem: NoSession,
  asked: AskedLink,
): Promise<ModalView> {
  const title = purposeTitles[asked.purpose];
  switch (problem.code) {
    case 'not_found':
    case 'not_owner':
    case 'not_admin':
    case 'archived':
      return noteOf(await deniedMessage(context, person, problem.code, asked), title);
    case 'running':
      return problem.by === person.userId
        ? runningView(asked, problem.sessionId, problem.until)
        : othersLinkView(asked, problem);
    default:
      return noteOf(noLinkMessage(problem), title);
  }
}

/** Without what was not asked: the types tell it from `undefined`. */
function definedIn({ environmentId, purpose, zoomAccount, keepsAccount, accountId, customer }: AskedLink) {
  return {
    environmentId,
    purpose,
    ...(zoomAccount === undefined ? {} : { zoomAccount }),
    ...(keepsAccount === undefined ? {} : { keepsAccount }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(customer === undefined ? {} : { customer }),
  };
}
