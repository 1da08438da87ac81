import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { MessageView, ModalView } from '../../blocks/block_types.ts';
import { noLinkMessage } from '../../messages/proof/no_link_words.ts';
import { hasProfile, noProfileReason } from '../../messages/proof/proof_state.ts';
import { linkAccountView, linkAgainView } from './link_account_view.ts';
import { proveView } from './prove_view.ts';

type Shown = ModalView | MessageView;

/** The form before a link, or why there can be none. */
export function proofForm(card: ZoomAppCard, environment: Environment, userId: string): Shown {
  return withProfile(environment, () => proveView(card, environment, userId));
}

export function linkAccountForm(card: ZoomAppCard, environment: Environment): Shown {
  return withProfile(environment, () => linkAccountView(card, environment));
}

export function linkAgainForm(card: ZoomAppCard, environment: Environment, accountId: string): Shown {
  return withProfile(environment, () => linkAgainView(card, environment, accountId));
}

function withProfile(environment: Environment, view: () => ModalView): Shown {
  return hasProfile(environment) ? view() : noLinkMessage({ code: noProfileReason(environment) });
}
