import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../core/secrets/secret.ts';

/** 32 bytes in base64url; some senders keep the padding of base64 (O27). */
const form = /^([A-Za-z0-9_-]{43})=?$/;

/** Is this the form of a header `x-stackone-signature`? Judged before a body is read. */
export function isSignature(header: string | string[] | undefined): header is string {
  return typeof header === 'string' && form.test(header);
}

/** O27: base64url(HMAC-SHA256(secret, raw body)). Each secret is compared in full, in constant time: two are valid while one replaces the other. */
export function isSignedWith(secrets: readonly Secret[], header: string, body: Buffer): boolean {
  const given = Buffer.from(form.exec(header)?.[1] ?? '');
  return secrets
    .map((secret) => Buffer.from(webhookSignature(secret.reveal(), body)))
    .map((expected) => expected.length === given.length && timingSafeEqual(expected, given))
    .some((equal) => equal);
}

/** The header, without padding. */
export function webhookSignature(secret: string, body: Buffer): string {
  return createHmac('sha256', secret).update(body).digest('base64url');
}
