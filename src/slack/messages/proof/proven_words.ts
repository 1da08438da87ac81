import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { Check } from '../../../core/checks/check.ts';
import type { ProvenBy } from '../../../core/checks/check_detail.ts';
import { isProven } from '../../../core/checks/keep_proof.ts';
import { cutWhole } from '../../../core/text/cut.ts';
import { typed } from '../../blocks/text.ts';
import { day } from '../../blocks/time.ts';
import { isAllProven } from './proof_state.ts';

/** As much of an account's ID as tells one from another. */
const SHORT_ID = 4;

/** The evidence of a check that a sign-in proved: "verified by StackOne (account ab12…, 28 Nov)". */
export function provenWords({ accountId, at }: ProvenBy): string {
  const short = accountId.length > SHORT_ID + 2 ? `${cutWhole(accountId, SHORT_ID)}…` : accountId;
  return `verified by StackOne (account ${typed(short)}, ${day(new Date(at))})`;
}

/** On the card, where nothing is left to prove. */
export function provenLine(environment: Pick<Environment, 'checks'>): string[] {
  if (!isAllProven(environment)) return [];
  return [
    ':white_check_mark: *Proven:* somebody signed in at Zoom through exactly this profile, and it worked from end to end.',
  ];
}

/** What the check means when a sign-in proved it; null where that changes nothing about its words. */
export function provenMeaning(check: Check): string | null {
  if (!isProven(check)) return null;
  switch (check.name) {
    case 'credentials':
      return 'Somebody signed in at Zoom with the pair that the profile holds.';
    case 'redirect':
      return "Zoom sent the person back to StackOne's callback.";
    case 'test_status':
      return 'Zoom let somebody add the app.';
    default:
      return null;
  }
}
