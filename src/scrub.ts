import { withoutSecrets } from './core/secrets/find_secrets.ts';

/**
 * The last resort against a secret in a text for people or logs: known shapes are replaced by `[secret]`.
 * Secrets should never get this far; `Secret` and pino's redaction come first.
 */
export function scrub(text: string): string {
  return withoutSecrets(text);
}
