import type { AppOwners, ZoomApp } from '../core/apps/zoom_app.ts';
import type { Activity } from '../core/roles/activities.ts';
import type { Refusal } from '../usecases/changes/context.ts';
import type { AdminRefusal } from '../usecases/changes/roles/admin.ts';
import type { MessageView } from './blocks/block_types.ts';
import type { HandlerContext } from './handler_context.ts';
import { archiveTexts } from './messages/archive/archive_texts.ts';
import { errorTexts } from './messages/error_texts.ts';
import type { AdminsToAsk } from './messages/roles/denied_words.ts';
import { secretTexts } from './messages/secrets/secret_texts.ts';
import type { Person } from './requests/requests.ts';

/** Every code with which a use case denies something to a person. */
export type ErrorCode =
  | Refusal
  | 'exists'
  | 'not_archived'
  | 'same_app'
  | 'other_type'
  | 'merge_outdated'
  | 'name_taken'
  | 'too_many_confirmed'
  | 'confirmed_full'
  | 'outdated'
  | 'question_changed'
  | 'profile_gone'
  | 'profile_taken'
  | 'has_profile'
  | 'no_profile'
  | 'secrets_never'
  | AdminRefusal
  | 'configured';

/** `owners`, `admins`: whom to ask instead, where they are known. */
export function errorMessage(
  code: ErrorCode,
  owners: readonly string[] | null = null,
  admins?: AdminsToAsk,
): MessageView {
  switch (code) {
    case 'not_found':
      return errorTexts.gone();
    case 'not_owner':
      return errorTexts.notOwner(owners, admins);
    case 'archived':
      return errorTexts.archived();
    case 'same_app':
      return archiveTexts.sameApp();
    case 'other_type':
      return archiveTexts.otherType();
    case 'merge_outdated':
      return archiveTexts.mergeOutdated();
    case 'not_archived':
      return errorTexts.notArchived();
    case 'name_taken':
      return errorTexts.nameTaken();
    case 'exists':
      return errorTexts.environmentExists();
    case 'too_many_confirmed':
      return errorTexts.tooManyConfirmed();
    case 'confirmed_full':
      return errorTexts.confirmedFull();
    case 'outdated':
      return errorTexts.pairReplaced();
    case 'question_changed':
      return errorTexts.questionChanged();
    case 'profile_gone':
      return errorTexts.profileGone();
    case 'profile_taken':
      return errorTexts.profileTaken();
    case 'has_profile':
      return errorTexts.hasProfile();
    case 'no_profile':
      return errorTexts.noProfile();
    case 'secrets_never':
      return secretTexts.never();
    case 'not_admin':
      return errorTexts.notAdmin(admins);
    case 'admin_unknown':
      return secretTexts.adminUnknown();
    case 'configured':
      return secretTexts.configured();
  }
}

/** What a denial is about: an app, by its id or that of one of its environments; neither where it is about the workspace. */
export interface DeniedAt {
  readonly appId?: string;
  readonly environmentId?: string;
}

/** The same, naming who can do it where this person may not. Asks Slack who of them is still here. */
export async function deniedMessage(
  context: HandlerContext,
  { workspaceId, userId: actor }: Person,
  code: ErrorCode,
  at: DeniedAt = {},
): Promise<MessageView> {
  if (code !== 'not_owner' && code !== 'not_admin') return errorMessage(code);
  const whom = await context.usecases.whomToAsk({ workspaceId, actor, ...at });
  return errorMessage(code, whom.owners, whom);
}

/** Why this person may not do this to the app, or null: for what only opens a form. The use case checks it again. */
export async function deniedIn(
  context: HandlerContext,
  person: Person,
  app: AppOwners & Pick<ZoomApp, 'id'>,
  activity: Activity,
): Promise<MessageView | null> {
  const { workspaceId, userId: actor } = person;
  const allowed = await context.usecases.checkActivity({ workspaceId, actor, app, activity });
  return allowed.ok ? null : deniedMessage(context, person, allowed.error, { appId: app.id });
}
