import type { Refusal } from '../usecases/changes/context.ts';
import type { AdminRefusal } from '../usecases/changes/roles/admin.ts';
import type { MessageView } from './blocks/block_types.ts';
import { errorTexts } from './messages/error_texts.ts';
import { secretTexts } from './messages/secrets/secret_texts.ts';

/** Every code with which a use case denies something to a person. */
export type ErrorCode =
  | Refusal
  | 'exists'
  | 'not_archived'
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

export function errorMessage(code: ErrorCode, owners: readonly string[] = []): MessageView {
  switch (code) {
    case 'not_found':
      return errorTexts.gone();
    case 'not_owner':
      return errorTexts.notOwner(owners);
    case 'archived':
      return errorTexts.archived();
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
      return secretTexts.notAdmin();
    case 'admin_unknown':
      return secretTexts.adminUnknown();
    case 'configured':
      return secretTexts.configured();
  }
}
