import type { Refusal } from '../usecases/changes/context.ts';
import type { MessageView } from './blocks/block_types.ts';
import { refusalMessages } from './messages/error_texts.ts';

/** Every code with which a use case denies something to a person. */
export type RefusalCode =
  | Refusal
  | 'exists'
  | 'too_many_confirmed'
  | 'confirmed_full'
  | 'outdated'
  | 'question_changed'
  | 'profile_gone'
  | 'profile_taken'
  | 'has_profile'
  | 'no_profile';

export function refused(code: RefusalCode, owners: readonly string[] = []): MessageView {
  switch (code) {
    case 'not_found':
      return refusalMessages.gone();
    case 'not_owner':
      return refusalMessages.notOwner(owners);
    case 'archived':
      return refusalMessages.archived();
    case 'exists':
      return refusalMessages.environmentExists();
    case 'too_many_confirmed':
      return refusalMessages.tooManyConfirmed();
    case 'confirmed_full':
      return refusalMessages.confirmedFull();
    case 'outdated':
      return refusalMessages.pairReplaced();
    case 'question_changed':
      return refusalMessages.questionChanged();
    case 'profile_gone':
      return refusalMessages.profileGone();
    case 'profile_taken':
      return refusalMessages.profileTaken();
    case 'has_profile':
      return refusalMessages.hasProfile();
    case 'no_profile':
      return refusalMessages.noProfile();
  }
}
