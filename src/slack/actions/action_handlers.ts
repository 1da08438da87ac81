import { actionIds } from '../action_ids.ts';
import type { HandlerContext } from '../handler_context.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import type { ActionRequest } from '../requests/requests.ts';
import { acceptDriftAction } from './accept_drift.ts';
import { notAnyMoreAction, stillSoAction } from './ageing/answer_still_so.ts';
import { profileReplacedAction } from './ageing/profile_replaced.ts';
import { openDelete, restoreAction, turnArchived } from './archive/archive_actions.ts';
import { attestAction } from './attest_action.ts';
import { discardDraftAction, openRegister, resumeDraft } from './draft_actions.ts';
import { openMyReminders, openSettings } from './open_settings.ts';
import {
  openAddEnvironment,
  openArchive,
  openCompareManifest,
  openDetails,
  openEdit,
  openGuide,
  openHandOver,
  openLinkAccount,
  openLinkAgain,
  openNotReady,
  openPlan,
  openProve,
  openRenewal,
  openReplaceCredentials,
  openScopes,
} from './open_views.ts';
import { answerTakeoverAction, takeOverAction } from './ownership/takeover_actions.ts';
import { sendHistory, turnHistory } from './pages/history_actions.ts';
import { filterHome, turnBoard, turnList } from './pages/page_actions.ts';
import {
  adoptProfile,
  assignProfileAction,
  dismissProfileAction,
  rejectProfileAction,
} from './profile_actions.ts';
import { handOverRegressionAction, takeRegressionAction } from './regressions/regression_actions.ts';
import { invited } from './reopen_channel.ts';
import {
  confirmScopesAction,
  convertScopesTo,
  copyScopes,
  editWithScopes,
  registerWithScopes,
  useScopes,
  withdrawScopeAction,
} from './scope_list_actions.ts';
import { forgetAllSecretsAction } from './secrets/forget_all_secrets_action.ts';
import { forgetSecretAction } from './secrets/forget_secret_action.ts';
import { checkNowAction, showApp } from './show_card.ts';
import { snoozeAction } from './turns/snooze.ts';
import {
  changeWatchAction,
  endMyWatchesAction,
  openEndWatches,
  sendWatchesToMeAction,
  turnWatches,
} from './watches/watch_actions.ts';

type Press = (context: HandlerContext, request: ActionRequest) => Promise<void>;
type ActionId = (typeof actionIds)[keyof typeof actionIds];

const presses: Readonly<Record<ActionId, Press>> = {
  [actionIds.register]: openRegister,
  [actionIds.resumeDraft]: resumeDraft,
  [actionIds.discardDraft]: discardDraftAction,
  [actionIds.showApp]: showApp,
  [actionIds.checkNow]: checkNowAction,
  [actionIds.editApp]: openEdit,
  [actionIds.editScopes]: openScopes,
  [actionIds.archiveApp]: openArchive,
  [actionIds.restoreApp]: restoreAction,
  [actionIds.deleteApp]: openDelete,
  [actionIds.replaceCredentials]: openReplaceCredentials,
  [actionIds.addEnvironment]: openAddEnvironment,
  [actionIds.guide]: openGuide,
  [actionIds.details]: openDetails,
  [actionIds.attestCredentials]: (context, request) => attestAction(context, request, 'credentials'),
  [actionIds.attestRedirect]: (context, request) => attestAction(context, request, 'redirect'),
  [actionIds.attestTestStatus]: (context, request) => attestAction(context, request, 'test_status'),
  [actionIds.notReady]: openNotReady,
  [actionIds.adoptProfile]: adoptProfile,
  [actionIds.rejectProfile]: rejectProfileAction,
  [actionIds.assignProfile]: assignProfileAction,
  [actionIds.dismissProfile]: dismissProfileAction,
  [actionIds.useScopes]: useScopes,
  [actionIds.copyScopes]: copyScopes,
  [actionIds.convertScopesTo]: convertScopesTo,
  [actionIds.confirmScopes]: confirmScopesAction,
  [actionIds.withdrawScope]: withdrawScopeAction,
  [actionIds.registerWithScopes]: registerWithScopes,
  [actionIds.editWithScopes]: editWithScopes,
  [actionIds.planApp]: openPlan,
  [actionIds.compareManifest]: openCompareManifest,
  [actionIds.changeWatch]: changeWatchAction,
  [actionIds.watchList]: turnWatches,
  [actionIds.endWatches]: openEndWatches,
  [actionIds.watchesToMe]: sendWatchesToMeAction,
  [actionIds.endMyWatches]: endMyWatchesAction,
  [actionIds.invited]: invited,
  [actionIds.listPage]: turnList,
  [actionIds.boardPage]: turnBoard,
  [actionIds.archivedPage]: turnArchived,
  [actionIds.findApps]: filterHome,
  [actionIds.narrowApps]: filterHome,
  [actionIds.historyPage]: turnHistory,
  [actionIds.takeOver]: takeOverAction,
  [actionIds.objectToTakeover]: (context, request) => answerTakeoverAction(context, request, 'object'),
  [actionIds.agreeToTakeover]: (context, request) => answerTakeoverAction(context, request, 'agree'),
  [actionIds.withdrawTakeover]: (context, request) => answerTakeoverAction(context, request, 'withdraw'),
  [actionIds.handOver]: openHandOver,
  [actionIds.takeRegression]: takeRegressionAction,
  [actionIds.handOverRegression]: handOverRegressionAction,
  [actionIds.acceptDrift]: acceptDriftAction,
  [actionIds.stillSo]: stillSoAction,
  [actionIds.notAnyMore]: notAnyMoreAction,
  [actionIds.forgetSecret]: forgetSecretAction,
  [actionIds.openSettings]: openSettings,
  [actionIds.myReminders]: openMyReminders,
  [actionIds.forgetAllSecrets]: forgetAllSecretsAction,
  [actionIds.historyCsv]: sendHistory,
  [actionIds.profileReplaced]: profileReplacedAction,
  [actionIds.secretRenewal]: openRenewal,
  [actionIds.snoozeTurn]: snoozeAction,
  [actionIds.prove]: openProve,
  [actionIds.linkAccount]: openLinkAccount,
  [actionIds.linkAgain]: openLinkAgain,
  // Slack opens the link itself; the press only has to be acknowledged.
  [actionIds.openLink]: async () => {},
};

export function actionHandlers(context: HandlerContext): Handlers['actions'] {
  return Object.fromEntries(
    Object.entries(presses).map(([id, press]) => [id, (request: ActionRequest) => press(context, request)]),
  );
}
