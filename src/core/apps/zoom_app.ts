import type { Check, CheckName, EnvironmentKind, ManagementType } from '../checks/check.ts';
import type { Stage } from '../checks/stage.ts';
import type { SecretAge } from '../credentials/secret_age.ts';
import type { DriftFinding } from '../drift/findings.ts';

/** A Zoom app as registered: everything a person may see. Secrets are never part of it. */
export interface ZoomApp {
  readonly workspaceId: string;
  readonly id: string;
  readonly name: string;
  readonly managementType: ManagementType;
  readonly purpose: string;
  readonly scopeDescription: string;
  readonly channelId: string;
  /** Slack user ids, the members of user groups that own it included. */
  readonly owners: readonly string[];
  /** Those of `owners` who are so by a user group alone; absent: none. */
  readonly ownersByGroup?: readonly string[];
  /** Slack's user groups that own it; absent: none. */
  readonly ownerGroups?: readonly OwnerGroup[];
  readonly scopes: readonly DeclaredScope[];
  /** Grows with every edit; an edit must name the version it started from. */
  readonly version: number;
  readonly updatedBy: string;
  readonly updatedAt: Date;
  readonly archivedAt: Date | null;
  /** Archived: the app that it was merged into; null or absent: none. */
  readonly mergedInto?: string | null;
}

/** Who owns an app; a user group does so while nobody is in it, too. */
export type AppOwners = Pick<ZoomApp, 'owners' | 'ownerGroups'>;

/**
 * May this person do what only owners may? An app whose owners are all forgotten is anybody's of the workspace, until somebody is
 * made an owner: rights do not end with a person.
 */
export function mayActAsOwner({ owners, ownerGroups = [] }: AppOwners, userId: string): boolean {
  return owners.includes(userId) || (owners.length === 0 && ownerGroups.length === 0);
}

/** A user group of Slack's that owns an app. `trouble`: Slack's error code, since its members could not be listed. */
export interface OwnerGroup {
  readonly id: string;
  readonly handle: string;
  readonly trouble: string | null;
}

/** The owners that were chosen themselves, not by a user group alone. */
export function chosenOwners({
  owners,
  ownersByGroup = [],
}: Pick<ZoomApp, 'owners' | 'ownersByGroup'>): string[] {
  return owners.filter((owner) => !ownersByGroup.includes(owner));
}

export interface DeclaredScope {
  readonly scope: string;
  /** Who said that Zoom offers it, where the catalogue does not know it. */
  readonly confirmedBy: string | null;
}

export interface Environment {
  readonly workspaceId: string;
  readonly id: string;
  readonly zoomAppId: string;
  readonly kind: EnvironmentKind;
  readonly clientId: string;
  readonly stage: Stage;
  readonly liveAt: Date | null;
  readonly baselineAt: Date | null;
  readonly probedAt: Date | null;
  readonly askAgainAt: Date | null;
  /** A new client ID and secret wait for Zoom's answer; the old pair stays in use until then. */
  readonly pendingClientId: string | null;
  /** Does Greenroom have the client secret of this pair (the pending one, if there is one)? If not, nothing can look at it. */
  readonly hasSecret: boolean;
  /** Fingerprint of this pair (the pending one, if there is one); derived from the sealed text, times and ids, never from the secret. */
  readonly pairMark: string;
  /** By when the secret is to be renewed, and whether StackOne may hold an older one. */
  readonly secretAge: SecretAge;
  /** All six, in the order of `checkNames`. */
  readonly checks: readonly Check[];
}

export function checkOf(environment: Environment, name: CheckName): Check {
  const check = environment.checks.find((one) => one.name === name);
  if (check === undefined) throw new Error(`an environment without the check ${name}`);
  return check;
}

/** It has no profile, or lost it: a new one would be taken for it. */
export const waitsForProfile = (environment: Environment): boolean =>
  checkOf(environment, 'connector_profile').lastKnown !== 'passed';

/** Of the pair that was entered last; it may still wait for Zoom's answer. */
export const newestClientId = ({
  clientId,
  pendingClientId,
}: Pick<Environment, 'clientId' | 'pendingClientId'>): string => pendingClientId ?? clientId;

/** A connector profile as StackOne listed it last. */
export interface ProfileChoice {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly firstSeenAt: Date;
}

/** How an app compares with StackOne's connector and the catalogue. */
export interface CardDrift {
  /** What nobody has accepted. */
  readonly open: readonly DriftFinding[];
  /**
   * `compared`: with the connector's scopes and those of the recorded actions. `no_actions`: none is recorded, so only with the
   * connector's own. `not_available`: StackOne does not let the key list actions, or has no such list, and never did. `not_yet`:
   * it was not seen so far.
   */
  readonly connector: 'compared' | 'no_actions' | 'not_available' | 'not_yet';
  /** The last list, where StackOne gave none since; null or absent while it answers. */
  readonly staleSince?: Date | null;
}

/** What a status card shows. */
export interface ZoomAppCard {
  readonly app: ZoomApp;
  readonly environments: readonly Environment[];
  /** Enabled Zoom profiles that are not assigned yet: an environment without a profile may adopt one. */
  readonly adoptable: readonly ProfileChoice[];
  /** The channel is known but Greenroom cannot post there. */
  readonly watchPaused: { readonly reason: string; readonly at: Date } | null;
  /** Where the card stands that everyone sees; null or absent without one. */
  readonly cardUrl?: string | null;
  readonly drift: CardDrift;
  /** Owners whom Slack says are gone, or to whom it takes no direct message; absent: none. */
  readonly unreachableOwners?: readonly { readonly userId: string; readonly since: Date }[];
}

/** One line of a list or of the board: one environment of a Zoom app. */
export interface ZoomAppLine {
  readonly appId: string;
  readonly name: string;
  readonly managementType: ManagementType;
  readonly owners: readonly string[];
  readonly channelId: string;
  /** Where its card stands in that channel; null or absent without one. */
  readonly cardUrl?: string | null;
  readonly environments: readonly Pick<Environment, 'id' | 'kind' | 'stage' | 'checks' | 'pendingClientId'>[];
}

/** What was typed into the registration so far. Never a secret. */
export interface DraftAnswers {
  readonly name?: string;
  readonly managementType?: ManagementType;
  readonly environments?: readonly EnvironmentKind[];
  readonly owners?: readonly string[];
  readonly channelId?: string;
  readonly purpose?: string;
  readonly clientIds?: { readonly development?: string; readonly production?: string };
  /** Whose client secret the person keeps: it goes straight from Zoom into StackOne. */
  readonly keepsSecret?: readonly EnvironmentKind[];
  /** Picked from the catalogue by type-ahead. */
  readonly pickedScopes?: readonly string[];
  /** Pasted text as typed, one entry per field of the modal. */
  readonly pastedScopes?: readonly string[];
  /** Unknown but well-formed scopes that the person has seen in Zoom. */
  readonly confirmedScopes?: readonly string[];
  readonly scopeDescription?: string;
  /** What the scopes were chosen for, as lines of core/scopes/plan/needs.ts. */
  readonly needs?: readonly string[];
}

export interface Draft {
  readonly id: string;
  readonly workspaceId: string;
  readonly userId: string;
  readonly answers: DraftAnswers;
  readonly updatedAt: Date;
}
