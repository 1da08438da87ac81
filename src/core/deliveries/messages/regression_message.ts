import type { AccountsKept } from '../../accounts/account_state.ts';
import type { CheckName } from '../../checks/check.ts';
import type { Reason } from '../../checks/reasons.ts';
import type { About } from './message_facts.ts';

/** Whose a regression is, and what became of it; all of it left out by an earlier release. Times are ISO. */
export interface RegressionState {
  readonly regressionId?: string;
  /** Slack user ids of the owners, who are mentioned; none in a direct message. */
  readonly owners?: readonly string[];
  /** Who looks after it, since when; `from`: who has handed it over. */
  readonly taken?: { readonly by: string; readonly at: string; readonly from?: string };
  /** It is over; not `repaired`: the app was archived, or the check is open again. */
  readonly ended?: { readonly at: string; readonly repaired: boolean };
}

export type RegressionMessage =
  /** `unsteady`: the check is flapping, and further changes are not announced until it has been stable for a while. */
  | ({
      readonly kind: 'regressed';
      readonly about: About;
      readonly check: CheckName;
      readonly reason: Reason;
      readonly unsteady?: true;
      /** Of `linked_account`; the first few of `notActive`. Left out by an earlier release. */
      readonly accounts?: AccountsKept;
    } & RegressionState)
  /** To an owner, or to who got it handed over; in the channel when it is asked about again. */
  | ({
      readonly kind: 'regression_due';
      readonly about: About;
      readonly check: CheckName;
      readonly reason: Reason;
      readonly accounts?: AccountsKept;
      readonly since: string;
      /** Nobody has repaired or taken it since the last message. */
      readonly again: boolean;
    } & RegressionState & { readonly regressionId: string });
