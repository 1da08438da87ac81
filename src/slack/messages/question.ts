import type { ProfileQuestion } from '../../core/profile_question.ts';
import type { MessageView } from '../blocks/block_types.ts';

/** "Which Zoom app does this profile belong to?", with a button or select option per environment that waits. */
export function questionMessage(question: ProfileQuestion, now: Date): MessageView {
  void [question, now];
  return { text: '', blocks: [] };
}
