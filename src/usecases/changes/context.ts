import type { MemberStatus } from '../../core/apps/member_status.ts';
import type { Clock } from '../../core/clock.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { UserGroups } from '../../core/ownership/user_groups.ts';
import type { RoleRefusal } from '../../core/roles/activities.ts';
import type { SecretsPolicy } from '../../core/secrets/secrets_policy.ts';
import type { Log } from '../../log.ts';
import type { StackOne } from '../../stackone/stackone.ts';
import type { Database } from '../../store/postgres/client/database.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Zoom } from '../../zoom/zoom.ts';

/** Everything that use cases need; each takes a part of it (`Pick`). */
export interface Context {
  readonly db: Database;
  readonly vault: Vault;
  readonly zoom: Zoom;
  readonly stackone: StackOne;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly settings: Settings;
  /** Is this the workspace or organisation of the token? Slack says nothing of the people of another one here. Absent: of all. */
  readonly speaksFor?: (workspaceId: string) => boolean;
  /** What Slack says of these user ids; ids that it could not be asked about may be left out. Absent where there is no Slack. */
  readonly memberStatusesOf?: (userIds: readonly string[]) => Promise<ReadonlyMap<string, MemberStatus>>;
  /**
   * The time zones (IANA) of these user ids; null: Slack takes no more questions for the moment. Those that it does not say are left
   * out. Absent where there is no Slack.
   */
  readonly timeZonesOf?: (userIds: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
  /** Slack user ids that the configuration names as admins; absent: none. */
  readonly admins?: readonly string[];
  /** Is this person an admin or owner of the workspace in Slack? Null: Slack could not be asked. Absent where there is no Slack. */
  readonly isWorkspaceAdmin?: (userId: string) => Promise<boolean | null>;
  /** Slack's user groups. Absent where there is no Slack. */
  readonly userGroups?: UserGroups;
  /** A connect session is over: the modal that shows its link is redrawn. Absent where there is no Slack. */
  readonly connectSessionEnded?: (ended: ConnectSessionEnded) => Promise<void>;
}

/** The parts that decide whether a person may do something (roles/allowed.ts). */
export type Deciding = 'db' | 'admins' | 'isWorkspaceAdmin';

/** What became of it is read with `readConnectSession`, as its maker. */
export interface ConnectSessionEnded {
  readonly workspaceId: string;
  readonly sessionId: string;
  /** Slack's user id of its maker. */
  readonly userId: string;
  /** Slack's id of the modal. */
  readonly viewId: string;
  /** What came of it, as its maker is sent too; null: nothing yet, but the link is not good any more. */
  readonly message: Message | null;
}

export interface Settings {
  /** Milliseconds until the reminder after "not ready yet". */
  readonly remindAfterMs: number;
  /** Milliseconds an outage must last before it is announced. */
  readonly outageNoticeAfterMs: number;
  /** Is there a key for StackOne, and which (a fingerprint)? With a new key StackOne is asked again at once. */
  readonly stackoneKey: string | null;
  /** Older events are removed; null or absent: none. */
  readonly historyRetentionMs?: number | null;
  /** Do forms ask for client secrets? Absent: they do. A workspace can be stricter (usecases/secrets). */
  readonly secrets?: SecretsPolicy;
  readonly version: string;
}

/** Why a person may not, or cannot, do something. */
export type Refusal = 'not_found' | RoleRefusal | 'archived';

/** The person and workspace of a request; part of every input. */
export interface By {
  readonly workspaceId: string;
  /** A Slack user id. */
  readonly actor: string;
}
