/** Whom people ask when Greenroom itself needs somebody: what SUPPORT_CONTACT names. Text as it was given, not escaped. */
export type SupportContact =
  | { readonly kind: 'person'; readonly userId: string }
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'email'; readonly address: string }
  | { readonly kind: 'url'; readonly url: string }
  /** A channel by its name (`#help-zoom`), a team, a telephone number. */
  | { readonly kind: 'text'; readonly text: string };
