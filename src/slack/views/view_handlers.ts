import type { HandlerContext } from '../handler_context.ts';
import type { Listeners } from '../requests/listeners.ts';
import { submitEditBasics } from './edit/edit_basics.ts';
import { submitAddEnvironment, submitReplaceCredentials } from './edit/edit_credentials.ts';
import { submitEditScopes } from './edit/edit_scopes.ts';
import { submitNotReady } from './not_ready_view.ts';
import { submitPlan } from './plan/submit_plan.ts';
import { suggestActions, suggestNeeds, suggestOperations } from './plan/suggest_needs.ts';
import { closeRegistration, goBack } from './register/leave_registration.ts';
import { submitReview } from './register/save_registration.ts';
import { submitBasics, submitCredentials, submitScopes } from './register/submit_registration.ts';
import { submitScopeCheck } from './scope_check_view.ts';
import { liveVerdict } from './scopes/live_verdict.ts';
import { checkList, chooseCategory, convertList, correctList, morePaste } from './scopes/scopes_handlers.ts';
import { draftDescription, startFromNeed } from './scopes/start_from_need.ts';
import { suggestScopes } from './scopes/suggest_scopes.ts';
import { callbackIds, modalActionIds } from './view_ids.ts';

/** What each modal does when it is submitted or closed, and what can be pressed inside one. */
export function modalListeners(
  context: HandlerContext,
): Pick<Listeners, 'submits' | 'closes' | 'suggestions' | 'actions'> {
  const live = liveVerdict(context);
  return {
    submits: {
      [callbackIds.registerBasics]: (call) => submitBasics(context, call),
      [callbackIds.registerCredentials]: (call) => submitCredentials(context, call),
      [callbackIds.registerScopes]: (call) => {
        live.leave(call.viewId);
        return submitScopes(context, call);
      },
      [callbackIds.registerReview]: (call) => submitReview(context, call),
      [callbackIds.editBasics]: (call) => submitEditBasics(context, call),
      [callbackIds.editScopes]: (call) => {
        live.leave(call.viewId);
        return submitEditScopes(context, call);
      },
      [callbackIds.replaceCredentials]: (call) => submitReplaceCredentials(context, call),
      [callbackIds.addEnvironment]: (call) => submitAddEnvironment(context, call),
      [callbackIds.notReady]: (call) => submitNotReady(context, call),
      [callbackIds.plan]: (call) => submitPlan(context, call),
      [callbackIds.scopeCheck]: (call) => submitScopeCheck(context, call),
    },
    closes: {
      [callbackIds.registerBasics]: (call) => closeRegistration(context, call),
      [callbackIds.registerCredentials]: (call) => closeRegistration(context, call),
      [callbackIds.registerScopes]: (call) => closeRegistration(context, call),
      [callbackIds.registerReview]: (call) => closeRegistration(context, call),
    },
    actions: {
      [modalActionIds.back]: (call) => goBack(context, call),
      [modalActionIds.scopeCategory]: (call) => chooseCategory(context, call),
      [modalActionIds.checkScopes]: (call) => checkList(context, call),
      [modalActionIds.correctScopes]: (call) => correctList(context, call),
      [modalActionIds.convertScopes]: (call) => convertList(context, call),
      [modalActionIds.startFromNeed]: (call) => startFromNeed(context, call),
      [modalActionIds.draftDescription]: (call) => draftDescription(context, call),
      [modalActionIds.morePaste]: (call) => morePaste(context, call),
      [modalActionIds.pickScopes]: live.judge,
      [modalActionIds.pasteScopes]: live.judge,
    },
    suggestions: {
      [modalActionIds.pickScopes]: (call) => suggestScopes(context, call),
      [modalActionIds.startFromNeed]: (call) => suggestNeeds(context, call),
      [modalActionIds.pickActions]: (call) => suggestActions(context, call),
      [modalActionIds.pickOperations]: (call) => suggestOperations(call),
    },
  };
}
