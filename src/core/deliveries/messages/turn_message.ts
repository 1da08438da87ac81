import type { NextAction } from '../../checks/next_action.ts';
import type { PersonDoer } from '../../turns/turn.ts';
import type { About } from './message_facts.ts';

/** A step that has waited too long, and what became of the reminder. Times are ISO. */
export interface NudgedStep {
  readonly about: About;
  readonly action: NextAction;
  readonly doer: PersonDoer;
  readonly since: string;
  /** Nobody is named for the step: those who are reminded pass it on. */
  readonly passOn?: true;
  /** Nobody is reminded of it again. */
  readonly isLast?: true;
  /** Somebody has put the reminders off; `until` null: they are over. */
  readonly snoozed?: { readonly by: string; readonly until: string | null };
}

/** What is said of turns. */
export type TurnMessage =
  /** In the thread of the card. `whom`: Slack user ids of those whose turn it is, or of the owners, who pass it on. */
  | ({ readonly kind: 'nudge'; readonly whom: readonly string[] } & NudgedStep)
  /** To one person. `more`: how many there are beyond `steps`. */
  | { readonly kind: 'nudges'; readonly steps: readonly NudgedStep[]; readonly more: number };
