import type { Result } from '../core/result.ts';
import type { ZoomAppCard } from '../core/zoom_app.ts';
import type * as attesting from '../usecases/attest.ts';
import type { By, Refusal } from '../usecases/context.ts';
import type * as drafts from '../usecases/drafts.ts';
import type * as editing from '../usecases/edit_zoom_app.ts';
import type * as cards from '../usecases/read_card.ts';
import type * as registering from '../usecases/register_zoom_app.ts';
import type * as credentials from '../usecases/replace_credentials.ts';
import type { Board, Health, HistoryPage, ZoomAppPage } from './messages/shown.ts';

/** A use case with its context already given. */
type Bound<F> = F extends (ctx: never, input: infer Input) => infer Answer ? (input: Input) => Answer : never;

/** Everything a person can make Greenroom do from Slack; the composition root binds each to its context. */
export interface UseCases {
  readonly readDraft: Bound<typeof drafts.readDraft>;
  readonly saveDraft: Bound<typeof drafts.saveDraft>;
  readonly draftSecretKinds: Bound<typeof drafts.draftSecretKinds>;
  readonly discardDraft: Bound<typeof drafts.discardDraft>;
  readonly forgetDraftSecrets: Bound<typeof drafts.forgetDraftSecrets>;
  readonly nameTaken: Bound<typeof drafts.nameTaken>;
  readonly registerZoomApp: Bound<typeof registering.registerZoomApp>;
  readonly editZoomApp: Bound<typeof editing.editZoomApp>;
  readonly replaceCredentials: Bound<typeof credentials.replaceCredentials>;
  readonly addEnvironment: Bound<typeof credentials.addEnvironment>;
  readonly attest: Bound<typeof attesting.attest>;
  readonly reportNotReady: Bound<typeof attesting.reportNotReady>;
  readonly readCard: Bound<typeof cards.readCard>;
  readonly readCardOfEnvironment: (input: {
    workspaceId: string;
    environmentId: string;
  }) => Promise<ZoomAppCard | null>;
  readonly assignProfile: (
    input: By & { profileId: string; environmentId: string; how: 'person' | 'adopted' },
  ) => Promise<
    Result<
      { appName: string; profileName: string },
      Refusal | 'profile_gone' | 'profile_taken' | 'has_profile'
    >
  >;
  readonly dismissProfile: (
    input: By & { questionId: string; profileId: string },
  ) => Promise<Result<void, 'not_found'>>;
  readonly rejectProfile: (
    input: By & { environmentId: string },
  ) => Promise<Result<{ profileName: string }, Refusal | 'no_profile'>>;
  readonly findZoomApp: (input: { workspaceId: string; text: string }) => Promise<FoundZoomApp>;
  readonly listZoomApps: (input: PageInput) => Promise<ZoomAppPage>;
  readonly readBoard: (input: PageInput) => Promise<Board>;
  readonly checkNow: (
    input: By & { appId: string },
  ) => Promise<Result<{ card: ZoomAppCard; probe: 'queued' | 'too_soon' }, Refusal>>;
  readonly readHistory: (input: {
    workspaceId: string;
    appId: string;
    after?: string;
  }) => Promise<HistoryPage>;
  readonly readHealth: (input: { workspaceId: string }) => Promise<Health>;
  readonly resumeChannel: (input: { workspaceId: string; channelId: string }) => Promise<void>;
}

interface PageInput {
  readonly workspaceId: string;
  readonly words: string;
  readonly after?: string;
}

export type FoundZoomApp =
  | { readonly kind: 'found'; readonly card: ZoomAppCard }
  | { readonly kind: 'several'; readonly names: readonly string[] }
  | { readonly kind: 'none'; readonly suggestions: readonly string[]; readonly any: boolean };
