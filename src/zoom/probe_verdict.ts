/**
 * What Zoom's token endpoint said about a client ID and secret.
 *
 * `accepted` means "Zoom accepts this pair", never "connected": it cannot tell development from production, nor which app
 * the pair belongs to, and it rests on Zoom looking at the client before it looks at the code (see `alteredSecret`).
 * `inconclusive` says nothing about the pair and must never block anyone.
 */
export type ProbeVerdict =
  | { readonly verdict: 'accepted'; readonly reason: 'code_refused' }
  | { readonly verdict: 'refused'; readonly reason: 'invalid_client' }
  | { readonly verdict: 'disabled'; readonly reason: 'app_disabled' }
  | { readonly verdict: 'inconclusive'; readonly reason: InconclusiveReason; readonly retryAfterMs?: number };

export type InconclusiveReason =
  /** Zoom seems to object to the redirect URL: worth a hint to check it. */
  | 'redirect_mismatch'
  /** Zoom does not know this grant for this kind of app. */
  | 'unsupported_grant'
  /** Zoom handed out a token for a made-up code; it was revoked and dropped. */
  | 'token_issued'
  | 'rate_limited'
  | 'timeout'
  | 'server_error'
  | 'network'
  | 'not_json'
  | 'unexpected_reply';
