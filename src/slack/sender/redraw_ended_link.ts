import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { SupportContact } from '../../core/support_contact.ts';
import type { Context } from '../../usecases/changes/context.ts';
import { nameContact } from '../messages/support_contact.ts';
import { endedLinkView } from '../views/proof/ended_link_view.ts';

export interface RedrawOptions {
  /** Retries nothing by itself. */
  readonly client: WebClient;
  readonly supportContact: SupportContact | null;
}

/**
 * Takes the link out of the modal that shows it, and says in its place what came of it. One that was closed needs nothing: the
 * result comes as a message too.
 */
export function redrawEndedLink({
  client,
  supportContact,
}: RedrawOptions): NonNullable<Context['connectSessionEnded']> {
  return async ({ viewId, message }) => {
    try {
      await client.views.update({
        view_id: viewId,
        view: nameContact(endedLinkView(message), supportContact),
      });
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError && error.data.error === 'not_found')) throw error;
    }
  };
}
