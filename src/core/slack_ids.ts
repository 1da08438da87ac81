// The shapes of Slack's ids, as it documents none: a letter for the kind, then capital letters and digits.

/** The id of a person; `id` may be anything. */
export function isUserId(id: string): boolean {
  return /^[UW][A-Z0-9]{1,30}$/.test(id);
}

/** The id of a public or private channel, which is no conversation with a person; `id` may be anything. */
export function isChannelId(id: string): boolean {
  return /^[CG][A-Z0-9]{1,30}$/.test(id);
}

/** Where direct messages go: the id of a person, or of such a conversation. */
export function isDirectMessage(channelId: string): boolean {
  return /^[UWD]/.test(channelId);
}
