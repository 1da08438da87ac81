import type { NextAction } from '../../checks/next_action.ts';
import type { Stage } from '../../checks/stage.ts';
import type { PersonDoer } from '../../turns/turn.ts';
import type { About } from './message_facts.ts';

/** Of a digest, whose lines lead to the card; left out where no card stands, and by an earlier release. */
interface CardLink {
  readonly cardUrl?: string;
}

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

/** A change of stage, from the last digest to this one. */
export interface MovedStage extends CardLink {
  readonly about: About;
  readonly from: Stage;
  readonly to: Stage;
}

/** What is said of turns. */
export type TurnMessage =
  /** In the thread of the card. `whom`: Slack user ids of those whose turn it is, or of the owners, who pass it on. */
  | ({ readonly kind: 'nudge'; readonly whom: readonly string[] } & NudgedStep)
  /** To one person. `more`: how many there are beyond `steps`. */
  | { readonly kind: 'nudges'; readonly steps: readonly NudgedStep[]; readonly more: number }
  /** In a channel, on weekdays: what changed in the apps that it watches, and what waits. */
  | {
      readonly kind: 'digest';
      /** The digest before this one, or when it was asked for. ISO. */
      readonly since: string;
      /** How many environments are at each stage. */
      readonly stages: Partial<Readonly<Record<Stage, number>>>;
      readonly moved: readonly MovedStage[];
      /** How many have moved beyond `moved`. */
      readonly moreMoved: number;
      readonly waiting: readonly (NudgedStep & CardLink)[];
      /** More wait than `waiting`. */
      readonly moreWait: boolean;
    };
