import type { AccountsOutcome, ProfilesOutcome } from './outcomes.ts';

export interface StackOne {
  listZoomProfiles(): Promise<ProfilesOutcome>;
  listAccounts(profileId: string): Promise<AccountsOutcome>;
  close(): Promise<void>;
}
