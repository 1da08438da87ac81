import type { UnknownReason } from '../core/checks/reasons.ts';
import type { Inclusion } from '../core/scopes/plan/included_scopes.ts';
import type { Action } from '../core/scopes/plan/needs.ts';

/** StackOne's object that holds the Zoom credentials. StackOne never sends those back, so neither do we have them. */
export interface ConnectorProfile {
  /** Opaque. */
  readonly id: string;
  readonly name: string;
  /** false: disabled in the dashboard. */
  readonly active: boolean;
  /** As sent; its values are not documented, so show it and never filter by it. */
  readonly environment?: string;
  /** For example "OAuth 2.0"; show it and never filter by it. */
  readonly authConfigLabel?: string;
  /** The version of the connector that this profile runs with (O26). */
  readonly connectorVersion?: string;
  /** The version that the profile is held at; left out when it follows the connector. */
  readonly pinnedVersion?: string;
  /** StackOne's clock: compare ids, not times. */
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** `ga`, or a word that means StackOne has to enable the connector first. */
  readonly releaseStage: string;
}

/** Why an account has its status, in StackOne's words. */
export interface StatusReason {
  /** Open and undocumented: shown as it came, and never a verdict. */
  readonly code?: string;
  readonly description?: string;
  /** StackOne's clock; null when it cannot be read. */
  readonly at: Date | null;
}

/** An account that somebody linked through a connector profile. */
export interface LinkedAccount {
  readonly id: string;
  /** Open: `active`, `inactive`, `suspended`, `archived`, `expired`, `error`, or a word we don't know yet. */
  readonly status: string;
  /** The newest first, at most `MOST_REASONS` of them; those that say nothing are left out. */
  readonly reasons: readonly StatusReason[];
  /** Whose account it is, by the id and the name that the linking party chose: a customer's, not Zoom's or Slack's. */
  readonly ownerId?: string;
  readonly ownerName?: string;
  /** As sent: `production` or `test`. */
  readonly type?: string;
  /** Left out where StackOne does not tie accounts to profiles. */
  readonly profileId?: string;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
}

/** StackOne answered: 401 the key is wrong, 403 it lacks a scope (or the address is not allowed). A person has to act. */
export interface Refused {
  readonly kind: 'refused';
  readonly status: 401 | 403;
}

export type UnavailableWhy = Exclude<UnknownReason, 'key_refused' | 'key_forbidden' | 'secret_unreadable'>;

export interface Unavailable {
  readonly kind: 'unavailable';
  /** `no_listing`: StackOne answers 404 on every path that is known for this listing. */
  readonly why: UnavailableWhy;
  readonly retryAfterMs?: number;
}

/** What a list does not say. */
export interface ListGaps {
  /** Ids of listed rows that could not be read: they are there, in a state that is not known. */
  readonly unreadIds: readonly string[];
  /** The list contradicts itself, or has rows without a readable id: what it lacks may be there too. */
  readonly incomplete: boolean;
}

export type ProfilesOutcome =
  | {
      readonly kind: 'profiles';
      /** Complete and without doubles, in StackOne's order. */
      readonly profiles: readonly ConnectorProfile[];
      /** The path that answered. */
      readonly path: string;
      readonly fetchedAt: Date;
      /** Left out when every row was read and the list adds up. */
      readonly gaps?: ListGaps;
    }
  | Refused
  | Unavailable;

export type AccountsOutcome =
  | {
      readonly kind: 'accounts';
      /** true: StackOne says that these accounts belong to this profile. false: they are Zoom accounts of the project. */
      readonly tied: boolean;
      readonly accounts: readonly LinkedAccount[];
      readonly fetchedAt: Date;
      /** There may be more of them: some could not be read, or the list contradicts itself. */
      readonly incomplete?: true;
    }
  | Refused
  | Unavailable;

/** What `/actions` says of the Zoom connector as a whole. */
export interface ConnectorFacts {
  /** null: not said, or not the same on every page. */
  readonly version: string | null;
  /** What it asks for whatever is done with it, sorted; among the actions they are those of `CONNECTOR_ITSELF`. null: not said. */
  readonly scopes: readonly string[] | null;
  /** Which scopes include others, by name; null: not said. */
  readonly inclusions: readonly Inclusion[] | null;
}

export type ActionsOutcome =
  | {
      readonly kind: 'actions';
      readonly actions: readonly Action[];
      readonly connector: ConnectorFacts;
      readonly fetchedAt: Date;
      /** There may be more of them: some could not be read, or the list contradicts itself. */
      readonly incomplete?: true;
    }
  | Refused
  | Unavailable;

/** A version of the connector that a profile can run with (O26). */
export interface ConnectorVersion {
  readonly version: string;
  /** `stackone` for StackOne's own; null when not said. */
  readonly owner: string | null;
  /** true: StackOne's own connector, false: a custom one; null when not said. */
  readonly builtin: boolean | null;
  /** Whether the profile is held at this version. */
  readonly pinned: boolean;
}

export type VersionsOutcome =
  | {
      readonly kind: 'versions';
      /** In StackOne's order, which is not documented. */
      readonly versions: readonly ConnectorVersion[];
      readonly fetchedAt: Date;
      /** There may be more of them: some could not be read. */
      readonly incomplete?: true;
    }
  /** StackOne has no such profile, or not this listing (404): it does not say which. */
  | { readonly kind: 'gone' }
  | Refused
  | Unavailable;
