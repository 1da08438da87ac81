import type { Listeners } from '../dispatch/dispatch.ts';
import type { Room } from '../handler_context.ts';
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
  room: Room,
): Pick<Listeners, 'submits' | 'closes' | 'suggestions' | 'actions'> {
  const live = liveVerdict(room);
  return {
    submits: {
      [callbackIds.registerBasics]: (call) => submitBasics(room, call),
      [callbackIds.registerCredentials]: (call) => submitCredentials(room, call),
      [callbackIds.registerScopes]: (call) => {
        live.leave(call.viewId);
        return submitScopes(room, call);
      },
      [callbackIds.registerReview]: (call) => submitReview(room, call),
      [callbackIds.editBasics]: (call) => submitEditBasics(room, call),
      [callbackIds.editScopes]: (call) => {
        live.leave(call.viewId);
        return submitEditScopes(room, call);
      },
      [callbackIds.replaceCredentials]: (call) => submitReplaceCredentials(room, call),
      [callbackIds.addEnvironment]: (call) => submitAddEnvironment(room, call),
      [callbackIds.notReady]: (call) => submitNotReady(room, call),
      [callbackIds.plan]: (call) => submitPlan(room, call),
      [callbackIds.scopeCheck]: (call) => submitScopeCheck(room, call),
    },
    closes: {
      [callbackIds.registerBasics]: (call) => closeRegistration(room, call),
      [callbackIds.registerCredentials]: (call) => closeRegistration(room, call),
      [callbackIds.registerScopes]: (call) => closeRegistration(room, call),
      [callbackIds.registerReview]: (call) => closeRegistration(room, call),
    },
    actions: {
      [modalActionIds.back]: (call) => goBack(room, call),
      [modalActionIds.scopeCategory]: (call) => chooseCategory(room, call),
      [modalActionIds.checkScopes]: (call) => checkList(room, call),
      [modalActionIds.correctScopes]: (call) => correctList(room, call),
      [modalActionIds.convertScopes]: (call) => convertList(room, call),
      [modalActionIds.startFromNeed]: (call) => startFromNeed(room, call),
      [modalActionIds.draftDescription]: (call) => draftDescription(room, call),
      [modalActionIds.morePaste]: (call) => morePaste(room, call),
      [modalActionIds.pickScopes]: live.judge,
      [modalActionIds.pasteScopes]: live.judge,
    },
    suggestions: {
      [modalActionIds.pickScopes]: (call) => suggestScopes(room, call),
      [modalActionIds.startFromNeed]: (call) => suggestNeeds(room, call),
      [modalActionIds.pickActions]: (call) => suggestActions(room, call),
      [modalActionIds.pickOperations]: (call) => suggestOperations(call),
    },
  };
}
