import type { SeenAttempt } from '../../core/proof/session_step.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import type { Refused, Unavailable } from '../stackone_types.ts';

/** What a connect session is made with (O23). */
export interface NewConnectSession {
  /** The account is linked through exactly this profile, not through the project's default one. */
  readonly profileId: string;
  /** Of an account that is linked anew; without it a new one comes into being. */
  readonly accountId?: string;
  readonly type: 'TEST' | 'PRODUCTION';
  /** Whose account it is: together with the connector this decides whether StackOne makes one or updates one. */
  readonly ownerId: string;
  readonly ownerName: string;
  /** On the account, for people. */
  readonly label: string;
  readonly expiresInSeconds: number;
  /** Stored at StackOne beside the account: ids only. */
  readonly metadata: Readonly<Record<string, string>>;
}

export type CreatedSession =
  | {
      readonly kind: 'created';
      readonly id: string;
      /** Whoever has it can link an account: shown to one person, never stored in clear and never logged. */
      readonly link: Secret;
      /** The profile that StackOne says it is for; null when it does not say. */
      readonly profileId: string | null;
    }
  | {
      /** StackOne does not take the request: 404 for a profile or account that it does not know. */
      readonly kind: 'rejected';
      readonly status: number;
      /** StackOne's own words; empty when it sent none. */
      readonly message: string;
    }
  | Refused
  | Unavailable;

export type ConnectSessionOutcome =
  | {
      readonly kind: 'session';
      /** The newest; null while nobody has begun to sign in. */
      readonly attempt: SeenAttempt | null;
      readonly profileId: string | null;
    }
  /** StackOne knows no such session (404). */
  | { readonly kind: 'gone' }
  | Refused
  | Unavailable;
