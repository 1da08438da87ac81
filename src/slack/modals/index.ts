import type { Listeners } from '../bolt/bind.ts';
import type { Room } from '../room.ts';
import { submitEditBasics } from './edit/basics.ts';
import { submitAddEnvironment, submitReplaceCredentials } from './edit/credentials.ts';
import { submitEditScopes } from './edit/scopes.ts';
import { callbackIds, modalActionIds } from './ids.ts';
import { submitNotReady } from './not_ready.ts';
import { submitPlan } from './plan/submit.ts';
import { suggestActions, suggestNeeds, suggestOperations } from './plan/suggest.ts';
import { closeRegistration, goBack } from './register/leave.ts';
import { submitReview } from './register/save.ts';
import { submitBasics, submitCredentials, submitScopes } from './register/submit.ts';
import { submitScopeCheck } from './scope_check.ts';
import { checkList, chooseCategory, convertList, correctList, morePaste } from './scopes/listeners.ts';
import { liveVerdict } from './scopes/live.ts';
import { draftDescription, startFromNeed } from './scopes/needs.ts';
import { suggestScopes } from './scopes/suggest.ts';

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
