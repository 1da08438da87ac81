import type { EnvironmentKind } from '../checks/check.ts';
import type { UnknownReason } from '../checks/reasons.ts';

/**
 * `prove`: a test account shows that the profile works. `link`: a customer's account. `link_again`: an account that stopped
 * working is authorised anew. Each of them proves the profile.
 */
export const connectPurposes = ['prove', 'link', 'link_again'] as const;
export type ConnectPurpose = (typeof connectPurposes)[number];

/**
 * `requested`: written before StackOne is asked. `open`: there is a link. `failed`, `cancelled`, `expired`: the link is not
 * shown any more, but who has it open may still consent. `authenticated` is the only end that proves something.
 */
export type ConnectSessionState = 'requested' | 'open' | 'authenticated' | 'failed' | 'cancelled' | 'expired';

/** Whose Zoom account the person said it would be. */
export type ZoomAccountKind = 'own' | 'test';

/** StackOne's documents name three different lives of a link, so it is always told this one (O23). */
export const linkLifeMs = 30 * 60_000;
/** A request to StackOne that has not ended by now never will: nobody has its link. */
export const requestLifeMs = 2 * 60_000;
/** Of what a person typed about a customer. */
export const LONGEST_CUSTOMER = 200;

/** A stored session, without its link. */
export interface ConnectSession {
  readonly workspaceId: string;
  readonly id: string;
  readonly environmentId: string;
  readonly purpose: ConnectPurpose;
  readonly state: ConnectSessionState;
  /** A Slack user id. */
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The profile, and the pair, that the environment had when it was made. */
  readonly profileId: string;
  readonly clientId: string;
  readonly pairMark: string;
  readonly accountId: string | null;
  readonly zoomAccount: ZoomAccountKind | null;
  /** false: the test account is to be removed in StackOne afterwards. */
  readonly keepsAccount: boolean;
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly viewId: string | null;
  readonly stackoneId: string | null;
  readonly nextPollAt: Date | null;
  /** Why the last poll brought nothing. */
  readonly trouble: UnknownReason | null;
}

/** The label that StackOne shows on the account, so that people there see where it came from. */
export function labelOf(appName: string, kind: EnvironmentKind): string {
  return `Greenroom: ${appName} ${kind === 'development' ? 'Development' : 'Production'}`;
}

/** Where the sealed link of a session belongs, for the vault. */
export function linkPlace(session: Pick<ConnectSession, 'workspaceId' | 'id'>) {
  return { workspaceId: session.workspaceId, rowId: session.id, field: 'connect_link' };
}
