/**
 * What Slack says of a user id in our workspace. `external`: of another workspace. `not_found`: there is no such user. `unknown`: Slack
 * could not be asked, or did not say; such a person may be named as an owner but may not act.
 */
export type MemberStatus = 'member' | 'external' | 'bot' | 'deactivated' | 'not_found' | 'unknown';

/** Why somebody cannot own a Zoom app. */
export type NoOwner = Exclude<MemberStatus, 'member' | 'unknown'>;

export function isNoOwner(memberStatus: MemberStatus): memberStatus is NoOwner {
  return memberStatus !== 'member' && memberStatus !== 'unknown';
}
