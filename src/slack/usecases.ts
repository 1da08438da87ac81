import type { UseCases as All } from '../usecases/index.ts';

/** Everything a person can make Greenroom do from Slack; the composition root binds each to its context. */
export type UseCases = Pick<
  All,
  | 'addEnvironment'
  | 'assignProfile'
  | 'attest'
  | 'checkNow'
  | 'discardDraft'
  | 'dismissProfile'
  | 'draftSecretKinds'
  | 'editZoomApp'
  | 'findZoomApp'
  | 'forgetDraftSecrets'
  | 'listZoomApps'
  | 'nameTaken'
  | 'planScopesFor'
  | 'readActions'
  | 'readBoard'
  | 'readCard'
  | 'readCardOfEnvironment'
  | 'readDraft'
  | 'readHealth'
  | 'readHistory'
  | 'registerZoomApp'
  | 'rejectProfile'
  | 'replaceCredentials'
  | 'reportNotReady'
  | 'resumeChannel'
  | 'saveDraft'
  | 'scopeUses'
>;
