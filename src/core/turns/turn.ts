import type { Environment } from '../apps/zoom_app.ts';
import { type Doer, doerOf, type NextAction, nextAction } from '../checks/next_action.ts';

/** Who has to act where Greenroom itself cannot. */
export type PersonDoer = Exclude<Doer, 'greenroom'>;

/** What a person has to do next in an environment, and who. */
export interface TurnStep {
  readonly action: NextAction;
  readonly doer: PersonDoer;
}

/** A next step that waits for a person. */
export interface Turn extends TurnStep {
  /** When it became the next step. */
  readonly since: Date;
}

/** Whose turn it is; null while nothing is to be done, Greenroom itself acts, or the app is archived. */
export function nextStepOf(
  environment: Pick<Environment, 'checks' | 'stage' | 'pendingClientId'>,
): TurnStep | null {
  if (environment.stage === 'archived') return null;
  const action = nextAction(environment.checks, environment.pendingClientId !== null);
  const doer = doerOf(action);
  return doer === 'greenroom' ? null : { action, doer };
}

/** The turn from now on: the same step waits since it began, another one since `now`. */
export function turnAfter(before: Turn | null, step: TurnStep | null, now: Date): Turn | null {
  if (step === null) return null;
  return { ...step, since: before?.action === step.action ? before.since : now };
}
