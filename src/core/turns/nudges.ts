import type { Environment } from '../apps/zoom_app.ts';
import { awaitsProof, type Check } from '../checks/check.ts';
import type { NextAction } from '../checks/next_action.ts';
import type { TurnStep } from './turn.ts';

/**
 * Reminders of one turn, and how long after the one before (after the beginning of the turn), in times of the workspace's reminder time:
 * with a day, on the second, fourth, ninth and nineteenth. The first stands in the thread of the card, the others come directly.
 */
const waits: readonly number[] = [2, 2, 5, 10];

/** When the next reminder is due after so many; null: that was the last one. */
export function nextNudge(nudges: number, from: Date, unitMs: number): Date | null {
  const wait = waits[nudges];
  return wait === undefined ? null : new Date(from.getTime() + wait * unitMs);
}

/** Is it the last one, of those that were sent so many before? */
export const isLastNudge = (nudges: number): boolean => nudges >= waits.length - 1;

/**
 * What people are reminded of. Others have reminders of their own: what is not ready is asked about again, what has expired is asked
 * before it does; and nothing waits for a first account.
 */
const reminded: Readonly<Record<NextAction, boolean>> = {
  wait_for_credentials: false,
  confirm_credentials: true,
  replace_secret: true,
  enable_zoom_app: true,
  fix_scopes: true,
  set_redirect: true,
  run_test: true,
  fill_missing_fields: false,
  create_profile: true,
  enable_profile: true,
  recreate_profile: true,
  repair_stackone: false,
  prove_profile: true,
  link_account: false,
  repair_account: false,
  confirm_again: false,
  none: false,
};

/** Are people reminded of this step? A regression has reminders of its own. */
export function isReminded(environment: Pick<Environment, 'stage'>, { action }: TurnStep): boolean {
  return environment.stage !== 'degraded' && reminded[action];
}

/**
 * The step may be done already, and nobody can see it: its check is unknown, because a host gives no answer. With the credentials, a
 * person is asked for exactly that reason.
 */
export function cannotBeSeen({ checks }: Pick<Environment, 'checks'>, { action }: TurnStep): boolean {
  const open = checks.find((check) => check.lastKnown !== 'passed' && !awaitsProof(check));
  return action !== 'confirm_credentials' && open !== undefined && gaveNoAnswer(open);
}

const gaveNoAnswer = ({ status, reason }: Check): boolean =>
  status === 'unknown' && reason !== 'attestation_expired' && reason !== 'secret_unreadable';
