/** Z8: Zoom's client IDs are base64url, 21 or 22 characters; no prefix, no checksum, so a hint is all that can be given. */
export const usualClientId = /^[A-Za-z0-9_-]{20,24}$/;

/** Z8: Zoom's client secrets are 32 letters and digits; 28 to 64 are taken as possible. */
export const usualClientSecret = /^[A-Za-z0-9]{28,64}$/;
