/**
 * What Slack says of a user id in our workspace. `unknown`: it could not be asked, or did not say; nobody is refused as an owner for that,
 * and nobody is let in for it.
 * `nobody`: no such user.
 */
export type MemberStatus = 'member' | 'stranger' | 'bot' | 'deactivated' | 'nobody' | 'unknown';

/** Why somebody cannot own a Zoom app. */
export type NoOwner = Exclude<MemberStatus, 'member' | 'unknown'>;

export function isNoOwner(memberStatus: MemberStatus): memberStatus is NoOwner {
  return memberStatus !== 'member' && memberStatus !== 'unknown';
}
