import { noTracing, type Tracing } from '../telemetry/tracing.ts';
import { assignProfile, dismissProfile, rejectProfile } from './assign_profile.ts';
import { attest, reportNotReady } from './attest.ts';
import { pauseWatches, resumeChannel } from './channels.ts';
import { checkAccounts } from './check_accounts.ts';
import { checkNow } from './check_now.ts';
import { checkOwners } from './check_owners.ts';
import { confirmedScopes, confirmScopes, findConfirmedScopes, withdrawScope } from './confirmed_scopes.ts';
import type { Context } from './context.ts';
import {
  discardDraft,
  draftSecretKinds,
  forgetDraftSecrets,
  nameTaken,
  readDraft,
  readDrafts,
  saveDraft,
} from './drafts.ts';
import { dropDelivery } from './drop_delivery.ts';
import { editZoomApp, newOwnersRefused } from './edit_zoom_app.ts';
import { findZoomApp, findZoomApps } from './find_zoom_app.ts';
import { forgetDeliveries } from './forget_deliveries.ts';
import { listZoomApps, readBoard } from './list_zoom_apps.ts';
import { planScopesFor } from './plan_scopes.ts';
import { pollStackone } from './poll_stackone.ts';
import { checkCredentials, probeCredentials } from './probe_credentials.ts';
import { readCard, readCardOfEnvironment } from './read_card.ts';
import { readHealth } from './read_health.ts';
import { readHistory } from './read_history.ts';
import { registerZoomApp } from './register_zoom_app.ts';
import { addEnvironment, replaceCredentials } from './replace_credentials.ts';
import { reviewScopes } from './review_scopes.ts';
import { scopeUses } from './scope_uses.ts';
import { readActions, refreshActions } from './stackone_actions.ts';
import { sweep } from './sweep.ts';
import { onceEach, together } from './together.ts';

/** What people make Greenroom do, and what the clock does. The index only binds names to functions. */
const verbs = {
  addEnvironment,
  assignProfile,
  attest,
  checkAccounts,
  checkCredentials,
  checkNow,
  checkOwners,
  confirmedScopes,
  confirmScopes,
  discardDraft,
  dismissProfile,
  draftSecretKinds,
  dropDelivery,
  editZoomApp,
  findConfirmedScopes,
  findZoomApp,
  forgetDeliveries,
  forgetDraftSecrets,
  listZoomApps,
  nameTaken,
  newOwnersRefused,
  pauseWatches,
  planScopesFor,
  pollStackone,
  probeCredentials,
  readActions,
  readBoard,
  readCard,
  readCardOfEnvironment,
  readDraft,
  readHealth,
  readHistory,
  refreshActions,
  registerZoomApp,
  rejectProfile,
  replaceCredentials,
  reportNotReady,
  resumeChannel,
  reviewScopes,
  saveDraft,
  scopeUses,
  sweep,
  withdrawScope,
};
type Verbs = typeof verbs;
type Input<Name extends keyof Verbs> = Parameters<Verbs[Name]>[1];

/** Every use case with its context already given. */
export type UseCases = {
  readonly [Name in keyof Verbs]: (input: Input<Name>) => ReturnType<Verbs[Name]>;
};

/** Each is a span of its own when something is traced. */
export function bindUseCases(ctx: Context, tracing: Tracing = noTracing): UseCases {
  const bound = Object.entries(verbs).map(([name, verb]) => [
    name,
    (input: never) =>
      tracing.span({ name }, () => (verb as (ctx: Context, input: never) => Promise<unknown>)(ctx, input)),
  ]);
  return { ...(Object.fromEntries(bound) as UseCases), ...askedTogether(ctx) };
}

/** What many people ask at the same moment. */
function askedTogether(ctx: Context) {
  return {
    findZoomApp: together((inputs: readonly Input<'findZoomApp'>[]) => findZoomApps(ctx, inputs)),
    listZoomApps: together(onceEach((input: Input<'listZoomApps'>) => listZoomApps(ctx, input))),
    readBoard: together(onceEach((input: Input<'readBoard'>) => readBoard(ctx, input))),
    readDraft: together((inputs: readonly Input<'readDraft'>[]) => readDrafts(ctx, inputs)),
  };
}
