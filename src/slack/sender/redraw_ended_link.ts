import type { WebClient } from '@slack/web-api';
import type { SupportContact } from '../../core/support_contact.ts';
import type { Context } from '../../usecases/changes/context.ts';
import { nameContact } from '../messages/support_contact.ts';
import { retryCall } from '../responses/retry_call.ts';
import { endedLinkView } from '../views/proof/ended_link_view.ts';

export interface RedrawOptions {
  /** Retries nothing by itself. */
  readonly client: WebClient;
  readonly supportContact: SupportContact | null;
}

/**
 * Takes the link out of the modal that shows it, and says in its place what came of it; a few times, where Slack is busy or a connection
 * is lost. A modal that was closed needs nothing: the result comes as a message too.
 */
export function redrawEndedLink({
  client,
  supportContact,
}: RedrawOptions): NonNullable<Context['connectSessionEnded']> {
  return ({ viewId, message }) => {
    const view = nameContact(endedLinkView(message), supportContact);
    return retryCall(() => client.views.update({ view_id: viewId, view }));
  };
}
