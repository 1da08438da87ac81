/**
 * What Slack says of a user id in our workspace. `unknown`: Slack could not be asked, or did not say; such a person may be named as an owner
 * but may not act.
 * `nobody`: no such user.
 */
export type MemberStatus = 'member' | 'stranger' | 'bot' | 'deactivated' | 'nobody' | 'unknown';

/** Why somebody cannot own a Zoom app. */
export type NoOwner = Exclude<MemberStatus, 'member' | 'unknown'>;

export function isNoOwner(memberStatus: MemberStatus): memberStatus is NoOwner {
  return memberStatus !== 'member' && memberStatus !== 'unknown';
}
