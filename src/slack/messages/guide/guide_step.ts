import type { Environment } from '../../../core/apps/zoom_app.ts';
import { type CheckName, checkNames } from '../../../core/checks/check.ts';
import { type NextAction, nextAction } from '../../../core/checks/next_action.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';

export interface GuideStep {
  readonly title: string;
  readonly words: string;
  /** Values to copy. */
  readonly blocks?: readonly KnownBlock[];
  /** The check that proves this step; some steps can only be seen by their result later on. */
  readonly provenBy: CheckName;
  /** The step is the current one when one of these is the next action. */
  readonly dueOn: readonly NextAction[];
}

export type StepState = 'done' | 'now' | 'later' | 'uncertain';

export const stepStates: Record<StepState, { readonly word: string; readonly sign: string }> = {
  done: { word: 'done', sign: ':white_check_mark:' },
  now: { word: 'now', sign: ':point_right:' },
  later: { word: 'later', sign: ':white_circle:' },
  uncertain: { word: 'Greenroom cannot see this yet, please look', sign: ':eyes:' },
};

export function stepState(step: GuideStep, { checks, pendingClientId }: Environment): StepState {
  if (checks.find(({ name }) => name === step.provenBy)?.lastKnown === 'passed') return 'done';
  const action = nextAction(checks, pendingClientId !== null);
  if (step.dueOn.includes(action)) return 'now';
  return cameBefore(step, action) ? 'uncertain' : 'later';
}

/** A later step was reached already, though this one is not verified yet. */
function cameBefore(step: GuideStep, action: NextAction): boolean {
  const first = Math.min(...step.dueOn.map(placeOf));
  return first < placeOf(action);
}

const places: Partial<Record<NextAction, CheckName>> = {
  wait_for_credentials: 'credentials',
  confirm_credentials: 'credentials',
  replace_secret: 'credentials',
  enable_zoom_app: 'credentials',
  fix_scopes: 'scopes',
  set_redirect: 'redirect',
  run_test: 'test_status',
  fill_missing_fields: 'test_status',
  create_profile: 'connector_profile',
  enable_profile: 'connector_profile',
  recreate_profile: 'connector_profile',
  repair_stackone: 'connector_profile',
};

function placeOf(action: NextAction): number {
  const check = places[action];
  return check === undefined ? checkNames.length - 1 : checkNames.indexOf(check);
}
