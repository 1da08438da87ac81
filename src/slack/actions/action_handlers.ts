import { actionIds } from '../action_ids.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { Listeners } from '../requests/listeners.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { attest } from './attest_action.ts';
import { discardDraft, openRegister, resumeDraft } from './draft_actions.ts';
import {
  openAddEnvironment,
  openEdit,
  openGuide,
  openNotReady,
  openPlan,
  openReplaceCredentials,
  openScopes,
} from './open_views.ts';
import { turnBoard, turnHistory, turnList } from './page_actions.ts';
import { adoptProfile, assignProfile, dismissProfile, rejectProfile } from './profile_actions.ts';
import { invited } from './reopen_channel.ts';
import {
  confirmScopes,
  convertScopesTo,
  copyScopes,
  editWithScopes,
  registerWithScopes,
  useScopes,
  withdrawScope,
} from './scope_list_actions.ts';
import { checkNow, showApp } from './show_card.ts';

type Press = (context: HandlerContext, request: ActionRequest) => Promise<void>;
type ActionId = (typeof actionIds)[keyof typeof actionIds];

const presses: Readonly<Record<ActionId, Press>> = {
  [actionIds.register]: openRegister,
  [actionIds.resumeDraft]: resumeDraft,
  [actionIds.discardDraft]: discardDraft,
  [actionIds.showApp]: showApp,
  [actionIds.checkNow]: checkNow,
  [actionIds.editApp]: openEdit,
  [actionIds.editScopes]: openScopes,
  [actionIds.replaceCredentials]: openReplaceCredentials,
  [actionIds.addEnvironment]: openAddEnvironment,
  [actionIds.guide]: openGuide,
  [actionIds.attestCredentials]: (context, request) => attest(context, request, 'credentials'),
  [actionIds.attestRedirect]: (context, request) => attest(context, request, 'redirect'),
  [actionIds.attestTestStatus]: (context, request) => attest(context, request, 'test_status'),
  [actionIds.notReady]: openNotReady,
  [actionIds.adoptProfile]: adoptProfile,
  [actionIds.rejectProfile]: rejectProfile,
  [actionIds.assignProfile]: assignProfile,
  [actionIds.dismissProfile]: dismissProfile,
  [actionIds.useScopes]: useScopes,
  [actionIds.copyScopes]: copyScopes,
  [actionIds.convertScopesTo]: convertScopesTo,
  [actionIds.confirmScopes]: confirmScopes,
  [actionIds.withdrawScope]: withdrawScope,
  [actionIds.registerWithScopes]: registerWithScopes,
  [actionIds.editWithScopes]: editWithScopes,
  [actionIds.planApp]: openPlan,
  [actionIds.invited]: invited,
  [actionIds.listPage]: turnList,
  [actionIds.boardPage]: turnBoard,
  [actionIds.historyPage]: turnHistory,
  // Slack opens the link itself; the press only has to be acknowledged.
  [actionIds.openLink]: async () => {},
};

export function actionListeners(context: HandlerContext): Listeners['actions'] {
  return Object.fromEntries(
    Object.entries(presses).map(([id, press]) => [id, (request: ActionRequest) => press(context, request)]),
  );
}
