import type { HandlerContext } from '../handler_context.ts';
import type { Handlers } from '../requests/handlers_by_name.ts';
import { submitBeta } from './ageing/beta_view.ts';
import { submitRenewal } from './ageing/renewal_view.ts';
import { submitArchive } from './archive/archive_view.ts';
import { submitDelete } from './archive/delete_view.ts';
import { submitMerge } from './archive/merge_view.ts';
import { submitRestore } from './archive/restore_view.ts';
import { submitEditBasics } from './edit/edit_basics.ts';
import { submitAddEnvironment, submitReplaceCredentials } from './edit/edit_credentials.ts';
import { submitEditScopes } from './edit/edit_scopes.ts';
import { moreManifest, submitManifest } from './manifest/manifest_form.ts';
import { submitCopyFromZoom } from './manifest/manifest_result.ts';
import { submitNotReady } from './not_ready_view.ts';
import { submitHandOver } from './ownership/hand_over_view.ts';
import { submitOwnerGroups, suggestOwnerGroups } from './ownership/owner_groups_view.ts';
import { submitPlan } from './plan/submit_plan.ts';
import { suggestActions, suggestNeeds, suggestOperations } from './plan/suggest_needs.ts';
import { cancelLink, showLink, startAnew } from './proof/link_actions.ts';
import { submitLinkAccount, submitLinkAgain, submitProve } from './proof/submit_proof.ts';
import { closeRegistration, goBack } from './register/leave_registration.ts';
import { submitReview } from './register/submit_review.ts';
import { submitBasics, submitCredentials, submitScopes } from './register/submit_steps.ts';
import { submitScopeCheck } from './scope_check_view.ts';
import { liveVerdict } from './scopes/live_verdict.ts';
import { checkList, chooseCategory, convertList, correctList, morePaste } from './scopes/scopes_handlers.ts';
import { draftDescription, startFromNeed } from './scopes/start_from_need.ts';
import { suggestScopes } from './scopes/suggest_scopes.ts';
import { submitMyReminders } from './settings/my_reminders.ts';
import { submitSettings } from './settings/submit_settings.ts';
import { suggestTimeZones } from './settings/suggest_time_zones.ts';
import { callbackIds, modalActionIds } from './view_ids.ts';
import { submitEndWatches } from './watches/end_watches_view.ts';

/** What each modal does when it is submitted or closed, and what can be pressed inside one. */
export function viewHandlers(
  context: HandlerContext,
): Pick<Handlers, 'submits' | 'closes' | 'suggestions' | 'actions'> {
  const live = liveVerdict(context);
  return {
    submits: {
      [callbackIds.registerBasics]: (request) => submitBasics(context, request),
      [callbackIds.registerCredentials]: (request) => submitCredentials(context, request),
      [callbackIds.registerScopes]: (request) => {
        live.leave(request.viewId);
        return submitScopes(context, request);
      },
      [callbackIds.registerReview]: (request) => submitReview(context, request),
      [callbackIds.editBasics]: (request) => submitEditBasics(context, request),
      [callbackIds.editScopes]: (request) => {
        live.leave(request.viewId);
        return submitEditScopes(context, request);
      },
      [callbackIds.replaceCredentials]: (request) => submitReplaceCredentials(context, request),
      [callbackIds.addEnvironment]: (request) => submitAddEnvironment(context, request),
      [callbackIds.notReady]: (request) => submitNotReady(context, request),
      [callbackIds.beta]: (request) => submitBeta(context, request),
      [callbackIds.manifest]: (request) => submitManifest(context, request),
      [callbackIds.manifestResult]: (request) => submitCopyFromZoom(context, request),
      [callbackIds.archive]: (request) => submitArchive(context, request),
      [callbackIds.restore]: (request) => submitRestore(context, request),
      [callbackIds.deleteApp]: (request) => submitDelete(context, request),
      [callbackIds.merge]: (request) => submitMerge(context, request),
      [callbackIds.endWatches]: (request) => submitEndWatches(context, request),
      [callbackIds.renewal]: (request) => submitRenewal(context, request),
      [callbackIds.ownerGroups]: (request) => submitOwnerGroups(context, request),
      [callbackIds.handOver]: (request) => submitHandOver(context, request),
      [callbackIds.myReminders]: (request) => submitMyReminders(context, request),
      [callbackIds.settings]: (request) => submitSettings(context, request),
      [callbackIds.plan]: (request) => submitPlan(context, request),
      [callbackIds.scopeCheck]: (request) => submitScopeCheck(context, request),
      [callbackIds.prove]: (request) => submitProve(context, request),
      [callbackIds.linkAccount]: (request) => submitLinkAccount(context, request),
      [callbackIds.linkAgain]: (request) => submitLinkAgain(context, request),
    },
    closes: {
      [callbackIds.registerBasics]: (request) => closeRegistration(context, request),
      [callbackIds.registerCredentials]: (request) => closeRegistration(context, request),
      [callbackIds.registerScopes]: (request) => closeRegistration(context, request),
      [callbackIds.registerReview]: (request) => closeRegistration(context, request),
    },
    actions: {
      [modalActionIds.back]: (request) => goBack(context, request),
      [modalActionIds.scopeCategory]: (request) => chooseCategory(context, request),
      [modalActionIds.moreManifest]: (request) => moreManifest(context, request),
      [modalActionIds.checkScopes]: (request) => checkList(context, request),
      [modalActionIds.correctScopes]: (request) => correctList(context, request),
      [modalActionIds.convertScopes]: (request) => convertList(context, request),
      [modalActionIds.startFromNeed]: (request) => startFromNeed(context, request),
      [modalActionIds.draftDescription]: (request) => draftDescription(context, request),
      [modalActionIds.morePaste]: (request) => morePaste(context, request),
      [modalActionIds.cancelLink]: (request) => cancelLink(context, request),
      [modalActionIds.showLink]: (request) => showLink(context, request),
      [modalActionIds.startAnew]: (request) => startAnew(context, request),
      [modalActionIds.pickScopes]: live.judge,
      [modalActionIds.pasteScopes]: live.judge,
    },
    suggestions: {
      [modalActionIds.pickScopes]: (request) => suggestScopes(context, request),
      [modalActionIds.startFromNeed]: (request) => suggestNeeds(context, request),
      [modalActionIds.pickActions]: (request) => suggestActions(context, request),
      [modalActionIds.pickOwnerGroups]: (request) => suggestOwnerGroups(context, request),
      [modalActionIds.pickOperations]: (request) => suggestOperations(request),
      [modalActionIds.pickTimeZone]: suggestTimeZones,
    },
  };
}
